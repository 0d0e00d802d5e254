import { Ec2SecurityGroup, Ec2SecurityGroupRule, SecurityGroupIngressRule } from "../../aws";
import type { Value } from "../../values";
import { possible } from "../link";
import type { Resource } from "../resource";
import type { Stack } from "../stack";

/** A security group by its URN, or by its id where it is of another stack. */
type Group = string;

/** May members of the one's groups open connections to the other, by a rule that names a group, or as members of the same? */
export function admitsGroupsOf(stack: Stack, from: Placed, to: Placed): boolean {
    const targets = groupsOf(stack, to);
    const admitted = stack.once(admitsGroupsOf, admittedGroups);
    return groupsOf(stack, from).some((group) =>
        targets.some((target) => target === group || admitted.get(target)?.has(group)),
    );
}

/** A resource with the property that names its security groups. */
export interface Placed {
    readonly resource: Resource;
    readonly at: Value;
}

function groupsOf(stack: Stack, { resource, at }: Placed): readonly Group[] {
    const values = at.state === "known" ? (at.items() as readonly Value[]) : [at];
    return values.flatMap((value) => {
        const link = stack.link(resource, value, Ec2SecurityGroup);
        return link.kind === "outside" ? [link.reference] : possible(link).map(({ urn }) => urn);
    });
}

/** By group, those whose members its inbound rules let in. */
function admittedGroups(stack: Stack): ReadonlyMap<Group, ReadonlySet<Group>> {
    const found = new Map<Group, Set<Group>>();
    const admit = (to: readonly Group[], from: readonly Group[]) => {
        for (const group of to) found.set(group, new Set([...(found.get(group) ?? []), ...from]));
    };
    for (const group of stack.ofType(Ec2SecurityGroup)) {
        for (const rule of group.root.get("ingress").items() as readonly Value[])
            admit([group.urn], groupsOf(stack, { resource: group, at: rule.get("securityGroups") }));
    }
    const rules: readonly (readonly [Resource, string])[] = [
        ...stack.ofType(SecurityGroupIngressRule).map((rule) => [rule, "referencedSecurityGroupId"] as const),
        ...stack
            .ofType(Ec2SecurityGroupRule)
            .filter(({ inputs }) => inputs.type.text() !== "egress")
            .map((rule) => [rule, "sourceSecurityGroupId"] as const),
    ];
    for (const [resource, source] of rules) {
        const of = (property: string) => groupsOf(stack, { resource, at: resource.root.get(property) });
        // Both properties may be unknown; each has dependencies of its own.
        admit(of("securityGroupId"), of(source));
    }
    return found;
}
