/**
 * `aws:iam/getPolicyDocument`, rendered as AWS's provider renders it: field order, one-member lists as text, longer lists
 * in reverse order, two-space indentation, `&{…}` for policy variables, sources merged and overridden by Sid.
 * Behaviour: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
import type { PropertyTree } from "./cloud";
import { hex } from "./deterministic";
import { holds, isObject, isUnknown, opened, UNKNOWN } from "./wire-values";

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
    const member = (key: string) => {
        const members = strings(given[key]).map(variables);
        return members.length > 0 ? [several(members)] : [];
    };
    const rendered: Rendered = {};
    if (typeof given["sid"] === "string" && given["sid"] !== "") rendered.Sid = given["sid"];
    rendered.Effect = typeof given["effect"] === "string" ? given["effect"] : "Allow";
    for (const [element, key] of [
        ["Action", "actions"],
        ["NotAction", "notActions"],
        ["Resource", "resources"],
        ["NotResource", "notResources"],
    ] as const) {
        for (const value of member(key)) rendered[element] = value;
    }
    for (const [element, key] of [
        ["Principal", "principals"],
        ["NotPrincipal", "notPrincipals"],
    ] as const) {
        const principals = list(given[key]).filter(isObject);
        if (principals.length > 0) rendered[element] = principalsOf(principals);
    }
    const conditions = list(given["conditions"]).filter(isObject);
    if (conditions.length > 0) rendered["Condition"] = conditionsOf(conditions);
    return rendered;
}

function principalsOf(principals: readonly Record<string, unknown>[]): unknown {
    const byType = new Map<string, string[]>();
    for (const { type, identifiers } of principals) {
        const ids = strings(identifiers).map(variables);
        if (type === "*" && ids.length === 1 && ids[0] === "*") return "*";
        byType.set(String(type), [...(byType.get(String(type)) ?? []), ...ids]);
    }
    return Object.fromEntries([...byType].map(([type, ids]) => [type, several(ids)]));
}

function conditionsOf(conditions: readonly Record<string, unknown>[]): unknown {
    const byTest: Record<string, Record<string, unknown>> = {};
    for (const { test, variable, values } of conditions) {
        byTest[String(test)] ??= {};
        const keys = byTest[String(test)] as Record<string, unknown>;
        const before = keys[String(variable)];
        const all = [...(before === undefined ? [] : strings(before)), ...strings(values).map(variables)];
        keys[String(variable)] = several(all);
    }
    return byTest;
}

/** Statements of the second replace those of the first with the same Sid; the rest are added behind. */
function override(first: Document, second: Document): Document {
    const statements = [...(first.Statement ?? [])];
    for (const one of second.Statement ?? []) {
        const at = one.Sid ? statements.findIndex(({ Sid }) => Sid === one.Sid) : -1;
        if (at >= 0) statements[at] = one;
        else statements.push(one);
    }
    return { Version: second.Version ?? first.Version, Id: second.Id ?? first.Id, Statement: statements };
}

function parse(json: string): Document {
    const parsed: unknown = JSON.parse(json);
    if (!isObject(parsed)) return {};
    const { Statement } = parsed;
    return {
        ...parsed,
        Statement: (Array.isArray(Statement) ? Statement : Statement === undefined ? [] : [Statement]) as Rendered[],
    };
}

function several(members: readonly string[]): string | readonly string[] {
    return members.length === 1 ? (members[0] as string) : [...members].sort().reverse();
}

function variables(text: string): string {
    return text.replaceAll("&{", "${");
}

/** Go's encoder writes these characters as escapes. */
function escaped(json: string): string {
    return json.replace(/[<>&]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}

function list(value: unknown): readonly unknown[] {
    return Array.isArray(value) ? (value as unknown[]) : value === undefined || value === null ? [] : [value];
}

function strings(value: unknown): readonly string[] {
    return list(value).map(String);
}

function texts(value: unknown): readonly string[] {
    return list(value).filter((one): one is string => typeof one === "string" && one !== "");
}
