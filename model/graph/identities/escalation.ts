import { IamPolicy } from "../../aws";
import { administers, isHarmless, matches, parsePolicy } from "../../iam";
import type { Answer } from "../../values";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isAdministrator } from "./administrators";
import { trustsOf } from "./callers";
import { Holder, type OpenPath } from "./holder";
import { type Identity, identitiesOf } from "./identities";

export type { OpenPath } from "./holder";

/**
 * The paths that an identity's policies leave open together, in effect. A target that is named counts where it is of this stack and
 * stronger: an administrator, or somebody who can become one. One that lives elsewhere cannot be judged. Nothing is open to an
 * administrator, who has nowhere to rise. What AWS's policies for such a role leave open by themselves is not blamed. What a user has
 * from groups alone is the groups'.
 */
export function openPaths(stack: Stack, identity: Identity): readonly OpenPath[] {
    const open = stack.once(openPaths, climb).get(identity) ?? [];
    return identity.groups.length === 0
        ? open
        : open.filter(({ ways }) => ways.length === 0 || ways.some(({ grant }) => identity.grants.includes(grant)));
}

/** Who can rise without others; then who can rise through those; and so on, until nobody is added. */
function climb(stack: Stack): ReadonlyMap<Identity, readonly OpenPath[]> {
    const isHarmlessPolicy = harmlessPolicies(stack);
    const holders: Holder[] = [];
    const strong = new Map<Identity, Answer>();
    for (const identity of identitiesOf(stack)) {
        const administering = isAdministrator(identity);
        if (administering.is !== "no" && identity.permissions.allows("iam:CreatePolicyVersion").is !== "no")
            strong.set(identity, administering);
        if (administering.is !== "yes") holders.push(new Holder(stack, identity, isHarmlessPolicy));
    }
    const named = new Named(stack, holders);
    for (const { identity, rises } of holders) if (rises.is !== "no") strong.set(identity, rises);
    for (let added: ReadonlyMap<Identity, Answer> = strong; added.size > 0; ) {
        const next = new Map<Identity, Answer>();
        for (const [other, isStronger] of added) for (const holder of named.by(other)) holder.enter(other, isStronger);
        for (const holder of holders) {
            holder.riseThrough(added);
            const { identity, rises } = holder;
            if (rises.is !== "no" && !strong.has(identity)) next.set(identity, rises);
        }
        for (const [identity, when] of next) strong.set(identity, when);
        added = next;
    }
    const found = new Map<Identity, readonly OpenPath[]>();
    for (const { identity, openPaths: open } of holders) if (open.length > 0) found.set(identity, open);
    return found;
}

/** Whom trust policies name, by ARN or by a reference that is not known yet. */
class Named {
    private byArn: ReadonlyMap<string, Holder> | undefined;
    private byResource: ReadonlyMap<Resource, Holder> | undefined;

    constructor(
        private readonly stack: Stack,
        private readonly holders: readonly Holder[],
    ) {}

    by({ role }: Identity): ReadonlySet<Holder> {
        const trust = role && trustsOf(this.stack).get(role);
        if (!role || !trust) return new Set();
        const named = trust.admissions.flatMap(({ principal }) =>
            principal.kind === "arn" ? (this.withArn(principal.arn) ?? []) : [],
        );
        const depends = role.propertyDependencies["assumeRolePolicy"] ?? [];
        return new Set([...named, ...depends.flatMap((one) => this.ofResource(one) ?? [])]);
    }

    /** Most stacks have nobody stronger than others, of whom this would be asked. */
    private withArn(arn: string): Holder | undefined {
        this.byArn ??= new Map(
            this.holders.flatMap((one) => (one.caller.arn === undefined ? [] : [[one.caller.arn, one]])),
        );
        return this.byArn.get(arn);
    }

    private ofResource(resource: Resource): Holder | undefined {
        this.byResource ??= new Map(
            this.holders.flatMap((one) => (one.identity.resource ? [[one.identity.resource, one]] : [])),
        );
        return this.byResource.get(resource);
    }
}

/** Of a condition's value: does attaching the policy, or having it for a boundary, make no administrator? */
function harmlessPolicies(stack: Stack): (arn: string) => boolean {
    const isOwn = (arn: string) => stack.once(administering, administering).some((own) => matches(arn, own));
    return (arn) => isHarmless(arn) && !isOwn(arn);
}

/** The policies of the stack that make administrators. */
function administering(stack: Stack): readonly string[] {
    return stack.ofType(IamPolicy).flatMap((policy) => {
        const { statements } = parsePolicy(policy.inputs.policy);
        const arn = policy.root.get("arn").text();
        return arn !== undefined && statements.some((one) => administers(one).is === "yes") ? [arn] : [];
    });
}
