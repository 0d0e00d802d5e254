/** A map: lays out what it is told to show, and draws of it what changed. */
import type { PageFinding } from "../../common/data";
import { groupsOf } from "../../common/groups";
import { type Cell, type Line, type Scene, scene } from "../../common/scene";
import { worst } from "../../common/words";
import { type Box, layout, type Placed } from "../../layout/layout";
import { routes } from "../../layout/route";
import { h } from "../dom";
import { filtered } from "../filters";
import type { State } from "../state";
import { Cells } from "./cells";
import { Frame } from "./frame";
import { Lines } from "./lines";
import { heightWith } from "./measure";
import { Overview } from "./overview";
import { Viewport } from "./viewport";

export interface Shown {
    readonly only?: ReadonlySet<string>;
    readonly onlyEdges?: ReadonlySet<string>;
    readonly selected?: string;
    /** The rest is dimmed. */
    readonly lit?: { readonly nodes: ReadonlySet<string>; readonly edges: ReadonlySet<string> };
    /** Each node with what is found there. */
    readonly facts?: boolean;
}

export interface MapOptions {
    /** On a page that has more: no overview, no head that stays. */
    readonly isFlat: boolean;
    readonly open: (node: string) => void;
    readonly openFinding?: (finding: string) => void;
    readonly changed?: () => void;
}

const GAP = 10;

export class MapView {
    readonly element: HTMLElement;
    readonly viewport: Viewport;
    private readonly frame: Frame;
    private readonly lines: Lines;
    private readonly cells: Cells;
    private readonly overview: Overview;
    private readonly stage: HTMLElement;
    private shown: Shown = {};
    private key = "";
    private scene: Scene | undefined;
    private placed: Placed | undefined;
    private groups: ReadonlyMap<string, string> | undefined;

    constructor(
        private readonly state: State,
        private readonly options: MapOptions,
    ) {
        this.frame = new Frame(
            (group) => this.turnGroup(group),
            (id) => this.networkLook(id),
        );
        this.lines = new Lines((line) => this.chooseLine(line));
        this.cells = new Cells({
            choose: (cell) => this.choose(cell),
            near: (cell) => this.near(cell),
            show: (box) => this.viewport.bring([box]),
        });
        this.overview = new Overview((x, y) => this.viewport.centre(x, y));
        this.stage = h(
            "div",
            { class: "stage" },
            this.frame.element,
            this.frame.bands,
            this.lines.element,
            this.cells.element,
        );
        this.viewport = new Viewport(this.frame.heads, this.stage, {
            resized: () => this.show(this.shown),
            moved: (seen) => {
                this.cells.see(seen.top, seen.bottom);
                this.overview.see(seen);
            },
        });
        this.element = h(
            "div",
            { class: options.isFlat ? "map flat" : "map" },
            this.viewport.element,
            !options.isFlat && h("div", { class: "corner" }, this.overview.element),
        );
    }

    get nodeCount(): number {
        return this.scene?.cellOf.size ?? 0;
    }

    get isGrouped(): boolean {
        return this.scene?.isGrouped ?? false;
    }

    show(shown: Shown): void {
        this.shown = shown;
        this.element.classList.toggle("beside", !this.options.isFlat && shown.only === undefined);
        const width = this.viewport.width();
        if (width === 0) return;
        const { open, isAll } = this.state;
        const key = JSON.stringify([
            width,
            isAll,
            [...open],
            shown.only && [...shown.only],
            shown.onlyEdges && [...shown.onlyEdges],
            shown.facts,
        ]);
        if (key !== this.key) {
            this.key = key;
            this.lay(width);
        }
        this.draw();
    }

    turnGroup(group: string): void {
        const before = this.placed?.sections.get(`group ${group}`)?.y ?? 0;
        if (!this.state.open.delete(group)) this.state.open.add(group);
        this.show(this.shown);
        // What was clicked stays where it is, whatever opens above.
        this.viewport.shift((this.placed?.sections.get(`group ${group}`)?.y ?? before) - before);
        this.options.changed?.();
        const first = this.scene?.cells.find(({ section }) => section === `group ${group}`);
        if (first && (document.activeElement === document.body || this.element.contains(document.activeElement)))
            this.cells.focus(first.id);
    }

