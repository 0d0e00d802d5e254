import { heldInCode, heldInDocument, heldInProse, judgingOnce } from "./classify";
import { everyPairIn, packedIn } from "./contents";
import { credentialsIn } from "./formats";
import { isWordy } from "./harmless";
import { privateJwksIn } from "./jwk";
import { isSecretName } from "./names";

/** A secret in a file: the line where it stands, counted from 1, and words that end "holds …". */
export interface SecretAtLine {
    readonly line: number;
    readonly what: string;
}

/** Languages in which only a literal between quotes is a value, catalogues and style sheets among them. */
const SOURCE =
    /\.(?:[cm]?[jt]sx?|py|pyi|rb|php|go|java|kt|kts|scala|groovy|cs|fs|vb|rs|swift|c|cc|cpp|h|hpp|m|lua|sql|dart|ex|exs|erl|clj|pl|pm|r|vue|svelte|vtl|html?|css|scss|less|po|pot)$/i;

/** Texts for people, in which a word behind a colon is one of a sentence. */
const PROSE = /\.(?:mdx?|rst|adoc|txt)$|^(?:LICEN[CS]E|NOTICE|README|CHANGELOG|AUTHORS)\b/i;

/**
 * The secrets that a file holds: credentials by their format, and what stands under a secret's name. In source code only literals count,
 * and only such as no message, label or identifier looks like.
 */
export function* secretsInText(text: string, fileName = ""): Iterable<SecretAtLine> {
    const lineOf = lineCounter(text);
    const told = new Set<number>();
    for (const { what, index } of secretsOf(text, fileName)) {
        const line = lineOf(index);
        if (!told.has(line)) yield { line, what };
        told.add(line);
    }
}

interface Found {
    readonly what: string;
    readonly index: number;
}

function* secretsOf(whole: string, fileName: string): Iterable<Found> {
    const isNotebook = fileName.endsWith(".ipynb");
    const text = isNotebook ? cellsOf(whole) : whole;
    const isSource = isNotebook || SOURCE.test(fileName);
    const isProse = PROSE.test(fileName);
    for (const { what, index, length } of credentialsIn(text)) {
        if ((isSource || isProse) && isExpression(text, index, length)) continue;
        if (!isInBlob(text, index, length)) yield { what, index };
    }
    for (const index of privateJwksIn(text)) yield { what: "a private key (JWK)", index };
    const held = judgingOnce(isSource ? heldInCode : isProse ? heldInProse : heldInDocument);
    for (const { name, value, offset, quoted } of everyPairIn(text, isSource))
        if (held(name, value, quoted)) yield { what: NAMED, index: offset };
    if (CONFIGURATION.test(fileName)) yield* packedIn(text);
    if (isSource) yield* inComments(text);
    // A file that is called what it holds, as secrets are mounted: `db_password.txt`, `master.key`.
    const alone = text.trim();
    if (
        alone.length <= LONGEST_ALONE &&
        /^\S+$/.test(alone) &&
        called(fileName).some((name) => isHeldAlone(name, alone))
    )
        yield { what: NAMED, index: text.indexOf(alone) };
}

const NAMED = "a secret, by its name";

/** Files that carry others in base64: manifests, what cloud-init reads, scripts. */
const CONFIGURATION = /\.(?:ya?ml|sh|bash|env|conf|cfg|ini|toml|properties|tfvars)$|^\.env/i;

/** A name and its value alone in a comment, as somebody noted it down. */
const NOTED =
    /^[ \t]*(?:#|\/\/|--|;|\*)[ \t]*(?<name>[A-Za-z][\w.-]{2,40})[ \t]*[:=][ \t]*(?<value>(?=[^\s]*\d)[^\s"'`;,(){}[\]<>$]{10,200}|(?=\S*[a-z][A-Z])(?=\S*[A-Z][a-z])[A-Za-z]{12,200})[ \t]*$/gm;

function* inComments(text: string): Iterable<Found> {
    for (const { groups, index, 0: line } of text.matchAll(NOTED)) {
        const { name = "", value = "" } = groups ?? {};
        if (isSecretName(name) && heldInCode(name, value, true))
            yield { what: NAMED, index: index + line.indexOf(value) };
    }
}
const LONGEST_ALONE = 512;

function called(fileName: string): readonly string[] {
    return [
        fileName.replace(/\.(?:txt|pass|secret|conf|cfg)$/i, ""),
        fileName.replace(/^[^.]*\.(?=key$|token$|pass$|secret$)/i, "secret_"),
    ];
}

function isHeldAlone(name: string, text: string): boolean {
    return isSecretName(name) && heldInDocument(name, text) && !isWordy(text);
}

/** The lines of a notebook as they were written, each in the place of its literal, and no pictures. */
function cellsOf(text: string): string {
    return text
        .replace(/("(?:image|application)\/[\w.+-]+"\s{0,4}:\s{0,4})"[A-Za-z0-9+/=\\n]*"/g, '$1""')
        .replace(/^[ \t]*"((?:[^"\\\n]|\\.)*)",?[ \t]*$/gm, (_, line: string) =>
            line.replace(/\\n$/, "").replace(/\\(["\\/])/g, "$1"),
        );
}

/** Lines of offsets, found in one pass where they grow, and from the start where they do not. */
function lineCounter(text: string): (offset: number) => number {
    const first = text.indexOf("\n");
    let [line, at, next] = [1, 0, first];
    return (offset) => {
        if (offset < at) [line, at, next] = [1, 0, first];
        while (next >= 0 && next < offset) {
            line += 1;
            at = next + 1;
            next = text.indexOf("\n", at);
        }
        return line;
    };
}

/** A name and a value as a connection string has them are an assignment of the language where they stand outside of a literal. */
function isExpression(text: string, index: number, length: number): boolean {
    // Signs of equality at the end fill up base64.
    if (!/^[;\s&?]*[A-Za-z][\w ]*=(?!=?$)/.test(text.slice(index, index + Math.min(length, FARTHEST)))) return false;
    const before = text.slice(Math.max(0, index - FARTHEST), index);
    const line = before.slice(before.lastIndexOf("\n") + 1);
    return !['"', "'", "`"].some((quote) => line.split(quote).length % 2 === 0);
}

/** From the beginning of a literal to what is in it. */
const FARTHEST = 400;

/** Letters of a picture or a program in base64 make every short shape once. */
function isInBlob(text: string, index: number, length: number): boolean {
    const end = index + length;
    return BLOB.test(text.slice(Math.max(0, index - 100), index)) && BLOB.test(text.slice(end, end + 100));
}

const BLOB = /^[A-Za-z0-9+/]{100}$/;
