/** What is reached from outside by one drawing and not by the other, and since when. */

import { endsKey } from "./callers";
import type { DrawnEdge, DrawnWay } from "./drawing";
import type { PathChange } from "./model";
import { comparedNode, type View } from "./view";

export interface FoundPath {
    readonly change: PathChange;
    /** Edges that the other drawing has not: with none of these there is no such path. */
    readonly since: readonly DrawnEdge[];
    /** The inputs that it depends on; empty where it is certain. */
    readonly awaits: readonly string[];
}

/** The ways of `own` to ends that `other` does not reach by the same door. `isNew` tells of an edge whether `other` lacks it. */
export function newPaths(own: View, other: View, isNew: (edge: DrawnEdge) => boolean): readonly FoundPath[] {
    const [edges, others] = [edgesById(own), edgesById(other)];
    const there = new Set(other.drawing.ways.flatMap((way) => endKeys(way, other, others)));
    const seen = new Set<string>();
    return own.drawing.ways.flatMap((way) =>
        way.ends.flatMap((end, index): readonly FoundPath[] => {
            const key = endKeys(way, own, edges)[index] ?? "";
            if (there.has(key) || seen.has(key)) return [];
            seen.add(key);
            const route = routeTo(end, way, edges, isNew);
            const from = way.chain[0] ?? end;
            const nodes = route ? [from, ...route.map(({ to }) => to)] : [...way.chain, end];
            return [
                {
                    change: {
                        from: comparedNode(from, own),
                        to: comparedNode(end, own),
                        chain: nodes.filter((id, at) => id !== nodes[at - 1]).map((id) => comparedNode(id, own)),
                        closes: way.closes,
                    },
                    since: (route ?? []).filter(isNew),
                    awaits: [...new Set((route ?? []).flatMap(({ awaits = [] }) => awaits))],
                },
            ];
        }),
    );
}

function edgesById({ drawing }: View): ReadonlyMap<string, DrawnEdge> {
    return new Map(drawing.edges.map((edge) => [edge.id, edge]));
}

/** Of each end of a way: by which door, in terms of both drawings. */
function endKeys(way: DrawnWay, view: View, edges: ReadonlyMap<string, DrawnEdge>): readonly string[] {
    const door = edges.get(way.door);
    const by = door ? endsKey(door, view) : view.idOf(way.chain[0] ?? "");
    return way.ends.map((end) => JSON.stringify([by, view.idOf(end)]));
}

/** What a step costs by which there is a better one: first that it depends on what is unknown, then that it is new, then its length. */
const COSTS = { unknown: 1e6, new: 1e3, step: 1 } as const;

/** The best route of a way to one of its ends; undefined where its edges lead there by no route. */
function routeTo(
    end: string,
    way: DrawnWay,
    edges: ReadonlyMap<string, DrawnEdge>,
    isNew: (edge: DrawnEdge) => boolean,
): readonly DrawnEdge[] | undefined {
    const own = way.edges.flatMap((id) => edges.get(id) ?? []);
    const door = edges.get(way.door);
    const start = door?.from ?? way.chain[0] ?? "";
    const best = new Map<string, { readonly cost: number; readonly by?: DrawnEdge }>([[start, { cost: 0 }]]);
    const cost = (edge: DrawnEdge) => (edge.awaits ? COSTS.unknown : 0) + (isNew(edge) ? COSTS.new : 0) + COSTS.step;
    // As long as something gets better: ways are short.
    for (let isBetter = true; isBetter; ) {
        isBetter = false;
        for (const edge of own) {
            const at = best.get(edge.from);
            if (!at) continue;
            const sum = at.cost + cost(edge);
            if (sum >= (best.get(edge.to)?.cost ?? Number.POSITIVE_INFINITY)) continue;
            best.set(edge.to, { cost: sum, by: edge });
            isBetter = true;
        }
    }
    if (!best.has(end)) return undefined;
    const route: DrawnEdge[] = [];
    for (let by = best.get(end)?.by; by; by = best.get(by.from)?.by) route.unshift(by);
    return route;
}
