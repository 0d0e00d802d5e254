/** The least statement: the actions that code calls, on the resources that its calls are linked to. */
import { isEveryArn, isWildcard, type Statement } from "../../iam";
import { codeOf, type Expression, whereNamed } from "../expression";
import type { Stack } from "../stack";
import { type Demand, partsDemanded } from "./demands";
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
    return merged(
        [...byAction].map(([action, all]) => ({ actions: [action], on: onOf(stack, all) })),
    );
}

/**
 * What a statement comes to when it is narrowed. Its Resource stays where calls name what only a request tells, where Lambda itself uses
 * it, and where it already names no more than the calls do.
 */
export function narrowed(stack: Stack, statement: Statement, kept: readonly KeptAction[]): readonly Least[] {
    const isOpen = statement.resources?.not === true || statement.resources?.patterns.some((one) => isOpenPattern(one));
    return merged(
        kept.map(({ action, demands }) => {
            const on = demands.length === 0 || !isOpen ? "kept" : onOf(stack, demands);
            return { actions: [action], on };
        }),
    );
}

function isOpenPattern(pattern: string): boolean {
    const [, , , , , ...rest] = pattern.split(":");
    return isEveryArn(pattern) || isWildcard(rest.join(":").replace(/(?:\/\*|:\*|\/index\/\*|-\?{6})$/, ""));
}

function onOf(stack: Stack, demands: readonly Demand[]): Least["on"] {
    const found = new Map<string, Expression>();
    for (const demand of demands) {
        const { on } = demand;
        if (!on) return "star";
        if (on.isOpen || on.awaits.length > 0 || on.named.length === 0) return "kept";
        for (const { resource } of on.named) {
            const parts = resource ? partsDemanded(stack, demand, resource) : [];
            if (parts.length === 0) return "kept";
            for (const { expression } of parts) found.set(expression.code, expression);
        }
    }
    return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Actions on the same are one statement. */
function merged(all: readonly Least[]): readonly Least[] {
    const found = new Map<string, { actions: string[]; on: Least["on"] }>();
    for (const { actions, on } of all) {
        const key = typeof on === "string" ? on : codeOf(on);
        const same = found.get(key);
        if (same) same.actions.push(...actions);
        else found.set(key, { actions: [...actions], on });
    }
    return [...found.values()].map(({ actions, on }) => ({ actions: [...new Set(actions)].sort(), on }));
}

/** As a program writes it: `{ Effect: "Allow", Action: ["dynamodb:GetItem"], Resource: orders.arn }`. */
export function statementCode({ actions, on }: Least): string {
    const Action = actions.length === 1 ? JSON.stringify(actions[0]) : `[${actions.map((one) => JSON.stringify(one)).join(", ")}]`;
    const Resource = on === "star" ? '"*"' : on === "kept" ? undefined : codeOf(on);
    return `{ Effect: "Allow", Action: ${Action}${Resource === undefined ? "" : `, Resource: ${Resource}`} }`;
}

/** Several as a program writes them, with what is meant by names that are none in a program. */
export function leastText(all: readonly Least[]): string {
    const expressions = all.flatMap(({ on }) => (typeof on === "string" ? [] : on));
    const kept = all.some(({ on }) => on === "kept")
        ? `, with its Resource as it is${all.length > 1 ? " where none is named" : ""}`
        : "";
    return `${all.map(statementCode).join(", ")}${kept}${whereNamed(expressions)}`;
}
