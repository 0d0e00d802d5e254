import type { PageFinding } from "../../common/data";
import { levelWords, SEVERITY_NAMES, sentence } from "../../common/words";
import { h, name } from "../dom";
import { shape } from "../icons";
import type { State } from "../state";
import { edgeEntry, newChip } from "./edge";
import { placeButton } from "./place";

/** An entry of a list: what is wrong, where; opened, also why, what to do, and what else has the same cause. */
export function findingEntry(state: State, finding: PageFinding, isOpen: boolean): HTMLElement {
    const { severity, note } = finding;
    const policy = state.data.policies[finding.policy];
    const title = h("a", { class: "ttl", href: state.to("map", "finding", finding.id) }, policy?.title ?? "");
    if (isOpen) title.setAttribute("aria-current", "true");
    return h(
        "article",
        { class: "f", "data-id": finding.id, "data-open": isOpen && "true" },
        shape(severity),
        h(
            "div",
            { class: "in" },
            h("h4", {}, h("span", { class: "vh" }, `${SEVERITY_NAMES[severity]}: `), title),
            factLine(finding),
            h(
                "p",
                { class: "meta" },
                h("span", { class: `lvl ${finding.isAccepted ? "accepted" : finding.level}` }, levelWords(finding)),
                finding.isNew && newChip(),
                placeButton(finding.place, finding.declaredBy),
            ),
            note !== undefined && h("p", { class: "note" }, sentence(note)),
            isOpen && more(state, finding),
        ),
    );
}

function factLine({ at, fact }: Pick<PageFinding, "at" | "fact">): HTMLElement {
    return h("p", { class: "fact" }, at !== "" && [h("code", {}, at), " "], fact);
}

function more(state: State, finding: PageFinding): HTMLElement {
    const { fix, nodes, edges, also = [] } = finding;
    const policy = state.data.policies[finding.policy];
    return h(
        "div",
        { class: "more" },
        fix !== "" && fixBox("Fix", fix),
        policy && policy.why !== "" && h("div", {}, h("h5", {}, "Why"), h("p", {}, policy.why)),
        also.length > 0 &&
            h(
                "div",
                {},
                h("h5", {}, "Also for this cause"),
                h(
                    "ul",
                    { class: "also" },
                    also.map((one) =>
                        h(
                            "li",
                            {},
                            shape(one.severity),
                            h(
                                "span",
                                {},
                                h("b", {}, state.data.policies[one.policy]?.title ?? ""),
                                factLine(one),
                                one.fix !== fix && h("p", { class: "fact" }, one.fix),
                            ),
                        ),
                    ),
                ),
            ),
        edges.length > 0 &&
            h(
                "div",
                {},
                h("h5", {}, "On the map"),
                edges.flatMap((id) => state.look.edges.get(id) ?? []).map((edge) => edgeEntry(state, edge)),
            ),
        h(
            "p",
            { class: "acts" },
            nodes.slice(0, 6).map((id) => nodeLink(state, id)),
        ),
        h("p", { class: "mono muted" }, policy?.name ?? ""),
    );
}

function nodeLink(state: State, id: string): HTMLElement {
    const isRole = state.look.roles.has(id);
    const title = state.look.nameOf(id);
    return h(
        "span",
        {},
        h("a", { href: state.to("map", "node", id) }, "Open ", name(title)),
        isRole && [" · ", h("a", { href: state.to("role", undefined, id) }, "what it may do")],
    );
}

export function fixBox(title: string, fix: string, ...rest: readonly (HTMLElement | false)[]): HTMLElement {
    return h("div", { class: "fixbox" }, h("h5", {}, title), h("p", {}, fix), rest);
}
