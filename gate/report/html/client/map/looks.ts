/** How nodes and lines look, by what is selected and which findings the filters leave. */
import type { Severity } from "../../common/data";
import type { Cell, Line } from "../../common/scene";
import { openOf, worst, worstOf } from "../../common/words";
import { filtered } from "../filters";
import type { State } from "../state";
import type { CellLook } from "./cell";
import { factOf, type Laid } from "./laid";
import type { LineLook } from "./lines";

/** What a map is told to show; without anything, all of the stack. */
export interface Shown {
    readonly only?: ReadonlySet<string>;
    readonly onlyEdges?: ReadonlySet<string>;
    readonly selected?: string;
    /** The rest is dimmed. */
    readonly lit?: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> };
    /** Each node with what is found there. */
    readonly facts?: boolean;
}

export interface Looks {
    readonly cell: (cell: Cell) => CellLook;
    readonly line: (line: Line) => LineLook;
}

export function looksOf({ look, data, filters }: State, laid: Laid, { lit, selected, facts, onlyEdges }: Shown): Looks {
    const told = new Set(
        filtered(data, filters).filter(({ isAccepted }) => !isAccepted || filters.status === "accepted"),
    );
    const litCells = new Set([...(lit?.nodes ?? [])].map((id) => laid.scene.cellOf.get(id)));
    const covered = new Set(look.nodes.get(selected ?? "")?.covers);
    const cell = (one: Cell): CellLook => {
        const nodes = one.node ? [one.node] : (one.group?.nodes ?? []);
        const found = [...new Set(nodes.flatMap(({ id }) => look.findingsOf(id)))].filter((each) => told.has(each));
        return {
            severity: worst(found.map(({ severity }) => severity)),
            findings: found.length,
            fact: facts && one.node ? factOf(look.findingsOf(one.node.id)) : undefined,
            isLit: litCells.has(one.id),
            isCurrent: one.id === selected,
            isCovered: covered.has(one.id),
            changes: new Set(nodes.flatMap(({ id }) => look.markedAt(id))).size,
        };
    };
    const line = ({ edges }: Line): LineLook => ({
        severity: worst(
            edges
                .flatMap(({ id }) => look.findingsOn(id))
                .filter((one) => told.has(one))
                .map(({ severity }) => severity),
        ),
        isLit: onlyEdges !== undefined || (lit !== undefined && edges.some(({ id }) => lit.edges.has(id))),
        isNew: edges.some(({ id }) => look.markedAt(id).length > 0),
        isAsked: edges.some(({ awaits }) => awaits !== undefined),
        isAway: edges.some(({ from, to }) => look.nodes.get(from)?.isElsewhere || look.nodes.get(to)?.isElsewhere),
    });
    return { cell, line };
}

export interface NetworkLook {
    readonly severity: Severity | undefined;
    readonly findings: number;
    readonly href: string;
}

export function networkLook(state: State, id: string): NetworkLook {
    const found = openOf(state.look.findingsOf(id));
    return {
        severity: worstOf(found),
        findings: found.length,
        href: state.to("map", "node", id),
    };
}
