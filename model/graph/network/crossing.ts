import {
    type Addresses,
    ALL_TRAFFIC,
    addresses,
    answered,
    atMost,
    type Bounds,
    bothOf,
    cidrsOf,
    covers,
    EVERYWHERE,
    eitherOf,
    exactly,
    FAMILIES,
    type Family,
    INTERNET,
    mapEnds,
    NOTHING,
    ofFamily,
    openingsOf,
    overlaps,
    packets,
    pending,
    type Span,
    type Traffic,
    takesIn,
    tcp,
    traffic,
    unionOfTraffic,
    withAddresses,
} from "../../network";
import { type Answer, all, any, no, not, yes } from "../../values";
import { grouped } from "../grouped";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { throughAcl } from "./acls";
import { forwardings, listensFor } from "./forwarding";
import { interfacesByGroup, type NetworkInterface, networkInterfaces, standsIn } from "./interfaces";
import { type KnownAddresses, NO_ADDRESSES } from "./known-addresses";
import { reachedBy } from "./routes";
import { type GroupKey, type GroupRule, type NamedGroups, type SecurityGroup, securityGroup } from "./security-groups";
import type { Subnet } from "./subnets";

/** What opens a step: a rule of a security group, a listener, an address. */
export interface Opener {
    readonly resource: Resource;
    /** The property path; empty for the resource as a whole. */
    readonly path: string;
}

/** Is something met: packets if so, nothing if not, and at most these where it is undecided. */
function when(answer: Answer, set: Traffic): Bounds {
    if (answer.is === "yes") return exactly(set);
    return answer.is === "no" ? NOTHING : atMost(set, ...answer.awaits);
}

function ofAddresses({ certain, possible, awaits }: KnownAddresses): Bounds {
    return { certain: withAddresses(certain), possible: withAddresses(possible), awaits };
}

/** The packets that the ports on which something answers leave. */
export function onPorts({ ports, portsAwait }: NetworkInterface): Bounds {
    const all = ports ? unionOfTraffic(ports.map((port) => tcp({ from: port, to: port }))) : ALL_TRAFFIC;
    return pending(portsAwait, exactly(all));
}

/** A balancer answers where it listens. */
export function withListeners(stack: Stack, one: NetworkInterface, open: Bounds): Bounds {
    if (one.role !== "forwarder" || one.ports) return bothOf(open, onPorts(one));
    return bothOf(open, eitherOf(...(forwardings(stack).get(one.host.urn) ?? []).map(listensFor)));
}

export function fromInternet(stack: Stack, one: NetworkInterface): Bounds {
    return eitherOf(
        ...standsIn(one).map(({ subnet, awaits }) => pending(awaits, fromInternetTo(stack, one, subnet))),
        ...inSubnetsElsewhere(stack, one),
    );
}

/** Of a subnet that this stack does not tell, nobody here knows where its routes lead: what its address and groups let in may come. */
function inSubnetsElsewhere(stack: Stack, one: NetworkInterface): readonly Bounds[] {
    if (one.elsewhere.length === 0) return [];
    const isPublic = any(one.publicIpv4, one.hasIpv6);
    const most = atMost(withAddresses(INTERNET), ...one.elsewhere);
    return [bothOf(when(isPublic, ALL_TRAFFIC), most, admitted(stack, one, "ingress"))];
}

function fromInternetTo(stack: Stack, one: NetworkInterface, subnet: Subnet): Bounds {
    const gateway = reachedBy(stack, subnet, ["internet gateway"]);
    const families = FAMILIES.map((family) => {
        const isPublic = family === "ipv4" ? one.publicIpv4 : one.hasIpv6;
        const within = (set: Addresses) => addresses.intersect(ofFamily(set, family), INTERNET);
        const clients = { ...gateway, certain: within(gateway.certain), possible: within(gateway.possible) };
        return bothOf(when(isPublic, ALL_TRAFFIC), ofAddresses(clients));
    });
    return bothOf(
        eitherOf(...families),
        when(not(subnet.isClosed), ALL_TRAFFIC),
        throughAcl(stack, subnet, "ingress"),
        returning(throughAcl(stack, subnet, "egress")),
        admitted(stack, one, "ingress"),
    );
}

function returning({ certain, possible, awaits }: Bounds): Bounds {
    if (certain === ALL_TRAFFIC) return exactly(ALL_TRAFFIC);
    if (certain === possible) return { ...exactly(answered(certain)), awaits };
    return { certain: answered(certain), possible: answered(possible), awaits };
}

