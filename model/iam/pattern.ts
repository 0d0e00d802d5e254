/**
 * Patterns with `*` (any text, also none) and `?` (one character), as policies use them for actions and ARNs. A `*` in an
 * ARN is read across `:` and `/`, as IAM does where it stands last in a segment; that is the widest reading.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

const VARIABLE = /\$\{(?![*?$]\})([^}]*)\}/g;
const EXPRESSION = /\$\{([^}]*)\}/g;
/** `${*}`, `${?}` and `${$}` are those characters themselves; the wildcards among them are moved out of the way. */
const LITERALS: Readonly<Record<string, string>> = { "*": "\uE000", "?": "\uE001", $: "$" };
/** Every character that no pattern names where it is asked; one stands for all. */
const OTHER = "\uE002";
const FIRST_VARIABLE = 0xe100;
/** In place of a variable of an ARN format: characters that may stand there, any number of them, or one. */
const RUNS: Readonly<Record<string, (symbol: string) => boolean>> = {
    "\uE010": (symbol) => symbol !== ":" && symbol !== "/",
    "\uE011": (symbol) => symbol !== ":",
    "\uE012": (symbol) => symbol !== "/",
    "\uE013": (symbol) => /[A-Za-z\d-]/.test(symbol) || symbol === OTHER,
};
const SINGLES: Readonly<Record<string, (symbol: string) => boolean>> = {
    "\uE014": (symbol) => symbol !== ":" && symbol !== "/",
    "\uE015": (symbol) => symbol !== ":",
    "\uE016": (symbol) => symbol !== "/",
    "\uE017": () => true,
};
/** What a part of an ARN may be: a name, one with slashes, one with colons, anything; a region or an account, which may be left out. */
export const PART = {
    name: "\uE014\uE010",
    path: "\uE015\uE011",
    qualified: "\uE016\uE012",
    anything: "\uE017*",
    place: "\uE013",
} as const;

const MOST_STATES = 20_000;

/** Does the text belong to the pattern? A policy variable in the pattern may be any text. */
export function matches(pattern: string, text: string): boolean {
    if (isEverything(pattern) || pattern === text) return true;
    return witness([[widened(pattern)], [escaped(text)]], []) !== undefined;
}

/** Does everything that `inner` matches match `outer` too? Exact; a policy variable is the same text in both. */
export function includes(outer: string, inner: string): boolean {
    if (outer === inner || isEverything(outer)) return true;
    if (isText(outer)) return false;
    return isText(inner) ? fits(characters(outer), characters(inner)) : witness([[inner]], [outer]) === undefined;
}

/** Nothing but itself: neither a wildcard, nor an expression, nor what a form has. */
function isText(pattern: string): boolean {
    return !/[*?$\uE010-\uE017]/.test(pattern);
}

/** Is there a text that both match? A policy variable may be any text. */
export function overlap(one: string, other: string): boolean {
    return witness([[widened(one)], [widened(other)]], []) !== undefined;
}

/** Only `*`, or a run of them: everything. */
export function isEverything(pattern: string): boolean {
    return pattern.startsWith("*") && /^\*+$/.test(pattern);
}

/** Has it a wildcard at all (a policy variable is none)? */
export function isWildcard(pattern: string): boolean {
    if (!/[*?]/.test(pattern)) return false;
    // Only an expression makes one of them stand for itself.
    return !pattern.includes("${") || /[*?]/.test(characters(pattern).join(""));
}

/**
 * A text that matches some pattern of every group of `inside` and no pattern of `outside`; undefined when there is none.
 * Exact. A policy variable stands for one text that nobody knows, the same wherever the variable is written.
 *
 * All patterns are walked at once: a step consumes one character, and a state is the set of places at which each pattern
 * may then stand. Characters that no pattern waits for are alike, so a state has few ways on.
 */
