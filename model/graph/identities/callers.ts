import { IamRole } from "../../aws";
import { type Caller, type Entry, entriesOf, type Trust, trustOf } from "../../iam";
import { type Answer, any, no } from "../../values";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { isActedBy } from "./actors";
import type { Identity } from "./identities";
import { ownAccounts } from "./trust";

const WITHOUT_SECOND_FACTOR = ["workload", "machine", "customer", "anyone", "nobody"] as const;

/** Whose requests an identity's are, as policies see them. */
export function callerOf(stack: Stack, identity: Identity): Caller {
    const { resource } = identity;
    const arn = resource?.root.get("arn").text();
    const tags = resource?.root.get("tags");
    const isKnown = tags !== undefined && (tags.state === "absent" || tags.known() !== undefined);
    return {
        arn,
        account: arn?.split(":")[4] ?? onlyAccount(stack),
        place: `${resource?.name ?? identity.kind}.arn`,
        tags: isKnown
            ? new Map(tags.entries().map(([key, value]) => [key.toLowerCase(), value.text() ?? ""]))
            : undefined,
        mayHaveSecondFactor: isActedBy(identity, ...WITHOUT_SECOND_FACTOR).is !== "yes",
    };
}

function onlyAccount(stack: Stack): string | undefined {
    const [account, ...others] = ownAccounts(stack);
    return others.length === 0 ? account : undefined;
}

/** Who would be let in, with what its requests carry. */
export interface Climber {
    readonly stack: Stack;
    readonly identity: Identity;
    readonly caller: Caller;
}

/** May it assume the role, as far as the role's trust policy goes? */
export interface Admittance {
    /** With a grant of `sts:AssumeRole` that reaches the role. */
    readonly withGrant: Answer;
    /** The ways in by being named, which within an account need no grant; not those that a denial or the boundary of its own shuts. */
    readonly byName: readonly Entry[];
}

export function admittance({ stack, identity, caller }: Climber, role: Resource): Admittance {
    const trust = trustsOf(stack).get(role);
    if (!trust) return { withGrant: no, byName: [] };
    const depends = role.propertyDependencies["assumeRolePolicy"] ?? [];
    const mayBeCaller = identity.resource !== undefined && depends.includes(identity.resource);
    const entries = entriesOf(trust, caller, mayBeCaller);
    const arn = role.root.get("arn").text();
    const isLeft = ({ statement }: Entry) =>
        identity.permissions.leaves(statement, "sts:AssumeRole", arn ?? "*").is !== "no";
    return {
        withGrant: any(...entries.map(({ when }) => when)),
        byName: entries.filter((entry) => entry.byName && arn?.split(":")[4] === caller.account && isLeft(entry)),
    };
}

/** The trust policy of every role, read once. */
export function trustsOf(stack: Stack): ReadonlyMap<Resource, Trust> {
    return stack.once(
        trustsOf,
        () => new Map(stack.ofType(IamRole).map((role) => [role, trustOf(role.inputs.assumeRolePolicy)])),
    );
}
