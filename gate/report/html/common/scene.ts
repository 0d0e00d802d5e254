/** What a map shows of a stack: which nodes, in which sections, and the lines between them. */
import type { LayoutSection } from "../layout/layout";
import type { EdgeKind, PageEdge, PageNode } from "./data";
import { type Folding, foldingOf, MOST_NODES, OTHERS } from "./folding";
import { groupsOf, type NodeGroup } from "./groups";
import type { Lookup } from "./lookup";
import { LANES } from "./words";

export interface Section extends LayoutSection {
    readonly kind: "main" | "network" | "group" | "row";
    readonly title: string;
    readonly sub: string;
}

/** What is drawn as one node: a node, or those of a group in one lane. */
export interface Cell {
    readonly id: string;
    readonly lane: number;
    readonly section: string;
    readonly node?: PageNode;
    readonly group?: { readonly name: string; readonly nodes: readonly PageNode[] };
}

/** What is drawn as one line; several edges where an end is a group. */
export interface Line {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly kind: EdgeKind;
    readonly edges: readonly PageEdge[];
    /** Between a row and what is shared: drawn thin, and where nothing is wrong with it, only when asked for. */
    readonly isFar: boolean;
}

export interface Scene {
    readonly sections: readonly Section[];
    readonly cells: readonly Cell[];
    readonly lines: readonly Line[];
    /** The cell that a node is in. */
    readonly cellOf: ReadonlyMap<string, string>;
    readonly isGrouped: boolean;
}

export interface SceneOptions {
    /** Groups that are opened. */
    readonly open: ReadonlySet<string>;
    /** These nodes alone; and of edges these, or all between them. */
    readonly only?: ReadonlySet<string>;
    readonly onlyEdges?: ReadonlySet<string>;
    /** Housekeeping too? */
    readonly isAll: boolean;
}

const MAIN: Section = { id: "", kind: "main", isFramed: false, title: "", sub: "" };

export function scene(look: Lookup, { open, only, onlyEdges, isAll }: SceneOptions): Scene {
    const nodes = only ? look.data.nodes.filter(({ id }) => only.has(id)) : look.data.nodes;
    const { isGrouped, others }: Folding = only
        ? { isGrouped: nodes.length > MOST_NODES, others: [] }
        : foldingOf(look);
    const folded = isAll || open.has(OTHERS) ? [] : others;
    const { sections, cells } = isGrouped ? rows(look, nodes, open) : bands(look, nodes, folded, only === undefined);
    const cellOf = new Map<string, string>();
    for (const { id, node, group } of cells)
        for (const one of node ? [node] : (group?.nodes ?? [])) cellOf.set(one.id, id);
    const edges = look.data.edges.filter(
        ({ id, isQuiet }) =>
            (onlyEdges === undefined || onlyEdges.has(id)) && (isAll || only !== undefined || !isQuiet),
    );
    const rowOf = new Map(cells.map(({ id, section }) => [id, section]));
    return {
        sections,
        cells,
        lines: linesOf(edges, cellOf, (id) => rowOf.get(id) ?? "", isGrouped),
        cellOf,
        isGrouped,
    };
}

/** Networks are bands below the rest. */
function bands(
    look: Lookup,
    nodes: readonly PageNode[],
    folded: readonly PageNode[],
    isWhole: boolean,
): Pick<Scene, "cells" | "sections"> {
    const { data } = look;
    const known = new Set(data.networks.map(({ id }) => id));
    const sectionOf = ({ network }: PageNode) => (network !== undefined && known.has(network) ? network : MAIN.id);
    const used = new Set(nodes.map(sectionOf));
    const networks = data.networks.map(
        ({ id, name, sub }): Section => ({ id, kind: "network", isFramed: true, title: name, sub }),
    );
    const isShown = ({ id }: Section) => used.has(id) || (isWhole && look.findingsOf(id).length > 0);
    const apart = new Set(folded);
    return {
        sections: [MAIN, ...networks].filter(isShown),
        cells: [
            ...nodes.filter((node) => !apart.has(node)).map((node) => single(node, sectionOf(node))),
            ...byLane({ name: OTHERS, nodes: folded }, MAIN.id),
        ],
    };
}

function single(node: PageNode, section: string): Cell {
    return { id: node.id, lane: node.lane, section, node };
}

/** A group's nodes, those of a lane as one. */
function byLane({ name, nodes }: NodeGroup, section: string): readonly Cell[] {
    return LANES.flatMap((_, lane): readonly Cell[] => {
        const own = nodes.filter((node) => node.lane === lane);
        const [first, ...others] = own;
        if (!first) return [];
        if (others.length === 0) return [single(first, section)];
        return [{ id: `${section} ${name} ${lane}`, lane, section, group: { name, nodes: own } }];
    });
}

/** What belongs to no group on top, then a row for each; an open one is a band. */
function rows(look: Lookup, nodes: readonly PageNode[], open: ReadonlySet<string>): Pick<Scene, "cells" | "sections"> {
    const { shared, groups } = groupsOf(look, nodes);
    const sections = groups.map(
        ({ name, nodes: own }): Section => ({
            id: `group ${name}`,
            kind: open.has(name) ? "group" : "row",
            isFramed: open.has(name),
            title: name,
            sub: `${own.length} nodes`,
        }),
    );
    // Nodes are with their groups; a network that something is said of has a place all the same.
    const faulty = look.data.networks
        .filter(({ id }) => look.findingsOf(id).length > 0)
        .map(({ id, name, sub }): Section => ({ id, kind: "network", isFramed: true, title: name, sub }));
    const inGroup = (group: NodeGroup): readonly Cell[] => {
        const section = `group ${group.name}`;
        return open.has(group.name) ? group.nodes.map((node) => single(node, section)) : byLane(group, section);
    };
    return {
        sections: [MAIN, ...sections, ...faulty],
        cells: [...shared.map((node) => single(node, MAIN.id)), ...groups.flatMap(inGroup)],
    };
}

function linesOf(
    edges: readonly PageEdge[],
    cellOf: ReadonlyMap<string, string>,
    sectionOf: (cell: string) => string,
    isGrouped: boolean,
): readonly Line[] {
    const lines = new Map<string, { from: string; to: string; edges: PageEdge[]; id: string }>();
    for (const edge of edges) {
        const from = cellOf.get(edge.from);
        const to = cellOf.get(edge.to);
        if (from === undefined || to === undefined || from === to) continue;
        const isSingle = from === edge.from && to === edge.to;
        const id = isSingle ? edge.id : `${from} > ${to}`;
        const known = lines.get(id);
        if (known) known.edges.push(edge);
        else lines.set(id, { id, from, to, edges: [edge] });
    }
    return [...lines.values()].map((line) => ({
        ...line,
        kind: mostOf(line.edges),
        isFar: isGrouped && sectionOf(line.from) !== sectionOf(line.to),
    }));
}

function mostOf(edges: readonly PageEdge[]): EdgeKind {
    const counts = new Map<EdgeKind, number>();
    for (const { kind } of edges) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}
