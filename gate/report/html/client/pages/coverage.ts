import type { PageOpen, PagePolicy, Severity, StackData } from "../../common/data";
import { count, openWords, SEVERITIES, SEVERITY_NAMES } from "../../common/words";
import { h, name, replace } from "../dom";
import { shape } from "../icons";
import { choice } from "../parts/filter-bar";
import { placeButton } from "../parts/place";
import type { State } from "../state";
import type { Page } from "./page";

/** For auditors: what was asked and by which control, what is not decided, exempted, or not seen. */
export function coveragePage(state: State): Page {
    const { data } = state;
    const title = h("h1", { tabindex: "-1" }, "Coverage");
    const body = h("tbody");
    const results = resultsOf(state);
    const said = h("small", { role: "status" });
    const show = (wanted: string) => {
        const rows = data.policies
            .map((policy, index) => ({ policy, result: results[index] ?? NO_RESULT }))
            .filter(({ policy, result }) => wanted === "" || wanted === stateOf(policy, result));
        said.textContent =
            wanted === "" ? "" : `${rows.length} of ${count(data.policies.length, "policy", "policies")}`;
        replace(
            body,
            rows.length > 0
                ? rows.map(({ policy, result }) => policyRow(data, policy, result))
                : h("tr", {}, h("td", { colspan: 4, class: "muted" }, "No policy has this result.")),
        );
    };
    show("");
    const filter = choice(
        "Result",
        [
            ["", "Every result"],
            ["found", "With findings"],
            ["open", "Undecided or exempted"],
            ["clean", "Nothing found"],
            ["idle", "Nothing to ask"],
        ],
        show,
    );
    return {
        of: "coverage",
        title: "Coverage",
        element: h(
            "div",
            { class: "page" },
            title,
            h(
                "p",
                { class: "muted" },
                `${count(data.checks, "check")} of ${count(data.policies.length, "policy", "policies")} on ${count(data.resources, "resource")}, in ${(data.milliseconds / 1000).toFixed(1)} s${data.tool === "" ? "" : `, by ${data.tool}`}.`,
            ),
            openCard(
                state,
                "Undecided",
                "Each waits for a value that is not known before the deployment.",
                data.undecided,
                "Every check was decided.",
            ),
            openCard(state, "Exempted", "Found, and let pass with a reason.", data.exempted, "Nothing is exempted."),
            h(
                "section",
                { class: "card" },
                h(
                    "h2",
                    {},
                    "Not seen",
                    h("span", { class: "count" }, data.notSeen.length),
                    h("small", {}, "Resources that are made out of sight"),
                ),
                data.notSeen.length === 0
                    ? h("p", { class: "pad muted" }, "All that the program declares was seen.")
                    : h(
                          "ul",
                          { class: "plainlist" },
                          data.notSeen.map((one) =>
                              h(
                                  "li",
                                  {},
                                  h("b", {}, name(one.name)),
                                  h("p", { class: "fact" }, one.what),
                                  placeButton(one.place),
                              ),
                          ),
                      ),
            ),
            h(
                "section",
                { class: "card" },
                h(
                    "h2",
                    {},
                    "Policies",
                    h("span", { class: "count" }, data.policies.length),
                    said,
                    h("span", { class: "grow" }),
                    filter,
                ),
                h(
                    "table",
                    { class: "stack policies" },
                    h(
                        "thead",
                        {},
                        h(
                            "tr",
                            {},
                            ["Policy", "Controls", "Checks", "Result"].map((text, index) =>
                                h("th", { scope: "col", class: index === 2 && "num-c" }, text),
                            ),
                        ),
                    ),
                    body,
                ),
            ),
        ),
        focus: () => title.focus({ preventScroll: true }),
    };
}

interface Result {
    readonly found: number;
    readonly undecided: number;
    readonly exempted: number;
}

const NO_RESULT: Result = { found: 0, undecided: 0, exempted: 0 };

function resultsOf({ data }: State): readonly Result[] {
    const found = new Map<number, number>();
    for (const { policy } of data.findings.flatMap((one) => [one, ...(one.also ?? [])]))
        found.set(policy, (found.get(policy) ?? 0) + 1);
    const many = (list: readonly PageOpen[], policy: string) => list.filter((one) => one.policy === policy).length;
    return data.policies.map(({ name: policy }, index) => ({
        found: found.get(index) ?? 0,
        undecided: many(data.undecided, policy),
        exempted: many(data.exempted, policy),
    }));
}

function stateOf({ checks }: PagePolicy, { found, undecided, exempted }: Result): "clean" | "found" | "idle" | "open" {
    if (found > 0) return "found";
    if (undecided + exempted > 0) return "open";
    return checks === 0 ? "idle" : "clean";
}

function policyRow(data: StackData, policy: PagePolicy, result: Result): HTMLElement {
    const { found, undecided, exempted } = result;
    const known = SEVERITIES.includes(policy.severity as Severity) ? (policy.severity as Severity) : undefined;
    const parts = [
        found > 0 && count(found, "finding"),
        undecided > 0 && `${undecided} undecided`,
        exempted > 0 && `${exempted} exempted`,
    ].filter(Boolean);
    const text =
        parts.length > 0 ? parts.join(", ") : stateOf(policy, result) === "idle" ? "Nothing to ask" : "Nothing found";
    return h(
        "tr",
        {},
        h(
            "td",
            {},
            h("p", {}, known && [shape(known), h("span", { class: "vh" }, SEVERITY_NAMES[known]), " "], policy.title),
            h("p", { class: "mono muted" }, policy.name),
        ),
        h(
            "td",
            { class: "controls", "data-l": "Controls" },
            policy.controls.length === 0
                ? h("span", { class: "muted" }, "—")
                : policy.controls.map(([framework, ids]) =>
                      h("p", {}, [data.frameworks[framework] ?? "", ids].filter((part) => part !== "").join(": ")),
                  ),
        ),
        h("td", { class: "num-c", "data-l": "Checks" }, policy.checks ?? "—"),
        h("td", { "data-l": "Result", class: `r-${stateOf(policy, result)}` }, text),
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
