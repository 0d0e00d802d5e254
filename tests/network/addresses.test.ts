import assert from "node:assert/strict";
import net from "node:net";
import fc from "fast-check";
import {
    addresses,
    addressesOf,
    blocks,
    cidrsOf,
    covers,
    EVERYWHERE,
    type Family,
    familiesOf,
    INTERNET,
    ofFamily,
    overlaps,
    sizeOf,
    unionOf,
} from "../../model/network";
import { block, edgesOf, evaluate, formula, has, isIn, leavesOf, MEMBERSHIP, setOf } from "../support/sets";

const FAMILIES = ["ipv4", "ipv6"] as const;

/** How few blocks are one part of a small prefix, by halving it. */
function fewest(members: readonly boolean[]): number {
    if (!members.includes(true)) return 0;
    if (!members.includes(false)) return 1;
    const middle = members.length / 2;
    return fewest(members.slice(0, middle)) + fewest(members.slice(middle));
}

function numberOf(text: string): bigint | undefined {
    const set = addressesOf(text);
    return set && [...set.ipv4, ...set.ipv6][0]?.from;
}

describe("sets of addresses", () => {
    it("are what their blocks are, put together in any way", () => {
        fc.assert(
            fc.property(formula(block), (made) => {
                const set = evaluate(made, setOf, addresses);
                for (const address of edgesOf(leavesOf(made)))
                    assert.equal(
                        has(set, address),
                        evaluate(made, (leaf) => isIn(address, leaf), MEMBERSHIP),
                    );
                for (const family of FAMILIES) {
                    for (const [index, { from, to }] of set[family].entries()) {
                        assert.ok(from <= to);
                        assert.ok(index === 0 || (set[family][index - 1]?.to ?? 0n) + 1n < from, "apart, in order");
                    }
                }
            }),
            { numRuns: 1000 },
        );
    });
    it("are equal, cover and overlap where their addresses do", () => {
        fc.assert(
            fc.property(formula(block), formula(block), (left, right) => {
                const [one, other] = [evaluate(left, setOf, addresses), evaluate(right, setOf, addresses)];
                const all = edgesOf([...leavesOf(left), ...leavesOf(right)]);
                assert.equal(
                    addresses.equal(one, other),
                    all.every((address) => has(one, address) === has(other, address)),
                );
                assert.equal(
                    covers(one, other),
                    all.every((address) => has(one, address) || !has(other, address)),
                );
                assert.equal(
                    overlaps(one, other),
                    all.some((address) => has(one, address) && has(other, address)),
                );
                assert.equal(addresses.isEmpty(one), !all.some((address) => has(one, address)));
                assert.deepEqual(
                    familiesOf(one),
                    FAMILIES.filter((family) => all.some((each) => each.family === family && has(one, each))),
                );
            }),
            { numRuns: 1000 },
        );
    });
    it("are the union of many as one after the other", () => {
        fc.assert(
            fc.property(fc.array(block, { maxLength: 12 }), (all) => {
                const sets = all.map(setOf);
                assert.ok(addresses.equal(unionOf(addresses, sets), sets.reduce(addresses.union, addresses.empty)));
            }),
        );
    });
    it("are written as the fewest blocks, which are the set again", () => {
        const small = fc.record({
            family: fc.constantFrom<Family>("ipv4", "ipv6"),
            members: fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }),
        });
        const start = { ipv4: BigInt(0x0a000020), ipv6: (0x20010db8n << 96n) + 0x20n };
        fc.assert(
            fc.property(small, ({ family, members }) => {
                const text = (index: number): string => {
                    const number = start[family] + BigInt(index);
                    return family === "ipv4"
                        ? `10.0.0.${Number(number & 255n)}`
                        : `2001:db8::${(number & 0xffffn).toString(16)}`;
                };
                const set = blocks(...members.flatMap((is, index) => (is ? [text(index)] : [])));
                const written = cidrsOf(set);
                assert.equal(written.length, fewest(members));
                assert.ok(addresses.equal(blocks(...written), set));
                assert.equal(sizeOf(set, family), BigInt(members.filter(Boolean).length));
                assert.ok(addresses.equal(ofFamily(set, family), set));
            }),
        );
        fc.assert(
            fc.property(formula(block), (made) => {
                const set = evaluate(made, setOf, addresses);
                assert.ok(addresses.equal(blocks(...cidrsOf(set)), set));
            }),
        );
    });
    it("of one block are written as that block, in the form of RFC 5952", () => {
        const group = fc.oneof(fc.constant(0), fc.constant(0), fc.nat(0xffff));
        fc.assert(
            fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
                const plain = groups.map((one) => one.toString(16)).join(":");
                // As every browser writes an address.
                const short = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
                assert.deepEqual(cidrsOf(blocks(plain)), [`${short}/128`]);
            }),
            { numRuns: 1000 },
        );
    });
    it("leave out of the internet what routes there never carry", () => {
        for (const [text, is] of [
            ["8.8.8.8", true],
            ["203.0.113.7", true],
            ["9.255.255.255", true],
            ["10.0.0.0", false],
            ["10.255.255.255", false],
            ["11.0.0.0", true],
            ["100.63.255.255", true],
            ["100.64.0.0", false],
            ["100.128.0.0", true],
            ["127.0.0.1", false],
            ["169.254.169.254", false],
            ["172.15.255.255", true],
            ["172.16.0.0", false],
            ["172.31.255.255", false],
            ["172.32.0.0", true],
            ["192.167.255.255", true],
            ["192.168.0.0", false],
            ["192.169.0.0", true],
            ["223.255.255.255", true],
            ["224.0.0.1", false],
            ["255.255.255.255", false],
            ["2001:db8::1", true],
            ["2600:1f18::1", true],
            ["::", false],
            ["::1", false],
            ["fbff:ffff::", true],
            ["fc00::1", false],
            ["fd12:3456::1", false],
            ["fe80::1", false],
            ["ff02::1", false],
        ] as const)
            assert.equal(covers(INTERNET, blocks(text)), is, text);
    });
});

