/** A comparison as a page has it: its sentences, each with what of the drawing it is about. */
import { type Comparison, comparisonText, GONE_TITLE, type Line, type Section } from "../comparison";
import type { PageChange, PageChangeSection, PageChanges } from "./common/change-data";
import type { PageEdge } from "./common/data";
import type { Drawing } from "./graph";
import { idOf } from "./ids";

type About = Line["about"];

export function pageChanges(
    comparison: Comparison,
    drawing: Drawing | undefined,
    edges: readonly PageEdge[],
): PageChanges {
    const { title, short, notes, sections, gone, last } = comparisonText(comparison);
    const find = finder(drawing, edges);
    const seen = new Map<string, number>();
    const change = (way: string, { text, below, about }: Line): PageChange => {
        const id = idOf(way, text, ...below);
        const before = seen.get(id) ?? 0;
        seen.set(id, before + 1);
        const [first] = about.nodes;
        const node = first && find.node(first);
        return {
            id: before === 0 ? id : `${id}-${before + 1}`,
            text,
            below,
            nodes: distinct(about.nodes.flatMap((one) => find.node(one) ?? [])),
            edges: distinct(about.steps.flatMap(find.edges)),
            marked: {
                ...(node !== undefined && { node }),
                edges: distinct(about.steps.filter(({ isBeyond }) => !isBeyond).flatMap(find.edges)),
            },
        };
    };
    const list = (all: readonly Section[], way: string) =>
        all.map(
            ({ title: of, lines }): PageChangeSection => ({ title: of, changes: lines.map((one) => change(way, one)) }),
        );
    return {
        title,
        short,
        notes,
        newly: list(sections, "newly"),
        gone: list(gone, "gone"),
        goneTitle: GONE_TITLE,
        last,
        ...(comparison.allNew !== undefined && { isAllNew: true }),
    };
}

/** Looks up what a comparison names by what the drawing has of it: another stack's resources it has not. */
function finder(drawing: Drawing | undefined, edges: readonly PageEdge[]) {
    const nodes = new Map(drawing?.nodes.map(({ id, urn }) => [urn ?? id, idOf(id)]));
    const between = new Map<string, PageEdge[]>();
    for (const edge of edges) {
        const ends = `${edge.from} ${edge.to}`;
        between.set(ends, [...(between.get(ends) ?? []), edge]);
    }
    const node = ({ urn, id = "" }: About["nodes"][number]) => nodes.get(urn ?? id);
    return {
        node,
        edges: ({ from, to, kinds }: About["steps"][number]): readonly string[] =>
            (between.get(`${node(from)} ${node(to)}`) ?? [])
                .filter(({ kind }) => kinds.includes(kind))
                .map(({ id }) => id),
    };
}

function distinct(ids: readonly string[]): readonly string[] {
    return [...new Set(ids)];
}
