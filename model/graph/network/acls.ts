import {
    Ec2DefaultNetworkAcl,
    Ec2DefaultVpc,
    Ec2NetworkAcl,
    Ec2NetworkAclAssociation,
    Ec2NetworkAclRule,
    Ec2Subnet,
    Ec2Vpc,
    type ResourceType,
} from "../../aws";
import {
    ALL_TRAFFIC,
    atMost,
    type Bounds,
    eitherOf,
    exactly,
    less,
    NOTHING,
    packets,
    type Traffic,
} from "../../network";
import type { Value } from "../../values";
import { fact } from "../fact";
import { possible } from "../link";
import { isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, joinAddresses } from "./known-addresses";
import { packetsOf } from "./security-groups";
import type { Subnet } from "./subnets";

/** One entry of a network ACL. */
export interface AclEntry {
    readonly resource: Resource;
    readonly at: Value;
    readonly number: number;
    readonly direction: "ingress" | "egress";
    /** Unknown: it may do either. */
    readonly allows: boolean | "unknown";
    readonly packets: Bounds;
}

export interface NetworkAcl {
    readonly resource: Resource;
    /** By number: the first that fits a packet decides, and what none fits is denied. */
    readonly entries: readonly AclEntry[];
    readonly isDefault: boolean;
}

const ACLS: readonly ResourceType[] = [Ec2NetworkAcl, Ec2DefaultNetworkAcl, Ec2Vpc, Ec2DefaultVpc];

/** The network ACLs of the stack, a VPC's own among them where it is adopted or rules are added to it. */
export const networkAcls = fact([...ACLS, Ec2NetworkAclRule], (stack): readonly NetworkAcl[] => {
    const own = new Map<Resource, AclEntry[]>();
    for (const acl of stack.ofType<unknown>(Ec2NetworkAcl, Ec2DefaultNetworkAcl)) own.set(acl, [...inlineEntries(acl)]);
    for (const rule of stack.ofType(Ec2NetworkAclRule)) {
        for (const acl of possible(stack.link<unknown>(rule, rule.root.get("networkAclId"), ...ACLS))) {
            const adopted = adopterOf(stack, acl) ?? acl;
            const entry = entryOf(rule, rule.root, ruleDirection(rule), "ruleNumber", "ruleAction");
            own.set(adopted, [...(own.get(adopted) ?? []), entry]);
        }
    }
    return [...own].map(([resource, entries]) => ({
        resource,
        entries: entries.sort((a, b) => a.number - b.number),
        isDefault: resource.type !== Ec2NetworkAcl.token,
    }));
});

function ruleDirection(rule: Resource): "ingress" | "egress" {
    return rule.root.get("egress").boolean() === true ? "egress" : "ingress";
}

/** Of a VPC named by its default ACL's id, the resource that adopts that ACL. */
function adopterOf(stack: Stack, vpc: Resource): Resource | undefined {
    return stack
        .ofType(Ec2DefaultNetworkAcl)
        .find((acl) => possible(stack.link<unknown>(acl, acl.root.get("defaultNetworkAclId"), ...ACLS)).includes(vpc));
}

function* inlineEntries(acl: Resource): Iterable<AclEntry> {
    for (const direction of ["ingress", "egress"] as const)
        for (const item of acl.root.get(direction).items() as readonly Value[])
            yield entryOf(acl, item, direction, "ruleNo", "action");
}

function entryOf(
    resource: Resource,
    at: Value,
    direction: "ingress" | "egress",
    number: string,
    action: string,
): AclEntry {
    const protocol = at.get("protocol");
    const isIcmp = ["1", "icmp", "58", "icmpv6"].includes((protocol.scalar() ?? "").toLowerCase());
    const [from, to] = isIcmp ? ["icmpType", "icmpCode"] : ["fromPort", "toPort"];
    const shape = packetsOf(protocol, at.get(from), at.get(to));
    const ends = joinAddresses([blocksAt(at.get("cidrBlock")), blocksAt(at.get("ipv6CidrBlock"))]);
    const within = (set: typeof ends.certain): Traffic => packets(shape.protocols, shape.ports, set);
    const decision = at.get(action);
    const unsaid = [decision, at.get(number), ...(resource.type === Ec2NetworkAclRule.token ? [at.get("egress")] : [])]
        .filter(({ state }) => state === "unknown")
        .map(({ place }) => place);
    const isCertain = shape.awaits.length + unsaid.length === 0;
    const allows = decision.state === "unknown" ? "unknown" : decision.text()?.toLowerCase() === "allow";
    return {
        ...{ resource, at, direction },
        number: at.get(number).number() ?? (allows === true ? Number.MAX_SAFE_INTEGER : 0),
        allows,
        packets: {
            certain: isCertain ? within(ends.certain) : [],
            possible: within(ends.possible),
            awaits: [...unsaid, ...shape.awaits, ...ends.awaits],
        },
    };
}

