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
    oneOf,
    packets,
    type Traffic,
    traffic,
} from "../../network";
import type { Value } from "../../values";
import { fact } from "../fact";
import { type Link, possible } from "../link";
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
    /** Its number is unknown: it may come before any other. */
    readonly isAnywhere: boolean;
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

type Direction = AclEntry["direction"];
const DIRECTIONS: readonly Direction[] = ["ingress", "egress"];
const ACLS: readonly ResourceType[] = [Ec2NetworkAcl, Ec2DefaultNetworkAcl, Ec2Vpc, Ec2DefaultVpc];

/** The network ACLs of the stack, a VPC's own among them where it is adopted or rules are added to it. */
export const networkAcls = fact([...ACLS, Ec2NetworkAclRule], (stack): readonly NetworkAcl[] => {
    const own = new Map<Resource, AclEntry[]>();
    for (const acl of stack.ofType<unknown>(Ec2NetworkAcl, Ec2DefaultNetworkAcl)) own.set(acl, [...inlineEntries(acl)]);
    for (const rule of stack.ofType(Ec2NetworkAclRule)) {
        const link = stack.link<unknown>(rule, rule.root.get("networkAclId"), ...ACLS);
        const awaits = link.kind === "candidates" ? [link.awaits] : [];
        const entries = [...ruleEntries(rule, awaits)];
        for (const acl of possible(link)) {
            const adopted = adopterOf(stack, acl) ?? acl;
            const same = own.get(adopted);
            if (same) same.push(...entries);
            else own.set(adopted, [...entries]);
        }
    }
    return [...own].map(([resource, entries]) => ({
        resource,
        entries: entries.sort((a, b) => a.number - b.number),
        isDefault: resource.type !== Ec2NetworkAcl.token,
    }));
});

/** Of a VPC named by its default ACL's id, the resource that adopts that ACL. */
function adopterOf(stack: Stack, vpc: Resource): Resource | undefined {
    return stack
        .ofType(Ec2DefaultNetworkAcl)
        .find((acl) => possible(stack.link<unknown>(acl, acl.root.get("defaultNetworkAclId"), ...ACLS)).includes(vpc));
}

/** Of one whose direction is unknown, an entry in each. */
function* ruleEntries(rule: Resource, awaits: readonly string[]): Iterable<AclEntry> {
    const egress = rule.root.get("egress");
    const open = egress.state === "unknown" ? [...awaits, egress.place] : awaits;
    for (const direction of DIRECTIONS)
        if (egress.state === "unknown" || (egress.boolean() === true) === (direction === "egress"))
            yield perhaps(entryOf(rule, rule.root, direction, "ruleNumber", "ruleAction"), open);
}

/** Where it is not known that it is there at all. */
function perhaps(entry: AclEntry, awaits: readonly string[]): AclEntry {
    if (awaits.length === 0) return entry;
    return { ...entry, packets: atMost(entry.packets.possible, ...awaits, ...entry.packets.awaits) };
}

function* inlineEntries(acl: Resource): Iterable<AclEntry> {
    for (const direction of DIRECTIONS) {
        const list = acl.root.get(direction);
        // In a first preview the provider's own list is unknown where the program gives none.
        const items = list.state === "unknown" && isGiven(acl, direction) ? [list] : (list.items() as readonly Value[]);
        for (const item of items) yield entryOf(acl, item, direction, "ruleNo", "action");
    }
}

/** Of an unknown item everything is unknown; the same goes for a list. */
function entryOf(resource: Resource, at: Value, direction: Direction, number: string, action: string): AclEntry {
    const [order, decision] = [at.get(number), at.get(action)];
    const own = at.state === "unknown" ? atMost(ALL_TRAFFIC) : packetsAt(at);
    const open = at.state === "unknown" ? [at] : [order, decision].filter(({ state }) => state === "unknown");
    return {
        ...{ resource, at, direction },
        number: order.number() ?? Number.MAX_SAFE_INTEGER,
        isAnywhere: order.state === "unknown",
        allows: decision.state === "unknown" ? "unknown" : decision.text()?.toLowerCase() === "allow",
        packets: { ...own, awaits: [...open.map(({ place }) => place), ...own.awaits] },
    };
}

