import { type Algebra, along, LONG, MEMBER, type Pieces, unionOf } from "./pieces";

export type Family = "ipv4" | "ipv6";
export const FAMILIES: readonly Family[] = ["ipv4", "ipv6"];

/** Addresses of one family, as numbers. */
type Stretches = Pieces<bigint, boolean>;

/** A set of IP addresses. */
export interface Addresses {
    readonly ipv4: Stretches;
    readonly ipv6: Stretches;
}

const STRETCHES = along(LONG, MEMBER);

const both = (by: (family: Family) => Stretches): Addresses => ({ ipv4: by("ipv4"), ipv6: by("ipv6") });

export const addresses: Algebra<Addresses> = {
    empty: { ipv4: [], ipv6: [] },
    isEmpty: (set) => set.ipv4.length === 0 && set.ipv6.length === 0,
    equal: (one, other) => STRETCHES.equal(one.ipv4, other.ipv4) && STRETCHES.equal(one.ipv6, other.ipv6),
    union: (one, other) => (one === other ? one : both((family) => STRETCHES.union(one[family], other[family]))),
    intersect: (one, other) =>
        one === other ? one : both((family) => STRETCHES.intersect(one[family], other[family])),
    subtract: (from, other) => both((family) => STRETCHES.subtract(from[family], other[family])),
};

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

/** The addresses of a CIDR block, or of one address: `10.0.0.0/8`, `2001:db8::/32`, `10.1.2.3`. Undefined for any other text. */
export function addressesOf(text: string): Addresses | undefined {
    const [address = "", length, ...more] = text.trim().split("/");
    if (more.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
    const family: Family = address.includes(":") ? "ipv6" : "ipv4";
    const number = family === "ipv6" ? ofIpv6(address) : ofIpv4(address);
    const bits = BITS[family];
    const prefix = length === undefined ? bits : Number(length);
    if (number === undefined || prefix > bits) return undefined;
    const size = 1n << BigInt(bits - prefix);
    const from = number - (number % size);
    return { ...addresses.empty, [family]: [{ from, to: from + size - 1n, is: true }] };
}

/** A leading zero would be octal to some and decimal to others: to AWS it is no address. */
function ofIpv4(text: string): bigint | undefined {
    const parts = text.split(".");
    if (parts.length !== 4 || !parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
        return undefined;
    return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

/** With one `::` for any number of zeros, and the last four bytes as an IPv4 address where they are written so. */
function ofIpv6(text: string): bigint | undefined {
    const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
    if (dotted) {
        const low = ofIpv4(dotted[2] ?? "");
        if (low === undefined) return undefined;
        return ofIpv6(`${dotted[1]}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`);
    }
    const halves = text.split("::");
    if (halves.length > 2) return undefined;
    const [high = [], low = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
    const missing = 8 - high.length - low.length;
    if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
    const groups = [...high, ...Array<string>(missing).fill("0"), ...low];
    if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
    return groups.reduce((sum, group) => sum * 0x10000n + BigInt(`0x${group}`), 0n);
}

/** The addresses of all blocks that can be read. */
export function blocks(...texts: readonly string[]): Addresses {
    return unionOf(
        addresses,
        texts.flatMap((text) => addressesOf(text) ?? []),
    );
}

export const EVERYWHERE = blocks("0.0.0.0/0", "::/0");

/** What no packet from the internet has as its source: private, shared, link-local, loopback and multicast addresses (RFC 6890, RFC 4193). */
const NOT_OF_THE_INTERNET = blocks(
    ...["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
    ...["192.168.0.0/16", "224.0.0.0/3", "::/128", "::1/128", "fc00::/7", "fe80::/10", "ff00::/8"],
);

export const INTERNET = addresses.subtract(EVERYWHERE, NOT_OF_THE_INTERNET);

export function covers(outer: Addresses, inner: Addresses): boolean {
    return outer === inner || FAMILIES.every((family) => isCovered(inner[family], outer[family]));
}

export function overlaps(one: Addresses, other: Addresses): boolean {
    return FAMILIES.some((family) => meet(one[family], other[family]));
}

/** Does each piece lie within one of the other's? Those are apart, so two together hold none. */
function isCovered(inner: Stretches, outer: Stretches): boolean {
    let at = 0;
    return inner.every(({ from, to }) => {
        for (let piece = outer[at]; piece && piece.to < from; piece = outer[at]) at += 1;
        const piece = outer[at];
        return piece !== undefined && piece.from <= from && to <= piece.to;
    });
}

function meet(one: Stretches, other: Stretches): boolean {
    for (let i = 0, j = 0; ; ) {
        const [left, right] = [one[i], other[j]];
        if (!left || !right) return false;
        if (left.to < right.from) i += 1;
        else if (right.to < left.from) j += 1;
        else return true;
    }
}

/** The families of which the set has addresses. */
export function familiesOf(set: Addresses): readonly Family[] {
    return FAMILIES.filter((family) => set[family].length > 0);
}

/** The addresses of one family alone. */
export function ofFamily(set: Addresses, family: Family): Addresses {
    return { ...addresses.empty, [family]: set[family] };
}

/** How many addresses a family's part has. */
export function sizeOf(set: Addresses, family: Family): bigint {
    return set[family].reduce((sum, { from, to }) => sum + to - from + 1n, 0n);
}

/** The fewest CIDR blocks that are this set, in the order of their addresses, IPv4 first. */
export function cidrsOf(set: Addresses): readonly string[] {
    return FAMILIES.flatMap((family) =>
        set[family].flatMap(({ from, to }) => {
            const found: string[] = [];
            for (let at = from; at <= to; ) {
                let bits = 0;
                // As large as its alignment and the end allow.
                while (bits < BITS[family] && at % (2n << BigInt(bits)) === 0n && at + (2n << BigInt(bits)) - 1n <= to)
                    bits++;
                found.push(`${written(at, family)}/${BITS[family] - bits}`);
                at += 1n << BigInt(bits);
            }
            return found;
        }),
    );
}

function written(address: bigint, family: Family): string {
    if (family === "ipv4") return [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 255n).join(".");
    const groups = Array.from({ length: 8 }, (_, index) =>
        ((address >> BigInt(112 - 16 * index)) & 0xffffn).toString(16),
    );
    // The first of the longest runs of zeros becomes `::` (RFC 5952); one group alone does not.
    const runs = groups.map((_, start) => {
        const end = groups.findIndex((group, index) => index >= start && group !== "0");
        return { start, length: (end < 0 ? groups.length : end) - start };
    });
    const { start, length } = runs.reduce((best, run) => (run.length > best.length ? run : best));
    if (length < 2) return groups.join(":");
    return `${groups.slice(0, start).join(":")}::${groups.slice(start + length).join(":")}`;
}
