import {
    IamPolicy,
    IamPolicyAttachment,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamRolePolicyAttachmentsExclusive,
    roleSlots,
} from "../aws";
import { parsePolicy, type Statement } from "../iam";
import type { Value } from "../values";
import { type Link, possible } from "./link";
import { isOf, type Resource } from "./resource";
import type { Stack } from "./stack";

type RoleInputs = NonNullable<(typeof IamRole)["inputs"]>;

/** A statement with the resource that must change if it is wrong. */
export interface Grant {
    readonly statement: Statement;
    /** The role, the role's policy or the managed policy that holds it. */
    readonly holder: Resource;
}

/** A managed policy that is attached by its ARN and not declared in this stack. */
export interface AttachedArn {
    readonly arn: string;
    /** The attachment, or the role. */
    readonly holder: Resource;
    readonly at: string;
}

/**
 * What a role is given: of this stack, of another (policies attached here to a role that lives elsewhere), or nobody's yet
 * (a customer-managed policy that nothing here attaches).
 */
export interface Grantee {
    readonly role: Resource<RoleInputs> | undefined;
    readonly grants: readonly Grant[];
    readonly attached: readonly AttachedArn[];
    /** The role's permissions boundary, as written. */
    readonly boundary: Value | undefined;
    /** Places of policies that are unknown as a whole. */
    readonly unknown: readonly { readonly place: string; readonly holder: Resource; readonly at: string }[];
    /** What carries the role, in this stack. */
    readonly workloads: readonly Workload[];
}

export interface Workload {
    readonly resource: Resource;
    /** `function`, `state machine`, … */
    readonly what: string;
    readonly role: Link<RoleInputs>;
    /** The property that names the role. */
    readonly at: Value;
}

interface Collected {
    grants: Grant[];
    attached: AttachedArn[];
    unknown: Grantee["unknown"][number][];
}

/** Every workload of the stack with the role it carries. */
export function workloadsOf(stack: Stack): readonly Workload[] {
    return stack.once(workloadsOf, () =>
        roleSlots.flatMap(({ type, path, what }) =>
            stack.ofType(type).flatMap((resource): Workload[] => {
                const at = resource.root.down(path);
                if (at.state === "absent") return [];
                return [{ resource, what, at, role: stack.link(resource, at, IamRole) }];
            }),
        ),
    );
}

/** Every role and policy of the stack with all that it grants, in time linear in resources. */
export function granteesOf(stack: Stack): readonly Grantee[] {
    return stack.once(granteesOf, collect);
}

function collect(stack: Stack): readonly Grantee[] {
    const byRole = new Map<Resource | string, Collected>();
    const of = (key: Resource | string): Collected => {
        let collected = byRole.get(key);
        if (!collected) {
            collected = { grants: [], attached: [], unknown: [] };
            byRole.set(key, collected);
        }
        return collected;
    };
    /** A role that lives elsewhere is known by its name; one that is unknown, by the resource that refers to it. */
    const rolesAt = (from: Resource, value: Value): readonly (Resource | string)[] => {
        const link = stack.link(from, value, IamRole);
        const here = possible(link);
        if (here.length > 0) return here;
        return link.kind === "absent"
            ? []
            : [link.kind === "outside" ? `role ${nameOf(link.reference)}` : `role of ${from.urn}`];
    };
    const attachedPolicies = new Set<Resource>();
    const attach = (holder: Resource, policy: Value, roles: readonly (Resource | string)[]): void => {
        const link = stack.link(holder, policy, IamPolicy);
        for (const role of roles) {
            const into = of(role);
            for (const found of possible(link)) {
                attachedPolicies.add(found);
                document(into, found, found.inputs.policy);
            }
            if (link.kind === "outside") into.attached.push({ arn: link.reference, holder, at: policy.path });
            if (link.kind === "unknown") into.unknown.push({ place: link.awaits, holder, at: policy.path });
        }
    };

    for (const role of stack.ofType(IamRole)) {
        const into = of(role);
        for (const inline of role.root.get("inlinePolicies").items())
            document(into, role, (inline as Value).get("policy"));
        for (const arn of role.root.get("managedPolicyArns").items()) attach(role, arn as Value, [role]);
    }
    for (const policy of stack.ofType(IamRolePolicy)) {
        for (const role of rolesAt(policy, policy.inputs.role)) document(of(role), policy, policy.inputs.policy);
    }
    for (const attachment of stack.ofType(IamRolePolicyAttachment)) {
        attach(attachment, attachment.inputs.policyArn, rolesAt(attachment, attachment.inputs.role));
    }
    for (const attachment of stack.ofType(IamPolicyAttachment)) {
        const roles = attachment.root.get("roles").items();
        attach(
            attachment,
            attachment.inputs.policyArn,
            roles.flatMap((role) => rolesAt(attachment, role as Value)),
        );
    }
    for (const exclusive of stack.ofType(IamRolePolicyAttachmentsExclusive)) {
        const roles = rolesAt(exclusive, exclusive.inputs.roleName);
        for (const arn of exclusive.root.get("policyArns").items()) attach(exclusive, arn as Value, roles);
    }
    for (const policy of stack.ofType(IamPolicy)) {
        if (!attachedPolicies.has(policy)) document(of(`policy ${policy.urn}`), policy, policy.inputs.policy);
    }

    const carried = new Map<Resource, Workload[]>();
    for (const workload of workloadsOf(stack)) {
        for (const role of possible(workload.role)) carried.set(role, [...(carried.get(role) ?? []), workload]);
    }
    return [...byRole].map(([key, collected]): Grantee => {
        const role = typeof key === "string" || !isOf(key, IamRole) ? undefined : key;
        const boundary = role?.inputs.permissionsBoundary;
        return {
            role,
            ...collected,
            boundary: boundary && boundary.state !== "absent" ? boundary : undefined,
            workloads: role ? (carried.get(role) ?? []) : [],
        };
    });
}

function document(into: Collected, holder: Resource, policy: Value): void {
    const { statements, unknown } = parsePolicy(policy);
    for (const statement of statements) into.grants.push({ statement, holder });
    for (const place of unknown) into.unknown.push({ place, holder, at: policy.path });
}

function nameOf(reference: string): string {
    return reference.split("/").at(-1) ?? reference;
}