function packetsAt(at: Value): Bounds {
    const protocol = at.get("protocol");
    const shape = packetsOf(protocol, ...portsAt(at, protocol));
    const ends = joinAddresses([blocksAt(at.get("cidrBlock")), blocksAt(at.get("ipv6CidrBlock"))]);
    const within = (set: typeof ends.certain): Traffic => packets(shape.protocols, shape.ports, set);
    return {
        certain: shape.awaits.length === 0 ? within(ends.certain) : traffic.empty,
        possible: within(ends.possible),
        awaits: [...shape.awaits, ...ends.awaits],
    };
}

function portsAt(at: Value, protocol: Value): readonly [Value, Value] {
    const isIcmp = ["1", "icmp", "58", "icmpv6"].includes((protocol.scalar() ?? "").toLowerCase());
    return isIcmp ? [at.get("icmpType"), at.get("icmpCode")] : [at.get("fromPort"), at.get("toPort")];
}

/** An entry that allows, or may, with the packets on which it decides: those that no entry before it fits. */
export interface Allowed {
    readonly entry: AclEntry;
    readonly packets: Bounds;
}

/** What each entry of an ACL lets through in one direction. */
export function allowedBy({ entries }: NetworkAcl, direction: Direction): readonly Allowed[] {
    const own = entries.filter((entry) => entry.direction === direction);
    // One that may come anywhere may deny what any other allows.
    const denying = own.filter(({ isAnywhere, allows }) => isAnywhere && allows !== true);
    let decided = eitherOf(...denying.map((entry) => atMost(entry.packets.possible, ...entry.packets.awaits)));
    const allowed: Allowed[] = [];
    for (const entry of own) {
        const left = less(entry.packets, decided);
        if (entry.allows === true && !entry.isAnywhere) allowed.push({ entry, packets: left });
        else if (entry.allows !== false) {
            const certain = entry.allows === true ? left.certain : traffic.empty;
            const most = entry.isAnywhere ? entry.packets.possible : left.possible;
            allowed.push({ entry, packets: { certain, possible: most, awaits: left.awaits } });
        }
        if (entry.isAnywhere) continue;
        // What an earlier one may allow takes nothing away from what a later one allows.
        decided = eitherOf(decided, entry.allows === true ? exactly(entry.packets.certain) : entry.packets);
    }
    return allowed;
}

/** What an ACL lets through in one direction. */
export function letThrough(acl: NetworkAcl, direction: Direction): Bounds {
    return eitherOf(...allowedBy(acl, direction).map((allowed) => allowed.packets));
}

/** An ACL that holds for a subnet, or may: absent is the one that lets everything through. */
interface Held {
    readonly acl: NetworkAcl | undefined;
    /** What would tell whether it does. */
    readonly awaits: readonly string[];
}

/** By a subnet's key. */
const aclsBySubnet = fact(
    [networkAcls, Ec2NetworkAclAssociation, Ec2Subnet],
    (stack): ReadonlyMap<string, readonly Held[]> => {
        const found = new Map<string, Held[]>();
        const give = (held: Held, subnet: string) => found.set(subnet, [...(found.get(subnet) ?? []), held]);
        const byResource = new Map(networkAcls(stack).map((acl) => [acl.resource, acl]));
        for (const [resource, acl] of byResource) {
            const at = resource.root.get("subnetIds");
            const ids = at.state === "known" ? (at.items() as readonly Value[]) : [at];
            // Several dependencies of a list are its elements.
            for (const id of ids)
                for (const subnet of keysOf(stack.link<unknown>(resource, id, Ec2Subnet)))
                    give({ acl, awaits: [] }, subnet);
        }
        for (const one of stack.ofType(Ec2NetworkAclAssociation)) {
            const [acls, named] = [
                stack.link<unknown>(one, one.root.get("networkAclId"), ...ACLS),
                stack.link<unknown>(one, one.root.get("subnetId"), Ec2Subnet),
            ];
            const awaits = [acls, named].flatMap((link) => (link.kind === "candidates" ? [link.awaits] : []));
            for (const subnet of keysOf(named))
                for (const acl of possible(acls)) give({ acl: byResource.get(acl), awaits }, subnet);
        }
        return found;
    },
);