export function witness(inside: readonly (readonly string[])[], outside: readonly string[]): string | undefined {
    const without = outside.filter((pattern) => pattern !== "");
    if (without.some(isEverything)) return undefined;
    // A group with a star in it holds nothing back.
    const groups = inside.filter((group) => !group.some(isEverything)).map((group) => group.map(characters));
    const excluded = without.map(characters);
    const plain = plainWitness(groups, excluded);
    if (plain !== "not plain") return plain && readable(withoutWildcards(plain).join(""));
    const all = [...groups.flat(), ...excluded];
    const starts = all.map((pattern) => settled(pattern, [0]));
    const seen = new Set<string>();
    const open: { readonly text: string; readonly places: readonly Places[] }[] = [{ text: "", places: starts }];
    for (let state = open.pop(); state; state = open.pop()) {
        const { text, places } = state;
        if (!isAlive(groups, places)) continue;
        const key = places.map((one) => one.join(",")).join(";");
        if (seen.has(key)) continue;
        // Beyond reason, the question is left with the answer that hides nothing.
        if (seen.size >= MOST_STATES) return text;
        seen.add(key);
        if (isAccepted(groups, all, places)) return readable(text);
        for (const symbol of awaited(all, places)) {
            const next = all.map((pattern, index) => advanced(pattern, places[index] ?? [], symbol));
            open.push({ text: text + symbol, places: next });
        }
    }
    return undefined;
}

/**
 * The same without a walk, where it can be had: with nothing to leave out and one group at most, any of its patterns will do; a
 * group without wildcards holds a few texts, of which each is tried; and of one with wildcards, a text that nobody has in mind.
 */
function plainWitness(
    groups: readonly (readonly Pattern[])[],
    excluded: readonly Pattern[],
): Pattern | undefined | "not plain" {
    const [first, ...more] = groups;
    if (more.length === 0 && excluded.length === 0) return first ? first[0] : [];
    const finite = groups.find((group) => !group.some((pattern) => pattern.some(isWild)));
    const texts = finite ?? groups.flatMap((group) => group.map(withoutWildcards));
    const found = texts.find(
        (text) =>
            groups.every((group) => group === finite || group.some((pattern) => fits(pattern, text))) &&
            !excluded.some((pattern) => fits(pattern, text)),
    );
    return found ?? (finite ? undefined : "not plain");
}

function withoutWildcards(pattern: Pattern): Pattern {
    return pattern.map((character) => (isWild(character) ? OTHER : character));
}

/** Does the text, which has no wildcards, match the pattern? A star takes as little as it can, and more where that fails. */
function fits(pattern: Pattern, text: Pattern): boolean {
    if (forms.has(pattern)) return walks(pattern, text);
    let [at, from, star, resume] = [0, 0, -1, 0];
    while (from < text.length) {
        const [wanted, found] = [pattern[at], text[from] ?? ""];
        if (wanted === "*") {
            [star, resume] = [at, from];
            at += 1;
        } else if (wanted === found || (wanted === "?" && !isVariable(found))) {
            at += 1;
            from += 1;
        } else if (star >= 0) {
            resume += 1;
            [at, from] = [star + 1, resume];
        } else return false;
    }
    while (pattern[at] === "*") at += 1;
    return at === pattern.length;
}

/** Can an ARN of the form match the pattern? As `witness` would say of the two, in less time, for it is asked of very many. */
export function meetsForm(form: string, pattern: string): boolean {
    if (!/[*?$]/.test(pattern)) return expressionOf(form).test(pattern);
    // Where the pattern fits as it is written, a wildcard stands where the form takes any letter: one in its place fits both.
    const fitsAsWritten = !pattern.includes("${") && expressionOf(form).test(pattern);
    return fitsAsWritten || overlapsForm(form, pattern);
}

