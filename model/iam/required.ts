import { demandsOn, opposite, parseOperator } from "./condition";
import type { Grant, Permissions } from "./permissions";
import type { Condition, Statement } from "./statement";

/**
 * The conditions under which alone an Allow statement lets the action through, on a key: those of its own that demand a value, and
 * those of denials of all other values.
 */
export function requiredOn<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
    ...keys: readonly string[]
): readonly Condition[] {
    const denied = permissions.denialsUnder(statement, action).flatMap((denial) => deniesOthers(denial, keys));
    return [...demandsOn(statement, ...keys), ...denied];
}

/** `Deny` with `StringNotEquals`: whoever carries none of the values is refused, also who carries none at all. */
function deniesOthers({ conditions }: Statement, keys: readonly string[]): readonly Condition[] {
    const [only, ...more] = conditions;
    // With a further condition it denies only where that holds too.
    if (!only || more.length > 0 || !keys.some((key) => key.toLowerCase() === only.key)) return [];
    const operator = parseOperator(only.operator);
    const isNegated = /^(?:string|arn)not/.test(operator?.base ?? "") && operator?.quantifier === undefined;
    return isNegated && only.values.length + only.unknown.length > 0 ? [only] : [];
}

/**
 * All that a request must meet for the statement to let the action through: its own conditions, and of denials of everything that
 * does not meet one, that one.
 */
export function conditionsOn<G extends Grant>(
    permissions: Permissions<G>,
    statement: Statement,
    action: string,
): readonly Condition[] {
    const escapes = permissions.denialsUnder(statement, action).flatMap(({ conditions: [only, ...more] }) => {
        return only && more.length === 0 ? (opposite(only) ?? []) : [];
    });
    return [...statement.conditions, ...escapes];
}
