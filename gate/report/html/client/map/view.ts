/** A map: lays out what it is told to show, and draws of it what changed. */
import { groupOfEach } from "../../common/folding";
import type { Cell, Line } from "../../common/scene";
import type { Box } from "../../layout/layout";
import { h } from "../dom";
import type { State } from "../state";
import { Cells } from "./cells";
import { Frame } from "./frame";
import { Laid } from "./laid";
import { Lines } from "./lines";
import { looksOf, networkLook, type Shown } from "./looks";
import { Overview } from "./overview";
import { Viewport } from "./viewport";

export interface MapOptions {
    /** On a page that has more: no overview, no head that stays. */
    readonly isFlat: boolean;
    readonly open: (node: string) => void;
    readonly openFinding?: (finding: string) => void;
    readonly changed?: () => void;
}

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
    private laid: Laid | undefined;
    private groups: ReadonlyMap<string, string> | undefined;

    constructor(
        private readonly state: State,
        private readonly options: MapOptions,
    ) {
        this.frame = new Frame(
            (group) => this.turnGroup(group),
            (id) => networkLook(state, id),
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
        return this.laid?.scene.cellOf.size ?? 0;
    }

    get isGrouped(): boolean {
        return this.laid?.scene.isGrouped ?? false;
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

    /** Opens a group, or closes it; `member` is a node of it that has the focus then. */
    private turnGroup(group: string, member = this.memberOf(group)): void {
        const before = this.laid?.placed.sections.get(`group ${group}`)?.y ?? 0;
        if (!this.state.open.delete(group)) this.state.open.add(group);
        this.show(this.shown);
        // What was clicked stays where it is, whatever opens above.
        this.viewport.shift((this.laid?.placed.sections.get(`group ${group}`)?.y ?? before) - before);
        this.options.changed?.();
        const cell = this.laid?.scene.cellOf.get(member ?? "");
        if (cell && (document.activeElement === document.body || this.element.contains(document.activeElement)))
            this.cells.focus(cell);
    }

    private memberOf(group: string): string | undefined {
        return this.laid?.scene.cells.find(({ section }) => section === `group ${group}`)?.node?.id;
    }

    /** The places of nodes and networks, for bringing them into view. */
    boxesOf(nodes: Iterable<string>): readonly Box[] {
        return [...nodes].flatMap((id) => this.laid?.boxOf(id) ?? []);
    }

    /** The group that is opened to see a node; undefined where it is shown by itself. */
    groupOf(node: string): string | undefined {
        this.groups ??= groupOfEach(this.state.look);
        return this.groups.get(node);
    }

    leave(): void {
        this.viewport.leave();
    }

    private lay(width: number): void {
        const { look, open, isAll } = this.state;
        const { only, onlyEdges, facts = false } = this.shown;
        const options = { open, isAll, ...(only && { only }), ...(onlyEdges && { onlyEdges }) };
        this.laid = new Laid(look, options, width, facts);
        const { scene, placed, sizes } = this.laid;
        this.frame.draw(scene, placed, sizes);
        this.viewport.size(placed.width, placed.height);
    }

    private draw(): void {
        const { laid, shown } = this;
        if (!laid) return;
        const { scene, placed } = laid;
        const looks = looksOf(this.state, laid, shown);
        this.stage.classList.toggle("dim", shown.lit !== undefined);
        this.cells.draw(scene.cells, placed.nodes, looks.cell);
        const lines = laid.linesWith(shown.lit?.edges ?? new Set());
        this.lines.draw(lines, laid.routesOf(lines), looks.line, placed);
        this.overview.draw(
            placed,
            scene.cells.flatMap((cell) => {
                const box = placed.nodes.get(cell.id);
                const { severity, isLit } = looks.cell(cell);
                return box ? [{ box, severity, isDim: shown.lit !== undefined && !isLit }] : [];
            }),
        );
        this.viewport.tell();
    }

    private near(cell: Cell | undefined): void {
        const { laid } = this;
        const { look } = this.state;
        const nodes = cell?.node ? [cell.node] : (cell?.group?.nodes ?? []);
        const edges = nodes.flatMap(({ id }) => [...look.into(id), ...look.from(id)]).map(({ id }) => id);
        const lines = laid?.linesOf(edges) ?? [];
        const known = laid?.routesOf(lines);
        this.lines.hover(
            lines.flatMap((line) => {
                const route = known?.get(line.id);
                return route ? [{ line, route }] : [];
            }),
        );
    }

    private choose(cell: Cell): void {
        if (cell.group) this.turnGroup(cell.group.name, cell.group.nodes[0]?.id);
        else this.options.open(cell.id);
    }

    private chooseLine({ edges, to }: Line): void {
        const { look } = this.state;
        const [finding] = edges.flatMap(({ id }) => look.findingsOn(id));
        if (finding && this.options.openFinding) this.options.openFinding(finding.id);
        else if (look.nodes.has(to)) this.options.open(to);
    }
}
