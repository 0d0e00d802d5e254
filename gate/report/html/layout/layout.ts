/** Where everything of a map stands. Knows no page: the browser and the picture without script ask the same. */
import { type Item, itemsOf, LANE_COUNT, type LayoutEdge, type LayoutNode } from "./items";
import { ordered } from "./order";
import { type Box, type Route, routes } from "./route";
import { straighten } from "./straighten";

export type { LayoutEdge, LayoutNode } from "./items";
export type { Box, Route } from "./route";

export interface LayoutSection {
    readonly id: string;
    /** Has it a frame with a title? Else it is set off by room alone. */
    readonly isFramed: boolean;
}

export interface Sizes {
    /** From lane to lane. */
    readonly pitch: number;
    readonly nodeWidth: number;
    readonly gap: number;
}

export interface Placed {
    readonly nodes: ReadonlyMap<string, Box>;
    readonly edges: ReadonlyMap<string, Route>;
    readonly sections: ReadonlyMap<string, { readonly y: number; readonly height: number }>;
    readonly width: number;
    readonly height: number;
}

const TITLE = 30;
const FRAME = 14;
const BETWEEN = 18;

/** Sections one below the other, in the order given; an edge whose end is in none is left out. */
export function layout(
    sections: readonly LayoutSection[],
    nodes: readonly LayoutNode[],
    edges: readonly LayoutEdge[],
    { pitch, nodeWidth, gap }: Sizes,
): Placed {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const drawn = edges.filter(({ from, to }) => byId.has(from) && byId.has(to) && from !== to);
    const nodesOf = grouped(nodes, ({ section }) => [section]);
    const edgesOf = grouped(drawn, ({ from, to }) => [
        ...new Set([byId.get(from)?.section ?? "", byId.get(to)?.section ?? ""]),
    ]);
    const boxes = new Map<string, Box>();
    const slots = new Map<string, Map<number, number>>();
    const placed = new Map<string, { y: number; height: number }>();
    const leftOf = (lane: number) => lane * pitch + (pitch - nodeWidth) / 2;
    let y = 0;
    for (const { id, isFramed } of sections) {
        const found = itemsOf(id, nodesOf.get(id) ?? [], edgesOf.get(id) ?? [], (node) => byId.get(node));
        const isJoined = ({ before, behind }: Item) => before.length + behind.length > 0;
        const lanes = ordered(found.lanes.map((lane) => lane.filter(isJoined)));
        const joined = straighten(lanes, gap);
        // What no line leads to stands below what lines hold in its lane.
        const free = found.lanes.map((lane) => lane.filter((item) => !isJoined(item)));
        const inner = Math.max(
            joined,
            ...free.map((lane, number) => stack(lane, bottom(lanes[number] ?? [], gap), gap)),
        );
        const top = y + (isFramed ? TITLE : 0);
        for (const item of [...lanes.flat(), ...free.flat()]) place(item, top);
        const height = inner + (isFramed ? TITLE + FRAME : 0);
        placed.set(id, { y, height });
        y += height + (isFramed || inner > 60 ? BETWEEN : gap);
    }
    function place({ node, edge, lane, y: middle, height }: Item, top: number): void {
        if (node) boxes.set(node.id, { lane, x: leftOf(lane), y: top + middle - height / 2, width: nodeWidth, height });
        else if (edge !== undefined) {
            const own = slots.get(edge) ?? new Map<number, number>();
            slots.set(edge, own.set(lane, top + middle));
        }
    }
    const width = LANE_COUNT * pitch;
    return {
        nodes: boxes,
        edges: routes(drawn, boxes, slots, { leftOf, nodeWidth, pitch }),
        sections: placed,
        width,
        height: Math.max(0, y - BETWEEN),
    };
}

function bottom(lane: readonly Item[], gap: number): number {
    return lane.reduce((most, { y, height }) => Math.max(most, y + height / 2 + gap), 0);
}

/** One below the other; gives where the last ends. */
function stack(lane: readonly Item[], top: number, gap: number): number {
    let y = top;
    for (const item of lane) {
        item.y = y + item.height / 2;
        y += item.height + gap;
    }
    return Math.max(0, y - gap);
}

function grouped<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
    const by = new Map<string, T[]>();
    for (const one of list)
        for (const key of keysOf(one)) {
            const known = by.get(key);
            if (known) known.push(one);
            else by.set(key, [one]);
        }
    return by;
}