/** What the groups of an interface let in from, or out to, addresses. */
export function admitted(stack: Stack, one: NetworkInterface, direction: "ingress" | "egress"): Bounds {
    if (one.isUnfiltered) return exactly(ALL_TRAFFIC);
    const memo = stack.once(admitted, () => ({
        ingress: new Map<GroupKey, Bounds>(),
        egress: new Map<GroupKey, Bounds>(),
    }));
    const ofGroup = (key: GroupKey): Bounds => {
        const found = memo[direction].get(key) ?? byAddresses(securityGroup(stack, key), direction);
        memo[direction].set(key, found);
        return found;
    };
    return overGroups(one, ofGroup);
}

/** What any of an interface's groups gives; of one that it only may have, at most. */
function overGroups({ groups }: NetworkInterface, ofGroup: (key: GroupKey) => Bounds): Bounds {
    const parts = groups.possible.map((key) => {
        const own = ofGroup(key);
        return groups.certain.includes(key) ? own : atMost(own.possible, ...groups.awaits, ...own.awaits);
    });
    if (groups.isAny) parts.push(atMost(ALL_TRAFFIC, ...groups.awaits));
    return eitherOf(...parts);
}

function byAddresses(group: SecurityGroup, direction: "ingress" | "egress"): Bounds {
    const parts: Bounds[] = group.rules
        .filter((rule) => rule.direction === direction)
        .map(({ protocols, ports, awaits, addresses: ends }) => {
            const most = packets(protocols, ports, ends.possible);
            if (awaits.length === 0 && ends.certain === ends.possible) return exactly(most);
            const certain = awaits.length === 0 ? packets(protocols, ports, ends.certain) : traffic.empty;
            return { certain, possible: most, awaits: [...awaits, ...ends.awaits] };
        });
    if (group.isElsewhere) parts.push(atMost(ALL_TRAFFIC, `${group.key} (a security group of another stack)`));
    if (group.isDefault && direction === "egress") parts.push(exactly(ALL_TRAFFIC));
    return eitherOf(...parts);
}

/** The private addresses of one family that an interface has in one of its subnets; undefined where it has none. */
function addressesIn(one: NetworkInterface, subnet: Subnet, family: Family): KnownAddresses | undefined {
    const isIpv6 = family === "ipv6";
    if (isIpv6 && one.hasIpv6.is === "no") return undefined;
    const own = ofFamilyAlone(one.addresses ?? NO_ADDRESSES, family);
    const all = ofFamilyAlone(subnet.addresses, family);
    // An address that is not of this subnet is another interface's, or made up for a preview.
    const isKnown = own.awaits.length === 0 && !addresses.isEmpty(own.possible);
    const isOwn = isKnown && overlaps(own.possible, all.possible);
    const found = isOwn ? own : all;
    return addresses.isEmpty(found.possible) ? undefined : found;
}

const byFamily = new WeakMap<KnownAddresses, Map<Family, KnownAddresses>>();

/** The same object for the same addresses, by which answers are remembered. */
function ofFamilyAlone(all: KnownAddresses, family: Family): KnownAddresses {
    const parts = byFamily.get(all) ?? new Map<Family, KnownAddresses>();
    byFamily.set(all, parts);
    const { certain, possible, awaits } = all;
    const found = parts.get(family) ?? {
        certain: ofFamily(certain, family),
        possible: ofFamily(possible, family),
        awaits,
    };
    parts.set(family, found);
    return found;
}

/** What the rules of an interface's groups let through from, or to, another inside the network. */
function betweenGroups(
    stack: Stack,
    own: NetworkInterface,
    other: NetworkInterface,
    ends: KnownAddresses,
    direction: "ingress" | "egress",
): Bounds {
    if (own.isUnfiltered) return exactly(ALL_TRAFFIC);
    const memo = stack.once(betweenGroups, () => ({
        ingress: new Map<GroupKey, Map<number, Bounds>>(),
        egress: new Map<GroupKey, Map<number, Bounds>>(),
    }))[direction];
    const id = numberOfGroups(stack, other) * 2 ** 24 + idOf(ends);
    return overGroups(own, (key) => {
        const known = memo.get(key) ?? new Map<number, Bounds>();
        memo.set(key, known);
        const found = known.get(id) ?? ofRules(securityGroup(stack, key), other, ends, direction);
        known.set(id, found);
        return found;
    });
}