    /** The places of nodes, for bringing them into view. */
    boxesOf(nodes: Iterable<string>): readonly Box[] {
        const { cellOf } = this.scene ?? {};
        return [...nodes].flatMap((id) => {
            const band = this.placed?.sections.get(id);
            if (band)
                return { lane: 0, x: 0, y: band.y, width: this.placed?.width ?? 0, height: Math.min(band.height, 60) };
            return this.placed?.nodes.get(cellOf?.get(id) ?? "") ?? [];
        });
    }

    /** The group that a node is shown with, where there are so many that groups are made. */
    groupOf(node: string): string | undefined {
        this.groups ??= new Map(
            groupsOf(this.state.look, this.state.data.nodes).groups.flatMap(({ name, nodes }) =>
                nodes.map(({ id }) => [id, name] as const),
            ),
        );
        return this.groups.get(node);
    }

    private networkLook(id: string) {
        const found = this.state.look.findingsOf(id).filter(({ isAccepted }) => !isAccepted);
        return {
            severity: worst(found.map(({ severity }) => severity)),
            findings: found.length,
            href: this.state.to("map", "node", id),
        };
    }

    leave(): void {
        this.viewport.leave();
    }

    private lay(width: number): void {
        const { look } = this.state;
        const { only, onlyEdges, facts } = this.shown;
        const now = scene(look, {
            open: this.state.open,
            isAll: this.state.isAll,
            ...(only && { only }),
            ...(onlyEdges && { onlyEdges }),
        });
        const sizes = sizesFor(width);
        const height = ({ node }: Cell) =>
            heightWith(facts && node ? factOf(look.findingsOf(node.id)) : undefined, sizes.nodeWidth);
        const placed = layout(
            now.sections,
            now.cells.map((cell) => ({ id: cell.id, lane: cell.lane, section: cell.section, height: height(cell) })),
            now.lines.filter(({ isFar }) => !isFar),
            sizes,
        );
        // Lines across sections take no room in them.
        const far = routes(
            now.lines.filter(({ isFar }) => isFar),
            placed.nodes,
            new Map(),
            columnsOf(sizes),
        );
        this.scene = now;
        this.placed = { ...placed, edges: new Map([...placed.edges, ...far]) };
        this.frame.draw(now, placed, sizes);
        this.viewport.size(placed.width, placed.height);
    }

    private draw(): void {
        const { scene: now, placed } = this;
        if (!now || !placed) return;
        const { look, data, filters } = this.state;
        const { lit, selected, facts } = this.shown;
        const told = new Set(
            filtered(data, filters).filter(({ isAccepted }) => !isAccepted || filters.status === "accepted"),
        );
        const foundOf = ({ node, group }: Cell) =>
            [...new Set((node ? [node] : (group?.nodes ?? [])).flatMap(({ id }) => look.findingsOf(id)))].filter(
                (one) => told.has(one),
            );
        const litCells = new Set([...(lit?.nodes ?? [])].map((id) => now.cellOf.get(id)));
        const covered = new Set(look.nodes.get(selected ?? "")?.covers);
        const cellLook = (cell: Cell) => {
            const found = foundOf(cell);
            return {
                severity: worst(found.map(({ severity }) => severity)),
                findings: found.length,
                fact: facts ? factOf(cell.node ? look.findingsOf(cell.node.id) : []) : undefined,
                isLit: litCells.has(cell.id),
                isCurrent: cell.id === selected,
                isCovered: covered.has(cell.id),
            };
        };
        this.stage.classList.toggle("dim", lit !== undefined);
        this.cells.draw(now.cells, placed.nodes, cellLook);
        const lines = lit ? [...now.lines, ...this.missing(lit.edges)] : now.lines;
        const isWay = this.shown.onlyEdges !== undefined;
        this.lines.draw(
            lines,
            this.withRoutes(lines),
            ({ edges }) => ({
                severity: worst(
                    edges
                        .flatMap(({ id }) => look.findingsOn(id))
                        .filter((one) => told.has(one))
                        .map(({ severity }) => severity),
                ),
                isLit: isWay || (lit !== undefined && edges.some(({ id }) => lit.edges.has(id))),
                isAsked: edges.some(({ awaits }) => awaits !== undefined),
                isAway: edges.some(
                    ({ from, to }) => look.nodes.get(from)?.isElsewhere || look.nodes.get(to)?.isElsewhere,
                ),
            }),
            placed,
        );
        this.overview.draw(
            placed,
            now.cells.flatMap((cell) => {
                const box = placed.nodes.get(cell.id);
                return box
                    ? [{ box, severity: cellLook(cell).severity, isDim: lit !== undefined && !litCells.has(cell.id) }]
                    : [];
            }),
        );
        this.viewport.tell();
    }

