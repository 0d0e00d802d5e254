/** Heights in each lane, in its order: each item near the mean of its neighbours, by pooling those that would overlap. */
import type { Item } from "./items";

const ROUNDS = 8;

/** Sets `y` of each item; gives the height of the whole. */
export function straighten(lanes: readonly (readonly Item[])[], gap: number): number {
    const heights = lanes.map((lane) => lane.reduce((sum, { height }) => sum + height + gap, -gap));
    const tallest = Math.max(0, ...heights);
    lanes.forEach((lane, number) => {
        let top = (tallest - (heights[number] ?? 0)) / 4;
        for (const item of lane) {
            item.y = top + item.height / 2;
            top += item.height + gap;
        }
    });
    for (let round = 0; round < ROUNDS; round += 1) {
        const isForward = round % 2 === 0;
        const order = isForward ? lanes : [...lanes].reverse();
        for (const lane of order) pool(lane, (item) => wish(item, isForward, round > ROUNDS / 2), gap);
    }
    const items = lanes.flat();
    const top = Math.min(...items.map(({ y, height }) => y - height / 2));
    for (const item of items) item.y = Math.round(item.y - top);
    return items.reduce((most, { y, height }) => Math.max(most, y + height / 2), 0);
}

/** Towards the side that is done; at last towards both. */
function wish(item: Item, isForward: boolean, isBoth: boolean): number {
    const near = isBoth ? [...item.before, ...item.behind] : isForward ? item.before : item.behind;
    if (near.length === 0) return item.y;
    return near.reduce((sum, { y }) => sum + y, 0) / near.length;
}

/** The places in order that are, by least squares, nearest to what is wished, without overlaps. */
function pool(lane: readonly Item[], wished: (item: Item) => number, gap: number): void {
    const blocks: { sum: number; weight: number; items: { item: Item; offset: number }[] }[] = [];
    let offset = 0;
    let last: Item | undefined;
    for (const item of lane) {
        if (last) offset += (last.height + item.height) / 2 + gap;
        last = item;
        // Long edges are kept straight before anything else is.
        const weight = item.edge === undefined ? 1 : 3;
        let block = { sum: (wished(item) - offset) * weight, weight, items: [{ item, offset }] };
        for (
            let above = blocks.at(-1);
            above && above.sum / above.weight > block.sum / block.weight;
            above = blocks.at(-1)
        ) {
            block = {
                sum: above.sum + block.sum,
                weight: above.weight + block.weight,
                items: above.items.concat(block.items),
            };
            blocks.pop();
        }
        blocks.push(block);
    }
    for (const { sum, weight, items } of blocks) for (const one of items) one.item.y = sum / weight + one.offset;
}
