import { h } from "../dom";
import { FilterBar } from "../parts/filter-bar";
import { FindingList } from "../parts/finding-list";
import type { State } from "../state";
import type { Page } from "./page";

/** All findings, as wide as the window. */
export function findingsPage(state: State): Page {
    const title = h("h2", { tabindex: "-1" }, "Findings");
    return {
        of: "findings",
        title: "Findings",
        element: h(
            "div",
            { class: "page" },
            title,
            h("p", { class: "muted" }, "By resource, the worst first. The tiles above filter by severity."),
            h("div", { class: "card" }, new FilterBar(state).element, new FindingList(state).element),
        ),
        escape: () => state.clearFilters(),
        focus: () => title.focus({ preventScroll: true }),
    };
}
