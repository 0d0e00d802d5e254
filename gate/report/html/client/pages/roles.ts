import type { PageRole } from "../../common/data";
import { isFurther } from "../../common/grants";
import { KIND_SYMBOLS } from "../../common/symbols";
import { count, openOf, SEVERITIES, SEVERITY_NAMES, worstOf } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape, symbol } from "../icons";
import type { State } from "../state";
import type { Page } from "./page";

/** Every identity with what it reaches; the worst first. */
export function rolesPage(state: State): Page {
    const title = h("h1", { tabindex: "-1" }, "Roles");
    const rows = state.data.roles.map((role) => ({ role, facts: factsOf(state, role) }));
    rows.sort(
        (a, b) => a.facts.rank - b.facts.rank || b.facts.wide - a.facts.wide || b.facts.findings - a.facts.findings,
    );
    const columns = ["Role", "Who acts under it", "Reaches", "Findings"];
    return {
        of: "roles",
        title: "Roles",
        element: h(
            "div",
            { class: "page" },
            title,
            h("p", { class: "muted" }, "What each identity may do, in effect of its policies."),
            rows.length === 0
                ? h(
                      "div",
                      { class: "card empty" },
                      h("b", {}, "No role"),
                      "The stack has no identity, or the pack did not tell of any.",
                  )
                : h(
                      "section",
                      { class: "card" },
                      h(
                          "table",
                          { class: "stack roles" },
                          h(
                              "thead",
                              {},
                              h(
                                  "tr",
                                  {},
                                  columns.map((text) => h("th", { scope: "col" }, text)),
                              ),
                          ),
                          h(
                              "tbody",
                              {},
                              rows.map(({ role, facts }) => row(state, role, facts)),
                          ),
                      ),
                  ),
        ),
        focus: () => title.focus({ preventScroll: true }),
    };
}

interface Facts {
    readonly rank: number;
    readonly wide: number;
    readonly named: number;
    readonly findings: number;
}

function factsOf({ look }: State, { node, grants }: PageRole): Facts {
    const found = openOf(look.findingsOf(node));
    const severity = worstOf(found);
    const resources = grants
        .filter(({ isQuiet, effect }) => !isQuiet && effect === "Allow")
        .flatMap((grant) => grant.resources.map((one) => ({ ...one, goesFurther: isFurther(look, grant, one) })));
    const keys = (list: typeof resources) => new Set(list.map((one) => one.node ?? one.pattern)).size;
    return {
        rank: severity ? SEVERITIES.indexOf(severity) : SEVERITIES.length,
        wide: keys(resources.filter(({ goesFurther }) => goesFurther)),
        named: keys(resources.filter(({ goesFurther }) => !goesFurther)),
        findings: found.length,
    };
}

function row(state: State, { node: id }: PageRole, { rank, wide, named, findings }: Facts): HTMLElement {
    const { look } = state;
    const node = look.nodes.get(id);
    const actors = look.into(id).map(({ from }) => look.nameOf(from));
    const severity = SEVERITIES[rank];
    return h(
        "tr",
        {},
        h(
            "td",
            {},
            h(
                "span",
                { class: "row" },
                icon(KIND_SYMBOLS[node?.kind ?? "role"]),
                h("a", { href: state.to("role", undefined, id) }, name(node?.name ?? "")),
            ),
            h("small", { class: "muted" }, node?.kindName),
        ),
        h(
            "td",
            { "data-l": "Who acts under it" },
            actors.length === 0
                ? h("span", { class: "muted" }, "Nobody that is known")
                : [
                      actors.slice(0, 3).map((one, index) => [index > 0 && ", ", name(one)]),
                      actors.length > 3 && ` and ${actors.length - 3} more`,
                  ],
        ),
        h(
            "td",
            { "data-l": "Reaches" },
            wide > 0 && h("span", { class: "chip wide" }, symbol("layers"), count(wide, "wildcard")),
            " ",
            named > 0 && `${named} named`,
        ),
        h(
            "td",
            { "data-l": "Findings" },
            severity
                ? [
                      shape(severity),
                      ` ${count(findings, "finding")}, ${SEVERITY_NAMES[severity].toLowerCase()} at worst`,
                  ]
                : h("span", { class: "muted" }, "None"),
        ),
    );
}
