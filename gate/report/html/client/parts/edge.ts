import type { PageEdge } from "../../common/data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count, worstOf } from "../../common/words";
import { type Child, h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import type { State } from "../state";
import { placeButton } from "./place";

/** Somebody at the other end of an edge, with what the edge says. */
export function related(state: State, id: string, edge: PageEdge | undefined): HTMLElement {
    const node = state.look.nodes.get(id);
    return entry(KIND_SYMBOLS[node?.kind ?? "other"], nodeLink(state, id), state, edge);
}

/** An edge by both of its ends. */
export function edgeEntry(state: State, edge: PageEdge): HTMLElement {
    const ends = [nodeLink(state, edge.from), h("span", { class: "arr" }, " → "), nodeLink(state, edge.to)];
    return entry(KIND_SYMBOLS[state.look.nodes.get(edge.from)?.kind ?? "other"], ends, state, edge);
}

/** What the lines of a map say that are lit, in a section of its own; false where there is none. */
export function edgeSection(state: State, title: string, ids: readonly string[]): HTMLElement | false {
    const edges = ids.flatMap((id) => state.look.edges.get(id) ?? []);
    if (edges.length === 0) return false;
    return h(
        "div",
        { class: "sect" },
        h("h3", {}, title, h("span", { class: "count" }, edges.length)),
        edges.map((edge) => edgeEntry(state, edge)),
    );
}

/** Lines that are lit as well, folded: there may be many. */
export function furtherEdges(state: State, ids: readonly string[]): HTMLElement | false {
    const edges = ids.flatMap((id) => state.look.edges.get(id) ?? []);
    if (edges.length === 0) return false;
    return h(
        "details",
        { class: "sect further" },
        h("summary", {}, `${count(edges.length, "further line")} on the way`),
        edges.map((edge) => edgeEntry(state, edge)),
    );
}

function entry(path: string, ends: Child, state: State, edge: PageEdge | undefined): HTMLElement {
    const severity = edge && worstOf(state.look.findingsOn(edge.id));
    return h(
        "div",
        { class: "rel" },
        icon(path),
        h(
            "div",
            {},
            ends,
            severity && [" ", shape(severity)],
            edge && [h("p", { class: "say" }, edge.says), chips(state, edge), openers(edge)],
        ),
    );
}

function nodeLink(state: State, id: string): HTMLElement {
    return h("a", { class: "tt", href: state.to("map", "node", id) }, name(state.look.nameOf(id)));
}

function chips(
    { look }: State,
    { id, says, label, isOpen, guard, isWide, awaits, closes }: PageEdge,
): HTMLElement | false {
    const all = [
        look.markedAt(id).length > 0 && newChip(),
        isOpen && h("span", { class: "chip open" }, "Open"),
        label !== undefined && !says.includes(label) && h("span", { class: "chip" }, name(label)),
        guard !== undefined && h("span", { class: "chip" }, guard),
        isWide && h("span", { class: "chip wide" }, "By a wildcard"),
        awaits && h("span", { class: "chip ask" }, `Undecided: waits for ${awaits.join(", ")}`),
    ];
    if (!all.some(Boolean) && closes === undefined) return false;
    return h(
        "p",
        { class: "chips" },
        all,
        closes !== undefined && h("span", { class: "closes" }, h("b", {}, "Close it: "), closes),
    );
}

const FEW = 3;

/** What opens it, and where that is: of what there is to close, the place. */
function openers({ via }: PageEdge): HTMLElement | false {
    if (via.length === 0) return false;
    return h(
        "ul",
        { class: "via" },
        via
            .slice(0, FEW)
            .map((one) =>
                h(
                    "li",
                    {},
                    `By ${one.type} `,
                    name(one.name),
                    one.statement !== undefined && [" › ", name(one.statement)],
                    " ",
                    placeButton(one.place),
                ),
            ),
        via.length > FEW && h("li", {}, `and ${via.length - FEW} more`),
    );
}

export function newChip(): HTMLElement {
    return h("span", { class: "chip new" }, symbol("plus"), "New");
}
