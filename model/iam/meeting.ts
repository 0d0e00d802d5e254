import { demands, type Operator, parseOperator, readsPatterns } from "./condition";
import { isInSignedRequests, mayHoldWildcards } from "./knowledge/condition-keys";
import { witness } from "./pattern";
import type { Condition } from "./statement";

/** What is known of requests before they are made. */
export interface Circumstances {
    /** Nobody asks earlier than that. */
    readonly since?: Date | undefined;
    /** By condition key, in lower case, what every request carries there: one of these patterns; with none, it has no such key. */
    readonly carries?: ReadonlyMap<string, readonly string[]>;
}

interface Asked extends Omit<Condition, "operator"> {
    readonly operator: Operator;
    readonly isPattern: boolean;
}

/**
 * Can there be a request that meets all of the conditions? Not where a date has passed, a window is empty, another identity is
 * named, a wildcard stands where it is a plain character, or one condition contradicts another. What is unknown can be met.
 */
export function canBeMet(conditions: readonly Condition[], circumstances: Circumstances = {}): boolean {
    if (conditions.length === 0) return true;
    const keys = new Set(conditions.map(({ key }) => key));
    return [...keys].every((key) => {
        const asked = conditions.filter((one) => one.key === key).flatMap(read);
        const own = circumstances.carries?.get(key);
        const mayLack = own === undefined ? !isInSignedRequests(key) : own.length === 0;
        if (mayLack && asked.every(holdsWithoutKey)) return true;
        return own?.length !== 0 && asked.every(holdsWithKey) && hasValue(key, asked, own, circumstances.since);
    });
}

/**
 * After which moment nobody meets the conditions any more; undefined where they set no end, or one that is not known yet. Whoever
 * signed in before a moment works on for as long as a session lasts.
 */
export function endOf(conditions: readonly Condition[]): Date | undefined {
    const ends = conditions
        .filter((one) => MOMENT.test(one.key) && one.unknown.length === 0 && demands(one, conditions))
        .flatMap((one) => {
            const last = read(one).flatMap((asked) => boundsOf(asked, true).most?.value ?? []);
            return last.map((value) => (one.key === "aws:tokenissuetime" ? value + LONGEST_SESSION : value));
        });
    return ends.length > 0 ? new Date(Math.min(...ends)) : undefined;
}

function read(condition: Condition): readonly Asked[] {
    const operator = parseOperator(condition.operator);
    return operator ? [{ ...condition, operator, isPattern: readsPatterns(condition.operator) }] : [];
}

function says(word: string, { values, unknown }: Asked): boolean {
    return unknown.length > 0 || values.some((value) => value.toLowerCase() === word);
}

function holdsWithoutKey(asked: Asked): boolean {
    const { base, ifExists, quantifier, positive } = asked.operator;
    if (base === "null") return says("true", asked);
    return ifExists || quantifier === "forallvalues" || (!positive && quantifier === undefined);
}

function holdsWithKey(asked: Asked): boolean {
    return asked.operator.base !== "null" || says("false", asked);
}

/** Is there a value that they all accept? Of a key with several, each condition is asked alone. */
function hasValue(
    key: string,
    asked: readonly Asked[],
    own: readonly string[] | undefined,
    since: Date | undefined,
): boolean {
    const some = asked.filter(({ operator }) => operator.quantifier === "foranyvalue");
    const single = asked.filter(({ operator }) => operator.quantifier === undefined);
    return [single, ...some.map((one) => [one])].every(
        (together) => hasText(key, together, own) && hasTruth(together, own) && hasNumber(key, together, since),
    );
}

const VARIABLE = /\$\{(?![*?$]\})[^}]*\}/g;

function hasText(key: string, asked: readonly Asked[], own: readonly string[] | undefined): boolean {
    const texts = asked.filter(({ operator, values }) => /^(?:string|arn)/.test(operator.base) && values.length > 0);
    const positive = texts.filter(({ operator, unknown }) => operator.positive && unknown.length === 0);
    const groups = positive.map((one) => one.values.flatMap((value) => textsOf(key, one, value)));
    if (groups.some((group) => group.length === 0)) return false;
    const barred = texts
        .filter(({ operator }) => !operator.positive && !/case$/.test(operator.base))
        .flatMap(({ values, isPattern }) =>
            values
                .filter((value) => value.replace(VARIABLE, "") === value)
                .map((value) => (isPattern ? value : literal(value))),
        );
    return witness([...groups, ...(own ? [own] : [])], barred) !== undefined;
}

/** None for a plain text that no value of the key can be. A policy variable may be anything, and what knows no case is left open. */
function textsOf(key: string, { isPattern, operator }: Asked, value: string): readonly string[] {
    const known = value.replace(VARIABLE, "");
    if (!isPattern && /[*?]/.test(known) && !mayHoldWildcards(key)) return [];
    if (/case$/.test(operator.base)) return ["*"];
    if (isPattern) return [value.replace(VARIABLE, "*")];
    return [known === value ? literal(value) : "*"];
}

function literal(value: string): string {
    return value.replace(/[*?]/g, (character) => `\${${character}}`);
}

function hasTruth(asked: readonly Asked[], own: readonly string[] | undefined): boolean {
    const wanted = asked.filter(({ operator, values }) => operator.base === "bool" && values.length > 0);
    const isAccepted = (truth: string) => wanted.every((one) => says(truth, one)) && (own?.includes(truth) ?? true);
    return wanted.length === 0 || ["true", "false"].some(isAccepted);
}

/** Sessions last 36 hours at most: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetSessionToken.html */
const LONGEST_SESSION = 36 * 3600 * 1000;
const MOMENT = /^aws:(?:currenttime|epochtime|tokenissuetime)$/;

interface Bound {
    readonly value: number;
    readonly isStrict: boolean;
}

function hasNumber(key: string, asked: readonly Asked[], since: Date | undefined): boolean {
    const bounds = asked.filter(({ unknown }) => unknown.length === 0).map((one) => boundsOf(one, MOMENT.test(key)));
    const earliest = (since?.getTime() ?? 0) - (key === "aws:tokenissuetime" ? LONGEST_SESSION : 0);
    const first: Bound[] = since && MOMENT.test(key) ? [{ value: earliest, isStrict: false }] : [];
    const lower = [...first, ...bounds.flatMap(({ least }) => least ?? [])];
    const upper = bounds.flatMap(({ most }) => most ?? []);
    return upper.every((most) =>
        lower.every(
            (least) => least.value < most.value || (least.value === most.value && !least.isStrict && !most.isStrict),
        ),
    );
}

/** Of several values, the one that lets in most. */
function boundsOf({ operator, values }: Asked, isMoment: boolean): { readonly least?: Bound; readonly most?: Bound } {
    const [, kind, comparison] = /^(numeric|date)(equals|(?:less|greater)than(?:equals)?)$/.exec(operator.base) ?? [];
    const numbers = values.map((value) => (isMoment || kind === "date" ? momentOf(value) : Number(value)));
    if (comparison === undefined || numbers.length === 0 || numbers.some(Number.isNaN)) return {};
    const isStrict = comparison.endsWith("than");
    return {
        ...(!comparison.startsWith("less") && { least: { value: Math.min(...numbers), isStrict } }),
        ...(!comparison.startsWith("greater") && { most: { value: Math.max(...numbers), isStrict } }),
    };
}

/** ISO 8601, or seconds since 1970. */
function momentOf(text: string): number {
    return /^\d{5,}(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text);
}
