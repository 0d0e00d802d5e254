/** What is shown, laid out: where each node is, and the line of each edge, also of those that the map leaves out until they are asked for. */
import type { PageFinding } from "../../common/data";
import type { Lookup } from "../../common/lookup";
import { type Cell, type Line, type Scene, type SceneOptions, scene } from "../../common/scene";
import { openOf } from "../../common/words";
import { type Box, layout, type Placed, type Route } from "../../layout/layout";
import { routes } from "../../layout/route";
import { heightWith } from "./measure";

const GAP = 10;

export interface LaneSizes {
    readonly pitch: number;
    readonly nodeWidth: number;
}

export class Laid {
    readonly scene: Scene;
    readonly placed: Placed;
    readonly sizes: LaneSizes;
    private readonly drawn: ReadonlyMap<string, Line>;

    /** For a map of this width, in pixels; with `hasFacts`, each node has room for what is found there. */
    constructor(
        private readonly look: Lookup,
        options: SceneOptions,
        width: number,
        hasFacts: boolean,
    ) {
        this.scene = scene(look, options);
        this.sizes = sizesFor(width);
        const height = ({ node }: Cell) =>
            heightWith(hasFacts && node ? factOf(look.findingsOf(node.id)) : undefined, this.sizes.nodeWidth);
        const placed = layout(
            this.scene.sections,
            this.scene.cells.map((cell) => ({ ...cell, height: height(cell) })),
            this.scene.lines.filter(({ isFar }) => !isFar),
            { ...this.sizes, gap: GAP },
        );
        // Lines across sections take no room in them.
        const far = this.routed(
            this.scene.lines.filter(({ isFar }) => isFar),
            placed,
        );
        this.placed = { ...placed, edges: new Map([...placed.edges, ...far]) };
        this.drawn = new Map(this.scene.lines.flatMap((line) => line.edges.map((edge) => [edge.id, line] as const)));
    }

    /** The lines of edges: those of the map, and for others lines of their own. */
    linesOf(edges: Iterable<string>): readonly Line[] {
        return [...new Set([...edges].flatMap((id) => this.drawn.get(id) ?? this.lineOf(id)))];
    }

    /** The map's lines, with those of these edges that it leaves out. */
    linesWith(edges: ReadonlySet<string>): readonly Line[] {
        const missing = [...edges].filter((id) => !this.drawn.has(id));
        return [...this.scene.lines, ...this.linesOf(missing)];
    }

    routesOf(lines: readonly Line[]): ReadonlyMap<string, Route> {
        const { edges } = this.placed;
        const without = lines.filter(({ id }) => !edges.has(id));
        return without.length === 0 ? edges : new Map([...edges, ...this.routed(without, this.placed)]);
    }

    /** The place of a node, or the head of a network's band. */
    boxOf(id: string): Box | undefined {
        const band = this.placed.sections.get(id);
        if (!band) return this.placed.nodes.get(this.scene.cellOf.get(id) ?? "");
        return { lane: 0, x: 0, y: band.y, width: this.placed.width, height: Math.min(band.height, 60) };
    }

    private lineOf(id: string): readonly Line[] {
        const edge = this.look.edges.get(id);
        const from = this.scene.cellOf.get(edge?.from ?? "");
        const to = this.scene.cellOf.get(edge?.to ?? "");
        if (!edge || from === undefined || to === undefined || from === to) return [];
        return [{ id, from, to, kind: edge.kind, edges: [edge], isFar: false }];
    }

    private routed(lines: readonly Line[], { nodes }: Placed): ReadonlyMap<string, Route> {
        const { pitch, nodeWidth } = this.sizes;
        return routes(lines, nodes, new Map(), {
            pitch,
            nodeWidth,
            leftOf: (lane) => lane * pitch + (pitch - nodeWidth) / 2,
        });
    }
}

function sizesFor(width: number): LaneSizes {
    const pitch = Math.min(280, Math.max(width < 600 ? 186 : 156, Math.floor(width / 5)));
    return { pitch, nodeWidth: Math.min(190, pitch - 32) };
}

/** What a node is shown with: the gravest that is found there. */
export function factOf(findings: readonly PageFinding[]): string | undefined {
    const [first] = openOf(findings);
    return first && `${first.at} ${first.fact}`.trim();
}
