import type { StackData } from "../../common/data";
import { count } from "../../common/words";
import { h, replace } from "../dom";
import { symbol } from "../icons";
import { legend } from "../map/legend";
import type { MapView } from "../map/view";
import type { Viewport } from "../map/viewport";
import { type Selected, selectedOf } from "../selected";
import type { State } from "../state";

/** Above the map: what is shown, and how. */
export class Tools {
    readonly element: HTMLElement;
    private readonly title = h("p", { class: "ttl" });
    private readonly isolate: HTMLElement;
    private readonly clear: HTMLElement;
    private readonly withFindings: HTMLElement;
    private readonly withChanges: HTMLElement;
    private readonly all: HTMLElement;
    private readonly collapse: HTMLElement;
    private readonly help: HTMLElement;
    private readonly legend: HTMLElement;

    constructor(
        private readonly state: State,
        viewport: Viewport | undefined,
        private readonly changed: () => void,
    ) {
        const turn = (key: "isAll" | "isIsolated" | "isWithChanges" | "isWithFindings") => () => {
            state[key] = !state[key];
            changed();
        };
        this.isolate = tool("target", "Isolate", turn("isIsolated"));
        this.clear = h("a", { class: "tb", href: state.to("map") }, symbol("close"), "Clear");
        this.withFindings = tool("target", "With findings", turn("isWithFindings"));
        this.withChanges = tool("plus", "What is new", turn("isWithChanges"));
        this.all = tool("layers", "All edges", turn("isAll"));
        this.collapse = tool("layers", "Collapse", () => this.collapseAll());
        this.help = square("help", "How to read it", () => this.turnLegend());
        this.legend = legend(state.data.changes !== undefined);
        this.legend.hidden = true;
        const zooms = viewport
            ? [
                  square("fit", "Fit to window", () => viewport.fit()),
                  square("minus", "Smaller", () => viewport.scale(viewport.zoom / 1.25)),
                  square("plus", "Larger", () => viewport.scale(viewport.zoom * 1.25)),
                  this.help,
                  this.legend,
              ]
            : [];
        for (const one of zooms.slice(0, 3)) one.classList.add("zoom");
        this.element = h(
            "div",
            { class: "tools" },
            this.title,
            viewport
                ? [this.isolate, this.clear, this.withFindings, this.withChanges, this.all, this.collapse]
                : this.clear,
            zooms,
        );
        this.element.addEventListener("keydown", (event) => {
            if (event.key !== "Escape" || this.legend.hidden) return;
            event.preventDefault();
            this.turnLegend();
            this.help.focus();
        });
    }

    update(view: MapView | undefined): void {
        const { data, look, route, isAll, isIsolated, isWithFindings, isWithChanges, open } = this.state;
        const selected = selectedOf(look, route);
        const [title, sub] = selected ? selectedTitle(data, selected) : wholeTitle(data, view);
        replace(this.title, h("bdi", {}, title), h("small", {}, sub));
        const show = (element: HTMLElement, is: boolean, isPressed?: boolean) => {
            element.hidden = !is;
            if (isPressed !== undefined) element.setAttribute("aria-pressed", String(isPressed));
        };
        show(this.isolate, selected !== undefined && isPart(selected), isIsolated);
        show(this.clear, selected !== undefined);
        show(this.withFindings, !selected, isWithFindings);
        show(this.withChanges, !selected && look.newChanges.length > 0, isWithChanges);
        show(this.all, !selected, isAll);
        show(this.collapse, open.size > 0 && view !== undefined);
    }

    private collapseAll(): void {
        this.state.open.clear();
        this.changed();
        this.help.focus({ preventScroll: true });
    }

    private turnLegend(): void {
        this.legend.hidden = !this.legend.hidden;
        this.help.setAttribute("aria-expanded", String(!this.legend.hidden));
    }
}

function wholeTitle(data: StackData, view: MapView | undefined): readonly [string, string] {
    if (!data.isDrawn) return ["Resources", `${count(data.nodes.length, "resource")} of ${data.resources}`];
    const nodes = count(view?.nodeCount || data.nodes.length, "node");
    return [
        "The whole system",
        view?.isGrouped ? `${nodes}; a click opens a group` : `${nodes} for ${count(data.resources, "resource")}`,
    ];
}

function selectedTitle(data: StackData, { of, one }: Selected): readonly [string, string] {
    if (of === "way")
        return [`Way in ${data.ways.indexOf(one) + 1}`, `${count(one.nodes.length, "node")}, the rest is left out`];
    if (of === "node") return [one.name, "what leads here, and where it leads"];
    if (of === "network") return [one.name, "a network and what stands in it"];
    if (of === "change") return ["Change", "what it is about"];
    return [one.name, one.nodes.length > 0 ? "what this finding is about" : "this finding is about no node"];
}

/** Can it be shown without the rest? A way is, always. */
function isPart({ of, one }: Selected): boolean {
    return of === "node" || ((of === "finding" || of === "change") && one.nodes.length > 0);
}

function tool(which: Parameters<typeof symbol>[0], text: string, act: () => void): HTMLElement {
    return h("button", { class: "tb", type: "button", onclick: act }, symbol(which), text);
}

function square(which: Parameters<typeof symbol>[0], label: string, act: () => void): HTMLElement {
    return h(
        "button",
        { class: "tb sq", type: "button", "aria-label": label, title: label, onclick: act },
        symbol(which),
    );
}
