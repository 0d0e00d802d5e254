import type { ResourceType } from "./resource-type";

/** Rows of a table by the token of their type; sorted when the first is asked for. */
export function rowsByToken<R extends { readonly type: ResourceType }>(
    table: readonly R[],
): () => ReadonlyMap<string, readonly R[]> {
    let index: Map<string, R[]> | undefined;
    return () => {
        if (index) return index;
        index = new Map();
        for (const row of table) {
            const same = index.get(row.type.token);
            if (same) same.push(row);
            else index.set(row.type.token, [row]);
        }
        return index;
    };
}

/** The types of the rows, each once. */
export function typesOfRows(
    table: ReadonlyMap<string, readonly { readonly type: ResourceType }[]>,
): readonly ResourceType[] {
    return [...table.values()].flatMap(([first]) => (first ? [first.type] : []));
}
