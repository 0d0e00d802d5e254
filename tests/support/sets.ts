/** Addresses and packets by their definition: a block is the addresses that begin with its bits. Slow and plain, to hold the sets against. */
import fc from "fast-check";
import { type Addresses, addressesOf, type Family } from "../../model/network";

const BITS: Readonly<Record<Family, number>> = { ipv4: 32, ipv6: 128 };

export interface Block {
    readonly family: Family;
    readonly bits: string;
    readonly length: number;
}

/** One address, as a number. */
export interface Address {
    readonly family: Family;
    readonly number: bigint;
}

export function bitsOf({ family, number }: Address): string {
    return number.toString(2).padStart(BITS[family], "0");
}

export function isIn(address: Address, { family, bits, length }: Block): boolean {
    return address.family === family && bitsOf(address).slice(0, length) === bits.slice(0, length);
}

/** An address as text, without any abbreviation. */
export function plainly({ family, bits }: Pick<Block, "family" | "bits">): string {
    const size = family === "ipv4" ? 8 : 16;
    const groups = bits.match(new RegExp(`.{${size}}`, "g")) ?? [];
    return groups
        .map((group) => Number.parseInt(group, 2).toString(family === "ipv4" ? 10 : 16))
        .join(family === "ipv4" ? "." : ":");
}

/** The block's set, by its text; host bits stay as they are. */
export function setOf(block: Block): Addresses {
    const set = addressesOf(`${plainly(block)}/${block.length}`);
    if (!set) throw new Error(`${plainly(block)}/${block.length} is a block`);
    return set;
}

export function has(set: Addresses, { family, number }: Address): boolean {
    return set[family].some(({ from, to }) => from <= number && number <= to);
}

/** The first and the last address of each block, with what is beside them: between those no set made of the blocks changes. */
export function edgesOf(blocks: readonly Block[]): readonly Address[] {
    const found = new Map<string, Address>();
    const add = (family: Family, number: bigint) => {
        if (number >= 0n && number < 1n << BigInt(BITS[family])) found.set(`${family} ${number}`, { family, number });
    };
    for (const family of ["ipv4", "ipv6"] as const) {
        add(family, 0n);
        add(family, (1n << BigInt(BITS[family])) - 1n);
    }
    for (const { family, bits, length } of blocks) {
        const first = BigInt(`0b${bits.slice(0, length).padEnd(BITS[family], "0")}`);
        const last = BigInt(`0b${bits.slice(0, length).padEnd(BITS[family], "1")}`);
        for (const edge of [first, last]) for (const beside of [-1n, 0n, 1n]) add(family, edge + beside);
    }
    return [...found.values()];
}

/** Blocks that often touch, contain and repeat each other. */
export const block: fc.Arbitrary<Block> = fc
    .record({
        family: fc.constantFrom<Family>("ipv4", "ipv6"),
        start: fc.constantFrom("", "0", "1", "00001010", "0000101000000001"),
        fill: fc.constantFrom("0", "1", "01"),
        length: fc.oneof(fc.constantFrom(0, 1, 2, 8, 16, 31, 32), fc.nat(128)),
    })
    .map(({ family, start, fill, length }) => ({
        family,
        bits: start + fill.repeat(BITS[family]).slice(0, BITS[family] - start.length),
        length: Math.min(length, BITS[family]),
    }));

/** A set put together from leaves. */
export type Formula<L> =
    | { readonly is: "leaf"; readonly leaf: L }
    | {
          readonly is: "union" | "intersect" | "subtract";
          readonly one: Formula<L>;
          readonly other: Formula<L>;
      };

export function formula<L>(leaf: fc.Arbitrary<L>): fc.Arbitrary<Formula<L>> {
    return fc.letrec<{ formula: Formula<L> }>((tie) => ({
        formula: fc.oneof(
            { depthSize: "small", maxDepth: 5, withCrossShrink: true },
            leaf.map((one) => ({ is: "leaf" as const, leaf: one })),
            fc.record({
                is: fc.constantFrom("union", "intersect", "subtract"),
                one: tie("formula"),
                other: tie("formula"),
            }),
        ),
    })).formula;
}

export function leavesOf<L>(of: Formula<L>): readonly L[] {
    return of.is === "leaf" ? [of.leaf] : [...leavesOf(of.one), ...leavesOf(of.other)];
}

interface Operations<S> {
    union(one: S, other: S): S;
    intersect(one: S, other: S): S;
    subtract(one: S, other: S): S;
}

export function evaluate<L, S>(of: Formula<L>, leaf: (leaf: L) => S, by: Operations<S>): S {
    if (of.is === "leaf") return leaf(of.leaf);
    return by[of.is](evaluate(of.one, leaf, by), evaluate(of.other, leaf, by));
}

/** Of one element: whether it is in the set. */
export const MEMBERSHIP: Operations<boolean> = {
    union: (one, other) => one || other,
    intersect: (one, other) => one && other,
    subtract: (one, other) => one && !other,
};
