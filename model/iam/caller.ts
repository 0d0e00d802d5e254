import { parseOperator, readsPatterns } from "./condition";
import { matches } from "./pattern";
import type { Condition } from "./statement";

/** Whose request it is, as far as a program tells. */
export interface Caller {
    /** Of the user, or of the role whose session it is; undefined where it is not known. */
    readonly arn: string | undefined;
    readonly account: string | undefined;
    /** What would tell the two above. */
    readonly place: string;
    /** The tags of the principal, by key in lower case; undefined where they are not all known. */
    readonly tags: ReadonlyMap<string, string> | undefined;
    /** May it have signed in with a second factor? Code under a role never has. */
    readonly mayHaveSecondFactor: boolean;
}

/** `not told` where the request's circumstances decide, or something that no program shows. */
export type Met = "yes" | "no" | "not known yet" | "not told";

/** What a request carries under a key: texts, nothing at all, whatever the caller likes, or what no program tells, or not yet. */
type Carried = readonly string[] | "whatever is asked" | "not known yet" | "not told";

/** Keys that the caller fills, or that every request of the account's own principals meets. */
const MET_BY_ANYBODY = new Set([
    "sts:externalid",
    "sts:rolesessionname",
    "sts:sourceidentity",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:securetransport",
]);

/** Does the condition hold for a request of this caller? */
export function meets(condition: Condition, caller: Caller): Met {
    const operator = parseOperator(condition.operator);
    const carried = carriedBy(caller, condition.key);
    if (!operator) return "not told";
    if (carried === "not told" || carried === "not known yet") return carried;
    if (carried === "whatever is asked") return operator.positive ? "yes" : "not told";
    return holdsOf(condition, carried);
}

/** Does the condition hold for a request that carries just these texts under its key, or, with none, has no such key? */
export function holdsOf(condition: Condition, carried: readonly string[]): Met {
    const { operator: text, values, unknown } = condition;
    const operator = parseOperator(text);
    if (!operator) return "not told";
    const isMissing = carried.length === 0;
    if (operator.base === "null")
        return yesOrNo(values.some((value) => (value.toLowerCase() === "true") === isMissing));
    if (isMissing) return yesOrNo(operator.ifExists || operator.quantifier === "forallvalues" || !operator.positive);
    if (!/^(?:string|arn|bool)/.test(operator.base)) return "not told";
    const isLiteral = !readsPatterns(text);
    const fits = values.some((value) =>
        carried.some((one) => (isLiteral ? same(value, one, text) : matches(value, one))),
    );
    if (!fits && unknown.length > 0) return "not known yet";
    if (!fits && values.some((value) => value.includes("${"))) return "not told";
    return yesOrNo(fits === operator.positive);
}

function carriedBy({ arn, account, tags, mayHaveSecondFactor }: Caller, key: string): Carried {
    if (MET_BY_ANYBODY.has(key)) return "whatever is asked";
    if (key === "aws:principalarn") return arn === undefined ? "not known yet" : [arn];
    if (key === "aws:principalaccount") return account === undefined ? "not known yet" : [account];
    if (key === "aws:multifactorauthpresent" || key === "aws:multifactorauthage")
        return mayHaveSecondFactor ? "not told" : [];
    if (!key.startsWith("aws:principaltag/")) return "not told";
    if (!tags) return "not known yet";
    const tag = tags.get(key.slice("aws:principaltag/".length));
    return tag === undefined ? [] : [tag];
}

function same(value: string, text: string, operator: string): boolean {
    return /ignorecase|^bool/i.test(operator) ? value.toLowerCase() === text.toLowerCase() : value === text;
}

function yesOrNo(is: boolean): Met {
    return is ? "yes" : "no";
}
