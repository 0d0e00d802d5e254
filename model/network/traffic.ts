import { type Addresses, addresses, EVERYWHERE } from "./addresses";
import { type Algebra, along, type Pieces, unionOf, WHOLE } from "./pieces";

/** By port, the addresses at the other end. */
type ByPort = Pieces<number, Addresses>;

/**
 * A set of packets: by protocol number, by port, the addresses at the other end (an inbound rule's sources, an outbound
 * rule's destinations). A protocol without ports has them all, but ICMP: there `port` is type × 256 + code.
 */
export type Traffic = Pieces<number, ByPort>;

const BY_PORT = along(WHOLE, addresses);
export const traffic: Algebra<Traffic> = along(WHOLE, BY_PORT);

/** A stretch of numbers, both ends included. */
export interface Span {
    readonly from: number;
    readonly to: number;
}

/** Protocols by their numbers. */
export const TCP = 6;
export const UDP = 17;
const ICMP = 1;
const ICMPV6 = 58;
export const EVERY_PROTOCOL: Span = { from: 0, to: 255 };
export const EVERY_PORT: Span = { from: 0, to: 65_535 };

/**
 * Security groups have names for four protocols; network ACLs take those of IANA's registry. Source:
 * https://www.iana.org/assignments/protocol-numbers
 */
const BY_NAME: ReadonlyMap<string, number> = new Map([
    ["tcp", TCP],
    ["udp", UDP],
    ["icmp", ICMP],
    ["icmpv6", ICMPV6],
    ["icmp6", ICMPV6],
    ["ipv6-icmp", ICMPV6],
    ["igmp", 2],
    ["ipv4", 4],
    ["ipv6", 41],
    ["gre", 47],
    ["esp", 50],
    ["ah", 51],
    ["ospfigp", 89],
    ["pim", 103],
    ["vrrp", 112],
    ["l2tp", 115],
    ["sctp", 132],
    ["udplite", 136],
]);

/** The protocols that a rule's text or number means: `tcp`, `6`, `-1`, `all`. Undefined where it means none. */
export function protocolsOf(text: string): Span | undefined {
    const name = text.trim().toLowerCase();
    if (name === "-1" || name === "all") return EVERY_PROTOCOL;
    const number = BY_NAME.get(name) ?? (/^\d{1,3}$/.test(name) ? Number(name) : undefined);
    return number === undefined || number > 255 ? undefined : { from: number, to: number };
}

/** Is a number within a stretch of them? */
export function takesIn({ from, to }: Span, one: number): boolean {
    return from <= one && one <= to;
}

/** What people call a protocol. */
export function protocolName(number: number): string {
    return [...BY_NAME].find(([, known]) => known === number)?.[0] ?? `protocol ${number}`;
}

export function hasPorts(protocol: number): boolean {
    return protocol === TCP || protocol === UDP;
}

/**
 * The ports that a rule means for its protocols. All for every protocol and for those without ports; of ICMP, `from` is the
 * type and `to` the code, and -1 is any.
 */
export function portsOf(protocols: Span, from: number | undefined, to: number | undefined): Span {
    if (protocols.from !== protocols.to) return EVERY_PORT;
    if (protocols.from === ICMP || protocols.from === ICMPV6) return icmpTypes(from, to);
    if (!hasPorts(protocols.from)) return EVERY_PORT;
    if (from === undefined || from < 0) return EVERY_PORT;
    return { from, to: to === undefined || to < 0 ? (to === undefined ? from : EVERY_PORT.to) : to };
}

function icmpTypes(type: number | undefined, code: number | undefined): Span {
    if (type === undefined || type < 0 || type > 255) return EVERY_PORT;
    const first = type * 256;
    return code === undefined || code < 0 || code > 255
        ? { from: first, to: first + 255 }
        : { from: first + code, to: first + code };
}

/** The packets of some protocols and ports with some addresses. */
export function packets(protocols: Span, ports: Span, other: Addresses): Traffic {
    if (addresses.isEmpty(other) || protocols.from > protocols.to || ports.from > ports.to) return traffic.empty;
    return [{ ...protocols, is: [{ ...ports, is: other }] }];
}

export const ALL_TRAFFIC = packets(EVERY_PROTOCOL, EVERY_PORT, EVERYWHERE);

/** All protocols and ports with these addresses. */
export function withAddresses(other: Addresses): Traffic {
    return packets(EVERY_PROTOCOL, EVERY_PORT, other);
}

/** All TCP packets to one of the ports. */
export function tcp(ports: Span, other: Addresses = EVERYWHERE): Traffic {
    return packets({ from: TCP, to: TCP }, ports, other);
}

export function unionOfTraffic(sets: readonly Traffic[]): Traffic {
    return unionOf(traffic, sets);
}

/** All addresses that some packet of the set has at the other end. */
export function endsOf(set: Traffic): Addresses {
    return unionOf(
        addresses,
        set.flatMap(({ is }) => is.map((piece) => piece.is)),
    );
}

/** The same protocols and ports, whatever the addresses were. */
export function whateverAddresses(set: Traffic, other: Addresses = EVERYWHERE): Traffic {
    return mapEnds(set, () => other);
}

/** The same protocols and ports, with other addresses at the other end. */
export function mapEnds(set: Traffic, by: (ends: Addresses) => Addresses): Traffic {
    return unionOfTraffic(
        set.flatMap(({ from, to, is }) => is.map((piece) => packets({ from, to }, piece, by(piece.is)))),
    );
}

/** Packets to ports that a client may take for its own end. A client chooses, so an answer to one of them is enough. */
const TO_CLIENTS = [TCP, UDP].reduce(
    (all, protocol) =>
        traffic.subtract(all, packets({ from: protocol, to: protocol }, { from: 0, to: 1023 }, EVERYWHERE)),
    ALL_TRAFFIC,
);

/** Packets of any port, with those addresses to which answers of the same protocol are let through. */
export function answered(returning: Traffic): Traffic {
    return unionOfTraffic(
        traffic.intersect(returning, TO_CLIENTS).map((piece) => packets(piece, EVERY_PORT, endsOf([piece]))),
    );
}

/** A stretch of ports of one or more protocols that the same addresses have. */
export interface Opening {
    readonly protocols: Span;
    readonly ports: Span;
    readonly ends: Addresses;
}

export function openingsOf(set: Traffic): readonly Opening[] {
    return set.flatMap(({ from, to, is }) =>
        is.map((piece) => ({ protocols: { from, to }, ports: { from: piece.from, to: piece.to }, ends: piece.is })),
    );
}
