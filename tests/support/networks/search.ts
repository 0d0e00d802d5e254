/**
 * Which packets get where from the internet: packet after packet, hop after hop, by plain loops. Written from AWS's documentation
 * (Amazon VPC User Guide: route tables, network ACLs, security groups, VPC peering), not from the project's code.
 */
import {
    type Acl,
    type AclRule,
    type Address,
    addressOf,
    type Block,
    blockOf,
    edgesOf,
    type Group,
    type GroupRule,
    isIn,
    type Match,
    type Network,
    type Point,
    type PrefixList,
    type Subnet,
    type Thing,
    type Way,
} from "./network";

export interface Packet {
    readonly protocol: number;
    readonly port: number;
}

const POSTGRES = 5432;

/** What the internet's routers carry no packets of. */
const ELSEWHERE = [
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"],
    ...["224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8"],
].map(blockOf);

const isList = (end: Block | PrefixList | Group): end is PrefixList => "entries" in end;
const isGroup = (end: Block | PrefixList | Group): end is Group => "inbound" in end;

/** Addresses of the internet: one in each stretch that the network's rules, routes and lists tell apart. */
function internetOf(network: Network): readonly Address[] {
    const found = new Map<string, Address>();
    const note = (block: Block | PrefixList | Group) => {
        if (isGroup(block)) return;
        for (const one of isList(block) ? block.entries : [block])
            for (const address of edgesOf(one)) found.set(address.bits, address);
    };
    for (const vpc of network.vpcs) {
        vpc.blocks.forEach(note);
        for (const { acl, table } of vpc.subnets) {
            for (const { to } of table.routes) note(to);
            for (const { block } of [...acl.inbound, ...acl.outbound]) note(block);
        }
    }
    for (const { points } of network.things)
        for (const group of points.flatMap(({ groups = [] }) => groups))
            for (const { ends } of group.inbound) ends.forEach(note);
    for (const block of ELSEWHERE) note(block);
    for (const address of ["8.8.8.8", "2600::8"].map(addressOf)) found.set(address.bits, address);
    return [...found.values()].filter((address) => !ELSEWHERE.some((block) => isIn(address, block)));
}

/** Packets of every kind that the network's rules tell apart. */
export function packetsOf(network: Network): readonly Packet[] {
    const ports = new Set([0, 1023, 1024, POSTGRES, 65_535]);
    const note = ({ from, to }: Match) => {
        for (const port of [from - 1, from, to, to + 1]) if (port >= 0 && port <= 65_535) ports.add(port);
    };
    for (const { subnets } of network.vpcs)
        for (const { acl } of subnets) [...acl.inbound, ...acl.outbound].forEach(note);
    for (const { points, forwards } of network.things) {
        for (const group of points.flatMap(({ groups = [] }) => groups))
            [...group.inbound, ...group.outbound].forEach(note);
        for (const { listens, to } of forwards)
            for (const port of [listens, POSTGRES, ...to.map((one) => one.port)])
                note({ protocol: 6, from: port, to: port });
    }
    const types = [0, 3 * 256 + 4, 8 * 256, 8 * 256 + 1, 65_535];
    return [6, 17, 1, 58, 47].flatMap((protocol) => {
        const all = protocol === 6 || protocol === 17 ? [...ports] : protocol === 47 ? [0] : types;
        return all.map((port) => ({ protocol, port }));
    });
}

function matches(rule: Match, { protocol, port }: Packet): boolean {
    if (rule.protocol === "any") return true;
    if (rule.protocol !== protocol) return false;
    if (protocol === 6 || protocol === 17) return rule.from <= port && port <= rule.to;
    if (protocol !== 1 && protocol !== 58) return true;
    return (rule.from === -1 || rule.from === port >> 8) && (rule.to === -1 || rule.to === (port & 255));
}

/** The first rule that fits, by number, decides; where none does, nothing passes. */
function passes(rules: readonly AclRule[], packet: Packet, other: Address): boolean {
    for (const rule of [...rules].sort((one, next) => one.number - next.number))
        if (isIn(other, rule.block) && matches(rule, packet)) return rule.allows;
    return false;
}

/** Packets by which answers may come back: to a port that the client has chosen; of other protocols any. */
function answersTo(protocol: number, rules: readonly AclRule[]): readonly Packet[] {
    if (protocol !== 6 && protocol !== 17)
        return [0, 3 * 256 + 4, 8 * 256, 8 * 256 + 1, 65_535].map((port) => ({ protocol, port }));
    const ports = rules.flatMap(({ from, to }) => [from - 1, from, to, to + 1]).concat(1024, 65_535);
    return ports.filter((port) => port >= 1024 && port <= 65_535).map((port) => ({ protocol, port }));
}

/** Where the subnet's most specific route leads; `local` within the VPC. */
function wayTo(subnet: Subnet, address: Address): Way | "local" | undefined {
    if (subnet.vpc.blocks.some((block) => isIn(address, block))) return "local";
    let best = -1;
    let way: Way | undefined;
    for (const { to, by } of subnet.table.routes)
        for (const block of isList(to) ? to.entries : [to])
            if (isIn(address, block) && block.prefix.length > best) [best, way] = [block.prefix.length, by];
    return way;
}

