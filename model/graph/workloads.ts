import { carriedRoles, IamRole, roleCarriers } from "../aws";
import type { Value } from "../values";
import { fact } from "./fact";
import type { Link } from "./link";
import type { Resource } from "./resource";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;

export interface Workload {
    readonly resource: Resource;
    /** `function`, `state machine`, … */
    readonly what: string;
    readonly role: Link<RoleInputs>;
    /** The property that names the role. */
    readonly at: Value;
}

/** Every workload of the stack with the role it carries. */
export const workloadsOf = fact(roleCarriers, (stack): readonly Workload[] =>
    stack.resources.flatMap((resource) =>
        carriedRoles(resource.type, resource.root).map(
            ({ at, what }): Workload => ({ resource, what, at, role: stack.link(resource, at, IamRole) }),
        ),
    ),
);
