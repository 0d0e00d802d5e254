/**
 * Patterns with `*` (any text, also none) and `?` (one character), as policies use them for actions and ARNs. A `*` in an
 * ARN is read across `:` and `/`, as IAM does where it stands last in a segment; that is the widest reading.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */

/** Text that stands for what a policy variable will be: like `*` for what may match, but never a star to its author. */
const VARIABLE = /\$\{(?![*?$]\})[^}]*\}/g;
/** `${*}`, `${?}` and `${$}` are those characters themselves; they are moved out of the way of the wildcards. */
const LITERALS: readonly (readonly [RegExp, string])[] = [
    [/\$\{\*\}/g, "\uE000"],
    [/\$\{\?\}/g, "\uE001"],
    [/\$\{\$\}/g, "$"],
];

/** Does the text belong to the pattern? */
export function matches(pattern: string, text: string): boolean {
    return includes(pattern, escaped(text));
}

/** Does everything that `inner` matches match `outer` too? Exact: no text is an exception. */
export function includes(outer: string, inner: string): boolean {
    const [wide, narrow] = [normal(outer), normal(inner)];
    if (wide === "*" || wide === narrow) return true;
    return covers(wide, narrow);
}

/** Is there a text that both match? */
export function overlap(one: string, other: string): boolean {
    const [a, b] = [normal(one), normal(other)];
    // meets[j]: the rest of `a` from i and the rest of `b` from j have a text in common; filled from the ends.
    let meets = row(b.length, (j) => onlyStars(b, j));
    for (let i = a.length - 1; i >= 0; i--) {
        const next: boolean[] = new Array(b.length + 1).fill(false);
        for (let j = b.length; j >= 0; j--) {
            const [x, y] = [a[i], b[j]];
            if (x === "*") next[j] = Boolean(meets[j]) || (y !== undefined && Boolean(next[j + 1]));
            else if (y === undefined) next[j] = false;
            else if (y === "*") next[j] = Boolean(next[j + 1]) || Boolean(meets[j]);
            else next[j] = (x === "?" || y === "?" || x === y) && Boolean(meets[j + 1]);
        }
        meets = next;
    }
    return Boolean(meets[0]);
}

/** Only `*`, or a run of them: everything. */
export function isEverything(pattern: string): boolean {
    return /^\*+$/.test(pattern);
}

/** Has it a wildcard at all (a policy variable is none)? */
export function isWildcard(pattern: string): boolean {
    return /[*?]/.test(
        LITERALS.reduce((text, [literal, plain]) => text.replace(literal, plain), pattern).replace(VARIABLE, ""),
    );
}

/** The text as a pattern that matches it alone. */
function escaped(text: string): string {
    return text.replaceAll("*", "${*}").replaceAll("?", "${?}");
}

const normalized = new Map<string, string>();

function normal(pattern: string): string {
    const before = normalized.get(pattern);
    if (before !== undefined) return before;
    const plain = LITERALS.reduce((text, [literal, character]) => text.replace(literal, character), pattern);
    const result = plain.replace(VARIABLE, "*").replace(/\*{2,}/g, "*");
    normalized.set(pattern, result);
    return result;
}

/**
 * Walks every way through `narrow` while keeping the set of places where `wide` may then stand; a way that ends where
 * `wide` cannot is an exception. A character that neither pattern writes out stands for all others.
 */
function covers(wide: string, narrow: string): boolean {
    const alphabet = [
        ...new Set([...wide, ...narrow].filter((character) => character !== "*" && character !== "?")),
        "\uE002",
    ];
    const seen = new Set<string>();
    const open: [number, readonly number[]][] = [[0, settle(wide, [0])]];
    for (let step = open.pop(); step; step = open.pop()) {
        const [at, places] = step;
        const key = `${at}:${places.join(",")}`;
        if (seen.has(key)) continue;
        seen.add(key);
        if (onlyStars(narrow, at) && !places.includes(wide.length)) return false;
        const character = narrow[at];
        if (character === undefined) continue;
        if (character === "*") open.push([at + 1, places]);
        const symbols = character === "*" || character === "?" ? alphabet : [character];
        for (const symbol of symbols) open.push([character === "*" ? at : at + 1, advance(wide, places, symbol)]);
    }
    return true;
}

function advance(pattern: string, places: readonly number[], symbol: string): readonly number[] {
    const reached = new Set<number>();
    for (const place of places) {
        const character = pattern[place];
        if (character === "*") reached.add(place);
        else if (character === "?" || character === symbol) reached.add(place + 1);
    }
    return settle(pattern, [...reached]);
}

/** A star may also match nothing: wherever one is reached, so is what follows it. */
function settle(pattern: string, places: readonly number[]): readonly number[] {
    const all = new Set(places);
    for (const place of all) if (pattern[place] === "*") all.add(place + 1);
    return [...all].sort((a, b) => a - b);
}

function onlyStars(pattern: string, from: number): boolean {
    for (let index = from; index < pattern.length; index++) if (pattern[index] !== "*") return false;
    return true;
}

function row(length: number, fill: (index: number) => boolean): boolean[] {
    return Array.from({ length: length + 1 }, (_, index) => fill(index));
}