/** Does some rule let packets pass between here and an address, or the members of a group there? */
function admits(rules: readonly GroupRule[], packet: Packet, other: Address, groups: readonly Group[]): boolean {
    return rules.some(
        (rule) =>
            matches(rule, packet) &&
            rule.ends.some((end) => {
                if (isGroup(end)) return groups.includes(end);
                return isList(end) ? end.entries.some((block) => isIn(other, block)) : isIn(other, end);
            }),
    );
}

const inboundOf = ({ groups }: Point) => groups?.flatMap(({ inbound }) => inbound);
const outboundOf = ({ groups }: Point) => groups?.flatMap(({ outbound }) => outbound);

function fromInternet(point: Point, source: Address, packet: Packet): boolean {
    const { subnet } = point;
    const hasAddress = source.family === "ipv4" ? point.hasPublicIpv4 : point.ipv6 !== undefined;
    if (!hasAddress || !subnet.vpc.hasGateway || wayTo(subnet, source) !== "internet") return false;
    if (!passes(subnet.acl.inbound, packet, source)) return false;
    const rules = inboundOf(point);
    if (rules && !admits(rules, packet, source, [])) return false;
    return answersTo(packet.protocol, subnet.acl.outbound).some((back) => passes(subnet.acl.outbound, back, source));
}

function between(from: Point, to: Point, packet: Packet): boolean {
    const ends = [
        [from.ipv4, to.ipv4],
        [from.ipv6, to.ipv6],
    ];
    return ends.some(([source, target]) => {
        if (!source || !target) return false;
        const [out, into] = [outboundOf(from), inboundOf(to)];
        if (out && !admits(out, packet, target, to.groups ?? [])) return false;
        if (into && !admits(into, packet, source, from.groups ?? [])) return false;
        if (from.subnet === to.subnet) return true;
        if (!isRouted(from.subnet, target, to.subnet) || !isRouted(to.subnet, source, from.subnet)) return false;
        const [here, there]: readonly Acl[] = [from.subnet.acl, to.subnet.acl];
        if (!here || !there) return false;
        return (
            passes(here.outbound, packet, target) &&
            passes(there.inbound, packet, source) &&
            // One and the same port of the client's: both lists have to let the answer through.
            answersTo(packet.protocol, [...there.outbound, ...here.inbound]).some(
                (back) => passes(there.outbound, back, source) && passes(here.inbound, back, target),
            )
        );
    });
}

function isRouted(from: Subnet, address: Address, to: Subnet): boolean {
    const way = wayTo(from, address);
    return from.vpc === to.vpc ? way === "local" : way === to.vpc;
}

const written = ({ protocol, port }: Packet) => `${protocol}:${port}`;

/** A database answers on its port, a load balancer on those of its listeners, a function on none. */
function answersOn({ kind, forwards }: Thing, { protocol, port }: Packet): boolean {
    if (kind === "instance") return true;
    if (kind === "database") return protocol === 6 && port === POSTGRES;
    return kind === "balancer" && forwards.some((one) => one.protocol === protocol && one.listens === port);
}

/** By resource, the packets that get there: straight from the internet, or from what has been reached before. */
export function reached(network: Network): ReadonlyMap<string, ReadonlySet<string>> {
    const packets = packetsOf(network);
    const internet = internetOf(network);
    const at = new Map<Point, Set<string>>();
    const open: Thing[] = [];
    const owner = new Map(network.things.flatMap((thing) => thing.points.map((point) => [point, thing] as const)));
    const arrive = (point: Point, packet: Packet) => {
        const [there, thing] = [at.get(point) ?? new Set<string>(), owner.get(point)];
        if (!thing || !answersOn(thing, packet) || there.has(written(packet))) return;
        at.set(point, there.add(written(packet)));
        if (!open.includes(thing)) open.push(thing);
    };
    for (const point of owner.keys())
        for (const source of internet.filter((one) => !point.subnet.vpc.blocks.some((block) => isIn(one, block))))
            for (const packet of packets) if (fromInternet(point, source, packet)) arrive(point, packet);
    for (let thing = open.shift(); thing; thing = open.shift()) {
        if (thing.kind === "balancer") {
            for (const point of thing.points)
                for (const { protocol, listens, to } of thing.forwards)
                    if (at.get(point)?.has(written({ protocol, port: listens })))
                        for (const target of to)
                            if (between(point, target.point, { protocol, port: target.port }))
                                arrive(target.point, { protocol, port: target.port });
        } else if (thing.kind === "instance") {
            for (const point of thing.points)
                for (const [target, other] of owner)
                    if (other !== thing)
                        for (const packet of packets) if (between(point, target, packet)) arrive(target, packet);
        }
    }
    return new Map(
        network.things.map(({ name, points }) => [
            name,
            new Set(points.flatMap((point) => [...(at.get(point) ?? [])])),
        ]),
    );
}