/** Numbers for things that are told apart by a text: the same for the same text, which is put together once for each. */
class Numbering<T extends object> {
    private readonly byObject = new Map<T, number>();
    private readonly byText = new Map<string, number>();

    constructor(private readonly textOf: (one: T) => string) {}

    of(one: T): number {
        const known = this.byObject.get(one);
        if (known !== undefined) return known;
        const text = this.textOf(one);
        const id = this.byText.get(text) ?? this.byText.size;
        this.byText.set(text, id);
        this.byObject.set(one, id);
        return id;
    }
}

/** A number for the groups of an interface. */
function numberOfGroups(stack: Stack, { groups }: NetworkInterface): number {
    return stack
        .once(
            numberOfGroups,
            () =>
                new Numbering<NamedGroups>(
                    ({ certain, possible, isAny, awaits }) =>
                        `${certain.join(",")}|${possible.join(",")}|${isAny}|${awaits.join()}`,
                ),
        )
        .of(groups);
}

const ids = new WeakMap<KnownAddresses, number>();
let nextId = 0;
function idOf(ends: KnownAddresses): number {
    const known = ids.get(ends);
    if (known !== undefined) return known;
    nextId += 1;
    ids.set(ends, nextId);
    return nextId;
}

function ofRules(
    group: SecurityGroup,
    other: NetworkInterface,
    ends: KnownAddresses,
    direction: "ingress" | "egress",
): Bounds {
    const parts: Bounds[] = [];
    for (const rule of group.rules) {
        if (rule.direction !== direction) continue;
        const answer = any(fitsGroups(rule, other), fitsAddresses(rule, ends));
        if (answer.is === "no") continue;
        const set = packets(rule.protocols, rule.ports, EVERYWHERE);
        parts.push(
            answer.is === "yes" && rule.awaits.length === 0
                ? exactly(set)
                : atMost(set, ...rule.awaits, ...(answer.is === "undecided" ? answer.awaits : [])),
        );
    }
    if (group.isElsewhere) parts.push(atMost(ALL_TRAFFIC, `${group.key} (a security group of another stack)`));
    if (group.isDefault && (direction === "egress" || other.groups.certain.includes(group.key)))
        parts.push(exactly(ALL_TRAFFIC));
    else if (group.isDefault && other.groups.possible.includes(group.key))
        parts.push(atMost(ALL_TRAFFIC, ...other.groups.awaits));
    return eitherOf(...parts);
}

function fitsGroups({ groups }: GroupRule, { groups: others }: NetworkInterface): Answer {
    if (groups.certain.some((key) => others.certain.includes(key))) return yes;
    const mayBe =
        groups.possible.some((key) => others.possible.includes(key)) ||
        groups.isAny ||
        (others.isAny && groups.possible.length > 0);
    return mayBe ? { is: "undecided", awaits: [...groups.awaits, ...others.awaits] } : no;
}

/** Is the other end, somewhere in these addresses, among the rule's? */
function fitsAddresses({ addresses: rule }: GroupRule, ends: KnownAddresses): Answer {
    if (covers(rule.certain, ends.possible)) return yes;
    if (!overlaps(rule.possible, ends.possible)) return no;
    return { is: "undecided", awaits: [...rule.awaits, ...ends.awaits] };
}

function everyAddress(one: NetworkInterface): readonly KnownAddresses[] {
    return standsIn(one).flatMap(({ subnet }) => FAMILIES.flatMap((family) => addressesIn(one, subnet, family) ?? []));
}

/** Those whose groups let anything in from where this one is; only for these the rest is worked out. */
export function candidates(stack: Stack, from: NetworkInterface): Iterable<NetworkInterface> {
    const byGroup = interfacesByGroup(stack);
    const index = stack.once(candidates, doorsBySource);
    const doors = new Set<Door>(index.anySource);
    for (const key of from.groups.possible) for (const door of index.bySource.get(key) ?? []) doors.add(door);
    for (const ends of everyAddress(from)) for (const door of index.overlapping(ends)) doors.add(door);
    if (from.groups.isAny) for (const all of index.bySource.values()) for (const door of all) doors.add(door);
    const found = new Set<NetworkInterface>(index.unfiltered);
    for (const key of from.groups.possible) for (const one of byGroup.get(key) ?? []) found.add(one);
    for (const { interfaces } of doors) for (const one of interfaces) found.add(one);
    return found;
}

