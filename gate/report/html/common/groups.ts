/** Nodes that are shown together where there are many. */
import type { PageNode } from "./data";
import type { Lookup } from "./lookup";
import { openOf, SEVERITIES } from "./words";

export interface NodeGroup {
    readonly name: string;
    readonly nodes: readonly PageNode[];
}

/** By component, else by file, else by how names begin; the worst first. What stands alone, outside or for a wildcard is shared. */
export function groupsOf(
    look: Lookup,
    nodes: readonly PageNode[],
): { readonly shared: readonly PageNode[]; readonly groups: readonly NodeGroup[] } {
    const by = new Map<string, PageNode[]>();
    for (const node of nodes) {
        if (node.isOutside || node.isWild || node.urn === undefined) continue;
        const name = node.group ?? beginning(node.name);
        const known = by.get(name);
        if (known) known.push(node);
        else by.set(name, [node]);
    }
    const groups = [...by].filter(([, own]) => own.length > 1).map(([name, own]) => ({ name, nodes: own }));
    const grouped = new Set(groups.flatMap((group) => group.nodes));
    const ranks = new Map(groups.map((group) => [group, rank(look, group)]));
    return {
        shared: nodes.filter((node) => !grouped.has(node)),
        groups: groups.sort((a, b) => compare(ranks.get(a) ?? [], ranks.get(b) ?? []) || (a.name < b.name ? -1 : 1)),
    };
}

function beginning(name: string): string {
    return /^[^-_./ ]+/.exec(name)?.[0] ?? name;
}

function rank(look: Lookup, { nodes }: NodeGroup): readonly number[] {
    const open = new Set(openOf(nodes.flatMap(({ id }) => look.findingsOf(id))));
    return SEVERITIES.map((severity) => [...open].filter((one) => one.severity === severity).length);
}

function compare(a: readonly number[], b: readonly number[]): number {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}
