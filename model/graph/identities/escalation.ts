import { IamPolicy } from "../../aws";
import { administers, isHarmless, matches, parsePolicy } from "../../iam";
import { type Answer, no } from "../../values";
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
        const effective = identity.permissions.allows("iam:CreatePolicyVersion").is === "no" ? no : administering;
        if (effective.is !== "no") strong.set(identity, effective);
        if (administering.is !== "yes") holders.push(new Holder(stack, identity, isHarmlessPolicy));
    }
    const named = new Named(stack, holders);
    for (const holder of holders) if (holder.rises.is !== "no") strong.set(holder.identity, holder.rises);
    for (let added: ReadonlyMap<Identity, Answer> = strong; added.size > 0; ) {
        const next = new Map<Identity, Answer>();
        for (const [other, isStronger] of added) for (const holder of named.by(other)) holder.enter(other, isStronger);
        for (const holder of holders) {
            holder.riseThrough(added);
            if (holder.rises.is !== "no" && !strong.has(holder.identity)) next.set(holder.identity, holder.rises);
        }
        for (const [identity, when] of next) strong.set(identity, when);
        added = next;
    }
    return new Map(holders.map((holder) => [holder.identity, holder.openPaths]));
}

/** Whom trust policies name, by ARN or by a reference that is not known yet. */
class Named {
    private readonly byArn: ReadonlyMap<string, Holder>;
    private readonly byResource: ReadonlyMap<Resource, Holder>;

    constructor(
        private readonly stack: Stack,
        holders: readonly Holder[],
    ) {
        this.byArn = new Map(holders.flatMap((one) => (one.caller.arn === undefined ? [] : [[one.caller.arn, one]])));
        this.byResource = new Map(
            holders.flatMap((one) => (one.identity.resource ? [[one.identity.resource, one]] : [])),
        );
    }

    by({ role }: Identity): ReadonlySet<Holder> {
        const trust = role && trustsOf(this.stack).get(role);
        if (!role || !trust) return new Set();
        const named = trust.admissions.flatMap(({ principal }) =>
            principal.kind === "arn" ? (this.byArn.get(principal.arn) ?? []) : [],
        );
        const depends = role.propertyDependencies["assumeRolePolicy"] ?? [];
        return new Set([...named, ...depends.flatMap((one) => this.byResource.get(one) ?? [])]);
    }
}

/** Of a condition's value: does attaching the policy, or having it for a boundary, make no administrator? */
function harmlessPolicies(stack: Stack): (arn: string) => boolean {
    const administering = stack.ofType(IamPolicy).flatMap((policy) => {
        const { statements } = parsePolicy(policy.inputs.policy);
        const arn = policy.root.get("arn").text();
        return arn !== undefined && statements.some((one) => administers(one).is === "yes") ? [arn] : [];
    });
    return (arn) => isHarmless(arn) && !administering.some((own) => matches(arn, own));
}
