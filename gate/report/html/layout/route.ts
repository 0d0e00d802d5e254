/** The line of each edge: curves in the gutters between lanes, straight through the lanes in its slots. */
import type { LayoutEdge } from "./items";

export interface Box {
    readonly lane: number;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
}

export interface Route {
    /** As SVG's path data. */
    readonly path: string;
    /** Where a mark stands on it: in the gutter before its end. */
    readonly mark: { readonly x: number; readonly y: number };
    /** Where it ends; `step` is 1 where it comes from the left. */
    readonly tip: { readonly x: number; readonly y: number; readonly step: number };
}

interface Columns {
    readonly leftOf: (lane: number) => number;
    readonly nodeWidth: number;
    readonly pitch: number;
}

type Side = "left" | "right";

/** Room for the arrow before what it points to. */
const ARROW = 3;

export function routes(
    edges: readonly LayoutEdge[],
    boxes: ReadonlyMap<string, Box>,
    slots: ReadonlyMap<string, ReadonlyMap<number, number>>,
    columns: Columns,
): ReadonlyMap<string, Route> {
    const ports = portsOf(edges, boxes, slots);
    const found = new Map<string, Route>();
    for (const edge of edges) {
        const from = boxes.get(edge.from);
        const to = boxes.get(edge.to);
        if (!from || !to) continue;
        const start = ports.get(`${edge.id} from`) ?? middleOf(from);
        const end = ports.get(`${edge.id} to`) ?? middleOf(to);
        found.set(
            edge.id,
            from.lane === to.lane
                ? beside(from, start, end, columns)
                : across(from, start, to, end, slots.get(edge.id) ?? new Map(), columns),
        );
    }
    return found;
}

function middleOf({ y, height }: Box): number {
    return y + height / 2;
}

/** The heights at which edges leave and reach nodes: spread over each side, in the order of where they lead. */
function portsOf(
    edges: readonly LayoutEdge[],
    boxes: ReadonlyMap<string, Box>,
    slots: ReadonlyMap<string, ReadonlyMap<number, number>>,
): ReadonlyMap<string, number> {
    const sides = new Map<string, { key: string; leads: number }[]>();
    const put = (node: string, side: Side, key: string, leads: number) => {
        const name = `${side} ${node}`;
        const known = sides.get(name);
        if (known) known.push({ key, leads });
        else sides.set(name, [{ key, leads }]);
    };
    for (const { id, from, to } of edges) {
        const a = boxes.get(from);
        const b = boxes.get(to);
        if (!a || !b) continue;
        const step = Math.sign(b.lane - a.lane);
        const own = slots.get(id);
        put(from, step < 0 ? "left" : "right", `${id} from`, own?.get(a.lane + step) ?? middleOf(b));
        put(to, step > 0 ? "left" : "right", `${id} to`, own?.get(b.lane - step) ?? middleOf(a));
    }
    const ports = new Map<string, number>();
    for (const [name, list] of sides) {
        const box = boxes.get(name.slice(name.indexOf(" ") + 1));
        if (!box) continue;
        list.sort((a, b) => a.leads - b.leads);
        const room = Math.min(box.height - 16, (list.length - 1) * 8);
        list.forEach(({ key }, index) => {
            const share = list.length === 1 ? 0.5 : index / (list.length - 1);
            ports.set(key, Math.round((middleOf(box) - room / 2 + share * room) * 10) / 10);
        });
    }
    return ports;
}

function across(
    from: Box,
    start: number,
    to: Box,
    end: number,
    slots: ReadonlyMap<number, number>,
    { leftOf, nodeWidth }: Columns,
): Route {
    const step = Math.sign(to.lane - from.lane);
    const near = (lane: number) => (step > 0 ? leftOf(lane) : leftOf(lane) + nodeWidth);
    const far = (lane: number) => (step > 0 ? leftOf(lane) + nodeWidth : leftOf(lane));
    let x = far(from.lane);
    let y = start;
    let path = `M${round(x)} ${y}`;
    let mark = { x, y };
    for (let lane = from.lane + step; ; lane += step) {
        const isEnd = lane === to.lane;
        const nextX = near(lane) - (isEnd ? ARROW * step : 0);
        const nextY = isEnd ? end : (slots.get(lane) ?? end);
        const bend = (x + nextX) / 2;
        path +=
            y === nextY ? `H${round(nextX)}` : `C${round(bend)} ${y} ${round(bend)} ${nextY} ${round(nextX)} ${nextY}`;
        mark = { x: bend, y: (y + nextY) / 2 };
        if (isEnd) return { path, mark, tip: { x: nextX, y: nextY, step } };
        x = far(lane);
        y = nextY;
        path += `H${round(x)}`;
    }
}

/** Within a lane: out at the right and back again. */
function beside(from: Box, start: number, end: number, { nodeWidth, leftOf, pitch }: Columns): Route {
    const x = leftOf(from.lane) + nodeWidth;
    const out = x + Math.min((pitch - nodeWidth) * 0.8, 14 + Math.abs(end - start) / 8);
    return {
        path: `M${round(x)} ${start}C${round(out)} ${start} ${round(out)} ${end} ${round(x + ARROW)} ${end}`,
        mark: { x: x + (out - x) * 0.75, y: (start + end) / 2 },
        tip: { x: x + ARROW, y: end, step: -1 },
    };
}

function round(value: number): number {
    return Math.round(value * 10) / 10;
}
