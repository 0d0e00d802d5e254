/** The least statement: the actions that code calls, on the resources that its calls are linked to. */
import { exampleArn, isEveryArn, isEverything, isWildcard, type Statement } from "../../iam";
import { codeOf, type Expression, whereNamed } from "../expression";
import type { Stack } from "../stack";
import { isBeside } from "./beside-reference";
import type { Demand } from "./demand";
import { partsDemanded } from "./demands";
import type { KeptAction } from "./unused";

/** A statement to write. */
export interface Least {
    readonly actions: readonly string[];
    /** Outputs of the stack's resources; `star` where an action has no resources, `kept` where it stays what it is. */
    readonly on: readonly Expression[] | "star" | "kept";
}

/** What is to be granted for these calls, by what they are on. */
export function leastFor(stack: Stack, demands: readonly Demand[]): readonly Least[] {
    const byAction = new Map<string, Demand[]>();
    for (const demand of demands) {
        const same = byAction.get(demand.action);
        if (same) same.push(demand);
        else byAction.set(demand.action, [demand]);
    }
    return merged([...byAction].map(([action, all]) => ({ actions: [action], on: onOf(stack, all) })));
}

/**
 * What a statement comes to when it is narrowed. Its Resource stays where calls name what only a request tells, where Lambda itself uses
 * it, and where it already names no more than the calls do.
 */
export function narrowed(stack: Stack, statement: Statement, kept: readonly KeptAction[]): readonly Least[] {
    const isOpen = statement.resources?.not === true || statement.resources?.patterns.some((one) => isOpenPattern(one));
    return merged(
        kept.map(({ action, demands }) => {
            // A wildcard that stays is for more than these calls.
            const on = demands.length === 0 || !isOpen || isWildcard(action) ? "kept" : onOf(stack, demands);
            // What is narrowed never becomes wider.
            const isWider = on === "star" && isBeside(statement, action);
            return { actions: [action], on: isWider ? "kept" : on };
        }),
    );
}

function isOpenPattern(pattern: string): boolean {
    const [, , , , , ...rest] = pattern.split(":");
    return isEveryArn(pattern) || isWildcard(rest.join(":").replace(/(?:\/\*|:\*|\/index\/\*|-\?{6})$/, ""));
}

function onOf(stack: Stack, demands: readonly Demand[]): Least["on"] {
    const found: Expression[] = [];
    for (const demand of demands) {
        const { on } = demand;
        if (!on) return "star";
        if (on.isOpen || on.awaits.length > 0 || on.named.length === 0) return "kept";
        for (const { resource } of on.named) {
            const parts = resource ? partsDemanded(stack, demand, resource) : [];
            if (parts.length === 0) return "kept";
            found.push(...parts.map(({ expression }) => expression));
        }
    }
    return distinct(found);
}

/** Actions on the same resources are one statement, with every part of them that one of the actions needs. */
function merged(all: readonly Least[]): readonly Least[] {
    const found = new Map<string, { actions: string[]; on: Least["on"] }>();
    for (const { actions, on } of all) {
        const key = typeof on === "string" ? on : [...new Set(on.map(({ resource }) => resource.urn))].sort().join(" ");
        const same = found.get(key);
        if (!same) found.set(key, { actions: [...actions], on });
        else {
            same.actions.push(...actions);
            if (typeof on !== "string" && typeof same.on !== "string") same.on = distinct([...same.on, ...on]);
        }
    }
    return [...found.values()].map(({ actions, on }) => ({ actions: [...new Set(actions)].sort(), on }));
}

function distinct(expressions: readonly Expression[]): readonly Expression[] {
    const byCode = new Map(expressions.map((one) => [one.code, one]));
    return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** As a program writes it: `{ Effect: "Allow", Action: ["dynamodb:GetItem"], Resource: orders.arn }`. */
function statementCode({ actions, on }: Least, kept: (actions: readonly string[]) => string | undefined): string {
    const [first, ...more] = actions.map((one) => JSON.stringify(one));
    const Action = more.length === 0 ? first : `[${[first, ...more].join(", ")}]`;
    const Resource = on === "star" ? EVERYTHING : on === "kept" ? kept(actions) : codeOf(on);
    return `{ Effect: "Allow", Action: ${Action}${Resource === undefined ? "" : `, Resource: ${Resource}`} }`;
}

const EVERYTHING = '"*"';

/** Statements to be added; the capitals of an ARN are to be filled in where nothing here tells what is called. */
export function addedStatements(all: readonly Least[]): readonly string[] {
    const form = (actions: readonly string[]) => JSON.stringify(actions.map(exampleArn).find(Boolean) ?? "*");
    return all.map((one) => statementCode(one, form));
}

/** What the names in these stand for, where that is not clear: `, where orders is "shop-orders"`. */
export function namesOfLeast(all: readonly Least[]): string {
    return whereNamed(expressionsOf(all));
}

export function addedText(all: readonly Least[]): string {
    return `${addedStatements(all).join(", ")}${namesOfLeast(all)}`;
}

/** What a statement becomes: its Resource stays where nothing tells what is called. */
export function narrowedText({ resources }: Statement, all: readonly Least[]): string {
    const isStar = resources?.patterns.length === 1 && isEverything(resources.patterns[0] ?? "");
    const isKept = !isStar && all.some(({ on }) => on === "kept");
    const note = isKept ? `, with its Resource as it is${all.length > 1 ? " where none is named" : ""}` : "";
    const statements = all.map((one) => statementCode(one, () => (isStar ? EVERYTHING : undefined)));
    return `${statements.join(", ")}${note}${whereNamed(expressionsOf(all))}`;
}

function expressionsOf(all: readonly Least[]): readonly Expression[] {
    return all.flatMap(({ on }) => (typeof on === "string" ? [] : on));
}