/** The interfaces of one group that answer on the same ports, and what it lets in to these. */
interface Door {
    readonly group: SecurityGroup;
    readonly interfaces: readonly NetworkInterface[];
    readonly rules: readonly GroupRule[];
}

function doorsBySource(stack: Stack) {
    const doors = allDoors(stack);
    const memo = new Map<number, readonly Door[]>();
    return {
        bySource: grouped(
            doors.map((door) => [door, [...new Set(door.rules.flatMap(({ groups }) => groups.possible))]] as const),
        ),
        anySource: doors.filter(({ group, rules }) => group.isElsewhere || rules.some(({ groups }) => groups.isAny)),
        unfiltered: networkInterfaces(stack).filter((one) => one.isUnfiltered || one.groups.isAny),
        overlapping: (ends: KnownAddresses): readonly Door[] => {
            const id = idOf(ends);
            const found =
                memo.get(id) ??
                doors.filter(({ rules }) => rules.some((rule) => overlaps(rule.addresses.possible, ends.possible)));
            memo.set(id, found);
            return found;
        },
    };
}

function allDoors(stack: Stack): readonly Door[] {
    return [...interfacesByGroup(stack)].flatMap(([key, all]) => {
        const group = securityGroup(stack, key);
        const inbound = group.rules.filter(({ direction }) => direction === "ingress");
        return [...grouped(all.map((one) => [one, [one.ports?.join() ?? ""]] as const)).values()].map((interfaces) => {
            const ports = interfaces[0]?.ports;
            const rules = ports ? inbound.filter((rule) => ports.some((port) => takesIn(rule.ports, port))) : inbound;
            return { group, interfaces, rules };
        });
    });
}

/** What gets from one interface to another inside the network, over addresses of one family. */
export function between(stack: Stack, from: NetworkInterface, to: NetworkInterface): Bounds {
    const parts: Bounds[] = [];
    for (const { subnet: here, awaits: hereAwaits } of standsIn(from))
        for (const { subnet: there, awaits: thereAwaits } of standsIn(to))
            for (const family of FAMILIES) {
                const [own, others] = [addressesIn(from, here, family), addressesIn(to, there, family)];
                const way = own && others ? joined(stack, here, there, family) : no;
                if (!own || !others || way.is === "no") continue;
                const haveIpv6 = family === "ipv6" ? [from.hasIpv6, to.hasIpv6] : [];
                const groups = bothOf(
                    when(all(way, ...haveIpv6), ALL_TRAFFIC),
                    betweenGroups(stack, from, to, others, "egress"),
                    betweenGroups(stack, to, from, own, "ingress"),
                );
                if (traffic.isEmpty(groups.possible)) continue;
                const open = bothOf(groups, throughAcls(stack, here, there, own, others));
                parts.push(pending([...hereAwaits, ...thereAwaits], open));
            }
    return eitherOf(...parts);
}

/** What gets from one interface to where another answers, and the rules that let it in: the same for all of their kinds. */
export interface Crossing {
    readonly packets: Bounds;
    readonly openedBy: () => readonly Opener[];
}

export function crossing(stack: Stack, from: NetworkInterface, to: NetworkInterface): Crossing {
    const memo = stack.once(crossing, () => new Map<number, Map<number, Crossing>>());
    const [here, there] = [kindOf(stack, from), kindOf(stack, to)];
    const known = memo.get(here) ?? new Map<number, Crossing>();
    memo.set(here, known);
    const found = known.get(there) ?? newCrossing(stack, from, to);
    known.set(there, found);
    return found;
}

function newCrossing(stack: Stack, from: NetworkInterface, to: NetworkInterface): Crossing {
    let openedBy: readonly Opener[] | undefined;
    const through = withListeners(stack, to, between(stack, from, to));
    return {
        packets: through,
        openedBy: () => {
            openedBy ??= openersFor(stack, from, to, through);
            return openedBy;
        },
    };
}

/** The rules that let such packets of one interface in at another. */
export function openersFor(
    stack: Stack,
    from: NetworkInterface,
    to: NetworkInterface,
    through: Bounds,
): readonly Opener[] {
    const ends = everyAddress(from);
    return openers(
        stack,
        to,
        (rule) => any(fitsGroups(rule, from), ...ends.map((one) => fitsAddresses(rule, one))).is !== "no",
        through,
    );
}

