import type { PageFinding } from "../../common/data";
import type { Lookup } from "../../common/lookup";

export interface Lit {
    readonly nodes: ReadonlySet<string>;
    readonly edges: ReadonlySet<string>;
}

/** All that leads to a node, and where it leads. */
function through(look: Lookup, node: string): Lit {
    const nodes = new Set([node]);
    const edges = new Set<string>();
    const walk = (isForward: boolean) => {
        const waiting = [node];
        const seen = new Set(waiting);
        for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
            for (const edge of isForward ? look.from(at) : look.into(at)) {
                // Everybody writes logs: that is shown of the node itself alone.
                if (edge.isQuiet && at !== node) continue;
                edges.add(edge.id);
                const next = isForward ? edge.to : edge.from;
                nodes.add(next);
                if (!seen.has(next)) {
                    seen.add(next);
                    waiting.push(next);
                }
            }
    };
    walk(true);
    walk(false);
    for (const covered of look.nodes.get(node)?.covers ?? []) nodes.add(covered);
    return { nodes, edges };
}

/** A network with what stands in it; of a node, itself. */
function withWithin({ data, networks }: Lookup, id: string): readonly string[] {
    return networks.has(id) ? [id, ...data.nodes.filter(({ network }) => network === id).map((one) => one.id)] : [id];
}

/** What a selected node, or network, is shown with. */
export function litAt(look: Lookup, id: string): Lit | undefined {
    if (look.networks.has(id)) return { nodes: new Set(withWithin(look, id)), edges: new Set() };
    return look.nodes.has(id) ? through(look, id) : undefined;
}

/** A finding's nodes and edges, with both ends of these. */
export function litBy(look: Lookup, { nodes, edges }: PageFinding): Lit {
    const ends = edges.flatMap((id) => {
        const edge = look.edges.get(id);
        return edge ? [edge.from, edge.to] : [];
    });
    return { nodes: new Set([...nodes.flatMap((id) => withWithin(look, id)), ...ends]), edges: new Set(edges) };
}
