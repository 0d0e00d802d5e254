import type { PageOpen, StackData } from "../../common/data";
import { count, openWords } from "../../common/words";
import { h, name } from "../dom";
import { placeButton } from "../parts/place";
import { policiesCard } from "../parts/policies";
import type { State } from "../state";
import type { Page } from "./page";

/** For auditors: what was asked and by which control, what is not decided, exempted, or not seen. */
export function coveragePage(state: State): Page {
    const { data } = state;
    const { checks, policies, resources, milliseconds, tool } = data;
    const title = h("h1", { tabindex: "-1" }, "Coverage");
    const asked = `${count(checks, "check")} of ${count(policies.length, "policy", "policies")} on ${count(resources, "resource")}`;
    const by = tool === "" ? "" : `, by ${tool}`;
    return {
        of: "coverage",
        title: "Coverage",
        element: h(
            "div",
            { class: "page" },
            title,
            h("p", { class: "muted" }, `${asked}, in ${(milliseconds / 1000).toFixed(1)} s${by}.`),
            openCard(
                state,
                "Undecided",
                "Each waits for a value that is not known before the deployment.",
                data.undecided,
                "Every check was decided.",
            ),
            openCard(state, "Exempted", "Found, and let pass with a reason.", data.exempted, "Nothing is exempted."),
            notSeenCard(data),
            policiesCard(state),
        ),
        focus: () => title.focus({ preventScroll: true }),
    };
}

function notSeenCard({ notSeen }: StackData): HTMLElement {
    const none = h("p", { class: "pad muted" }, "All that the program declares was seen.");
    const list = h(
        "ul",
        { class: "plainlist" },
        notSeen.map((one) =>
            h("li", {}, h("b", {}, name(one.name)), h("p", { class: "fact" }, one.what), placeButton(one.place)),
        ),
    );
    return h(
        "section",
        { class: "card" },
        h(
            "h2",
            {},
            "Not seen",
            h("span", { class: "count" }, notSeen.length),
            h("small", {}, "Resources that are made out of sight"),
        ),
        notSeen.length === 0 ? none : list,
    );
}

function openCard(state: State, title: string, what: string, list: readonly PageOpen[], none: string): HTMLElement {
    return h(
        "section",
        { class: "card" },
        h("h2", {}, title, h("span", { class: "count" }, list.length), h("small", {}, what)),
        list.length === 0
            ? h("p", { class: "pad muted" }, none)
            : h(
                  "ul",
                  { class: "plainlist" },
                  list.map((one) =>
                      h(
                          "li",
                          {},
                          h(
                              "p",
                              {},
                              h(
                                  "b",
                                  {},
                                  one.node !== undefined && state.look.nodes.has(one.node)
                                      ? h("a", { href: state.to("map", "node", one.node) }, name(one.name))
                                      : name(one.name),
                              ),
                              " ",
                              h("code", {}, one.policy),
                          ),
                          h("p", { class: "fact" }, one.at !== "" && [h("code", {}, one.at), " "], openWords(one)),
                          placeButton(one.place),
                      ),
                  ),
              ),
    );
}
