import assert from "node:assert/strict";
import fc from "fast-check";
import {
    ALL_TRAFFIC,
    addresses,
    answered,
    blocks,
    covers,
    EVERY_PORT,
    EVERY_PROTOCOL,
    EVERYWHERE,
    endsOf,
    hasPorts,
    mapEnds,
    openingsOf,
    packets,
    portsOf,
    protocolName,
    protocolsOf,
    type Span,
    type Traffic,
    tcp,
    traffic,
    unionOfTraffic,
    whateverAddresses,
    withAddresses,
} from "../../model/network";
import {
    type Address,
    type Block,
    block,
    edgesOf,
    evaluate,
    type Formula,
    formula,
    has,
    isIn,
    leavesOf,
    MEMBERSHIP,
    setOf,
} from "../support/sets";

interface Rule {
    readonly protocols: Span;
    readonly ports: Span;
    readonly block: Block;
}

interface Packet {
    readonly protocol: number;
    readonly port: number;
    readonly address: Address;
}

const isWithin = ({ from, to }: Span, number: number) => from <= number && number <= to;

function lets(rule: Rule, { protocol, port, address }: Packet): boolean {
    return isWithin(rule.protocols, protocol) && isWithin(rule.ports, port) && isIn(address, rule.block);
}

function carries(set: Traffic, { protocol, port, address }: Packet): boolean {
    return openingsOf(set).some(
        ({ protocols, ports, ends }) => isWithin(protocols, protocol) && isWithin(ports, port) && has(ends, address),
    );
}

const edge = fc.constantFrom(0, 1, 21, 22, 23, 80, 1023, 1024, 3389, 65_534, 65_535);
const rule: fc.Arbitrary<Rule> = fc.record({
    protocols: fc.oneof(
        fc.constantFrom(1, 6, 7, 17, 58).map((number) => ({ from: number, to: number })),
        fc.constant(EVERY_PROTOCOL),
        fc.constant({ from: 5, to: 17 }),
    ),
    ports: fc.oneof(
        fc.constant(EVERY_PORT),
        fc.tuple(edge, edge).map(([one, other]) => ({ from: Math.min(one, other), to: Math.max(one, other) })),
    ),
    block,
});

const ofRule = ({ protocols, ports, block: source }: Rule) => packets(protocols, ports, setOf(source));

const around = (spans: readonly Span[], last: number) => [
    ...new Set(spans.flatMap(({ from, to }) => [from - 1, from, to, to + 1]).concat(0, last)),
];

function portsAround(rules: readonly Rule[]): readonly number[] {
    return around([...rules.map(({ ports }) => ports), { from: 1024, to: 65_535 }], 65_535).filter((port) =>
        isWithin(EVERY_PORT, port),
    );
}

/** Between these no set made of the rules changes. */
function packetsAround(rules: readonly Rule[]): readonly Packet[] {
    const protocols = around([...rules.map((one) => one.protocols), { from: 6, to: 6 }, { from: 17, to: 17 }], 255);
    const ends = edgesOf(rules.map((one) => one.block));
    return protocols
        .filter((protocol) => isWithin(EVERY_PROTOCOL, protocol))
        .flatMap((protocol) =>
            portsAround(rules).flatMap((port) => ends.map((address) => ({ protocol, port, address }))),
        );
}

const made = formula(rule).filter((one) => leavesOf(one).length <= 6);
const setMade = (by: Formula<Rule>) => evaluate(by, ofRule, traffic);

describe("sets of packets", () => {
    it("are what their rules let through, put together in any way", () => {
        fc.assert(
            fc.property(made, (by) => {
                const set = setMade(by);
                for (const packet of packetsAround(leavesOf(by)))
                    assert.equal(
                        carries(set, packet),
                        evaluate(by, (leaf) => lets(leaf, packet), MEMBERSHIP),
                    );
            }),
            { numRuns: 150 },
        );
    });
    it("are equal exactly where they have the same packets, and written in one way", () => {
        fc.assert(
            fc.property(made, made, (left, right) => {
                const [one, other] = [setMade(left), setMade(right)];
                const all = packetsAround([...leavesOf(left), ...leavesOf(right)]);
                const areSame = all.every((packet) => carries(one, packet) === carries(other, packet));
                assert.equal(traffic.equal(one, other), areSame);
                assert.equal(traffic.isEmpty(one), !all.some((packet) => carries(one, packet)));
                if (areSame) assert.deepEqual(one, other);
            }),
            { numRuns: 80 },
        );
        fc.assert(
            fc.property(made, (by) => {
                const set = setMade(by);
                const again = openingsOf(set).map(({ protocols, ports, ends }) => packets(protocols, ports, ends));
                assert.deepEqual(unionOfTraffic(again.reverse()), set);
                assert.deepEqual(traffic.subtract(ALL_TRAFFIC, traffic.subtract(ALL_TRAFFIC, set)), set);
            }),
            { numRuns: 300 },
        );
    });
    it("have the addresses of all their packets at the other end, and may be given others", () => {
        fc.assert(
            fc.property(made, (by) => {
                const set = setMade(by);
                const all = packetsAround(leavesOf(by)).filter((packet) => carries(set, packet));
                const ends = endsOf(set);
                for (const { address } of all) assert.ok(has(ends, address));
                for (const address of edgesOf(leavesOf(by).map((one) => one.block)))
                    assert.equal(
                        has(ends, address),
                        all.some(
                            (packet) =>
                                packet.address.number === address.number && packet.address.family === address.family,
                        ),
                    );
                assert.deepEqual(endsOf(whateverAddresses(set)), traffic.isEmpty(set) ? addresses.empty : EVERYWHERE);
                const low = blocks("0.0.0.0/1");
                assert.deepEqual(
                    mapEnds(set, (one) => addresses.intersect(one, low)),
                    traffic.intersect(set, withAddresses(low)),
                );
            }),
            { numRuns: 60 },
        );
    });
    it("are answered where a packet back to some port of a client is let through", () => {
        fc.assert(
            fc.property(made, (by) => {
                const set = setMade(by);
                const back = answered(set);
                const ports = portsAround(leavesOf(by));
                for (const packet of packetsAround(leavesOf(by))) {
                    const clients = hasPorts(packet.protocol) ? ports.filter((port) => port >= 1024) : ports;
                    assert.equal(
                        carries(back, packet),
                        clients.some((port) => carries(set, { ...packet, port })),
                        JSON.stringify({ ...packet, address: String(packet.address.number) }),
                    );
                }
                assert.deepEqual(unionOfTraffic([back, traffic.empty]), back);
                assert.deepEqual(traffic.intersect(back, ALL_TRAFFIC), back);
            }),
            { numRuns: 100 },
        );
    });
    it("are none where a stretch has no end or nobody is there", () => {
        assert.deepEqual(packets({ from: 6, to: 6 }, { from: 23, to: 22 }, EVERYWHERE), traffic.empty);
        assert.deepEqual(packets({ from: 7, to: 6 }, EVERY_PORT, EVERYWHERE), traffic.empty);
        assert.deepEqual(tcp({ from: 22, to: 22 }, addresses.empty), traffic.empty);
        assert.ok(covers(endsOf(tcp({ from: 22, to: 22 })), EVERYWHERE));
    });
});

