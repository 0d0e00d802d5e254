import type { PageEdge, PageWay } from "../../common/data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count, SEVERITY_NAMES, wayTitle, worstOf } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import type { State } from "../state";
import { furtherEdges } from "./edge";
import { fixBox } from "./finding";
import { placeButton } from "./place";

/** Every open door, the worst first. */
export function wayList(state: State): HTMLElement {
    const { ways } = state.data;
    if (ways.length === 0)
        return h(
            "div",
            { class: "empty" },
            symbol("tick"),
            h("b", {}, "No open way in"),
            "Whoever calls is asked who he is, as far as the stack tells.",
        );
    return h(
        "div",
        {},
        h("p", { class: "intro" }, "Open doors and what is behind, the worst first."),
        h(
            "ol",
            {},
            ways.map((way, index) => h("li", {}, wayRow(state, way, index + 1))),
        ),
    );
}

function wayRow(state: State, way: PageWay, number: number): HTMLElement {
    const { look } = state;
    const [first, ...others] = way.ends.filter((id) => !way.chain.includes(id));
    const fix = closing(state, way).fix;
    return h(
        "a",
        { class: "way", href: state.to("map", "way", way.id), "data-id": way.id },
        badge(way, number),
        h(
            "span",
            { class: "what" },
            h(
                "span",
                { class: "line" },
                way.severity && [
                    shape(way.severity),
                    h("span", { class: "vh" }, `${SEVERITY_NAMES[way.severity]}: `),
                    " ",
                ],
                names(look.nameOf, way.chain).map((one, index) => [index > 0 && arrow(), h("span", {}, name(one))]),
                first !== undefined && [
                    arrow(),
                    h("b", { class: look.nodes.get(first)?.isWild ? "end wide" : "end" }, name(look.nameOf(first))),
                ],
                others.length > 0 && h("span", { class: "muted" }, ` +${others.length}`),
            ),
            fix !== "" && h("span", { class: "fix" }, h("b", {}, "Close it: "), fix),
        ),
    );
}

/** A function and its role are often called alike: a name is said once. */
function names(nameOf: (id: string) => string, chain: readonly string[]): readonly string[] {
    const all = chain.map(nameOf);
    return all.filter((one, index) => one !== all[index - 1]);
}

function arrow(): HTMLElement {
    return h("span", { class: "arr" }, " → ");
}

function badge({ severity }: PageWay, number: number): HTMLElement {
    return h("span", { class: `num c-${severity ?? "low"}` }, h("i", {}, number));
}

function closing(state: State, way: PageWay): { readonly fix: string; readonly place?: string } {
    const finding = state.look.findings.get(way.fix ?? "");
    const place = finding?.place ?? state.look.edges.get(way.door)?.via.find((one) => one.place !== undefined)?.place;
    return { fix: finding?.fix || way.closes, ...(place !== undefined && { place }) };
}

/** One way, step by step: who, by what, as whom, and what he then reaches. */
export function wayDetail(state: State, way: PageWay): HTMLElement {
    const { look, data } = state;
    const { fix, place } = closing(state, way);
    const said = [
        way.severity ? SEVERITY_NAMES[way.severity] : "No finding",
        way.findings.length > 0 && `${count(way.findings.length, "finding")} on the way`,
    ];
    const own = way.edges.flatMap((id) => look.edges.get(id) ?? []);
    const last = way.chain.at(-1) ?? "";
    const ends = way.ends.filter((id) => !way.chain.includes(id));
    const chain = way.chain.map((id, index) => {
        const next = way.chain[index + 1];
        return { id, edge: next === undefined ? undefined : between(own, id, next), isEnd: false };
    });
    const reached = ends.map((id) => ({
        id,
        edge: between(own, last, id) ?? own.find(({ to }) => to === id),
        isEnd: true,
    }));
    const steps = [...chain, ...reached];
    const told = new Set(steps.map(({ edge }) => edge?.id));
    return h(
        "div",
        {},
        h("a", { class: "back", href: state.to("map"), "data-back": "ways" }, symbol("back"), "All ways in"),
        h(
            "div",
            { class: "ent" },
            badge(way, data.ways.indexOf(way) + 1),
            h(
                "div",
                {},
                h("h2", { tabindex: "-1" }, wayTitle(look.nameOf, way)),
                h("p", { class: "muted" }, said.filter(Boolean).join(" · ")),
            ),
        ),
        fix !== "" && h("div", { class: "sect" }, fixBox("Close it", fix, placeButton(place))),
        h(
            "div",
            { class: "sect" },
            h("h3", {}, "Step by step"),
            h(
                "ol",
                { class: "steps" },
                steps.map(({ id, edge, isEnd }, index) =>
                    step(state, id, edge, isEnd, !isEnd && index < steps.length - 1),
                ),
            ),
        ),
        furtherEdges(
            state,
            way.edges.filter((id) => !told.has(id)),
        ),
    );
}

function between(edges: readonly PageEdge[], from: string, to: string): PageEdge | undefined {
    return edges.find((edge) => edge.from === from && edge.to === to);
}

function step(
    state: State,
    id: string,
    edge: PageEdge | undefined,
    isEnd: boolean,
    hasNext: boolean,
): HTMLElement | false {
    const node = state.look.nodes.get(id);
    if (!node) return false;
    const severity = edge && worstOf(state.look.findingsOn(edge.id));
    const kind = node.isOutside ? "Outside" : node.isWild ? "Wildcard" : node.kindName;
    const look = `${node.isOutside ? " out" : ""}${node.isWild ? " wild" : ""}${node.isElsewhere ? " away" : ""}`;
    return h(
        "li",
        { class: `step${look}${isEnd ? " end" : ""}${edge?.isOpen && !isEnd ? " bad" : ""}${hasNext ? "" : " last"}` },
        h("span", { class: "dot" }, icon(KIND_SYMBOLS[node.kind])),
        h(
            "div",
            {},
            h(
                "p",
                { class: "nm" },
                h("a", { href: state.to("map", "node", id) }, name(node.name)),
                h("small", {}, kind),
                isEnd && severity && shape(severity),
            ),
            edge &&
                h(
                    "p",
                    { class: "say" },
                    edge.says,
                    edge.isOpen &&
                        !isEnd && [
                            " ",
                            h(
                                "span",
                                { class: "chip open" },
                                severity && shape(severity),
                                "Open door: nobody is asked",
                            ),
                        ],
                    !edge.isOpen && edge.guard !== undefined && [" ", h("span", { class: "chip" }, edge.guard)],
                ),
        ),
    );
}
