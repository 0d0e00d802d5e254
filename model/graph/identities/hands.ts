import { isComputeService } from "../../aws";
import { demandsMfa } from "../../iam";
import { openDoors } from "../invocation/doors";
import type { Stack } from "../stack";
import { actorsOf } from "./actors";
import type { OpenPath } from "./holder";
import type { Identity } from "./identities";
import { servicesAlone } from "./passed";

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
    const { known } = actorsOf(identity);
    if (known.has("nobody")) return "nobody";
    const doors = openDoors(stack);
    if (known.has("anyone") || identity.workloads.some(({ resource }) => doors.has(resource))) return "anyone";
    if (identity.role) return servicesAlone(identity)?.every((one) => !isComputeService(one)) ? "service" : "others";
    const statements = identity.permissions.grants.map(({ statement }) => statement);
    return ways.some(({ grant }) => demandsMfa(grant.statement, statements)) ? "person with a second factor" : "others";
}
