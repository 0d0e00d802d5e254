/**
 * `aws:iam/getPolicyDocument`, rendered as AWS's provider renders it: field order, one-member lists as text, longer lists
 * in reverse order (but for the values of conditions), two-space indentation, `&{…}` for policy variables, sources merged
 * and overridden by Sid, and read and written anew.
 * Behaviour: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { PropertyTree } from "./cloud";
import { hex } from "./deterministic";
import { holds, isObject, isUnknown, opened, textOf, UNKNOWN } from "./wire-values";

interface Rendered {
    Sid?: string;
    Effect?: string;
    [element: string]: unknown;
}

interface Document {
    Version?: unknown;
    Id?: unknown;
    Statement?: readonly Rendered[];
}

export function getPolicyDocument(args: PropertyTree): PropertyTree {
    const echoed = args;
    // The provider gets no further than the first unknown either: the whole document is unknown.
    if (holds(args, isUnknown)) return { ...echoed, id: UNKNOWN, json: UNKNOWN, minifiedJson: UNKNOWN };
    const plain = opened(args) as PropertyTree;
    const sources = [...texts(plain["sourcePolicyDocuments"]), ...texts(plain["sourceJson"])].map(parse);
    const overrides = [...texts(plain["overridePolicyDocuments"]), ...texts(plain["overrideJson"])].map(parse);
    const own: Document = {
        Version: plain["version"] ?? "2012-10-17",
        ...(plain["policyId"] !== undefined && { Id: plain["policyId"] }),
        Statement: list(plain["statements"]).filter(isObject).map(statement),
    };
    const merged = [own, ...overrides].reduce(override, sources.reduce(override, {}));
    const document = {
        Version: merged.Version,
        ...(merged.Id !== undefined && { Id: merged.Id }),
        ...(merged.Statement?.length && { Statement: merged.Statement }),
    };
    const minified = escaped(JSON.stringify(document));
    return {
        ...echoed,
        version: document.Version,
        id: String(Number.parseInt(hex(minified, 8), 16)),
        json: escaped(JSON.stringify(document, null, 2)),
        minifiedJson: minified,
    };
}

function statement(given: Record<string, unknown>): Rendered {
    const members = (key: string) => set(strings(given[key]));
    const principals = (key: string) =>
        principalsOf(
            list(given[key])
                .filter(isObject)
                .map(({ type, identifiers }) => [textOf(type), variables(set(strings(identifiers)))]),
        );
    const conditions = list(given["conditions"])
        .filter(isObject)
        .map(({ test, variable, values }): ConditionEntry => {
            return [textOf(test), textOf(variable), strings(variables(strings(values)))];
        });
    return rendered({
        Sid: textOf(given["sid"]),
        Effect: textOf(given["effect"]) || "Allow",
        Action: members("actions"),
        NotAction: members("notActions"),
        Resource: variables(members("resources")),
        NotResource: variables(members("notResources")),
        Principal: principals("principals"),
        NotPrincipal: principals("notPrincipals"),
        Condition: conditionsOf(conditions),
    });
}

/** A statement of a source or an override: the elements that the provider knows, in its order and its form. */
function reread(given: Record<string, unknown>): Rendered {
    const principals = (of: unknown): unknown => {
        if (typeof of === "string") return "*";
        if (!isObject(of)) return undefined;
        return principalsOf(
            Object.entries(of).map(([type, ids]) => [type, Array.isArray(ids) ? backwards(strings(ids)) : textOf(ids)]),
        );
    };
    const conditions = Object.entries(isObject(given["Condition"]) ? given["Condition"] : {}).flatMap(([test, keys]) =>
        Object.entries(isObject(keys) ? keys : {}).map(
            ([variable, values]): ConditionEntry => [test, variable, strings(values)],
        ),
    );
    return rendered({
        ...given,
        Principal: principals(given["Principal"]),
        NotPrincipal: principals(given["NotPrincipal"]),
        Condition: conditionsOf(conditions),
    });
}

const ELEMENTS = [
    "Sid",
    "Effect",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Principal",
    "NotPrincipal",
    "Condition",
];

/** Elements that are there, in the provider's order. */
function rendered(elements: Readonly<Record<string, unknown>>): Rendered {
    return Object.fromEntries(
        ELEMENTS.flatMap((element) => {
            const value = elements[element];
            return value === undefined || value === null || value === "" ? [] : [[element, value]];
        }),
    );
}

function principalsOf(principals: readonly (readonly [type: string, ids: Several])[]): unknown {
    const [only, ...more] = principals;
    if (!only) return undefined;
    if (more.length === 0 && only[0] === "*" && strings(only[1]).join() === "*") return "*";
    const byType = new Map<string, Several>();
    for (const [type, ids = []] of principals) {
        const before = byType.get(type);
        byType.set(type, before === undefined ? ids : [...strings(before), ...strings(ids)]);
    }
    return sorted(byType);
}

type ConditionEntry = readonly [test: string, variable: string, values: readonly string[]];

function conditionsOf(conditions: readonly ConditionEntry[]): unknown {
    if (conditions.length === 0) return undefined;
    const byTest = new Map<string, Map<string, readonly string[]>>();
    for (const [test, variable, values] of conditions) {
        const keys = byTest.get(test) ?? new Map<string, readonly string[]>();
        byTest.set(test, keys.set(variable, [...(keys.get(variable) ?? []), ...values]));
    }
    const single = (values: readonly string[]) => (values.length === 1 ? values[0] : values);
    return sorted(
        new Map(
            [...byTest].map(([test, keys]) => [
                test,
                sorted(new Map([...keys].map(([key, values]) => [key, single(values)]))),
            ]),
        ),
    );
}

/** Go writes the keys of a map in their order. */
function sorted(entries: ReadonlyMap<string, unknown>): Record<string, unknown> {
    return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Statements of the second replace those of the first with the same Sid; the rest are added behind. */
function override(first: Document, second: Document): Document {
    const statements = [...(first.Statement ?? [])];
    for (const one of second.Statement ?? []) {
        const at = one.Sid ? statements.findIndex(({ Sid }) => Sid === one.Sid) : -1;
        if (at >= 0) statements[at] = one;
        else statements.push(one);
    }
    // A later version of the policy language wins; an earlier one does not.
    const Version = [first.Version, second.Version].map(textOf).sort().at(-1);
    return { Version, Id: textOf(second.Id) || first.Id, Statement: statements };
}

function parse(json: string): Document {
    const parsed: unknown = JSON.parse(json);
    if (!isObject(parsed)) return {};
    return { ...parsed, Statement: list(parsed["Statement"]).filter(isObject).map(reread) };
}

/** The members of a set: one as text, more of them once each, in reverse order; of none, nothing. */
type Several = string | readonly string[] | undefined;

function set(members: readonly string[]): Several {
    const [only, ...more] = new Set(members);
    return more.length === 0 ? only : backwards([...new Set(members)]);
}

function backwards(members: readonly string[]): readonly string[] {
    return [...members].sort().reverse();
}

/** `&{aws:username}` is how a program writes a policy variable without writing its own language's. */
function variables(of: Several): Several {
    const plain = (text: string) => text.replaceAll("&{", "${");
    return typeof of === "string" ? plain(of) : of?.map(plain);
}

/** Go's encoder writes these characters as escapes. */
function escaped(json: string): string {
    return json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

function strings(value: unknown): readonly string[] {
    return list(value).map(textOf);
}

function texts(value: unknown): readonly string[] {
    return list(value).filter((one): one is string => typeof one === "string" && one !== "");
}
