import {
    EfsFileSystem,
    EfsFileSystemPolicy,
    type ResourceType,
    S3Bucket,
    S3BucketPolicy,
    S3BucketV2,
    SnsTopic,
    SnsTopicPolicy,
    SqsQueue,
    SqsQueuePolicy,
} from "../../aws";
import type { Target } from "../../iam";
import { type Answer, all, any, filled, undecided, Value } from "../../values";
import { type Fact, fact } from "../fact";
import { grouped } from "../grouped";
import { type Link, linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";

/** Types that a policy hangs on, and the type of the resources that hang one there. */
interface Hook {
    readonly holders: readonly ResourceType[];
    readonly policy: ResourceType;
    /** The property by which a policy names its holder. */
    readonly names: string;
    /** What of a holder tells who it is, beside its ARN: an id, a name. */
    readonly known: readonly string[];
    readonly service: string;
    /** What a denial of everything denies. */
    readonly denies: string;
    /** The last part of the holder's ARN, of an id or a name. */
    readonly nameIn: (text: string) => string;
    /** How each such part begins. */
    readonly beginning?: string;
}

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
    /**
     * Does one of the policies answer so? Undecided, too, where one may hang here and it is not known yet. Of an absent one it is asked
     * where there is none.
     */
    some(question: (policy: Value) => Answer): Answer;
}

/** A bucket has one policy: its own property, or a resource beside it. */
export const bucketPolicies = hungPolicies({
    holders: [S3Bucket, S3BucketV2],
    policy: S3BucketPolicy,
    names: "bucket",
    known: ["bucket", "id"],
    service: "s3",
    denies: "s3:*",
    nameIn: (text) => text,
});

export const queuePolicies = hungPolicies({
    holders: [SqsQueue],
    policy: SqsQueuePolicy,
    names: "queueUrl",
    known: ["id", "name"],
    service: "sqs",
    denies: "sqs:*",
    nameIn: (text) => text.split("/").at(-1) ?? text,
});

export const topicPolicies = hungPolicies({
    holders: [SnsTopic],
    policy: SnsTopicPolicy,
    names: "arn",
    known: ["id", "name"],
    service: "sns",
    denies: "sns:Publish",
    nameIn: (text) => text,
});

export const fileSystemPolicies = hungPolicies({
    holders: [EfsFileSystem],
    policy: EfsFileSystemPolicy,
    names: "fileSystemId",
    known: ["id"],
    service: "elasticfilesystem",
    denies: "elasticfilesystem:*",
    nameIn: (text) => `file-system/${text}`,
    beginning: "file-system/",
});

/** One for each holder of the stack, and one for each policy of a holder elsewhere, or of which it is not known whose it is. */
function hungPolicies(hook: Hook): Fact<readonly HungPolicy[]> {
    return fact([...hook.holders, hook.policy], (stack) => {
        const policies = stack.ofType<unknown>(hook.policy).map((resource): Beside => {
            const link = stack.link<unknown>(resource, resource.root.get(hook.names), ...hook.holders);
            return { resource, at: resource.root.get("policy"), link };
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
                target: targetOf(hook, [resource.root.get(hook.names)]),
                denies: hook.denies,
                type: hook.policy,
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

function hungOn(hook: Hook, holder: Resource, beside: readonly Beside[], stray: readonly Beside[]): HungPolicy {
    const own = ownPolicy(holder);
    const open = stray.filter(({ link }) => link.kind === "unknown" || possible(link).includes(holder));
    const [first] = beside;
    // What is told of a holder that exists already is the policy that hung beside it until now.
    const given = first ? beside.map(({ at }) => at) : [own];
    return {
        resource: first?.resource ?? holder,
        holder,
        denies: hook.denies,
        type: hook.policy,
        at: first?.at ?? own,
        target: targetOf(
            hook,
            ["arn", ...hook.known].map((key) => holder.root.get(key)),
        ),
        some: (question) =>
            any(
                ...given.map(question),
                ...open.map(({ at, resource }) => {
                    const awaits = undecided(resource.root.get(hook.names).place);
                    return all(awaits, question(at));
                }),
            ),
    };
}

/** An empty text is none to the provider. */
function ownPolicy(holder: Resource): Value {
    const policy = inputOf(holder, "policy");
    return filled(policy).is === "yes" ? policy : new Value(undefined, policy.path);
}

/** Read off the first of the values that is known: an ARN, an id or a name. */
function targetOf({ service, nameIn, beginning = "" }: Hook, values: readonly Value[]): Target {
    const text = values.map((value) => value.text()).find((one) => one);
    const [, head, rest] = /^((?:[^:]*:){5})(.*)$/.exec(text ?? "") ?? [];
    const place = values.find(({ state }) => state === "unknown")?.place ?? values[0]?.place ?? "";
    if (head?.startsWith("arn:")) return { service, head, name: rest, place };
    return { service, name: text === undefined ? undefined : nameIn(text), beginning, place };
}
