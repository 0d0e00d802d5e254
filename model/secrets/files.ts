import { heldInCode, heldInDocument } from "./classify";
import { everyPairIn } from "./contents";
import { credentialIn } from "./formats";

/** A secret in a file: the line where it stands, counted from 1, and words that end "holds …". */
export interface SecretAtLine {
    readonly line: number;
    readonly what: string;
}

/** Languages in which only a literal between quotes is a value. */
const SOURCE =
    /\.(?:[cm]?[jt]sx?|py|pyi|rb|php|go|java|kt|kts|scala|groovy|cs|fs|vb|rs|swift|c|cc|cpp|h|hpp|m|lua|dart|ex|exs|erl|clj|pl|pm|r|vue|svelte|vtl|html?)$/i;

/** Of a line with a credential. */
const SHORTEST = 12;

/**
 * The secrets that a file holds: credentials by their format, and what stands under a secret's name. In source code only literals count,
 * and only such as no message, label or identifier looks like.
 */
export function* secretsInText(text: string, fileName = ""): Iterable<SecretAtLine> {
    const lineOf = lineCounter(text);
    const told = new Set<number>();
    let offset = 0;
    const lines = credentialIn(text) === undefined ? [] : text.split("\n");
    for (const line of lines) {
        const what = line.length < SHORTEST ? undefined : credentialIn(line);
        if (what !== undefined) {
            told.add(lineOf(offset));
            yield { line: lineOf(offset), what };
        }
        offset += line.length + 1;
    }
    const isSource = SOURCE.test(fileName);
    const held = isSource ? heldInCode : heldInDocument;
    for (const pair of everyPairIn(text, isSource)) {
        if (!held(pair.name, pair.value, pair.quoted)) continue;
        const line = lineOf(pair.offset);
        if (!told.has(line)) yield { line, what: "a secret, by its name" };
        told.add(line);
    }
}

/** Lines of offsets, found in one pass where they grow, and from the start where they do not. */
function lineCounter(text: string): (offset: number) => number {
    let [line, at] = [1, 0];
    return (offset) => {
        if (offset < at) [line, at] = [1, 0];
        for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
            line += 1;
            at = next + 1;
        }
        return line;
    };
}