describe("a rule's protocol", () => {
    const read: Readonly<Record<string, Span | undefined>> = {
        "-1": EVERY_PROTOCOL,
        all: EVERY_PROTOCOL,
        ALL: EVERY_PROTOCOL,
        tcp: { from: 6, to: 6 },
        TCP: { from: 6, to: 6 },
        "6": { from: 6, to: 6 },
        " udp ": { from: 17, to: 17 },
        icmp: { from: 1, to: 1 },
        icmpv6: { from: 58, to: 58 },
        "ipv6-icmp": { from: 58, to: 58 },
        gre: { from: 47, to: 47 },
        esp: { from: 50, to: 50 },
        sctp: { from: 132, to: 132 },
        "0": { from: 0, to: 0 },
        "255": { from: 255, to: 255 },
        "256": undefined,
        "-2": undefined,
        "6.0": undefined,
        "": undefined,
        ssh: undefined,
    };
    for (const [text, span] of Object.entries(read))
        it(`${JSON.stringify(text)} is ${span ? `${span.from} to ${span.to}` : "none"}`, () =>
            assert.deepEqual(protocolsOf(text), span));
    it("is called by its name, and read by it", () => {
        for (let number = 0; number < 256; number += 1) {
            const name = protocolName(number);
            if (!name.startsWith("protocol ")) assert.deepEqual(protocolsOf(name), { from: number, to: number });
        }
        assert.deepEqual([6, 17, 1, 58, 200].map(protocolName), ["tcp", "udp", "icmp", "icmpv6", "protocol 200"]);
    });
});

describe("a rule's ports", () => {
    const tcpOnly: Span = { from: 6, to: 6 };
    const icmp: Span = { from: 1, to: 1 };
    const cases: Readonly<Record<string, readonly [Span, number | undefined, number | undefined, Span]>> = {
        one: [tcpOnly, 22, 22, { from: 22, to: 22 }],
        "a range": [tcpOnly, 20, 25, { from: 20, to: 25 }],
        "port 0 alone": [tcpOnly, 0, 0, { from: 0, to: 0 }],
        all: [tcpOnly, 0, 65_535, EVERY_PORT],
        "none given": [tcpOnly, undefined, undefined, EVERY_PORT],
        any: [tcpOnly, -1, -1, EVERY_PORT],
        "a first one alone": [tcpOnly, 22, undefined, { from: 22, to: 22 }],
        "of every protocol: all, whatever is said": [EVERY_PROTOCOL, 0, 0, EVERY_PORT],
        "of a protocol without: all": [{ from: 47, to: 47 }, 0, 0, EVERY_PORT],
        "of ICMP: any type": [icmp, -1, -1, EVERY_PORT],
        "of ICMP: a type with any code": [icmp, 8, -1, { from: 2048, to: 2303 }],
        "of ICMP: a type without a code": [icmp, 8, undefined, { from: 2048, to: 2303 }],
        "of ICMP: type and code": [icmp, 3, 4, { from: 772, to: 772 }],
        "of ICMP: type 0, code 0": [icmp, 0, 0, { from: 0, to: 0 }],
        "of ICMPv6: a type": [{ from: 58, to: 58 }, 128, 0, { from: 32_768, to: 32_768 }],
        "of ICMP: the last type": [icmp, 255, 255, { from: 65_535, to: 65_535 }],
    };
    for (const [name, [protocols, from, to, ports]] of Object.entries(cases))
        it(name, () => assert.deepEqual(portsOf(protocols, from, to), ports));
});
