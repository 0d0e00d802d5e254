/** Which findings belong to which nodes and edges. */
import type { Finding } from "../model";
import type { Drawing } from "./graph";
import { idOf } from "./ids";

export interface Joined {
    readonly nodesOf: (urn: string) => readonly string[];
    readonly edgesOf: (finding: Finding) => readonly string[];
}

export function joined(drawing: Drawing | undefined): Joined {
    if (!drawing) return { nodesOf: (urn) => [idOf(urn)], edgesOf: () => [] };
    const nodes = new Map<string, string[]>();
    const own = new Set<string>();
    for (const { id, urn, parts } of [...drawing.nodes, ...drawing.networks]) {
        if (urn !== undefined) own.add(urn);
        for (const one of urn === undefined ? parts : [urn, ...parts]) add(nodes, one, idOf(id));
    }
    const vias = new Map<string, { edge: string; path: string; statement?: string }[]>();
    for (const { id, via } of drawing.edges)
        for (const { urn, path, statement } of via)
            add(vias, urn, { edge: idOf(id), path, ...(statement !== undefined && { statement }) });
    return {
        nodesOf: (urn) => nodes.get(urn) ?? [],
        edgesOf: ({ urn, at, statement: about }) => {
            // What is wrong with a function as a whole says nothing of its edges; with a permission or a policy it does.
            if (at === "" && own.has(urn)) return edgesAt(vias.get(urn), ({ path }) => path === "");
            return edgesAt(
                vias.get(urn),
                ({ path, statement = about }) => isRelated(path, at) && (about === undefined || statement === about),
            );
        },
    };
}

function edgesAt<T extends { readonly edge: string }>(list: readonly T[] | undefined, fits: (one: T) => boolean) {
    return [...new Set((list ?? []).filter(fits).map(({ edge }) => edge))];
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
    const known = lists.get(key);
    if (known) known.push(value);
    else lists.set(key, [value]);
}

/** The same place, or one above or below the other: `policy` and `policy.Statement[2]`. */
export function isRelated(one: string, other: string): boolean {
    const [short, long] = one.length <= other.length ? [one, other] : [other, one];
    return short === "" || (long.startsWith(short) && /^(?:$|[.[])/.test(long.slice(short.length)));
}
