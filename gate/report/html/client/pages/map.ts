import { h } from "../dom";
import { Grid } from "../map/grid";
import type { Shown } from "../map/looks";
import { litAt, litBy } from "../map/reach";
import { MapView } from "../map/view";
import { Panel } from "../parts/panel";
import { Tools } from "../parts/tools";
import type { Route } from "../route";
import type { State } from "../state";
import type { Page } from "./page";

/** The start: a list at the left, the map at the right. */
export class MapPage implements Page {
    readonly of = "map";
    readonly title = "Map";
    readonly element: HTMLElement;
    private readonly panel: Panel;
    private readonly tools: Tools;
    private readonly view: MapView | undefined;
    private readonly grid: Grid | undefined;

    constructor(
        private readonly state: State,
        private readonly say: (text: string) => void,
    ) {
        const open = (node: string) => state.goFromMap(state.to("map", "node", node));
        if (state.data.isDrawn) {
            this.view = new MapView(state, {
                isFlat: false,
                open,
                openFinding: (finding) => state.goFromMap(state.to("map", "finding", finding)),
                changed: () => this.tools.update(this.view),
            });
        } else this.grid = new Grid(state, open);
        this.panel = new Panel(state, () => this.showPane());
        this.tools = new Tools(state, this.view?.viewport, () => this.draw());
        const map = h(
            "section",
            { class: "mapbox", "aria-label": state.data.isDrawn ? "Map" : "Resources" },
            this.tools.element,
            this.view?.element ?? this.grid?.element ?? false,
        );
        this.element = h("div", { class: "work" }, this.panel.element, map);
        state.onFilters(() => this.draw());
    }

    shown(): void {
        this.showPane();
    }

    update(route: Route, before: Route): void {
        const { state } = this;
        if (route !== before) state.isIsolated = false;
        if (!state.isFromMap && route.selected !== undefined) state.pane = "list";
        this.openGroups(route);
        this.panel.update(route, before);
        this.showPane();
        this.draw();
        if (!state.isFromMap) this.bring(route);
        if (route !== before) this.say(this.panel.heading);
    }

    escape(): void {
        if (this.state.route.selected !== undefined) location.hash = this.state.to("map");
        else this.state.clearFilters();
    }

    focus(): void {
        this.panel.focus();
    }

    leave(): void {
        this.view?.leave();
    }

    private draw(): void {
        this.element.classList.toggle("has-selected", this.state.route.selected !== undefined);
        this.view?.show(this.what());
        this.grid?.draw();
        this.tools.update(this.view);
    }

    private showPane(): void {
        const was = this.element.dataset["pane"];
        this.element.dataset["pane"] = this.state.pane;
        // Hidden, it had no width.
        if (was !== this.state.pane && this.state.pane === "map") this.view?.show(this.what());
    }

    private what(): Shown {
        const { look, route, isIsolated } = this.state;
        const { selected, id = "" } = route;
        const way = selected === "way" ? look.ways.get(id) : undefined;
        if (way) return { only: new Set(way.nodes), onlyEdges: new Set(way.edges), facts: true };
        const finding = selected === "finding" ? look.findings.get(id) : undefined;
        const lit = finding ? litBy(look, finding) : selected === "node" ? litAt(look, id) : undefined;
        const own = finding ? finding.nodes[0] : selected === "node" ? id : undefined;
        const mark = own === undefined ? {} : { selected: own };
        if (lit && isIsolated && lit.nodes.size > 0)
            return { only: lit.nodes, onlyEdges: lit.edges, facts: true, ...mark };
        if (lit && lit.nodes.size > 0) return { lit, ...mark, ...this.base() };
        return this.base();
    }

    private base(): Shown {
        const { look, isWithFindings } = this.state;
        if (!isWithFindings) return {};
        const nodes = new Set(look.data.findings.flatMap((one) => [...litBy(look, one).nodes]));
        return { only: nodes };
    }

    /** A node within a closed group is shown where it is. */
    private openGroups({ selected, id = "" }: Route): void {
        const { look, open } = this.state;
        if (!this.view?.isGrouped && look.data.nodes.length <= 150) return;
        const nodes = selected === "finding" ? (look.findings.get(id)?.nodes ?? []) : selected === "node" ? [id] : [];
        for (const node of nodes.slice(0, 3)) {
            const group = this.view?.groupOf(node);
            if (group !== undefined) open.add(group);
        }
    }

    private bring({ selected, id = "" }: Route): void {
        const { look } = this.state;
        if (!this.view || selected === undefined || matchMedia("(max-width: 820px)").matches) return;
        const finding = look.findings.get(id);
        const nodes =
            selected === "finding"
                ? [...(finding?.nodes ?? []), ...(finding ? litBy(look, finding).nodes : [])]
                : selected === "node"
                  ? [id]
                  : [];
        this.view.viewport.bring(this.view.boxesOf(nodes));
    }
}
