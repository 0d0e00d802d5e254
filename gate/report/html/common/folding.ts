/** Of a whole map, what is not shown by itself until it is asked for. */
import type { PageNode } from "./data";
import { groupsOf } from "./groups";
import type { Lookup } from "./lookup";

/** Beyond so many nodes that there is something to tell of, a row stands for each group. */
export const MOST_NODES = 150;
/** Up to so many, each is shown. */
const FEW = 60;

/** The group of those that there is nothing to tell of. */
export const OTHERS = "Others";

export interface Folding {
    readonly isGrouped: boolean;
    /** Where no groups are made, shown as one in each lane: no line leads there but housekeeping, and nothing is found or new. */
    readonly others: readonly PageNode[];
}

export function foldingOf(look: Lookup): Folding {
    const { nodes } = look.data;
    const quiet = nodes.length > FEW ? nodes.filter((node) => isQuiet(look, node)) : [];
    const isGrouped = nodes.length - quiet.length > MOST_NODES;
    const lanes = quiet.map(({ lane }) => lane);
    const isAlone = ({ lane }: PageNode) => lanes.indexOf(lane) === lanes.lastIndexOf(lane);
    return { isGrouped, others: isGrouped ? [] : quiet.filter((node) => !isAlone(node)) };
}

/** By node, the group that is opened to see it. */
export function groupOfEach(look: Lookup): ReadonlyMap<string, string> {
    const { isGrouped, others } = foldingOf(look);
    if (!isGrouped) return new Map(others.map(({ id }) => [id, OTHERS]));
    const { groups } = groupsOf(look, look.data.nodes);
    return new Map(groups.flatMap(({ name, nodes }) => nodes.map(({ id }) => [id, name] as const)));
}

function isQuiet(look: Lookup, { id, network }: PageNode): boolean {
    if (network !== undefined || look.findingsOf(id).length + look.changesOf(id).length > 0) return false;
    return [...look.into(id), ...look.from(id)].every((edge) => edge.isQuiet);
}
