/** The order of each lane: neighbours' mean from several starts; the one with the fewest crossings wins. */
import type { Item } from "./items";

const SWEEPS = 6;
/** Beyond, one start and half of the sweeps: what is this large is no picture that a few crossings make worse. */
const MANY = 1_500;

export function ordered(given: readonly (readonly Item[])[]): Item[][] {
    const size = given.reduce((sum, lane) => sum + lane.length, 0);
    const starts = size > MANY ? startsOf(given).slice(0, 2) : startsOf(given);
    let best: Item[][] = given.map((lane) => [...lane]);
    let fewest = crossings(best);
    for (const start of starts) {
        let lanes = start;
        for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
            lanes = swept(lanes, sweep % 2 === 0);
            const now = crossings(lanes);
            if (now < fewest) [best, fewest] = [lanes, now];
        }
    }
    return best;
}

/** As given, the other way round, by what hangs together from either side, by how much is joined, and long edges outside. */
function startsOf(given: readonly (readonly Item[])[]): Item[][][] {
    const copy = given.map((lane) => [...lane]);
    const by = (rank: (item: Item) => number) => copy.map((lane) => [...lane].sort((a, b) => rank(a) - rank(b)));
    const fromLeft = walked(copy.flat(), "behind");
    const fromRight = walked(copy.flat().reverse(), "before");
    return [
        copy,
        copy.map((lane) => [...lane].reverse()),
        by((item) => fromLeft.get(item) ?? 0),
        by((item) => fromRight.get(item) ?? 0),
        by((item) => -(item.before.length + item.behind.length)),
        by((item) => (item.node ? 0 : 1)),
    ];
}

function walked(items: readonly Item[], first: "before" | "behind"): ReadonlyMap<Item, number> {
    const numbers = new Map<Item, number>();
    const other = first === "before" ? "behind" : "before";
    for (const start of items) {
        const waiting = [start];
        for (let item = waiting.pop(); item; item = waiting.pop()) {
            if (numbers.has(item)) continue;
            numbers.set(item, numbers.size);
            waiting.push(...[...item[other], ...item[first]].reverse());
        }
    }
    return numbers;
}

function swept(lanes: readonly Item[][], isForward: boolean): Item[][] {
    const next = lanes.map((lane) => [...lane]);
    const numbers = isForward ? [1, 2, 3, 4] : [3, 2, 1, 0];
    for (const number of numbers) {
        const beside = new Map((next[number + (isForward ? -1 : 1)] ?? []).map((item, index) => [item, index]));
        const lane = next[number] ?? [];
        const rank = new Map(
            lane.map((item, index) => {
                const near = isForward ? item.before : item.behind;
                const sum = near.reduce((total, one) => total + (beside.get(one) ?? 0), 0);
                const scale = (beside.size + 1) / (lane.length + 1);
                return [item, near.length === 0 ? index * scale : sum / near.length] as const;
            }),
        );
        lane.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
    }
    return next;
}

/** How many pairs of lines cross, over all pairs of neighbouring lanes. */
export function crossings(lanes: readonly (readonly Item[])[]): number {
    return lanes.reduce((sum, lane, index) => sum + between(lane, lanes[index + 1] ?? []), 0);
}

/** Inversions, counted by a Fenwick tree over the places of the right lane. */
function between(left: readonly Item[], right: readonly Item[]): number {
    const places = new Map(right.map((item, index) => [item, index]));
    const tree = new Array<number>(right.length + 1).fill(0);
    let seen = 0;
    let crossed = 0;
    for (const item of left) {
        const ends = item.behind.map((one) => places.get(one) ?? -1).filter((place) => place >= 0);
        for (const place of ends) {
            let below = 0;
            for (let at = place + 1; at > 0; at -= at & -at) below += tree[at] ?? 0;
            crossed += seen - below;
        }
        for (const place of ends) {
            for (let at = place + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
            seen += 1;
        }
    }
    return crossed;
}
