import type { StackList, StackRow } from "../../common/list-data";
import { count, SEVERITIES, SEVERITY_NAMES } from "../../common/words";
import { h, name } from "../dom";
import { shape, symbol } from "../icons";
import { hashOf } from "../route";
import type { Page } from "./page";

/** A row for each stack: may it deploy, what was found, who gets in; and those of which nobody knows. */
export function stacksPage({ stacks, failures }: StackList): Page {
    const blocked = stacks.filter(({ stops }) => stops > 0).length;
    const title = h(
        "h1",
        { tabindex: "-1" },
        blocked > 0
            ? `${blocked} of ${count(stacks.length, "stack")} may not deploy`
            : failures.length > 0
              ? "Not every stack could be judged"
              : "Nothing stops any stack",
    );
    const isCompared = stacks.some(({ newly }) => newly !== undefined);
    const total = (of: (row: StackRow) => number) => stacks.reduce((sum, row) => sum + of(row), 0);
    return {
        of: "stacks",
        title: "All stacks",
        element: h(
            "div",
            { class: "page wide" },
            title,
            h(
                "p",
                { class: "muted" },
                [
                    `${count(
                        total(({ stops }) => stops),
                        "finding stops",
                        "findings stop",
                    )} a deployment`,
                    count(
                        total(({ ways }) => ways),
                        "open way in",
                        "open ways in",
                    ),
                    count(
                        total(({ resources }) => resources),
                        "resource",
                    ),
                    failures.length > 0 && `${failures.length} not judged`,
                ]
                    .filter(Boolean)
                    .join(", "),
                ".",
            ),
            failures.length > 0 &&
                h(
                    "section",
                    { class: "card" },
                    h("h2", {}, "Not judged", h("span", { class: "count" }, failures.length)),
                    h(
                        "ul",
                        { class: "plainlist" },
                        failures.map(({ at, why }) =>
                            h("li", {}, h("b", {}, name(at)), h("p", { class: "fact" }, why)),
                        ),
                    ),
                ),
            stacks.length > 0 &&
                h(
                    "section",
                    { class: "card" },
                    h(
                        "table",
                        { class: "stack" },
                        head(isCompared),
                        h(
                            "tbody",
                            {},
                            worstFirst(stacks).map((one) => row(one, isCompared)),
                        ),
                    ),
                ),
        ),
        focus: () => title.focus({ preventScroll: true }),
    };
}

/** By what stops them, then by each severity; those alike as the reports come. */
function worstFirst(stacks: readonly StackRow[]): readonly StackRow[] {
    const weights = ({ stops, severities }: StackRow) => [stops, ...SEVERITIES.map((one) => severities[one])];
    return [...stacks].sort((a, b) => {
        const other = weights(b);
        return weights(a).reduce((found, weight, index) => found || (other[index] ?? 0) - weight, 0);
    });
}

function head(isCompared: boolean): HTMLElement {
    const columns = [
        "Stack",
        "Verdict",
        ...SEVERITIES.map((one) => SEVERITY_NAMES[one]),
        "Ways in",
        ...(isCompared ? ["Newly allowed"] : []),
        "Resources",
        "Undecided",
    ];
    return h(
        "thead",
        {},
        h(
            "tr",
            {},
            columns.map((text, index) => h("th", { scope: "col", class: index > 1 && "num-c" }, text)),
        ),
    );
}

function row(one: StackRow, isCompared: boolean): HTMLElement {
    const href = hashOf({ page: "map", stack: one.key });
    const number = (label: string, value: number, ...before: readonly Node[]) =>
        h("td", { class: value === 0 ? "num-c zero" : "num-c", "data-l": label }, before, value.toLocaleString("en"));
    return h(
        "tr",
        {},
        h(
            "td",
            {},
            h(
                "a",
                { href },
                one.project === "" && one.stack === "" ? name(one.record) : [name(one.project), " / ", name(one.stack)],
            ),
        ),
        h(
            "td",
            { class: "verdicts" },
            one.stops > 0 ? [shape("critical"), ` ${one.stops} stop it`] : [tick(), " May deploy"],
            one.accepted > 0 && h("small", {}, `${one.accepted} accepted`),
        ),
        SEVERITIES.map((severity) =>
            number(
                SEVERITY_NAMES[severity],
                one.severities[severity],
                ...(one.severities[severity] > 0 ? [shape(severity), document.createTextNode(" ")] : []),
            ),
        ),
        number("Ways in", one.ways),
        isCompared && number("Newly allowed", one.newly ?? 0),
        number("Resources", one.resources),
        number("Undecided", one.undecided),
    );
}

function tick(): Node {
    const own = symbol("tick");
    own.classList.add("c-ok");
    return own;
}
