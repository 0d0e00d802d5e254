import type { PageOpen, PagePolicy, StackData } from "../../common/data";
import { count, eachOf, SEVERITIES, SEVERITY_NAMES } from "../../common/words";
import { h, replace } from "../dom";
import { shape } from "../icons";
import type { State } from "../state";
import { choice } from "./filter-bar";

/** What came of a policy's checks, by what a reader looks for. */
type Outcome = "clean" | "found" | "idle" | "open";

const OUTCOMES: readonly (readonly ["" | Outcome, string])[] = [
    ["", "Every result"],
    ["found", "With findings"],
    ["open", "Undecided or exempted"],
    ["clean", "Nothing found"],
    ["idle", "Nothing to ask"],
];

/** Each policy with its controls and what came of it; a choice leaves those of one result. */
export function policiesCard(state: State): HTMLElement {
    const { data } = state;
    const body = h("tbody");
    const results = resultsOf(state);
    const said = h("small", { role: "status" });
    const show = (wanted: string) => {
        const rows = data.policies
            .map((policy, index) => ({ policy, result: results[index] ?? NO_RESULT }))
            .filter(({ policy, result }) => wanted === "" || wanted === outcomeOf(policy, result));
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
    const heads = ["Policy", "Controls", "Checks", "Result"].map((text) =>
        h("th", { scope: "col", class: text === "Checks" && "num-c" }, text),
    );
    return h(
        "section",
        { class: "card" },
        h(
            "h2",
            {},
            "Policies",
            h("span", { class: "count" }, data.policies.length),
            said,
            h("span", { class: "grow" }),
            choice("Result", OUTCOMES, show),
        ),
        h("table", { class: "stack policies" }, h("thead", {}, h("tr", {}, heads)), body),
    );
}

interface Result {
    readonly found: number;
    readonly undecided: number;
    readonly exempted: number;
}

const NO_RESULT: Result = { found: 0, undecided: 0, exempted: 0 };

function resultsOf({ data }: State): readonly Result[] {
    const found = new Map<number, number>();
    for (const { policy } of eachOf(data.findings)) found.set(policy, (found.get(policy) ?? 0) + 1);
    const many = (list: readonly PageOpen[], policy: string) => list.filter((one) => one.policy === policy).length;
    return data.policies.map(({ name: policy }, index) => ({
        found: found.get(index) ?? 0,
        undecided: many(data.undecided, policy),
        exempted: many(data.exempted, policy),
    }));
}

function outcomeOf({ checks }: PagePolicy, { found, undecided, exempted }: Result): Outcome {
    if (found > 0) return "found";
    if (undecided + exempted > 0) return "open";
    return checks === 0 ? "idle" : "clean";
}

function policyRow(data: StackData, policy: PagePolicy, result: Result): HTMLElement {
    const { found, undecided, exempted } = result;
    const known = SEVERITIES.find((one) => one === policy.severity);
    const parts = [
        found > 0 && count(found, "finding"),
        undecided > 0 && `${undecided} undecided`,
        exempted > 0 && `${exempted} exempted`,
    ].filter(Boolean);
    const text =
        parts.length > 0 ? parts.join(", ") : outcomeOf(policy, result) === "idle" ? "Nothing to ask" : "Nothing found";
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
        h("td", { "data-l": "Result", class: `r-${outcomeOf(policy, result)}` }, text),
    );
}
