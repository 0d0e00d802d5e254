import {
    Ec2DefaultSecurityGroup,
    Ec2DefaultVpc,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Ec2Vpc,
    type ResourceType,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../aws";
import { EVERY_PORT, EVERY_PROTOCOL, EVERYWHERE, portsOf, protocolsOf, type Span } from "../../network";
import type { Value } from "../../values";
import { fact } from "../fact";
import { inputOf, isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, exactAddresses, joinAddresses, type KnownAddresses, prefixListsAt } from "./known-addresses";
import { unknownVpcOf, type Vpc, vpcAt } from "./subnets";

/**
 * A security group by its URN; by its id where it is of another stack; `default of URN` where it is the one that a VPC comes with.
 */
export type GroupKey = string;

/** Groups that a property names: which for certain, which at most. */
export interface NamedGroups {
    readonly certain: readonly GroupKey[];
    readonly possible: readonly GroupKey[];
    /** An unknown value that may be any group. */
    readonly isAny: boolean;
    readonly awaits: readonly string[];
}

/** One rule of a security group, whichever of the three styles it is written in. */
export interface GroupRule {
    readonly direction: "ingress" | "egress";
    /** The resource that says it, and where. */
    readonly resource: Resource;
    readonly at: Value;
    /** Absent where the protocol is unknown. */
    readonly protocols: Span;
    readonly ports: Span;
    /** Places of protocol and ports that are unknown: then the two above are what they may be at most. */
    readonly awaits: readonly string[];
    readonly addresses: KnownAddresses;
    readonly groups: NamedGroups;
}

export interface SecurityGroup {
    readonly key: GroupKey;
    /** Absent where it is of another stack. */
    readonly resource?: Resource;
    readonly rules: readonly GroupRule[];
    /** Are there rules that this stack does not tell? */
    readonly isElsewhere: boolean;
    /** The VPC's own, which nobody adopted: its members reach each other, and everything goes out. */
    readonly isDefault: boolean;
}

export const NO_GROUPS: NamedGroups = { certain: [], possible: [], isAny: false, awaits: [] };

export function isNone({ possible: most, isAny }: NamedGroups): boolean {
    return most.length === 0 && !isAny;
}

const GROUPS: readonly ResourceType[] = [Ec2SecurityGroup, Ec2DefaultSecurityGroup, Ec2Vpc, Ec2DefaultVpc];
const DEFAULT_OF = "default of ";
const VPCS: ReadonlySet<string> = new Set([Ec2Vpc.token, Ec2DefaultVpc.token]);

export function defaultGroupOf(vpc: Resource | undefined): GroupKey {
    return `${DEFAULT_OF}${vpc?.urn ?? "a VPC of another stack"}`;
}

/** The groups that a property names. */
export function groupsAt(stack: Stack, holder: Resource, at: Value): NamedGroups {
    if (at.state === "absent") return NO_GROUPS;
    const ids = at.state === "known" ? (at.items() as readonly Value[]) : [at];
    return joinGroups(ids.map((id) => groupAt(stack, holder, id)));
}

export function joinGroups(parts: readonly NamedGroups[]): NamedGroups {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    return {
        certain: [...new Set(parts.flatMap(({ certain }) => certain))],
        possible: [...new Set(parts.flatMap(({ possible }) => possible))],
        isAny: parts.some(({ isAny }) => isAny),
        awaits: parts.flatMap(({ awaits }) => awaits),
    };
}

function groupAt(stack: Stack, holder: Resource, id: Value): NamedGroups {
    const link = stack.link<unknown>(holder, id, ...GROUPS);
    const keyOf = (group: Resource) => keyOfGroup(stack, group);
    switch (link.kind) {
        case "found": {
            const key = keyOf(link.resource);
            // Of an unknown list, each dependency is one of its elements.
            return { ...NO_GROUPS, certain: [key], possible: [key] };
        }
        case "candidates": {
            const keys = link.resources.map(keyOf);
            return { certain: [], possible: keys, isAny: false, awaits: [link.awaits] };
        }
        case "outside":
            return { ...NO_GROUPS, certain: [link.reference], possible: [link.reference] };
        case "unknown":
            return { certain: [], possible: [], isAny: true, awaits: [link.awaits] };
        case "absent":
            return NO_GROUPS;
    }
}

/** A default group that a resource adopts is the VPC's own, by whichever of the two it is named. */
function keyOfGroup(stack: Stack, group: Resource): GroupKey {
    if (VPCS.has(group.type)) return defaultGroupOf(group);
    if (group.type !== Ec2DefaultSecurityGroup.token) return group.urn;
    return defaultGroupOf(vpcOf(stack, group));
}

/** The VPC of a group. One that this stack does not make is in some VPC, the same for all that have it. */
export function vpcOfGroup(stack: Stack, key: GroupKey): Vpc | undefined {
    const { resource, isDefault } = securityGroup(stack, key);
    if (resource) return vpcAt(stack, resource, inputOf(resource, "vpcId"));
    if (!isDefault) return { key: unknownVpcOf(key) };
    const vpc = stack.byName(key.slice(DEFAULT_OF.length));
    return vpc && { key: vpc.urn, resource: vpc };
}

function vpcOf(stack: Stack, holder: Resource): Resource | undefined {
    const link = stack.link<unknown>(holder, holder.root.get("vpcId"), Ec2Vpc, Ec2DefaultVpc);
    return link.kind === "found" ? link.resource : stack.ofType(Ec2DefaultVpc)[0];
}

/** A rule with the groups that it is of. */
export interface OwnedRule {
    readonly rule: GroupRule;
    readonly owners: NamedGroups;
}

/** The types of resources in which rules of security groups are written. */
export const ruleTypes: readonly ResourceType[] = [
    Ec2SecurityGroup,
    Ec2DefaultSecurityGroup,
    Ec2SecurityGroupRule,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
];

/** Every rule once, also one of which nobody knows whose it is. */
export const groupRules = fact([...GROUPS, ...ruleTypes], (stack): readonly OwnedRule[] => [
    ...stack.ofType<unknown>(Ec2SecurityGroup, Ec2DefaultSecurityGroup).flatMap((group) => {
        const key = keyOfGroup(stack, group);
        const owners = { ...NO_GROUPS, certain: [key], possible: [key] };
        return [...inlineRules(stack, group, key)].map((rule) => ({ rule, owners }));
    }),
    ...[...ownRules(stack)].map((rule) => ({
        rule,
        owners: groupsAt(stack, rule.resource, rule.resource.root.get("securityGroupId")),
    })),
]);

/** Every security group that the stack has or speaks of, by its key. */
export const securityGroups = fact([groupRules], (stack): ReadonlyMap<GroupKey, SecurityGroup> => {
    const rules = new Map<GroupKey, GroupRule[]>();
    const owners = new Map<GroupKey, Resource>();
    const give = (keys: readonly GroupKey[], rule: GroupRule) => {
        for (const key of keys) {
            const own = rules.get(key);
            if (own) own.push(rule);
            else rules.set(key, [rule]);
        }
    };
    for (const group of stack.ofType<unknown>(Ec2SecurityGroup, Ec2DefaultSecurityGroup))
        owners.set(keyOfGroup(stack, group), group);
    for (const { rule, owners: named } of groupRules(stack)) {
        const certain = new Set(named.certain);
        for (const key of named.possible)
            give([key], certain.has(key) ? rule : { ...rule, awaits: [...rule.awaits, ...named.awaits] });
    }
    const keys = new Set([...owners.keys(), ...rules.keys()]);
    return new Map(
        [...keys].map((key) => {
            const resource = owners.get(key);
            const isDefault = key.startsWith(DEFAULT_OF) && resource === undefined;
            const own = { key, ...(resource && { resource }), rules: rules.get(key) ?? [], isDefault };
            return [key, { ...own, isElsewhere: resource === undefined && !isDefault }];
        }),
    );
});

/** The group by its key, also one of which this stack says nothing. */
export function securityGroup(stack: Stack, key: GroupKey): SecurityGroup {
    const isDefault = key.startsWith(DEFAULT_OF);
    return securityGroups(stack).get(key) ?? { key, rules: [], isDefault, isElsewhere: !isDefault };
}

function* inlineRules(stack: Stack, group: Resource, key: GroupKey): Iterable<GroupRule> {
    for (const direction of ["ingress", "egress"] as const) {
        const list = group.root.get(direction);
        // In a first preview the provider's own list is unknown where the program gives none.
        if (list.state === "unknown" && isGiven(group, direction)) yield anyRule(group, direction, list);
        for (const item of list.items() as readonly Value[]) {
            if (item.state === "unknown") {
                yield anyRule(group, direction, item);
                continue;
            }
            yield {
                direction,
                resource: group,
                at: item,
                ...packetsOf(item.get("protocol"), item.get("fromPort"), item.get("toPort")),
                addresses: joinAddresses([
                    blocksAt(item.get("cidrBlocks")),
                    blocksAt(item.get("ipv6CidrBlocks")),
                    prefixListsAt(stack, group, item.get("prefixListIds")),
                ]),
                groups: joinGroups([groupsAt(stack, group, item.get("securityGroups")), itself(key, item.get("self"))]),
            };
        }
    }
}

function anyRule(resource: Resource, direction: "ingress" | "egress", at: Value): GroupRule {
    const awaits = [at.place];
    const addresses = { certain: exactAddresses(EVERYWHERE).certain, possible: EVERYWHERE, awaits: [] };
    return {
        ...{ direction, resource, at, awaits, addresses },
        protocols: EVERY_PROTOCOL,
        ports: EVERY_PORT,
        groups: { certain: [], possible: [], isAny: true, awaits },
    };
}

function itself(key: GroupKey, self: Value): NamedGroups {
    if (self.state === "unknown") return { certain: [], possible: [key], isAny: false, awaits: [self.place] };
    return self.boolean() === true ? { ...NO_GROUPS, certain: [key], possible: [key] } : NO_GROUPS;
}

/** Rules that are resources of their own. */
function* ownRules(stack: Stack): Iterable<GroupRule> {
    for (const resource of stack.ofType(Ec2SecurityGroupRule)) {
        const { root } = resource;
        const own = groupsAt(stack, resource, root.get("securityGroupId"));
        const self = root.get("self");
        const type = root.get("type");
        const shape = packetsOf(root.get("protocol"), root.get("fromPort"), root.get("toPort"));
        const rule = {
            resource,
            at: root,
            ...shape,
            awaits: type.state === "unknown" ? [...shape.awaits, type.place] : shape.awaits,
            addresses: joinAddresses([
                blocksAt(root.get("cidrBlocks")),
                blocksAt(root.get("ipv6CidrBlocks")),
                prefixListsAt(stack, resource, root.get("prefixListIds")),
            ]),
            groups: joinGroups([
                groupsAt(stack, resource, root.get("sourceSecurityGroupId")),
                ...own.possible.map((key) => itself(key, self)),
            ]),
        };
        if (type.state === "unknown" || type.text() !== "egress") yield { ...rule, direction: "ingress" };
        if (type.state === "unknown" || type.text() === "egress") yield { ...rule, direction: "egress" };
    }
    for (const [type, direction] of [
        [SecurityGroupIngressRule, "ingress"],
        [VpcSecurityGroupEgressRule, "egress"],
    ] as const) {
        for (const resource of stack.ofType<unknown>(type)) {
            const { root } = resource;
            yield {
                direction,
                resource,
                at: root,
                ...packetsOf(root.get("ipProtocol"), root.get("fromPort"), root.get("toPort")),
                addresses: joinAddresses([
                    blocksAt(root.get("cidrIpv4")),
                    blocksAt(root.get("cidrIpv6")),
                    prefixListsAt(stack, resource, root.get("prefixListId")),
                ]),
                groups: groupsAt(stack, resource, root.get("referencedSecurityGroupId")),
            };
        }
    }
}

/** The protocols and ports of a rule, as far as they are known. */
export function packetsOf(protocol: Value, from: Value, to: Value): Pick<GroupRule, "protocols" | "ports" | "awaits"> {
    if (protocol.state === "unknown") return { protocols: EVERY_PROTOCOL, ports: EVERY_PORT, awaits: [protocol.place] };
    const protocols = protocolsOf(protocol.scalar() ?? "");
    // What AWS would refuse opens nothing.
    if (!protocols) return { protocols: NONE, ports: NONE, awaits: [] };
    const open = [from, to].filter(({ state }) => state === "unknown");
    if (open.length === 0) return { protocols, ports: portsOf(protocols, from.number(), to.number()), awaits: [] };
    const ports = portsOf(protocols, from.number(), to.number() ?? EVERY_PORT.to);
    return { protocols, ports, awaits: protocols.from === protocols.to ? open.map(({ place }) => place) : [] };
}

const NONE: Span = { from: 1, to: 0 };

/** A resource with the property that names its security groups. */
export interface Placed {
    readonly resource: Resource;
    readonly at: Value;
}

/** May members of the one's groups open connections to the other, by a rule that names a group, or as members of the same? */
export function admitsGroupsOf(stack: Stack, from: Placed, to: Placed): boolean {
    const sources = groupsAt(stack, from.resource, from.at).possible;
    return groupsAt(stack, to.resource, to.at).possible.some(
        (target) =>
            sources.includes(target) ||
            securityGroup(stack, target).rules.some(
                ({ direction, groups }) =>
                    direction === "ingress" && groups.possible.some((source) => sources.includes(source)),
            ),
    );
}