/** The keys of the subnets that are meant, one of another stack among them. */
function keysOf(link: Link): readonly string[] {
    return link.kind === "outside" ? [link.reference] : possible(link).map(({ urn }) => urn);
}

const defaultAcls = fact([networkAcls], (stack): ReadonlyMap<string, readonly Held[]> => {
    const found = new Map<string, Held[]>();
    const give = (held: Held, vpc: Resource) => found.set(vpc.urn, [...(found.get(vpc.urn) ?? []), held]);
    for (const acl of networkAcls(stack)) {
        if (VPCS.has(acl.resource.type)) give({ acl, awaits: [] }, acl.resource);
        if (acl.resource.type !== Ec2DefaultNetworkAcl.token) continue;
        const at = acl.resource.root.get("defaultNetworkAclId");
        const link = stack.link<unknown>(acl.resource, at, Ec2Vpc, Ec2DefaultVpc);
        const awaits = link.kind === "candidates" ? [link.awaits] : [];
        for (const vpc of possible(link)) give({ acl, awaits }, vpc);
    }
    return found;
});

const VPCS: ReadonlySet<string> = new Set([Ec2Vpc.token, Ec2DefaultVpc.token]);

/** The ACLs of which one is a subnet's: those that name it, else its VPC's own, which lets everything through unless it is adopted. */
function aclsOf(stack: Stack, subnet: Subnet): readonly Held[] {
    const { key, elsewhere } = subnet;
    const named =
        elsewhere && !elsewhere.isNamed ? anyOf(stack, elsewhere.place) : (aclsBySubnet(stack).get(key) ?? []);
    if (named.some(isCertain)) return named;
    const own = subnet.vpcResource ? (defaultAcls(stack).get(subnet.vpcResource.urn) ?? []) : [];
    const both = [...named, ...own];
    return own.some(isCertain) ? both : [...both, { acl: undefined, awaits: [] }];
}

/** A subnet whose id is unknown may have any. */
function anyOf(stack: Stack, place: string): readonly Held[] {
    return networkAcls(stack).map((acl) => ({ acl, awaits: [place] }));
}

function isCertain({ awaits }: Held): boolean {
    return awaits.length === 0;
}

/** What a subnet's ACL lets through: of several that it may be, in any case what each lets through. */
export function throughAcl(stack: Stack, subnet: Subnet, direction: Direction): Bounds {
    return stack.onceFor(throughAcl, `${direction} ${subnet.key}`, () =>
        oneOf(
            aclsOf(stack, subnet).map(({ acl, awaits }) => {
                const own = acl ? through(stack, acl, direction) : exactly(ALL_TRAFFIC);
                return awaits.length === 0 ? own : { ...own, awaits: [...awaits, ...own.awaits] };
            }),
        ),
    );
}

function through(stack: Stack, acl: NetworkAcl, direction: Direction): Bounds {
    // Rules that are added to a default ACL come after its own, number 100, which lets everything through.
    return stack.onceFor(through, `${direction} ${acl.resource.urn}`, () =>
        VPCS.has(acl.resource.type) ? withDefaults(acl, direction) : letThrough(acl, direction),
    );
}

/** The two entries with which AWS makes a default ACL, numbers 100 and 101. */
function withDefaults(acl: NetworkAcl, direction: Direction): Bounds {
    const standard: AclEntry = {
        ...{ resource: acl.resource, at: acl.resource.root, number: 100, direction, isAnywhere: false, allows: true },
        packets: exactly(ALL_TRAFFIC),
    };
    const entries = [...acl.entries, standard].sort((a, b) => a.number - b.number);
    return letThrough({ ...acl, entries }, direction);
}
