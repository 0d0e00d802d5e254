/** Whether conditions hold back as much as others, by their keys, operators and digests of values. */
import type { ConditionValue, DrawnCondition } from "./drawing";
import type { ValueChange } from "./model";

/** A condition; of one that only its key is known of, any with that key is the same. */
export interface Bound extends Partial<Pick<DrawnCondition, "operator" | "values">> {
    /** In small letters. */
    readonly key: string;
}

/** Does each request that meets all of `own` meet all of `others` too? */
export function isHeldTo(own: readonly Bound[], others: readonly Bound[]): boolean {
    return unmet(own, others).length === 0;
}

/** Those of `others` that a request may fail which meets all of `own`. */
export function unmet(own: readonly Bound[], others: readonly Bound[]): readonly Bound[] {
    return others.filter((other) => !own.some((one) => implies(one, other)));
}

/** What `others` hold back and `own` do not: keys that `own` have not, and keys whose values differ. */
export function loosenings(
    own: readonly Bound[],
    others: readonly Bound[],
): { readonly dropped: readonly string[]; readonly values: readonly ValueChange[] } {
    const left = unmet(own, others);
    const beside = (other: Bound) => own.filter(({ key }) => key === other.key);
    const values = left.flatMap((other): readonly ValueChange[] => {
        const [one] = beside(other);
        if (!one) return [];
        const isWider = beside(other).some((wider) => implies(other, wider));
        return [{ key: one.key, operator: one.operator ?? "", change: isWider ? "wider" : "other" }];
    });
    return { dropped: left.filter((other) => beside(other).length === 0).map(({ key }) => key), values };
}

interface Operator {
    readonly quantifier: string;
    readonly base: string;
    readonly ifExists: boolean;
}

function operatorOf(text: string): Operator {
    const [, quantifier = "", base = "", ifExists] =
        /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(text.toLowerCase()) ?? [];
    return { quantifier, base: ALIKE.get(base) ?? base, ifExists: ifExists !== undefined };
}

/** Operators that AWS reads alike. Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN */
const ALIKE: ReadonlyMap<string, string> = new Map([
    ["arnequals", "arnlike"],
    ["arnnotequals", "arnnotlike"],
]);

/** Stricter than another one that reads the same values as patterns. */
const STRICTER: ReadonlyMap<string, string> = new Map([
    ["stringequals", "stringlike"],
    ["stringnotlike", "stringnotequals"],
]);

/** Of these a value takes in others. */
const HAS_PATTERNS = /like$|ipaddress$/;

function implies(one: Bound, other: Bound): boolean {
    if (one.key !== other.key) return false;
    if (one.operator === undefined || other.operator === undefined) return true;
    const [own, wanted] = [operatorOf(one.operator), operatorOf(other.operator)];
    if (own.quantifier !== wanted.quantifier || (own.ifExists && !wanted.ifExists)) return false;
    if (own.base !== wanted.base && STRICTER.get(own.base) !== wanted.base) return false;
    const [values, others] = [one.values ?? [], other.values ?? []];
    // What is left out besides holds back more.
    return own.base.includes("not")
        ? others.every((left) => values.some((value) => isWithin(left, value, HAS_PATTERNS.test(own.base))))
        : values.every((value) => others.some((left) => isWithin(value, left, HAS_PATTERNS.test(wanted.base))));
}

function isWithin(one: ConditionValue, other: ConditionValue, readsPatterns: boolean): boolean {
    if (one.unknown || other.unknown) return mayBeSame(one, other);
    const isNamed = one.of?.some(({ urn, rest }) => other.of?.some((two) => two.urn === urn && two.rest === rest));
    return isNamed === true || meet(one.is, other.is) || (readsPatterns && meet(one.within, other.is));
}

/** Of a value that is not known, only what went into it is held against the other one. */
function mayBeSame(one: ConditionValue, other: ConditionValue): boolean {
    const [a, b] = [one, other].map(({ unknown, of }) => unknown ?? of?.map(({ urn }) => urn) ?? []);
    return !a?.length || !b?.length || meet(a, b);
}

function meet(some: readonly string[], others: readonly string[]): boolean {
    return some.some((one) => others.includes(one));
}
