import type { PageChange } from "../../common/change-data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { h, name } from "../dom";
import { icon, symbol } from "../icons";
import type { State } from "../state";
import { edgeSection } from "./edge";

/** A change as an entry of a list, a link to where it is on the map. */
export function changeEntry(state: State, change: PageChange, isGone: boolean): HTMLElement {
    const isDrawn = change.nodes.length > 0;
    return h(
        "li",
        { class: isGone ? "change gone" : "change" },
        symbol(isGone ? "minus" : "plus"),
        h(
            "div",
            {},
            isDrawn
                ? h("a", { class: "ttl", href: state.to("map", "change", change.id) }, change.text)
                : h("p", {}, change.text),
            change.below.map((text) => h("p", { class: "fact" }, text)),
        ),
    );
}

/** What is newly allowed of a node, each a link to all of it. */
export function changeLinks(state: State, node: string): readonly HTMLElement[] {
    return state.look
        .changesOf(node)
        .map(({ id, text }) =>
            h(
                "a",
                { class: "rel change", href: state.to("map", "change", id) },
                symbol("plus"),
                h("span", { class: "tt" }, text),
            ),
        );
}

/** A change beside the map: its sentence, where it comes from, what the lines say, and who takes part. */
export function changeDetail(state: State, change: PageChange): HTMLElement {
    const isGone = state.data.changes?.gone.some(({ changes }) => changes.includes(change)) ?? false;
    return h(
        "div",
        {},
        h("a", { class: "back", href: state.to("changes"), "data-back": "changes" }, symbol("back"), "All changes"),
        h(
            "div",
            { class: "ent" },
            h("span", { class: isGone ? "ic" : "ic new" }, symbol(isGone ? "minus" : "plus")),
            h(
                "div",
                {},
                h("h2", { tabindex: "-1" }, isGone ? "No longer allowed" : "Newly allowed"),
                h("p", {}, change.text),
                change.below.map((text) => h("p", { class: "fact muted" }, text)),
            ),
        ),
        edgeSection(state, "On the map", change.edges),
        h(
            "div",
            { class: "sect" },
            h("h3", {}, "Who and what takes part"),
            change.nodes.map((id) => part(state, id)),
        ),
    );
}

function part(state: State, id: string): HTMLElement {
    const { look } = state;
    const node = look.nodes.get(id);
    return h(
        "div",
        { class: "rel" },
        icon(KIND_SYMBOLS[node?.kind ?? "other"]),
        h(
            "div",
            {},
            h("a", { class: "tt", href: state.to("map", "node", id) }, name(look.nameOf(id))),
            " ",
            h("small", { class: "muted" }, node?.kindName),
            look.roles.has(id) &&
                h("p", { class: "say" }, h("a", { href: state.to("role", undefined, id) }, "What it may do")),
        ),
    );
}