/** A number for all that tells an interface from others where packets are concerned. */
export function kindOf(stack: Stack, one: NetworkInterface): number {
    return stack.once(kindOf, () => new Numbering<NetworkInterface>((each) => kindText(stack, each))).of(one);
}

function kindText(stack: Stack, one: NetworkInterface): string {
    const { hasIpv6, addresses: own } = one;
    return [
        // A balancer answers where its own listeners do.
        one.role === "forwarder" ? one.host.urn : one.role,
        one.ports?.join(),
        one.subnets.map(({ key }) => key).join(),
        one.mayStandIn.map(({ key }) => key).join(),
        numberOfGroups(stack, one),
        one.isUnfiltered,
        hasIpv6.is,
        own && cidrsOf(own.possible).join(),
        [...one.awaits, ...one.elsewhere, ...one.portsAwait, ...(own?.awaits ?? [])].join(),
        hasIpv6.is === "undecided" ? hasIpv6.awaits.join() : "",
    ].join("|");
}

/** Are two subnets joined: by one VPC, or by routes to each other over a peering or a transit gateway? */
function joined(stack: Stack, here: Subnet, there: Subnet, family: Family): Answer {
    if (here.vpc === there.vpc) return yes;
    const memo = stack.once(joined, () => new Map<string, Answer>());
    const key = `${here.key} ${there.key} ${family}`;
    const found = memo.get(key) ?? all(leadsTo(stack, here, there, family), leadsTo(stack, there, here, family));
    memo.set(key, found);
    return found;
}

/** Do routes of a subnet lead to all addresses of another, over a peering or a transit gateway? */
function leadsTo(stack: Stack, from: Subnet, to: Subnet, family: Family): Answer {
    const reached = reachedBy(stack, from, ["peering", "transit gateway"]);
    const ends = ofFamilyAlone(to.addresses, family);
    if (covers(reached.certain, ends.possible)) return yes;
    if (!overlaps(reached.possible, ends.possible)) return no;
    return { is: "undecided", awaits: [...reached.awaits, ...ends.awaits] };
}

/** What gets through the ACLs between two ends, and its answers back; inside one subnet none is asked. */
function throughAcls(stack: Stack, here: Subnet, there: Subnet, own: KnownAddresses, others: KnownAddresses): Bounds {
    if (here.key === there.key) return exactly(ALL_TRAFFIC);
    const memo = stack.once(throughAcls, () => new Map<string, Bounds>());
    const key = `${here.key} ${there.key} ${idOf(own)} ${idOf(others)}`;
    const acl = (subnet: Subnet, direction: "ingress" | "egress") => throughAcl(stack, subnet, direction);
    const found =
        memo.get(key) ??
        bothOf(
            atEnds(acl(here, "egress"), others),
            atEnds(acl(there, "ingress"), own),
            // It is one port of the client's that both have to let answers through to.
            returning(bothOf(atEnds(acl(there, "egress"), own), atEnds(acl(here, "ingress"), others))),
        );
    memo.set(key, found);
    return found;
}

/** Of what an ACL lets through, the protocols and ports for an end that is somewhere in these addresses. */
function atEnds({ certain, possible, awaits }: Bounds, ends: KnownAddresses): Bounds {
    if (certain === ALL_TRAFFIC) return exactly(ALL_TRAFFIC);
    const forAll = mapEnds(certain, (set) => (covers(set, ends.possible) ? EVERYWHERE : addresses.empty));
    const forSome = mapEnds(possible, (set) => (overlaps(set, ends.possible) ? EVERYWHERE : addresses.empty));
    return { certain: forAll, possible: forSome, awaits: [...awaits, ...ends.awaits] };
}

/** The rules that let some of such packets to an interface: one for another port opens another way. */
export function openers(
    stack: Stack,
    { groups }: NetworkInterface,
    lets: (rule: GroupRule) => boolean,
    through: Bounds,
): readonly Opener[] {
    const open = openingsOf(through.possible);
    const carries = ({ protocols, ports }: GroupRule) =>
        open.some((one) => meets(one.protocols, protocols) && meets(one.ports, ports));
    return groups.possible.flatMap((key) =>
        securityGroup(stack, key)
            .rules.filter((rule) => rule.direction === "ingress" && carries(rule) && lets(rule))
            .map(({ resource, at }) => ({ resource, path: at.path })),
    );
}

function meets(one: Span, other: Span): boolean {
    return one.from <= other.to && other.from <= one.to;
}
