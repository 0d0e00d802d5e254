import type { PageEdge, PageFinding, PageWay } from "./common/data";
import { worstOf } from "./common/words";
import type { Drawing } from "./graph";
import { idOf } from "./ids";

/** Ways in with the findings on their edges: the door's says what closes it. */
export function pageWays(
    { ways }: Drawing,
    edges: readonly PageEdge[],
    findings: readonly PageFinding[],
): readonly PageWay[] {
    const on = new Map<string, PageFinding[]>();
    for (const one of findings) for (const edge of one.edges) on.set(edge, [...(on.get(edge) ?? []), one]);
    const known = new Set(edges.map(({ id }) => id));
    return ways.map((way): PageWay => {
        const ids = (list: readonly string[]) => list.map((one) => idOf(one));
        const own = ids(way.edges).filter((id) => known.has(id));
        const met = new Set(own.flatMap((id) => on.get(id) ?? []));
        const [fix] = on.get(idOf(way.door)) ?? [];
        const severity = worstOf([...met]);
        return {
            id: idOf(way.id),
            door: idOf(way.door),
            chain: ids(way.chain),
            ends: ids(way.ends),
            nodes: ids(way.nodes),
            edges: own,
            closes: way.closes,
            findings: findings.filter((one) => met.has(one)).map(({ id }) => id),
            ...(fix && { fix: fix.id }),
            ...(severity && { severity }),
        };
    });
}