    /** Edges that are lit and are not drawn otherwise, such as housekeeping. */
    private missing(wanted: ReadonlySet<string>): readonly Line[] {
        const drawn = new Set(this.scene?.lines.flatMap(({ edges }) => edges.map(({ id }) => id)));
        return [...wanted].filter((id) => !drawn.has(id)).flatMap((id) => this.lineOf(id));
    }

    private lineOf(id: string): readonly Line[] {
        const edge = this.state.look.edges.get(id);
        const from = this.scene?.cellOf.get(edge?.from ?? "");
        const to = this.scene?.cellOf.get(edge?.to ?? "");
        if (!edge || from === undefined || to === undefined || from === to) return [];
        return [{ id, from, to, kind: edge.kind, edges: [edge], isFar: false }];
    }

    private withRoutes(lines: readonly Line[]): Placed["edges"] {
        const { placed } = this;
        if (!placed) return new Map();
        const without = lines.filter(({ id }) => !placed.edges.has(id));
        if (without.length === 0) return placed.edges;
        return new Map([
            ...placed.edges,
            ...routes(without, placed.nodes, new Map(), columnsOf(sizesFor(this.viewport.width()))),
        ]);
    }

    private near(cell: Cell | undefined): void {
        if (!cell) {
            this.lines.hover([]);
            return;
        }
        const { look } = this.state;
        const ids = (cell.node ? [cell.node] : (cell.group?.nodes ?? [])).map(({ id }) => id);
        const edges = [...new Set(ids.flatMap((id) => [...look.into(id), ...look.from(id)]))];
        const drawn = new Map(this.scene?.lines.flatMap((line) => line.edges.map((edge) => [edge.id, line] as const)));
        const lines = [...new Set(edges.flatMap(({ id }) => drawn.get(id) ?? this.lineOf(id)))];
        const known = this.withRoutes(lines);
        this.lines.hover(
            lines.flatMap((line) => {
                const route = known.get(line.id);
                return route ? [{ line, route }] : [];
            }),
        );
    }

    private choose(cell: Cell): void {
        if (cell.group) this.turnGroup(cell.group.name);
        else {
            this.state.isFromMap = true;
            this.options.open(cell.id);
        }
    }

    private chooseLine({ edges, to }: Line): void {
        const { look } = this.state;
        const [finding] = edges.flatMap(({ id }) => look.findingsOn(id));
        this.state.isFromMap = true;
        if (finding && this.options.openFinding) this.options.openFinding(finding.id);
        else if (look.nodes.has(to)) this.options.open(to);
    }
}

function sizesFor(width: number): { pitch: number; nodeWidth: number; gap: number } {
    const pitch = Math.min(280, Math.max(width < 600 ? 186 : 156, Math.floor(width / 5)));
    return { pitch, nodeWidth: Math.min(190, pitch - 32), gap: GAP };
}

function columnsOf({ pitch, nodeWidth }: { readonly pitch: number; readonly nodeWidth: number }) {
    return { pitch, nodeWidth, leftOf: (lane: number) => lane * pitch + (pitch - nodeWidth) / 2 };
}

function factOf(findings: readonly PageFinding[]): string | undefined {
    const first = findings.find(({ isAccepted }) => !isAccepted);
    return first && `${first.at} ${first.fact}`.trim();
}