describe("a text of addresses", () => {
    const same: Readonly<Record<string, string>> = {
        "10.1.2.3/8": "10.0.0.0/8",
        "10.1.2.3": "10.1.2.3/32",
        " 10.0.0.0/8 ": "10.0.0.0/8",
        "0.0.0.0/0": "0.0.0.0/0",
        "128.7.0.0/1": "128.0.0.0/1",
        "::/0": "::/0",
        "0:0:0:0:0:0:0:0/0": "::/0",
        "8000::/1": "8000::/1",
        "2001:DB8::/32": "2001:db8::/32",
        "2001:db8:0000::0001/32": "2001:db8::/32",
        "::ffff:1.2.3.4": "::ffff:102:304/128",
        "1:2:3:4:5:6:7::": "1:2:3:4:5:6:7:0/128",
        "::2:3:4:5:6:7:8": "0:2:3:4:5:6:7:8/128",
        "1:2:3:4:5:6:1.2.3.4": "1:2:3:4:5:6:102:304/128",
    };
    for (const [text, block] of Object.entries(same))
        it(`${JSON.stringify(text)} is ${block}`, () => assert.deepEqual(cidrsOf(blocks(text)), [block]));

    const none = [
        ...["", " ", "/", "/8", "10.0.0.0/", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/8/8", "10.0.0.0 /8", "10.0.0/8"],
        ...[
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.256",
            "1..3.4",
            "010.0.0.1",
            "0x0a.0.0.1",
            "1.2.3.4.",
            "1.2.3.-4",
            "1.2.3.4e0",
        ],
        ...[":", ":::", "::/129", ":1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9"],
        ...["1::2::3", "1:2:3:4::5:6:7:8", "12345::", "g::", "fe80::1%eth0", "::1.2.3", "::1.2.3.256", "1.2.3.4::"],
        ...["::01.2.3.4", "1:2:3:4:5:6:7:1.2.3.4", "sg-0a1b2c3d", "pl-6da54004", "world", "10.0.0.0/255.0.0.0"],
    ];
    for (const text of none)
        it(`${JSON.stringify(text)} is no block`, () => assert.equal(addressesOf(text), undefined));

    it("is read exactly where it is an address, and as that", () => {
        const part = fc.constantFrom(
            "0",
            "1",
            "00",
            "ffff",
            "a",
            "12345",
            ":",
            ":",
            "::",
            ".",
            "1.2.3.4",
            "255",
            "256",
            "g",
        );
        const text = fc.oneof(
            fc.array(part, { maxLength: 17 }).map((parts) => parts.join("")),
            fc
                .array(fc.constantFrom("0", "1", "7f", "01.2.3.4", "9.9.9.9", ""), { maxLength: 9 })
                .map((parts) => parts.join(":")),
            fc
                .array(fc.constantFrom("0", "1", "10", "255", "256", "00", ""), { maxLength: 5 })
                .map((parts) => parts.join(".")),
            fc.ipV6(),
            fc.ipV4(),
        );
        fc.assert(
            fc.property(text, (one) => {
                const isOne = net.isIP(one) !== 0;
                assert.equal(addressesOf(one) !== undefined, isOne);
                if (!isOne) return;
                const written = net.isIPv6(one) ? new URL(`http://[${one}]/`).hostname.slice(1, -1) : one;
                assert.equal(numberOf(one), numberOf(written));
                assert.deepEqual(cidrsOf(blocks(one)), [`${written}/${net.isIPv6(one) ? 128 : 32}`]);
            }),
            { numRuns: 3000 },
        );
    });
    it("that none can read adds nothing to others", () => {
        assert.ok(addresses.equal(blocks("10.0.0.0/33", "0.0.0.0/0", "::/0", "nonsense"), EVERYWHERE));
    });
});
