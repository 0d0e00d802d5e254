import {
    type Addresses,
    ALL_TRAFFIC,
    addresses,
    answered,
    atMost,
    type Bounds,
    bothOf,
    covers,
    EVERY_PORT,
    EVERYWHERE,
    eitherOf,
    endsOf,
    exactly,
    type Family,
    INTERNET,
    mapEnds,
    NOTHING,
    ofFamily,
    overlaps,
    packets,
    type Span,
    type Traffic,
    traffic,
    whateverAddresses,
    withAddresses,
} from "../../network";
import { type Answer, all, any, no, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { throughAcl } from "./acls";
import { type ForwardTarget, forwardings } from "./forwarding";
import { type NetworkInterface, networkInterfaces } from "./interfaces";
import { type KnownAddresses, NO_ADDRESSES } from "./known-addresses";
import { reachedBy } from "./routes";
import { type GroupKey, type GroupRule, type SecurityGroup, securityGroup, securityGroups } from "./security-groups";
import type { Subnet } from "./subnets";

/** How packets get from one end to another, or may: from the internet, or from a resource that somebody has entered. */
export interface NetworkStep {
    readonly from: Resource | "internet";
    readonly to: Resource;
    /** Protocols and ports; of a step from the internet, with the addresses that get through. */
    readonly packets: Bounds;
    /** The rules that let it in at `to`, and where something between the two says so: a listener. */
    readonly openedBy: readonly Opener[];
}

/** What opens a step: a rule of a security group, a listener, an address. */
export interface Opener {
    readonly resource: Resource;
    /** The property path; empty for the resource as a whole. */
    readonly path: string;
}

/** What is reached over the network from one start: each resource with the steps that lead to it. */
export type Reached = ReadonlyMap<Resource, readonly NetworkStep[]>;

/** From the internet alone. */
export const reachedFromInternet = fact(
    [networkInterfaces, securityGroups, forwardings],
    (stack): Reached => spread(stack, new Set(["internet"])),
);

/** Where a walk starts: the internet, and resources in which somebody is already. */
export type Start = "internet" | Resource;

/** All that is reached over the network from some starts, step by step: what is entered, and runs code or forwards, is a next start. */
export function spread(stack: Stack, starts: ReadonlySet<Start>): Reached {
    const { byHost } = interfacesByHost(stack);
    const found = new Map<Resource, NetworkStep[]>();
    const entered = new Set<Resource>();
    const queue: Resource[] = [];
    /** Forwarders that something new has come to. */
    const asked = new Set<Resource>();
    const enter = (host: Resource) => {
        if (byHost.get(host)?.[0]?.role === "forwarder") asked.add(host);
        else if (!entered.has(host)) queue.push(host);
        entered.add(host);
    };
    const add = (step: NetworkStep) => {
        const steps = found.get(step.to);
        if (steps) steps.push(step);
        else found.set(step.to, [step]);
        enter(step.to);
    };
    /** In place of what it handed on when less had come to it. */
    const forward = (balancer: Resource) => {
        const now = forwardedFrom(stack, balancer, found.get(balancer) ?? []);
        for (const [to, steps] of grouped(now.map((step) => [step, [step.to]] as const))) {
            const all = found.get(to) ?? [];
            const before = all.filter(({ from }) => from === balancer);
            if (isSame(before, steps)) continue;
            const others = all.filter(({ from }) => from !== balancer);
            found.set(to, [...others, ...steps]);
            enter(to);
        }
    };
    if (starts.has("internet")) for (const step of stack.once(directSteps, directSteps)) add(step);
    for (const start of starts) if (start !== "internet") enter(start);
    for (;;) {
        const host = queue.shift();
        const [balancer] = asked;
        if (host) {
            const role = byHost.get(host)?.[0]?.role;
            // A client is entered only where it is a start: nothing connects to it.
            if (role === "host" || role === "client") for (const step of stepsFrom(stack, host)) add(step);
        } else if (balancer) {
            asked.delete(balancer);
            forward(balancer);
        } else break;
    }
    return withCertainty(found, starts);
}

function isSame(one: readonly NetworkStep[], other: readonly NetworkStep[]): boolean {
    const [a, b] = [one, other].map((steps) => eitherOf(...steps.map((step) => step.packets)));
    return (
        a !== undefined &&
        b !== undefined &&
        traffic.equal(a.certain, b.certain) &&
        traffic.equal(a.possible, b.possible)
    );
}

/** A step from where nobody may ever come is not certain, whatever its own packets are. */
function withCertainty(found: ReadonlyMap<Resource, readonly NetworkStep[]>, starts: ReadonlySet<Start>): Reached {
    const entered = new Set<Start>(starts);
    const onward = grouped([...found.values()].flat().map((step) => [step, [step.from]] as const));
    const queue: Start[] = [...starts];
    for (let start = queue.shift(); start; start = queue.shift()) {
        for (const { to, packets: open } of onward.get(start) ?? []) {
            if (entered.has(to) || traffic.isEmpty(open.certain)) continue;
            entered.add(to);
            queue.push(to);
        }
    }
    const told = (step: NetworkStep): NetworkStep =>
        entered.has(step.from)
            ? step
            : { ...step, packets: { ...step.packets, certain: traffic.empty, awaits: step.packets.awaits } };
    return new Map([...found].map(([to, steps]) => [to, steps.map(told)]));
}

interface ByHost {
    readonly byHost: ReadonlyMap<Resource, readonly NetworkInterface[]>;
    /** By group, the interfaces that have it, or may. */
    readonly byGroup: ReadonlyMap<GroupKey, readonly NetworkInterface[]>;
}

function interfacesByHost(stack: Stack): ByHost {
    return stack.once(interfacesByHost, () => {
        const all = networkInterfaces(stack);
        return {
            byHost: grouped(all.map((one) => [one, [one.host]] as const)),
            byGroup: grouped(all.map((one) => [one, one.groups.possible] as const)),
        };
    });
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
function onPorts({ ports }: NetworkInterface, host: readonly Span[] | undefined): Bounds {
    if (host) return exactly(host.flatMap((span) => packets({ from: 6, to: 6 }, span, EVERYWHERE)));
    if (!ports) return exactly(ALL_TRAFFIC);
    return exactly(
        ports
            .map((port) => packets({ from: 6, to: 6 }, { from: port, to: port }, EVERYWHERE))
            .reduce(traffic.union, traffic.empty),
    );
}

/** Every step from the internet itself. */
function directSteps(stack: Stack): readonly NetworkStep[] {
    return networkInterfaces(stack).flatMap((one) => {
        if (one.role === "client" || (one.publicIpv4.is === "no" && one.hasIpv6.is === "no")) return [];
        const open = withListeners(
            stack,
            one,
            eitherOf(
                ...one.subnets.map((subnet) => fromInternet(stack, one, subnet)),
                ...inSubnetsElsewhere(stack, one),
            ),
        );
        if (traffic.isEmpty(open.possible)) return [];
        return [
            {
                from: "internet",
                to: one.host,
                packets: open,
                openedBy: openers(stack, one, (rule) => overlaps(rule.addresses.possible, INTERNET)),
            },
        ];
    });
}

/** A balancer answers where it listens. */
function withListeners(stack: Stack, one: NetworkInterface, open: Bounds): Bounds {
    if (one.role !== "forwarder" || one.ports) return bothOf(open, onPorts(one, undefined));
    const listening = (forwardings(stack).get(one.host.urn) ?? []).map(({ protocols, ports, awaits }) => {
        const set = protocols.flatMap((span) => packets(span, ports, EVERYWHERE));
        return awaits.length > 0 ? atMost(set, ...awaits) : exactly(set);
    });
    return bothOf(open, listening.length === 0 ? NOTHING : eitherOf(...listening));
}

function fromInternet(stack: Stack, one: NetworkInterface, subnet: Subnet): Bounds {
    const gateway = reachedBy(stack, subnet, ["internet gateway"]);
    const families = (["ipv4", "ipv6"] as const).map((family) => {
        const isPublic = family === "ipv4" ? one.publicIpv4 : one.hasIpv6;
        const within = (set: Addresses) => addresses.intersect(ofFamily(set, family), INTERNET);
        const clients = { ...gateway, certain: within(gateway.certain), possible: within(gateway.possible) };
        return bothOf(when(isPublic, ALL_TRAFFIC), ofAddresses(clients));
    });
    const isOpen = any(subnet.isClosed.is === "yes" ? no : subnet.isClosed.is === "no" ? yes : subnet.isClosed);
    return bothOf(
        eitherOf(...families),
        when(isOpen, ALL_TRAFFIC),
        throughAcl(stack, subnet, "ingress"),
        returning(throughAcl(stack, subnet, "egress")),
        admitted(stack, one, "ingress"),
    );
}

/** Of a subnet that this stack does not tell, nobody here knows where its routes lead: what its address and groups let in may come. */
function inSubnetsElsewhere(stack: Stack, one: NetworkInterface): readonly Bounds[] {
    if (one.elsewhere.length === 0) return [];
    const isPublic = any(one.publicIpv4, one.hasIpv6);
    const most = atMost(withAddresses(INTERNET), ...one.elsewhere);
    return [bothOf(when(isPublic, ALL_TRAFFIC), most, admitted(stack, one, "ingress"))];
}

function returning({ certain, possible, awaits }: Bounds): Bounds {
    if (certain === ALL_TRAFFIC) return exactly(ALL_TRAFFIC);
    if (certain === possible) return { ...exactly(answered(certain)), awaits };
    return { certain: answered(certain), possible: answered(possible), awaits };
}

/** What the groups of an interface let in from, or out to, addresses. */
function admitted(stack: Stack, one: NetworkInterface, direction: "ingress" | "egress"): Bounds {
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
    return parts.length === 0 ? NOTHING : eitherOf(...parts);
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
    return parts.length === 0 ? NOTHING : eitherOf(...parts);
}

/** The private addresses of one family that an interface has in one of its subnets; undefined where it has none. */
function addressesIn(one: NetworkInterface, subnet: Subnet, family: Family): KnownAddresses | undefined {
    const isIpv6 = family === "ipv6";
    if (isIpv6 && one.hasIpv6.is === "no") return undefined;
    const own = ofFamilyAlone(one.addresses ?? NO_ADDRESSES, family);
    const all = ofFamilyAlone(subnet.addresses, family);
    // An address that is not of this subnet is another interface's, or made up for a preview.
    const isOwn = !addresses.isEmpty(own.possible) && overlaps(own.possible, all.possible);
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
    const id = membersOf(stack, other) * 2 ** 24 + idOf(ends);
    return overGroups(own, (key) => {
        const known = memo.get(key) ?? new Map<number, Bounds>();
        memo.set(key, known);
        const found = known.get(id) ?? ofRules(securityGroup(stack, key), other, ends, direction);
        known.set(id, found);
        return found;
    });
}

/** A number for the groups of an interface: the same for the same groups. */
function membersOf(stack: Stack, { groups }: NetworkInterface): number {
    const { byObject, byText } = stack.once(membersOf, () => ({
        byObject: new Map<object, number>(),
        byText: new Map<string, number>(),
    }));
    const known = byObject.get(groups);
    if (known !== undefined) return known;
    const text = `${groups.certain.join(",")}|${groups.possible.join(",")}|${groups.isAny}`;
    const id = byText.get(text) ?? byText.size;
    byText.set(text, id);
    byObject.set(groups, id);
    return id;
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
    if (group.isDefault && (direction === "egress" || other.groups.possible.includes(group.key)))
        parts.push(exactly(ALL_TRAFFIC));
    return parts.length === 0 ? NOTHING : eitherOf(...parts);
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

/** The steps from one resource that runs code to any other. */
function stepsFrom(stack: Stack, host: Resource): readonly NetworkStep[] {
    const { byHost } = interfacesByHost(stack);
    const own = byHost.get(host) ?? [];
    return own.flatMap((from) =>
        candidates(stack, from)
            .filter((to) => to.host !== host && to.role !== "client")
            .flatMap((to) => {
                const open = withListeners(stack, to, between(stack, from, to));
                if (traffic.isEmpty(open.possible)) return [];
                return [stepBetween(stack, from, to, open)];
            }),
    );
}

function stepBetween(stack: Stack, from: NetworkInterface, to: NetworkInterface, open: Bounds): NetworkStep {
    const ends = everyAddress(from);
    const lets = (rule: GroupRule) =>
        any(fitsGroups(rule, from), ...ends.map((one) => fitsAddresses(rule, one))).is !== "no";
    return { from: from.host, to: to.host, packets: open, openedBy: openers(stack, to, lets) };
}

const FAMILIES: readonly Family[] = ["ipv4", "ipv6"];

function everyAddress(one: NetworkInterface): readonly KnownAddresses[] {
    return one.subnets.flatMap((subnet) => FAMILIES.flatMap((family) => addressesIn(one, subnet, family) ?? []));
}

/** Those whose groups let anything in from where this one is; only for these the rest is worked out. */
function candidates(stack: Stack, from: NetworkInterface): readonly NetworkInterface[] {
    const { byGroup } = interfacesByHost(stack);
    const index = stack.once(candidates, admittingGroups);
    const keys = new Set<GroupKey>(from.groups.possible.flatMap((key) => [...(index.bySource.get(key) ?? []), key]));
    for (const key of index.anySource) keys.add(key);
    for (const ends of everyAddress(from)) for (const key of index.overlapping(ends)) keys.add(key);
    if (from.groups.isAny) for (const key of index.bySource.values()) for (const one of key) keys.add(one);
    const found = new Set<NetworkInterface>(index.unfiltered);
    for (const key of keys) for (const one of byGroup.get(key) ?? []) found.add(one);
    return [...found];
}

function admittingGroups(stack: Stack) {
    const all = [...securityGroups(stack).values()];
    const { byGroup } = interfacesByHost(stack);
    const told = securityGroups(stack);
    const elsewhere = [...byGroup.keys()].filter((key) => securityGroup(stack, key).isElsewhere);
    const inbound = all.map(
        (group) => [group.key, group.rules.filter(({ direction }) => direction === "ingress")] as const,
    );
    const memo = new Map<number, readonly GroupKey[]>();
    return {
        bySource: grouped(
            inbound.map(([key, rules]) => [key, [...new Set(rules.flatMap(({ groups }) => groups.possible))]] as const),
        ),
        anySource: [
            ...inbound.filter(([, rules]) => rules.some(({ groups }) => groups.isAny)).map(([key]) => key),
            ...elsewhere.filter((key) => !told.has(key) || securityGroup(stack, key).isElsewhere),
        ],
        unfiltered: networkInterfaces(stack).filter((one) => one.isUnfiltered || one.groups.isAny),
        overlapping: (ends: KnownAddresses): readonly GroupKey[] => {
            const id = idOf(ends);
            const found =
                memo.get(id) ??
                inbound
                    .filter(([, rules]) => rules.some((rule) => overlaps(rule.addresses.possible, ends.possible)))
                    .map(([key]) => key);
            memo.set(id, found);
            return found;
        },
    };
}

/** What gets from one interface to another inside the network, over addresses of one family. */
function between(stack: Stack, from: NetworkInterface, to: NetworkInterface): Bounds {
    const parts: Bounds[] = [];
    for (const here of from.subnets)
        for (const there of to.subnets)
            for (const family of FAMILIES) {
                const [own, others] = [addressesIn(from, here, family), addressesIn(to, there, family)];
                const way = own && others ? joined(stack, here, there, family) : no;
                if (!own || !others || way.is === "no") continue;
                const groups = bothOf(
                    when(way, ALL_TRAFFIC),
                    betweenGroups(stack, from, to, others, "egress"),
                    betweenGroups(stack, to, from, own, "ingress"),
                );
                if (traffic.isEmpty(groups.possible)) continue;
                parts.push(bothOf(groups, throughAcls(stack, here, there, own, others)));
            }
    return parts.length === 0 ? NOTHING : eitherOf(...parts);
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

/** What a balancer, or a proxy, hands on of what has reached it. */
function forwardedFrom(stack: Stack, balancer: Resource, steps: readonly NetworkStep[]): readonly NetworkStep[] {
    const { byHost } = interfacesByHost(stack);
    const nodes = (byHost.get(balancer) ?? []).flatMap((one) => nodesOf(one));
    const arrived = nodes.map((node) => [node, arrivedAt(stack, node, steps)] as const);
    return (forwardings(stack).get(balancer.urn) ?? []).flatMap(({ resource, protocols, ports, targets, awaits }) => {
        const listened = protocols.flatMap((span) => packets(span, ports, EVERYWHERE));
        const asked = awaits.length > 0 ? atMost(listened, ...awaits) : exactly(listened);
        return targets.flatMap((target) => {
            const to = target.at ?? byHost.get(target.host)?.[0];
            if (!to) return [];
            const open = eitherOf(
                ...arrived.map(([from, some]) => {
                    const taken = bothOf(some, asked);
                    return traffic.isEmpty(taken.possible)
                        ? NOTHING
                        : handedOn(stack, from, to, target, protocols, taken);
                }),
            );
            const [from] = nodes;
            if (!from || traffic.isEmpty(open.possible)) return [];
            const step = stepBetween(stack, from, to, open);
            return [{ ...step, openedBy: [{ resource, path: "" }, ...step.openedBy] }];
        });
    });
}

/** A balancer has a node in each of its subnets, and each hands on what has come to itself. */
function nodesOf(one: NetworkInterface): readonly NetworkInterface[] {
    return one.subnets.length <= 1 ? [one] : one.subnets.map((subnet) => ({ ...one, subnets: [subnet] }));
}

/** Of what has reached a balancer, what has come to one of its nodes. */
function arrivedAt(stack: Stack, node: NetworkInterface, steps: readonly NetworkStep[]): Bounds {
    const { byHost } = interfacesByHost(stack);
    const parts = steps.map(({ from, packets: all }) => {
        if (from === "internet") return eitherOf(...node.subnets.map((subnet) => fromInternet(stack, node, subnet)));
        const sources = byHost.get(from) ?? [];
        if (sources.some(({ role }) => role === "forwarder")) return all;
        return eitherOf(...sources.map((source) => between(stack, source, node)));
    });
    return eitherOf(...parts);
}

function handedOn(
    stack: Stack,
    from: NetworkInterface,
    to: NetworkInterface,
    { port, keepsClient }: ForwardTarget,
    protocols: readonly Span[],
    taken: Bounds,
): Bounds {
    const span = port === undefined ? EVERY_PORT : { from: port, to: port };
    const asked = protocols.flatMap((protocol) => packets(protocol, span, EVERYWHERE));
    const passed = keepsClient
        ? eitherOf(between(stack, from, { ...to, isUnfiltered: true }))
        : between(stack, from, to);
    const clients: Bounds = keepsClient
        ? bothOf(admitted(stack, to, "ingress"), {
              certain: withAddresses(endsOf(taken.certain)),
              possible: withAddresses(endsOf(taken.possible)),
              awaits: taken.awaits,
          })
        : exactly(ALL_TRAFFIC);
    const seen = keepsClient
        ? { ...clients, certain: whateverAddresses(clients.certain), possible: whateverAddresses(clients.possible) }
        : clients;
    const isCertain = !traffic.isEmpty(taken.certain) && (port !== undefined || to.ports !== undefined);
    const open = bothOf(passed, seen, onPorts(to, undefined), exactly(asked));
    return isCertain
        ? open
        : { certain: traffic.empty, possible: open.possible, awaits: [...open.awaits, ...taken.awaits] };
}

/** The rules, and the groups of another stack, that let packets to an interface. */
function openers(stack: Stack, { groups }: NetworkInterface, lets: (rule: GroupRule) => boolean): readonly Opener[] {
    return groups.possible.flatMap((key) =>
        securityGroup(stack, key)
            .rules.filter((rule) => rule.direction === "ingress" && lets(rule))
            .map(({ resource, at }) => ({ resource, path: at.path })),
    );
}
