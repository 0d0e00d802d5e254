/** Lines of a drawing while it is made, and what becomes of several between the same ends. */
import { listed } from "../../iam";
import type { AccessLevel, DrawnEdge } from "./drawing";

/** A line that is to be drawn. Lines of one kind between the same ends become one, but those that `apart` keeps apart. */
export interface Line
    extends Pick<DrawnEdge, "from" | "to" | "kind" | "says">,
        Partial<
            Pick<DrawnEdge, "label" | "guard" | "isOpen" | "isWide" | "isQuiet" | "closes" | "actions" | "levels">
        > {
    /** The number of the conditions that it is held to. */
    readonly bound?: number | undefined;
    readonly via: DrawnEdge["via"];
    readonly awaits?: readonly string[] | undefined;
    readonly apart?: string;
}

/** The first speaks, but one that is open before one that is not, and a certain one before one that may be. */
export function joined(a: DrawnEdge, b: DrawnEdge): DrawnEdge {
    const first = weight(b) > weight(a) ? b : a;
    const labels = [a.label, b.label].flatMap((label) => label ?? []);
    const { awaits: _, isQuiet: __, bounds: ___, ...base } = first;
    const bounds = [...new Set([...(a.bounds ?? [UNBOUND]), ...(b.bounds ?? [UNBOUND])])].sort((x, y) => x - y);
    return {
        ...base,
        ...(labels.length > 0 && { label: joinedLabels(labels) }),
        via: distinctVia([...a.via, ...b.via]),
        actions: [...new Set([...a.actions, ...b.actions])].sort(),
        levels: inOrder([...a.levels, ...b.levels]),
        ...((a.isWide || b.isWide) && { isWide: true as const }),
        ...(a.isQuiet && b.isQuiet && { isQuiet: true as const }),
        ...(a.awaits && b.awaits && { awaits: [...new Set([...a.awaits, ...b.awaits])].sort() }),
        ...(bounds.some((one) => one !== UNBOUND) && { bounds }),
    };
}

/** In place of a set of conditions: none. */
const UNBOUND = -1;

/** In a sentence that holds for several lines, what the line is called. */
export const LABEL = "%label%";

export function withLabel(edge: DrawnEdge): DrawnEdge {
    if (!edge.says.includes(LABEL)) return edge;
    const label = edge.label === undefined ? "what it is asked" : listed(edge.label.split(", "));
    return { ...edge, says: edge.says.replace(LABEL, () => label) };
}

function weight({ isOpen, awaits }: DrawnEdge): number {
    return (isOpen ? 2 : 0) + (awaits ? 0 : 1);
}

function joinedLabels(labels: readonly string[]): string {
    return [...new Set(labels.flatMap((label) => label.split(", ")))].sort().join(", ");
}

const LEVELS: readonly AccessLevel[] = ["List", "Read", "Write", "Delete", "Permissions management", "Tagging"];

export function inOrder(levels: readonly AccessLevel[]): readonly AccessLevel[] {
    const found = new Set(levels);
    return LEVELS.filter((level) => found.has(level));
}

export function distinctVia(via: DrawnEdge["via"]): DrawnEdge["via"] {
    const byKey = new Map(via.map((one) => [`${one.urn} ${one.path} ${one.statement ?? ""}`, one]));
    return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, one]) => one);
}

export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
