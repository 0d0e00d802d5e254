import { focusOn, h, replace } from "../dom";
import { NO_FILTERS } from "../filters";
import type { Route } from "../route";
import { type Selected, selectedOf } from "../selected";
import type { State } from "../state";
import { changeDetail } from "./change";
import { FilterBar } from "./filter-bar";
import { FindingList } from "./finding-list";
import { networkDetail, nodeDetail } from "./node";
import { wayDetail, wayList } from "./ways";

type Tab = State["tab"] | "map";

/** The list beside the map: ways in, findings, or what is selected. On a narrow screen, the map is a tab of it too. */
export class Panel {
    readonly element: HTMLElement;
    heading = "";
    private readonly body = h("div", { class: "scroll", id: "panel", role: "tabpanel", tabindex: "-1" });
    private readonly tabs: ReadonlyMap<Tab, HTMLElement>;
    private findings: { readonly element: HTMLElement; readonly list: FindingList } | undefined;
    private at: string | undefined;

    constructor(
        private readonly state: State,
        private readonly turned: () => void,
    ) {
        const { ways, findings, isDrawn } = state.data;
        const tab = (of: Tab, text: string, many?: number) =>
            h(
                "button",
                {
                    type: "button",
                    role: "tab",
                    class: of === "map" ? "only-small" : "",
                    "aria-controls": "panel",
                    onclick: () => this.turn(of),
                    onkeydown: (event: KeyboardEvent) => this.key(event, of),
                },
                text,
                many !== undefined && h("span", { class: "count" }, many),
            );
        this.tabs = new Map<Tab, HTMLElement>([
            ...(isDrawn ? ([["ways", tab("ways", "Ways in", ways.length)]] as const) : []),
            ["findings", tab("findings", "Findings", findings.length)],
            ["map", tab("map", isDrawn ? "Map" : "Resources")],
        ]);
        this.element = h(
            "div",
            { class: "panel" },
            h("div", { class: "seg", role: "tablist", "aria-label": "Lists" }, [...this.tabs.values()]),
            this.body,
        );
    }

    update(route: Route, before: Route): void {
        const { state } = this;
        const selected = selectedOf(state.look, route);
        if (selected?.of === "finding") state.tab = "findings";
        if (selected?.of === "way") state.tab = "ways";
        this.mark();
        const detail = selected && detailOf(state, selected);
        if (detail) this.detail(`${route.selected} ${route.id}`, detail);
        else this.list(route, before);
        if (route.selected !== undefined && !selected) this.heading = "Not in this report";
    }

    focus(): void {
        const { tab } = this.state;
        focusOn(this.body.querySelector<HTMLElement>("h2") ?? this.tabs.get(tab));
    }

    private detail(key: string, element: HTMLElement): void {
        this.at = key;
        replace(this.body, element);
        this.body.scrollTop = 0;
        const heading = this.body.querySelector<HTMLElement>("h2");
        this.heading = heading?.textContent ?? "";
        if (!this.state.isFromMap) focusOn(heading);
    }

    private list(route: Route, before: Route): void {
        const { state } = this;
        const key = `list ${state.tab}`;
        const isSame = this.at === key;
        this.at = key;
        this.heading = state.tab === "ways" ? "Ways in" : "Findings";
        if (state.tab === "ways") {
            if (!isSame) replace(this.body, wayList(state));
        } else {
            if (!this.findings) {
                const list = new FindingList(state);
                this.findings = { list, element: h("div", {}, new FilterBar(state).element, list.element) };
            }
            if (!isSame) replace(this.body, this.findings.element);
            this.openFinding(route);
        }
        // Back from a detail: to the row it came from.
        if (before !== route && before.selected === "way" && route.selected === undefined)
            this.toRow(".way", before.id);
        if (before !== route && before.selected === "finding" && route.selected === undefined)
            this.toRow(".f", before.id);
        if (
            before !== route &&
            (before.selected === "node" || before.selected === "change") &&
            route.selected === undefined
        )
            focusOn(this.tabs.get(state.tab));
    }

    private openFinding({ selected, id }: Route): void {
        const { state } = this;
        const finding = selected === "finding" ? state.look.findings.get(id ?? "") : undefined;
        if (finding && !this.findings?.list.has(finding.id)) state.filter(NO_FILTERS);
        const entry = this.findings?.list.open(finding?.id);
        if (!entry) return;
        this.heading = entry.querySelector("h4")?.textContent ?? "";
        const link = entry.querySelector<HTMLElement>(".ttl");
        // The list turns, the window does not: the map is beside it.
        const top = entry.getBoundingClientRect().top - this.body.getBoundingClientRect().top;
        if (this.body.scrollHeight > this.body.clientHeight) this.body.scrollTop += top - 60;
        else entry.scrollIntoView({ block: "nearest" });
        if (!state.isFromMap) link?.focus({ preventScroll: true });
    }

    private toRow(rows: string, id: string | undefined): void {
        const row = [...this.body.querySelectorAll<HTMLElement>(rows)].find((one) => one.dataset["id"] === id);
        const target = row?.matches("a") ? row : row?.querySelector<HTMLElement>("a");
        target?.focus({ preventScroll: true });
        row?.scrollIntoView({ block: "nearest" });
    }

    private turn(tab: Tab): void {
        const { state } = this;
        state.pane = tab === "map" ? "map" : "list";
        if (tab !== "map") {
            state.tab = tab;
            // A list, and nothing selected.
            if (state.route.selected !== undefined) location.hash = state.to("map");
            else this.list(state.route, state.route);
        }
        this.mark();
        this.turned();
    }

    private key(event: KeyboardEvent, of: Tab): void {
        const shown = [...this.tabs].filter(([, tab]) => tab.offsetParent !== null);
        const at = shown.findIndex(([tab]) => tab === of);
        const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? shown.length - 1 : 0;
        const next = step === 0 ? undefined : shown[(at + step) % shown.length];
        if (!next) return;
        event.preventDefault();
        next[1].focus();
        this.turn(next[0]);
    }

    private mark(): void {
        const { pane, tab } = this.state;
        const current: Tab = pane === "map" && matchMedia("(max-width: 820px)").matches ? "map" : tab;
        for (const [of, element] of this.tabs) {
            element.setAttribute("aria-selected", String(of === current));
            element.tabIndex = of === current ? 0 : -1;
        }
        this.element.dataset["tab"] = current;
    }
}

/** A finding is told in its list. */
function detailOf(state: State, selected: Selected): HTMLElement | undefined {
    if (selected.of === "way") return wayDetail(state, selected.one);
    if (selected.of === "node") return nodeDetail(state, selected.one);
    if (selected.of === "network") return networkDetail(state, selected.one);
    if (selected.of === "change") return changeDetail(state, selected.one);
    return undefined;
}
