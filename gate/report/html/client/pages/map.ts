import { h } from "../dom";
import { Grid } from "../map/grid";
import type { Shown } from "../map/looks";
import { litBy, litOf } from "../map/reach";
import { MapView } from "../map/view";
import { Panel } from "../parts/panel";
import { Tools } from "../parts/tools";
import type { Route } from "../route";
import { type Selected, selectedOf } from "../selected";
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
        const selected = selectedOf(look, route);
        if (selected?.of === "way")
            return { only: new Set(selected.one.nodes), onlyEdges: new Set(selected.one.edges), facts: true };
        const lit = selected && litOf(look, selected);
        if (!selected || !lit || lit.nodes.size === 0) return this.base();
        const [own] = nodesOf(selected);
        const mark = own === undefined ? {} : { selected: own };
        if (isIsolated) return { only: lit.nodes, onlyEdges: lit.edges, facts: true, ...mark };
        return { lit, ...mark, ...this.base() };
    }

    private base(): Shown {
        const { look, isWithFindings, isWithChanges } = this.state;
        if (!isWithFindings && !isWithChanges) return {};
        const told = [...(isWithFindings ? look.data.findings : []), ...(isWithChanges ? look.newChanges : [])];
        return { only: new Set(told.flatMap((one) => [...litBy(look, one).nodes])) };
    }

    /** A node within a closed group is shown where it is. */
    private openGroups(route: Route): void {
        const { look, open } = this.state;
        const selected = selectedOf(look, route);
        if (!this.view || !selected) return;
        for (const node of nodesOf(selected).slice(0, 3)) {
            const group = this.view.groupOf(node);
            if (group !== undefined) open.add(group);
        }
    }

    private bring(route: Route): void {
        const { look } = this.state;
        const selected = selectedOf(look, route);
        if (!this.view || !selected || matchMedia("(max-width: 820px)").matches) return;
        const own = nodesOf(selected);
        const around = selected.of === "finding" || selected.of === "change" ? litBy(look, selected.one).nodes : [];
        this.view.viewport.bring(this.view.boxesOf([...own, ...around]));
    }
}

/** What is selected itself, the one that it is about first; a way is shown alone, and begins where the map does. */
function nodesOf(selected: Selected): readonly string[] {
    if (selected.of === "way") return [];
    return selected.of === "finding" || selected.of === "change" ? selected.one.nodes : [selected.one.id];
}