/** An entry that allows, with the packets on which it decides: those that no entry before it fits. */
export interface Allowed {
    readonly entry: AclEntry;
    readonly packets: Bounds;
}

/** What each entry of an ACL lets through in one direction. */
export function allowedBy({ entries }: NetworkAcl, direction: "ingress" | "egress"): readonly Allowed[] {
    let decided = NOTHING;
    const allowed: Allowed[] = [];
    for (const entry of entries) {
        if (entry.direction !== direction) continue;
        if (entry.allows !== false) allowed.push({ entry, packets: less(entry.packets, decided) });
        // What an earlier one may allow takes nothing away from what a later one allows.
        const taken = entry.allows === true ? { ...entry.packets, possible: entry.packets.certain } : entry.packets;
        decided = eitherOf(decided, taken);
    }
    return allowed;
}

/** What an ACL lets through in one direction. */
export function letThrough(acl: NetworkAcl, direction: "ingress" | "egress"): Bounds {
    const { resource } = acl;
    const allowed = allowedBy(acl, direction).map(({ packets: through }) => through);
    const list = resource.root.get(direction);
    // An unknown list may let anything through.
    if (list.state === "unknown" && isGiven(resource, direction)) allowed.push(atMost(ALL_TRAFFIC, list.place));
    return allowed.length === 0 ? NOTHING : eitherOf(...allowed);
}

const aclBySubnet = fact(
    [networkAcls, Ec2NetworkAclAssociation, Ec2Subnet],
    (stack): ReadonlyMap<string, readonly NetworkAcl[]> => {
        const found = new Map<string, NetworkAcl[]>();
        const byResource = new Map(networkAcls(stack).map((acl) => [acl.resource, acl]));
        const give = (acl: NetworkAcl | undefined, holder: Resource, at: Value) => {
            const ids = at.state === "known" ? (at.items() as readonly Value[]) : [at];
            for (const id of ids)
                for (const subnet of possible(stack.link<unknown>(holder, id, Ec2Subnet)))
                    if (acl) found.set(subnet.urn, [...(found.get(subnet.urn) ?? []), acl]);
        };
        for (const acl of byResource.values()) give(acl, acl.resource, acl.resource.root.get("subnetIds"));
        for (const one of stack.ofType(Ec2NetworkAclAssociation))
            for (const acl of possible(stack.link<unknown>(one, one.root.get("networkAclId"), ...ACLS)))
                give(byResource.get(acl), one, one.root.get("subnetId"));
        return found;
    },
);

const defaultAcls = fact([networkAcls], (stack): ReadonlyMap<string, NetworkAcl> => {
    const found = new Map<string, NetworkAcl>();
    for (const acl of networkAcls(stack)) {
        if (acl.resource.type === Ec2Vpc.token || acl.resource.type === Ec2DefaultVpc.token)
            found.set(acl.resource.urn, acl);
        if (acl.resource.type !== Ec2DefaultNetworkAcl.token) continue;
        const at = acl.resource.root.get("defaultNetworkAclId");
        for (const vpc of possible(stack.link<unknown>(acl.resource, at, Ec2Vpc, Ec2DefaultVpc)))
            found.set(vpc.urn, acl);
    }
    return found;
});

/** The ACL of a subnet: one that names it, else its VPC's own, which lets everything through unless it is adopted. */
export function aclOf(stack: Stack, subnet: Subnet): NetworkAcl | undefined {
    const [named] = aclBySubnet(stack).get(subnet.key) ?? [];
    return named ?? (subnet.vpcResource && defaultAcls(stack).get(subnet.vpcResource.urn));
}

/** What a subnet's ACL lets through. */
export function throughAcl(stack: Stack, subnet: Subnet, direction: "ingress" | "egress"): Bounds {
    const acl = aclOf(stack, subnet);
    if (!acl) return exactly(ALL_TRAFFIC);
    // Rules that are added to a default ACL come after its own, number 100, which lets everything through.
    const memo = stack.once(throughAcl, () => new Map<string, Bounds>());
    const key = `${direction} ${acl.resource.urn}`;
    const isVpcs = acl.resource.type === Ec2Vpc.token || acl.resource.type === Ec2DefaultVpc.token;
    const found = memo.get(key) ?? (isVpcs ? withDefaults(acl, direction) : letThrough(acl, direction));
    memo.set(key, found);
    return found;
}

/** The two entries with which AWS makes a default ACL, numbers 100 and 101. */
function withDefaults(acl: NetworkAcl, direction: "ingress" | "egress"): Bounds {
    const standard: AclEntry = {
        ...{ resource: acl.resource, at: acl.resource.root, number: 100, direction, allows: true },
        packets: exactly(ALL_TRAFFIC),
    };
    const entries = [...acl.entries, standard].sort((a, b) => a.number - b.number);
    return letThrough({ ...acl, entries }, direction);
}
