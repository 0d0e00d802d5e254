import type { AccessLevel, GrantedResource, PageGrant } from "../../common/data";
import { isFurther } from "../../common/grants";
import type { Lookup } from "../../common/lookup";
import { KIND_SYMBOLS } from "../../common/symbols";
import { openOf, SEVERITY_NAMES, worstOf } from "../../common/words";
import { h, name } from "../dom";
import { icon, shape } from "../icons";
import type { State } from "../state";

const COLUMNS: readonly (readonly [string, readonly AccessLevel[]])[] = [
    ["List", ["List"]],
    ["Read", ["Read"]],
    ["Write", ["Write", "Tagging"]],
    ["Delete", ["Delete"]],
    ["Permissions", ["Permissions management"]],
];
const FEW = 8;

/** Resource by access: filled is one named resource, hatched reaches further, grey is housekeeping. */
export function grantTable(state: State, grants: readonly PageGrant[]): HTMLElement {
    const inOrder = [...grants].sort((a, b) => weight(a) - weight(b));
    if (grants.length === 0) return h("p", { class: "pad muted" }, "No statement allows it anything.");
    return h(
        "div",
        { class: "across" },
        h(
            "table",
            { class: "stack grants" },
            h(
                "thead",
                {},
                h(
                    "tr",
                    {},
                    h("th", { scope: "col" }, "Resource"),
                    COLUMNS.map(([title]) => h("th", { scope: "col", class: "num-c" }, title)),
                    h("th", { scope: "col" }, "Actions, and where they are granted"),
                    h("th", { scope: "col" }, "Findings"),
                ),
            ),
            h(
                "tbody",
                {},
                inOrder.map((grant) => row(state, grant)),
            ),
        ),
    );
}

function weight({ isQuiet, isWide, effect }: PageGrant): number {
    return (isQuiet ? 4 : 0) + (effect === "Deny" ? 2 : 0) + (isWide ? 0 : 1);
}

function row(state: State, grant: PageGrant): HTMLElement {
    const { levels, actions, isNot, effect, condition, policy, statement, managed, isQuiet } = grant;
    const { look } = state;
    const found = openOf(grant.findings.flatMap((id) => look.findings.get(id) ?? []));
    const severity = worstOf(found);
    const [first] = found.filter((one) => one.severity === severity);
    const [sign, words] = signOf(look, grant);
    return h(
        "tr",
        { class: isQuiet && "hs" },
        h(
            "td",
            {},
            grant.resources.map((one) => resource(state, one)),
            grant.excepted && [
                h("p", {}, h("span", { class: "chip wide" }, "All but")),
                grant.excepted.map((one) => resource(state, one)),
            ],
        ),
        COLUMNS.map(([title, own]) => {
            const has = own.some((level) => levels.includes(level));
            return h(
                "td",
                { class: "num-c", "data-l": title },
                h("span", { class: has ? `cell ${sign}` : "cell", role: "img", "aria-label": has ? words : "no" }),
            );
        }),
        h(
            "td",
            { class: "acts-c" },
            effect === "Deny" && h("b", { class: "chip" }, "Denied"),
            isNot && h("span", { class: "chip wide" }, "All actions but"),
            codes(actions),
            condition.length > 0 &&
                h(
                    "p",
                    { class: "say" },
                    "If ",
                    condition.map((key, index) => [index > 0 && ", ", h("code", {}, key)]),
                ),
            h(
                "p",
                { class: "say" },
                managed !== undefined ? ["AWS-managed ", name(managed)] : [policy.type, " ", name(policy.name)],
                " › ",
                name(statement),
            ),
        ),
        h(
            "td",
            { "data-l": "Findings" },
            severity && first
                ? h(
                      "a",
                      { class: "sevlink", href: state.to("map", "finding", first.id) },
                      shape(severity),
                      ` ${SEVERITY_NAMES[severity]}`,
                  )
                : h("span", { class: "muted" }, "—"),
        ),
    );
}

/** The square of a grant in the columns of its access, and what it says. */
function signOf(look: Lookup, grant: PageGrant): readonly [string, string] {
    if (grant.effect === "Deny") return ["deny", "denied"];
    const goesFurther = grant.resources.some((one) => isFurther(look, grant, one));
    const words = goesFurther ? "yes, further than one resource" : "yes, named";
    return [grant.isQuiet ? "house" : goesFurther ? "wide" : "on", words];
}

function resource(state: State, { node: id, pattern, part }: GrantedResource): HTMLElement {
    const node = state.look.nodes.get(id ?? "");
    if (!node)
        return h(
            "p",
            { class: "res" },
            icon(KIND_SYMBOLS.wild),
            h("span", { class: "mono" }, name(pattern ?? ""), part),
        );
    return h(
        "p",
        { class: "res" },
        icon(KIND_SYMBOLS[node.kind]),
        h(
            "span",
            {},
            h("a", { href: state.to("map", "node", node.id) }, name(node.name)),
            part !== undefined && h("span", { class: "mono muted" }, part),
            pattern !== undefined && h("span", { class: "mono muted" }, " ", pattern),
        ),
    );
}

function codes(actions: readonly string[]): readonly Node[] {
    const code = (action: string) => h("code", {}, action);
    if (actions.length <= FEW + 2) return actions.map(code);
    return [
        ...actions.slice(0, FEW).map(code),
        h("details", {}, h("summary", {}, `${actions.length - FEW} more`), actions.slice(FEW).map(code)),
    ];
}
