import { isComputeService } from "../aws";
import { demandsMfa, type Principal, parsePolicy } from "../iam";
import type { Value } from "../values";
import { openDoors } from "./doors";
import type { OpenPath } from "./holder";
import type { Identity } from "./identities";
import { letsGuestsIn, poolRolesOf } from "./identity-pools";
import { possible } from "./link";
import type { Resource } from "./resource";
import type { Stack } from "./stack";

/**
 * In whose hands a way up is, by who can make the identity act.
 *
 * - `anyone`: guests of an identity pool, and whoever calls a route or URL that asks nobody who he is.
 * - `service`: a service of AWS alone, which runs nobody's code and makes the calls that its configuration names: a delivery stream,
 *   a rule, a schedule. Whoever may write that configuration is judged by what he may pass.
 * - `person with a second factor`: a stolen password or key is not enough.
 * - `nobody`: a policy that nothing here attaches.
 * - `others`: code, a pipeline, a customer, a person by a password or key alone; and whoever is not known yet.
 */
export type Hand = "anyone" | "service" | "person with a second factor" | "nobody" | "others";

export function handOf(stack: Stack, identity: Identity, { ways }: OpenPath): Hand {
    if (identity.kind === "policy") return "nobody";
    if (actsForAnyone(stack, identity)) return "anyone";
    if (identity.role) return isOfServiceAlone(identity.role.root.get("assumeRolePolicy")) ? "service" : "others";
    const statements = identity.permissions.grants.map(({ statement }) => statement);
    return ways.some(({ grant }) => demandsMfa(grant.statement, statements)) ? "person with a second factor" : "others";
}

function actsForAnyone(stack: Stack, { role, workloads }: Identity): boolean {
    const doors = openDoors(stack);
    if (workloads.some(({ resource }) => doors.has(resource))) return true;
    return role !== undefined && guestRoles(stack).has(role);
}

function guestRoles(stack: Stack): ReadonlySet<Resource> {
    return stack.once(guestRoles, () => {
        const open = poolRolesOf(stack).filter(
            ({ slot, pool }) => slot === "unauthenticated" && letsGuestsIn(pool).is === "yes",
        );
        return new Set<Resource>(open.flatMap(({ role }) => possible(role)));
    });
}

function isOfServiceAlone(assumeRolePolicy: Value): boolean {
    const { statements, unknown } = parsePolicy(assumeRolePolicy);
    const admitting = statements.filter(({ effect }) => effect !== "Deny");
    const members = admitting.flatMap(({ principals }) => principals?.members ?? []);
    const isExcepting = admitting.some(({ principals }) => principals?.not);
    return unknown.length === 0 && !isExcepting && members.length > 0 && members.every(makesFixedCalls);
}

function makesFixedCalls(principal: Principal): boolean {
    return principal.kind === "service" && !isComputeService(principal.service);
}
