import type { PageFinding } from "../../common/data";
import type { Lookup } from "../../common/lookup";
import type { Selected } from "../selected";

export interface Lit {
    readonly nodes: ReadonlySet<string>;
    readonly edges: ReadonlySet<string>;
}

/** All that leads to a node, and where it leads. */
export function through(look: Lookup, node: string): Lit {
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

/** What is lit for what is selected, with both ends of each edge. A way is drawn alone instead. */
export function litOf(look: Lookup, selected: Selected): Lit | undefined {
    if (selected.of === "way") return undefined;
    if (selected.of === "node") return through(look, selected.one.id);
    if (selected.of === "network") return { nodes: new Set(withWithin(look, selected.one.id)), edges: new Set() };
    return litBy(look, selected.one);
}

/** The nodes and edges of a finding, or of a change. */
export function litBy(look: Lookup, { nodes, edges }: Pick<PageFinding, "edges" | "nodes">): Lit {
    const ends = edges.flatMap((id) => {
        const edge = look.edges.get(id);
        return edge ? [edge.from, edge.to] : [];
    });
    return { nodes: new Set([...nodes.flatMap((id) => withWithin(look, id)), ...ends]), edges: new Set(edges) };
}