const expressions = new Map<string, RegExp>();
/** The characters that stand for several, as a class each, and what there may be of it. */
const CLASSES: Readonly<Record<string, string>> = {
    "*": "[^]*",
    "?": "[^]",
    "\uE010": "[^:/]*",
    "\uE011": "[^:]*",
    "\uE012": "[^/]*",
    "\uE013": "[A-Za-z\\d-]*",
    "\uE014": "[^:/]",
    "\uE015": "[^:]",
    "\uE016": "[^/]",
    "\uE017": "[^]",
};

/** A form as an expression of what its ARNs are; most patterns are a single ARN, of which nothing else need be asked. */
function expressionOf(form: string): RegExp {
    let found = expressions.get(form);
    if (!found) {
        found = new RegExp(`^${[...form].map(expressed).join("")}$`);
        expressions.set(form, found);
    }
    return found;
}

function expressed(character: string): string {
    return CLASSES[character] ?? character.replace(/[\\^$.*+?()[\]{}|/-]/, "\\$&");
}

function overlapsForm(form: string, pattern: string): boolean {
    const begun = afterPlainParts(characters(form), characters(pattern));
    if (!begun) return false;
    const [one, other] = begun;
    const isForm = forms.has(characters(form));
    const width = other.length + 1;
    const seen = new Uint8Array((one.length + 1) * width);
    const open = [0];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (seen[at]) continue;
        seen[at] = 1;
        const [i, j] = [Math.floor(at / width), at % width];
        const [left, right] = [one[i], other[j]];
        if (left === undefined && right === undefined) return true;
        if (isRun(left)) open.push(at + width);
        if (isRun(right)) open.push(at + 1);
        if (left === undefined || right === undefined) continue;
        if (isVariable(right) && isForm)
            for (let next = i; next <= one.length; next += 1) open.push(next * width + j + 1);
        else if (agree(left, right)) open.push(at + (isRun(left) ? 0 : width) + (isRun(right) ? 0 : 1));
    }
    return false;
}

/**
 * What is left of both after the parts in which there is one way on alone: the same characters, and of an ARN its partition, region and
 * account, which end at the next colon. Undefined where they differ before.
 */
function afterPlainParts(form: Pattern, pattern: Pattern): readonly [Pattern, Pattern] | undefined {
    let [i, j] = [0, 0];
    for (;;) {
        const [left, right] = [form[i], pattern[j]];
        if (left === undefined || right === undefined) break;
        if (left === PART.place && form[i + 1] === ":") {
            const end = pattern.findIndex((symbol, at) => at >= j && !/^[A-Za-z\d-]$/.test(symbol));
            if (pattern[end] !== ":") break;
            [i, j] = [i + 1, end];
        } else if (isWild(left) || isWild(right) || isVariable(right)) break;
        else if (left === right) [i, j] = [i + 1, j + 1];
        else return undefined;
    }
    return [form.slice(i), pattern.slice(j)];
}

function isRun(character: string | undefined): boolean {
    return character !== undefined && (character === "*" || character in RUNS);
}

/** Is there a character that both stand for? Letters are in every class. */
function agree(one: string, other: string): boolean {
    if (isWild(one)) return isWild(other) || takes(one, other);
    return isWild(other) ? takes(other, one) : one === other;
}

function takes(wild: string, symbol: string): boolean {
    return wild === "*" || wild === "?" || (RUNS[wild] ?? SINGLES[wild])?.(symbol) === true;
}

/** Step by step, which also holds where not every run takes any character. */
function walks(pattern: Pattern, text: Pattern): boolean {
    let places = settled(pattern, [0]);
    for (const symbol of text) places = advanced(pattern, places, symbol);
    return places.includes(pattern.length);
}

function isWild(character: string): boolean {
    return character === "*" || character === "?" || character in RUNS || character in SINGLES;
}

type Places = readonly number[];
type Pattern = readonly string[];

/** Every group still has a pattern that can match. */
function isAlive(groups: readonly (readonly Pattern[])[], places: readonly Places[]): boolean {
    let at = 0;
    return groups.every((group) => {
        const from = at;
        at += group.length;
        return places.slice(from, at).some((one) => one.length > 0);
    });
}

