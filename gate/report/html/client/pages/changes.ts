import type { PageChangeSection } from "../../common/change-data";
import { type Child, h } from "../dom";
import { changeEntry } from "../parts/change";
import type { State } from "../state";
import type { Page } from "./page";

/** For the reviewer of a change: what it newly allows, and what it no longer allows. */
export function changesPage(state: State): Page {
    const { changes } = state.data;
    const title = h("h1", { tabindex: "-1" }, changes?.title ?? "No comparison");
    return {
        of: "changes",
        title: "Changes",
        element: h("div", { class: "page" }, title, changes ? lists(state, changes) : NONE),
        focus: () => title.focus({ preventScroll: true }),
    };
}

/** An old link may lead here. */
const NONE = "This stack was held against no other.";

function lists(state: State, { notes, newly, gone, goneTitle, last }: NonNullable<State["data"]["changes"]>): Child {
    return [
        notes.map((note) => h("p", { class: "muted" }, note)),
        h("p", { class: "muted" }, last),
        newly.map((section) => card(state, section, section.title, false)),
        gone.length > 0 && h("h2", { class: "apart" }, goneTitle),
        gone.map((section) => card(state, section, section.title, true)),
    ];
}

function card(state: State, { changes }: PageChangeSection, title: string, isGone: boolean): HTMLElement {
    return h(
        "section",
        { class: "card" },
        h(isGone ? "h3" : "h2", {}, title, h("span", { class: "count" }, changes.length)),
        h(
            "ul",
            { class: "plainlist changes" },
            changes.map((change) => changeEntry(state, change, isGone)),
        ),
    );
}
