import type { PageChange } from "./change-data";
import type { PageEdge, PageFinding, PageNetwork, PageNode, PageRole, PageWay, StackData } from "./data";
import { newlyAllowed } from "./words";

/** A stack's data by what is asked of it. */
export interface Lookup {
    readonly data: StackData;
    readonly nodes: ReadonlyMap<string, PageNode>;
    readonly networks: ReadonlyMap<string, PageNetwork>;
    readonly edges: ReadonlyMap<string, PageEdge>;
    readonly ways: ReadonlyMap<string, PageWay>;
    readonly roles: ReadonlyMap<string, PageRole>;
    /** An entry, also by the ids of those that it speaks for. */
    readonly findings: ReadonlyMap<string, PageFinding>;
    readonly findingsOf: (node: string) => readonly PageFinding[];
    readonly findingsOn: (edge: string) => readonly PageFinding[];
    readonly into: (node: string) => readonly PageEdge[];
    readonly from: (node: string) => readonly PageEdge[];
    readonly waysThrough: (node: string) => readonly PageWay[];
    /** Also those of what is gone. */
    readonly changes: ReadonlyMap<string, PageChange>;
    /** What is newly allowed. */
    readonly newChanges: readonly PageChange[];
    /** What is newly allowed and has the node in it. */
    readonly changesOf: (node: string) => readonly PageChange[];
    /** What is marked on the map: of nodes and edges, what is newly allowed of these themselves. */
    readonly markedAt: (id: string) => readonly PageChange[];
    readonly nameOf: (node: string) => string;
}

export function lookup(data: StackData): Lookup {
    const byId = <T extends { readonly id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));
    const nodes = byId(data.nodes);
    const networks = byId(data.networks);
    const findings = new Map<string, PageFinding>();
    for (const one of data.findings) for (const { id } of [one, ...(one.also ?? [])]) findings.set(id, one);
    const findingsOf = listed(data.findings, (one) => one.nodes);
    const findingsOn = listed(data.findings, (one) => one.edges);
    const newChanges = data.changes ? newlyAllowed(data.changes) : [];
    const gone = data.changes?.gone.flatMap(({ changes }) => changes) ?? [];
    return {
        data,
        nodes,
        networks,
        findings,
        edges: byId(data.edges),
        ways: byId(data.ways),
        roles: new Map(data.roles.map((role) => [role.node, role])),
        findingsOf,
        findingsOn,
        into: listed(data.edges, ({ to }) => [to]),
        from: listed(data.edges, ({ from }) => [from]),
        changes: byId([...newChanges, ...gone]),
        newChanges,
        changesOf: listed(newChanges, (one) => one.nodes),
        markedAt: listed(data.changes?.isAllNew ? [] : newChanges, ({ marked: { node, edges } }) => [
            ...(node === undefined ? [] : [node]),
            ...edges,
        ]),
        waysThrough: listed(data.ways, (way) => way.nodes),
        nameOf: (id) => (nodes.get(id) ?? networks.get(id))?.name ?? "",
    };
}

function listed<T>(list: readonly T[], keysOf: (one: T) => readonly string[]): (key: string) => readonly T[] {
    const by = new Map<string, T[]>();
    for (const one of list)
        for (const key of keysOf(one)) {
            const known = by.get(key);
            if (known) known.push(one);
            else by.set(key, [one]);
        }
    return (key) => by.get(key) ?? [];
}
