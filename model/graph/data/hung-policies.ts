import {
    bucketHook,
    fileSystemHook,
    type PolicyHook,
    queueHook,
    type ResourceType,
    secretHook,
    topicHook,
} from "../../aws";
import type { Target } from "../../iam";
import { type Answer, all, any, filled, undecided, Value } from "../../values";
import { type Fact, fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";

/** All that hangs on one holder, with the resource that must change where that does not do. */
export interface HungPolicy {
    readonly resource: Resource;
    /** The policy there; absent where there is none. */
    readonly at: Value;
    readonly target: Target;
    /** The type by which a program hangs one there. */
    readonly type: ResourceType;
    /** What it hangs on, where that is in the stack. */
    readonly holder?: Resource;
    /** What a denial of everything denies: SNS takes no `sns:*`. */
    readonly denies: string;
    readonly service: string;
    /** The policies that hold, with the resources that say so: of several beside one holder the last wins, and which is that nobody knows. */
    readonly given: readonly { readonly resource: Resource; readonly at: Value }[];
    /**
     * Does one of the policies answer so? Undecided, too, where one may hang here and it is not known yet. Of an absent one it is asked
     * where there is none.
     */
    some(question: (policy: Value) => Answer): Answer;
}

const facts = new Map<PolicyHook, Fact<readonly HungPolicy[]>>();

export const bucketPolicies = hungPolicies(bucketHook);
export const queuePolicies = hungPolicies(queueHook);
export const topicPolicies = hungPolicies(topicHook);
export const secretPolicies = hungPolicies(secretHook);
export const fileSystemPolicies = hungPolicies(fileSystemHook);

/** One for each holder of the stack, and one for each policy of a holder elsewhere, or of which it is not known whose it is. */
export function hungPolicies(hook: PolicyHook): Fact<readonly HungPolicy[]> {
    const found = facts.get(hook) ?? hungBy(hook);
    facts.set(hook, found);
    return found;
}

function hungBy(hook: PolicyHook): Fact<readonly HungPolicy[]> {
    return fact([...hook.holders, hook.policy], (stack) => {
        const policies = stack.ofType<unknown>(hook.policy).map((resource): Beside => {
            const link = stack.link<unknown>(resource, resource.root.down(hook.names), ...hook.holders);
            return { resource, at: resource.root.down(hook.at), link };
        });
        const beside = grouped(policies.map((one) => [one, [linked(one.link) ?? []].flat()] as const));
        const stray = policies.filter(({ link }) => !linked(link));
        return [
            ...stack
                .ofType<unknown>(...hook.holders)
                .map((holder) => hungOn(hook, holder, beside.get(holder) ?? [], stray)),
            ...stray.map(({ resource, at }) => ({
                resource,
                at,
                target: targetOf(hook, [resource.root.down(hook.names)]),
                ...asHooked(hook),
                given: [{ resource, at }],
                some: (question: (policy: Value) => Answer) => question(at),
            })),
        ];
    });
}

interface Beside {
    readonly resource: Resource;
    readonly at: Value;
    readonly link: Link;
}

function hungOn(hook: PolicyHook, holder: Resource, beside: readonly Beside[], stray: readonly Beside[]): HungPolicy {
    const own = ownPolicy(hook, holder);
    const open = stray.filter(({ link }) => link.kind === "unknown" || possible(link).includes(holder));
    const [first] = beside;
    // What is told of a holder that exists already is the policy that hung beside it until now.
    const given = first ? beside : [{ resource: holder, at: own }];
    return {
        resource: first?.resource ?? holder,
        holder,
        ...asHooked(hook),
        given,
        at: first?.at ?? own,
        target: targetOf(
            hook,
            ["arn", ...hook.known].map((key) => holder.root.get(key)),
        ),
        some: (question) =>
            any(
                ...given.map(({ at }) => question(at)),
                ...open.map(({ at, resource }) => {
                    const awaits = undecided(resource.root.down(hook.names).place);
                    return all(awaits, question(at));
                }),
            ),
    };
}

function asHooked({ denies, policy, service }: PolicyHook) {
    return { denies, type: policy, service };
}

/** An empty text is none to the provider. */
function ownPolicy({ at }: PolicyHook, holder: Resource): Value {
    const policy = inputOf(holder, at);
    return filled(policy).is === "yes" ? policy : new Value(undefined, policy.path);
}

/** Read off the first of the values that is known: an ARN, an id or a name. */
export function targetOf({ service, nameIn, beginning = "" }: PolicyHook, values: readonly Value[]): Target {
    const text = values.map((value) => value.text()).find((one) => one);
    const [, head, rest] = /^((?:[^:]*:){5})(.*)$/.exec(text ?? "") ?? [];
    const place = values.find(({ state }) => state === "unknown")?.place ?? values[0]?.place ?? "";
    if (head?.startsWith("arn:")) return { service, head, name: rest, place };
    return { service, name: text === undefined ? undefined : nameIn(text), beginning, place };
}
