import { carriedRoles, IamRole, roleCarriers } from "../../aws";
import type { Value } from "../../values";
import { fact } from "../fact";
import type { Link } from "../link";
import { isGiven, type Resource } from "../resource";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;

export interface Workload {
    readonly resource: Resource;
    /** `function`, `state machine`, … */
    readonly what: string;
    readonly role: Link<RoleInputs>;
    /** The property that names the role. */
    readonly at: Value;
}

/** Types whose role a program gives; another's may be the provider's own to make. */
const CARRIERS: ReadonlySet<string> = new Set(roleCarriers.map(({ token }) => token));

/** Every workload of the stack with the role it carries. */
export const workloadsOf = fact(roleCarriers, (stack): readonly Workload[] => {
    const found: Workload[] = [];
    for (const resource of stack.resources)
        for (const { at, what } of carriedRoles(resource.type, resource.root)) {
            const role = stack.link(resource, at, IamRole);
            const isComputed = role.kind === "unknown" && !CARRIERS.has(resource.type) && !isGiven(resource, at.path);
            if (!isComputed) found.push({ resource, what, at, role });
        }
    return found;
});