function isAccepted(
    groups: readonly (readonly Pattern[])[],
    all: readonly Pattern[],
    places: readonly Places[],
): boolean {
    const matched = all.map((pattern, index) => places[index]?.includes(pattern.length) ?? false);
    let at = 0;
    const every = groups.every((group) => {
        const from = at;
        at += group.length;
        return matched.slice(from, at).some(Boolean);
    });
    return every && !matched.slice(at).some(Boolean);
}

/** The characters that some pattern waits for, and one for all others. */
function awaited(all: readonly Pattern[], places: readonly Places[]): ReadonlySet<string> {
    const symbols = new Set([OTHER]);
    for (const [index, pattern] of all.entries()) {
        for (const place of places[index] ?? []) {
            const character = pattern[place];
            if (character !== undefined && !isWild(character)) symbols.add(character);
        }
    }
    return symbols;
}

function advanced(pattern: Pattern, places: Places, symbol: string): Places {
    const reached: number[] = [];
    // What a variable stands for may fill any part of an ARN, or several.
    if (isVariable(symbol) && forms.has(pattern) && places.length > 0) return from(places[0] ?? 0, pattern.length);
    for (const place of places) {
        const character = pattern[place];
        if (character === undefined) continue;
        if (character === "*" || RUNS[character]?.(symbol)) reached.push(place);
        else if (character === symbol || isOne(character, symbol)) reached.push(place + 1);
    }
    return reached.length === 0 ? reached : settled(pattern, reached);
}

function isOne(character: string, symbol: string): boolean {
    return character === "?" ? !isVariable(symbol) : (SINGLES[character]?.(symbol) ?? false);
}

function from(first: number, last: number): Places {
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A star may also match nothing: wherever one is reached, so is what follows it. */
function settled(pattern: Pattern, places: readonly number[]): Places {
    const [only, ...more] = places;
    if (more.length === 0 && !isRun(only === undefined ? undefined : pattern[only])) return places;
    const all = new Set(places);
    for (const place of all) {
        const character = pattern[place];
        if (character !== undefined && (character === "*" || character in RUNS)) all.add(place + 1);
    }
    return [...all].sort((a, b) => a - b);
}

const parsed = new Map<string, Pattern>();
/** The patterns that ARN formats make. */
const forms = new WeakSet<Pattern>();
const variables = new Map<string, string>();

/** The pattern character by character; a policy variable is one character of its own. */
function characters(pattern: string): Pattern {
    let found = parsed.get(pattern);
    if (!found) {
        // In one pass: what stands after a literal `$` is no variable.
        const named = pattern.replace(EXPRESSION, (_, inner: string) => LITERALS[inner] ?? variable(inner));
        found = [...named.replace(/\*{2,}/g, "*")];
        parsed.set(pattern, found);
        if (found.some((character) => character in RUNS)) forms.add(found);
    }
    return found;
}

/** A variable's default value, `${aws:username, 'none'}`, does not make it another variable. */
function variable(expression: string): string {
    const name = (expression.split(",")[0] ?? "").trim().toLowerCase();
    let symbol = variables.get(name);
    if (symbol === undefined) {
        symbol = String.fromCharCode(FIRST_VARIABLE + variables.size);
        variables.set(name, symbol);
    }
    return symbol;
}

function isVariable(symbol: string): boolean {
    return symbol.charCodeAt(0) >= FIRST_VARIABLE && symbol.charCodeAt(0) < FIRST_VARIABLE + variables.size;
}

function widened(pattern: string): string {
    return pattern.includes("${") ? pattern.replace(VARIABLE, "*") : pattern;
}

/** The text as a pattern that matches it alone. */
function escaped(text: string): string {
    return text.replace(/[*?]|\$(?=\{)/g, (character) => `\${${character}}`);
}

function readable(text: string): string {
    return text.replaceAll(OTHER, "x").replaceAll("\uE000", "*").replaceAll("\uE001", "?");
}
