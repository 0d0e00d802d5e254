/** Which nodes of two drawings are alike by what they are connected to, where a name tells nothing. */
import type { DrawnEdge, DrawnNode } from "./drawing";

export interface Side {
    readonly nodes: ReadonlyMap<string, DrawnNode>;
    readonly edges: readonly DrawnEdge[];
}

/** Pairs of the same nodes, from the earlier to the later drawing. */
export type Pairs = Map<string, string>;

interface Link {
    readonly other: string;
    /** Direction, kind and what is asked, but no name. */
    readonly how: string;
}

type Links = ReadonlyMap<string, readonly Link[]>;

/**
 * Adds to `pairs` resources that no pair has: such as are alike in all that they are connected to, as far as it goes; then such as
 * are of one kind and share most of their neighbours, and more than with any third. Of several that cannot be told apart, first with first.
 */
export function pairAlike(before: Side, now: Side, pairs: Pairs): void {
    const links = [linksOf(before.edges), linksOf(now.edges)] as const;
    while (pairSome(before, now, links, pairs, exactPairs)) {}
    while (pairSome(before, now, links, pairs, nearestPairs)) {}
}

type Pair = readonly [string, string];
type Choice = (open: readonly [Open, Open], pairs: Pairs) => readonly Pair[];

interface Open {
    readonly side: Side;
    readonly links: Links;
    /** Resources that no pair has and that are connected to something. */
    readonly ids: readonly string[];
}

function pairSome(before: Side, now: Side, [a, b]: readonly [Links, Links], pairs: Pairs, choose: Choice): boolean {
    const taken = new Set(pairs.values());
    const openOf = (side: Side, links: Links, isPaired: (id: string) => boolean): Open => ({
        side,
        links,
        ids: [...side.nodes.values()]
            .filter(({ id, urn }) => urn !== undefined && !isPaired(id) && links.has(id))
            .map(({ id }) => id)
            .sort(),
    });
    const open = [openOf(before, a, (id) => pairs.has(id)), openOf(now, b, (id) => taken.has(id))] as const;
    if (open.some(({ ids }) => ids.length === 0)) return false;
    const chosen = choose(open, pairs);
    for (const pair of chosen) pairs.set(...pair);
    return chosen.length > 0;
}

function linksOf(edges: readonly DrawnEdge[]): Links {
    const links = new Map<string, Link[]>();
    const add = (id: string, link: Link) => {
        const own = links.get(id);
        if (own) own.push(link);
        else links.set(id, [link]);
    };
    for (const { from, to, kind, actions, isOpen, guard } of edges) {
        const how = JSON.stringify([kind, isOpen, guard !== undefined, actions.map(lower).sort()]);
        add(from, { other: to, how: `>${how}` });
        add(to, { other: from, how: `<${how}` });
    }
    return links;
}

function lower(text: string): string {
    return text.toLowerCase();
}

/** Rounds after which what is farther away no longer counts. */
const ROUNDS = 8;

/** Colours nodes by what they are and by the colours around them, round after round (Weisfeiler and Leman), on both sides alike. */
function exactPairs([before, now]: readonly [Open, Open], pairs: Pairs): readonly Pair[] {
    const numbers = new Map<string, number>();
    const numberOf = (text: string) => {
        const number = numbers.get(text) ?? numbers.size;
        numbers.set(text, number);
        return number;
    };
    const colour = ({ side }: Open, pairOf: (id: string) => string | undefined) =>
        new Map([...side.nodes.values()].map((node) => [node.id, numberOf(pairOf(node.id) ?? lookOf(node))]));
    const back = new Map([...pairs].map(([from, to]) => [to, from]));
    const pairText = (from: string | undefined, to: string | undefined) =>
        from === undefined || to === undefined ? undefined : `=${from}\n${to}`;
    let colours = [
        colour(before, (id) => pairText(id, pairs.get(id))),
        colour(now, (id) => pairText(back.get(id), id)),
    ] as const;
    let classes = 0;
    for (let round = 0; round < ROUNDS && numbers.size !== classes; round += 1) {
        classes = new Set([...colours[0].values(), ...colours[1].values()]).size;
        numbers.clear();
        const next = ({ side, links }: Open, own: ReadonlyMap<string, number>) =>
            new Map(
                [...side.nodes.keys()].map((id) => {
                    const around = (links.get(id) ?? []).map(({ other, how }) => `${how}${own.get(other)}`).sort();
                    return [id, numberOf(`${own.get(id)} ${around.join(" ")}`)];
                }),
            );
        colours = [next(before, colours[0]), next(now, colours[1])];
    }
    const groups = new Map<number, [string[], string[]]>();
    for (const [index, { ids }] of [before, now].entries())
        for (const id of ids) {
            const number = colours[index]?.get(id) ?? -1;
            const group = groups.get(number) ?? [[], []];
            group[index]?.push(id);
            groups.set(number, group);
        }
    const alike = [...groups.values()].filter(([a, b]) => a.length === b.length);
    const firsts = alike.map(([[from = ""], [to = ""]]): Pair => [from, to]);
    const sure = firsts.filter((_, index) => alike[index]?.[0].length === 1);
    // What is paired without being sure decides about others: one at a time, in an order that is the same from either side.
    return sure.length > 0 ? sure : firsts.sort((a, b) => compare(keyOf(a), keyOf(b))).slice(0, 1);
}

function lookOf({ kind, type, isElsewhere, isWild, isOutside, urn, id }: DrawnNode): string {
    // What belongs to a resource is called after it.
    return urn === undefined && !id.includes(":urn:")
        ? id
        : JSON.stringify([kind, type, isElsewhere, isWild, isOutside]);
}

function keyOf(pair: Pair): string {
    return JSON.stringify([...pair].sort());
}

/** Of one kind, with at least half of their neighbours in common, and neither with as many in common with anything else. */
function nearestPairs([before, now]: readonly [Open, Open], pairs: Pairs): readonly Pair[] {
    const taken = new Set(pairs.values());
    const around = ({ links }: Open, id: string, same: (other: string) => string) =>
        new Set((links.get(id) ?? []).map(({ other, how }) => `${how.slice(0, how.indexOf(","))} ${same(other)}`));
    const [a, b] = [
        new Map(before.ids.map((id) => [id, around(before, id, (other) => pairs.get(other) ?? `before ${other}`)])),
        new Map(now.ids.map((id) => [id, around(now, id, (other) => (taken.has(other) ? other : `now ${other}`))])),
    ];
    const scores: { from: string; to: string; shared: number }[] = [];
    for (const [from, own] of a)
        for (const [to, other] of b) {
            if (lookOf(node(before, from)) !== lookOf(node(now, to))) continue;
            const shared = [...own].filter((one) => other.has(one)).length;
            if (shared > 0 && 2 * shared >= own.size + other.size - shared) scores.push({ from, to, shared });
        }
    const isBest = (one: (typeof scores)[number]) =>
        scores.every(
            (other) => other === one || (other.from !== one.from && other.to !== one.to) || other.shared < one.shared,
        );
    return scores.filter(isBest).map(({ from, to }): Pair => [from, to]);
}

function node({ side }: Open, id: string): DrawnNode {
    return side.nodes.get(id) as DrawnNode;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
