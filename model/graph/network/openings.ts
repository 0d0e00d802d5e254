import {
    type Addresses,
    addresses,
    blocks,
    covers,
    type Family,
    INTERNET,
    isOfTheWorld,
    openingsOf,
    overlaps,
    packets,
    publicSize,
    type Span,
    sizeOf,
    TCP,
    takesIn,
    UDP,
    unionOfTraffic,
    WIDEST_NETWORK,
} from "../../network";
import { type Answer, no, undecided, type Value, yes } from "../../values";
import { type ResourceRecord, Stack } from "../stack";
import { blocksAt } from "./known-addresses";
import {
    type GroupRule,
    groupRules,
    NO_GROUPS,
    type OwnedRule,
    type SecurityGroup,
    securityGroups,
} from "./security-groups";

/** Protocols that have ports. */
const WITH_PORTS = [TCP, UDP];

/** The ports of TCP that a rule opens, or may. */
export function tcpPorts({ protocols, ports }: GroupRule): Span | undefined {
    return takesIn(protocols, TCP) && ports.from <= ports.to ? ports : undefined;
}

/** Those of the ports that a rule opens over TCP, or may. */
export function opened(rule: GroupRule, ports: readonly number[]): readonly number[] {
    const span = tcpPorts(rule);
    return span ? ports.filter((port) => takesIn(span, port)) : [];
}

/** Does it let in connections at all? ICMP opens no port. */
export function hasPort({ protocols, ports }: Pick<GroupRule, "protocols" | "ports">): boolean {
    return ports.from <= ports.to && WITH_PORTS.some((one) => takesIn(protocols, one));
}

const WEB = [80, 443];

/** Does it open a port that the web is served on, and no other? */
export function opensWebAlone({ ports }: GroupRule): boolean {
    return ports.from === ports.to && WEB.includes(ports.from);
}

/**
 * Does it open so few ports that it tells what they are for? Of one that opens more, such as every port, only who has its group does. Below 1024
 * stand the shells and the web, and next to no store.
 */
function tellsItsUse({ ports }: GroupRule): boolean {
    return ports.from === ports.to || ports.to < 1024;
}

/** Does a rule let in more of the internet than any one network is? */
export function fromWorld({ addresses: from, awaits }: GroupRule): Answer {
    if (!isOfTheWorld(from.possible)) return no;
    if (awaits.length === 0 && isOfTheWorld(from.certain)) return yes;
    return undecided(...awaits, ...from.awaits);
}

/** Does it let in some addresses, be they few or private? */
export function fromAddresses({ addresses: from, awaits }: GroupRule): Answer {
    if (addresses.isEmpty(from.possible)) return no;
    return awaits.length === 0 && !addresses.isEmpty(from.certain) ? yes : undecided(...awaits, ...from.awaits);
}

const PRIVATE_CLASSES = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
/** The largest block that a VPC has. */
const LARGEST_VPC = 1n << 16n;

/** How wide a set of addresses is that is not the world: some of the internet, more than a VPC takesIn, or a network of one's own. */
export function widthOf(set: Addresses): "public" | "wide" | "narrow" {
    if (overlaps(set, INTERNET)) return "public";
    const isClass = PRIVATE_CLASSES.some((block) => covers(set, blocks(block)));
    return sizeOf(set, "ipv4") > LARGEST_VPC || isClass ? "wide" : "narrow";
}

/** A rule, one of several of a group that each let in a part of the internet, and together more than any one network is. */
export function openTogether({ rules }: SecurityGroup, to?: readonly number[]): GroupRule | undefined {
    const parts = rules.filter(
        (rule) =>
            rule.direction === "ingress" &&
            rule.awaits.length === 0 &&
            (to ? opened(rule, to).length > 0 : hasPort(rule)) &&
            !isOfTheWorld(rule.addresses.certain) &&
            overlaps(rule.addresses.certain, INTERNET),
    );
    const isMuch = (family: Family) =>
        parts.reduce((sum, { addresses: from }) => sum + publicSize(from.certain, family), 0n) > WIDEST_NETWORK[family];
    if (parts.length < 2 || !(isMuch("ipv4") || isMuch("ipv6"))) return undefined;
    const open = openingsOf(
        unionOfTraffic(parts.map(({ protocols, ports, addresses: from }) => packets(protocols, ports, from.certain))),
    ).filter((one) => hasPort(one) && isOfTheWorld(one.ends));
    return parts.find(({ ports }) =>
        open.some(
            (one) =>
                one.ports.from <= ports.to &&
                ports.from <= one.ports.to &&
                (!to || to.some((port) => takesIn(one.ports, port))),
        ),
    );
}

/** Every group that is open so, with that rule. */
export function openedTogether(
    stack: Stack,
    to?: readonly number[],
): readonly (OwnedRule & { readonly group: SecurityGroup })[] {
    return [...securityGroups(stack).values()].flatMap((group) => {
        const rule = openTogether(group, to);
        const owners = { ...NO_GROUPS, certain: [group.key], possible: [group.key] };
        return rule ? [{ group, rule, owners }] : [];
    });
}

const ENDS = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6", "prefixListIds", "prefixListId"];
const SOURCES = ["securityGroups", "sourceSecurityGroupId", "referencedSecurityGroupId", "self"];

/** Where a rule says whom it lets in: the widest of its lists, else the group that it names. */
export function placeOfRule({ at }: GroupRule): Value {
    const said = ENDS.map((key) => at.get(key) as Value).filter(({ state }) => state !== "absent");
    const [first, ...more] = said;
    if (first && more.length > 0) return said.find((one) => isOfTheWorld(blocksAt(one).certain)) ?? first;
    return first ?? SOURCES.map((key) => at.get(key) as Value).find(({ state }) => state !== "absent") ?? at;
}

/** The rules of a resource that it tells by itself, before there is a stack: what they are and what they are for. */
export function rulesAlone(
    one: Pick<ResourceRecord, "urn" | "type" | "name" | "root" | "protect">,
): readonly GroupRule[] {
    const stack = new Stack([{ ...one, dependencies: [], propertyDependencies: {} }]);
    return groupRules(stack)
        .map(({ rule }) => rule)
        .filter(tellsItsUse);
}
