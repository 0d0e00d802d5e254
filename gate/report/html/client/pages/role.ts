import type { PageBoundary } from "../../common/data";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count, openOf, SEVERITIES, SEVERITY_NAMES, severityCounts, wayTitle } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import { MapView } from "../map/view";
import { related } from "../parts/edge";
import { findingEntry } from "../parts/finding";
import { grantTable } from "../parts/grants";
import { placeButton } from "../parts/place";
import type { State } from "../state";
import type { Page } from "./page";

/** One role: its graph, what it may do, who may act as it, what is found. */
export function rolePage(state: State, id: string): Page {
    const { look } = state;
    const node = look.nodes.get(id);
    const role = look.roles.get(id);
    const crumb = h("a", { class: "crumb", href: state.to("roles") }, symbol("back"), "Roles");
    if (!node || !role) {
        const title = h("h1", { tabindex: "-1" }, "No such role");
        return {
            of: "role",
            title: "No such role",
            element: h(
                "div",
                { class: "page" },
                crumb,
                title,
                h("p", { class: "muted" }, "The link is of another report."),
            ),
            focus: () => title.focus(),
        };
    }
    const title = h("h1", { tabindex: "-1" }, name(node.name));
    const findings = look.findingsOf(id);
    const counts = severityCounts(openOf(findings));
    const into = look.into(id);
    const near = nearby(state, id);
    const view = new MapView(state, {
        isFlat: true,
        open: (one) => {
            location.hash = state.to("map", "node", one);
        },
    });
    return {
        of: "role",
        title: node.name,
        element: h(
            "div",
            { class: "page" },
            crumb,
            h(
                "div",
                { class: "rolehead" },
                h("span", { class: "ic" }, icon(KIND_SYMBOLS[node.kind])),
                h(
                    "div",
                    { class: "grow" },
                    title,
                    h(
                        "p",
                        { class: "muted" },
                        node.kindName,
                        into.length > 0 && [
                            " of ",
                            into
                                .slice(0, 3)
                                .map(({ from }, index) => [index > 0 && ", ", h("b", {}, name(look.nameOf(from)))]),
                            into.length > 3 && ` and ${into.length - 3} more`,
                        ],
                    ),
                    h(
                        "p",
                        { class: "chips" },
                        placeButton(node.place),
                        SEVERITIES.filter((one) => counts[one] > 0).map((one) =>
                            h(
                                "span",
                                { class: "chip" },
                                shape(one),
                                `${counts[one]} ${SEVERITY_NAMES[one].toLowerCase()}`,
                            ),
                        ),
                    ),
                ),
                h("a", { class: "tb", href: state.to("map", "node", id) }, symbol("pin"), "On the map"),
            ),
            look
                .waysThrough(id)
                .slice(0, 6)
                .map((way) =>
                    h(
                        "div",
                        { class: `alert s-${way.severity ?? "high"}` },
                        shape(way.severity ?? "high"),
                        h(
                            "div",
                            { class: "grow" },
                            h("p", {}, h("b", {}, "Open way in: "), wayTitle(look.nameOf, way)),
                            h("p", { class: "muted" }, look.findings.get(way.fix ?? "")?.fix || way.closes),
                        ),
                        h("a", { href: state.to("map", "way", way.id) }, "Show"),
                    ),
                ),
            h("section", { class: "card" }, h("h2", {}, "Who acts under it, and what it reaches"), view.element),
            h(
                "section",
                { class: "card" },
                h(
                    "h2",
                    {},
                    "What it may do",
                    h(
                        "small",
                        {},
                        `${count(role.grants.length, "statement")}; a filled square is one named resource, a hatched one reaches further`,
                    ),
                ),
                grantTable(state, role.grants),
            ),
            role.boundary && boundaryCard(state, role.boundary),
            h(
                "section",
                { class: "card" },
                h("h2", {}, "Who may act as it"),
                h(
                    "div",
                    { class: "pad" },
                    into.length > 0
                        ? into.map((edge) => related(state, edge.from, edge))
                        : h("p", { class: "muted" }, "Nobody that is known."),
                ),
            ),
            h(
                "section",
                { class: "card" },
                h("h2", {}, "Findings", h("span", { class: "count" }, findings.length)),
                findings.length > 0
                    ? findings.map((one) => findingEntry(state, one, false))
                    : h("p", { class: "pad muted" }, "Nothing is found here."),
            ),
        ),
        shown: () => view.show({ only: near, selected: id, facts: true }),
        focus: () => title.focus({ preventScroll: true }),
        leave: () => view.leave(),
    };
}

function boundaryCard(state: State, { name: policy, grants }: PageBoundary): HTMLElement {
    const unread = "This policy cannot be read here, so what it holds back is not known.";
    return h(
        "section",
        { class: "card" },
        h("h2", {}, "What its permissions boundary lets through", h("small", {}, name(policy))),
        grants ? grantTable(state, grants) : h("p", { class: "pad muted" }, unread),
    );
}

/** Those who get to it, over any number of steps, and what it reaches in one. */
function nearby({ look }: State, id: string): ReadonlySet<string> {
    const found = new Set([
        id,
        ...look
            .from(id)
            .filter(({ isQuiet }) => !isQuiet)
            .map(({ to }) => to),
    ]);
    const waiting = [id];
    const seen = new Set(waiting);
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
        for (const { from, kind } of look.into(at)) {
            // What may act on a function is no caller of the role.
            if (seen.has(from) || kind === "may" || kind === "passes") continue;
            seen.add(from);
            found.add(from);
            waiting.push(from);
        }
    return found;
}
