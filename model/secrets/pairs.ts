import { isSuspectName } from "./names";

/** A name beside a value in a text of whatever notation. */
export interface Pair {
    readonly name: string;
    readonly value: string;
    /** Where the value begins. */
    readonly offset: number;
    /** Is it between quotes? In source code, anything else is an expression. */
    readonly quoted: boolean;
}

const LONGEST_NAME = 64;
const LONGEST_VALUE = 4_096;
/** Without quotes. */
const LONGEST_WORD = 512;
/** Nobody writes more spaces around a sign of equality than align a column. */
const WIDEST_GAP = 40;

const code = (character: string) => character.charCodeAt(0);
const [TAB, SPACE, NEWLINE, RETURN] = [code("\t"), code(" "), code("\n"), code("\r")];
const [EQUALS, COLON, COMMA, BAR, MARK, MORE] = [code("="), code(":"), code(","), code("|"), code("?"), code(">")];
const OPEN = code("(");
const [DOUBLE, SINGLE, BACKTICK, BACKSLASH, DASH] = [code('"'), code("'"), code("`"), code("\\"), code("-")];

const isQuote = (character: number) => character === DOUBLE || character === SINGLE || character === BACKTICK;
const isGap = (character: number) => character === SPACE || character === TAB;
const isDigit = (character: number) => character >= 48 && character <= 57;
const isLetter = (character: number) => (character | 32) >= 97 && (character | 32) <= 122;
/** Word characters, and what joins them in the names of properties and headers. */
const isNamed = (character: number) =>
    isLetter(character) || isDigit(character) || character === 95 || character === DASH || character === 46;

/**
 * The pairs of a text whose names let a secret be expected: assignments, members of objects, lines of dotenv, YAML, INI and
 * properties, parts of connection strings and queries, attributes, defaults, arguments by position beside their names.
 * One pass from separator to separator, and from each no further than a name and a value may be long.
 */
export function* pairsIn(text: string): Iterable<Pair> {
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charCodeAt(at);
        if (character === EQUALS || character === COLON) {
            const pair = assigned(text, at);
            if (pair) yield pair;
        } else if (character === COMMA || character === BAR || character === MARK) {
            const pair = besides(text, at, character);
            if (pair) yield pair;
        } else if (character === OPEN && isQuote(text.charCodeAt(at + 1))) {
            const pair = handed(text, at);
            if (pair) yield pair;
        }
    }
}

/** `name = value` in all its spellings: `:`, `:=`, `=>`, `==`, with a type between, after a default's `:-`. */
function assigned(text: string, at: number): Pair | undefined {
    const name = nameBefore(text, at);
    if (name === undefined) return undefined;
    let from = at + 1;
    // What a URL begins with, and the end of a literal in which a prompt stands: `"Password: "`.
    if (text.startsWith("://", at) || isPrompt(text, at, name)) return undefined;
    while (from < at + 3 && (text.charCodeAt(from) === EQUALS || text.charCodeAt(from) === MORE)) from += 1;
    if (text.charCodeAt(at) === COLON && from === at + 1) {
        TYPE.lastIndex = from;
        if (TYPE.test(text)) from = TYPE.lastIndex;
        else if (text[at - name.length - 1] === "{") {
            // A default of a shell's parameter; with `:?` a message, with `:+` what another has.
            if (/[?+]/.test(text.charAt(from))) return undefined;
            if (text.charCodeAt(from) === DASH) from += 1;
        }
    }
    return valueFrom(text, from, name, at);
}

function isPrompt(text: string, at: number, name: string): boolean {
    const quote = text.charCodeAt(at - name.length - 1);
    return isQuote(quote) && text.charCodeAt(gapAfter(text, at + 1)) === quote;
}

/** `password: string = `, `PASSWORD: &str = `: the type that a language puts between. */
const TYPE = /\s{0,4}[&A-Za-z][\w.&'<>[\]|? ]{0,40}=(?=\s{0,4}["'`])/y;
const TYPES: ReadonlySet<string> = new Set(["string", "str", "String", "text", "SecureString", "Text"]);

/** `setPassword("…")`, `withSecretKey("…")`, `.password("…")`: what sets one thing, and neither finds, makes nor checks it. */
function handed(text: string, at: number): Pair | undefined {
    const name = wordBefore(text, at - 1);
    if (!SETTER.test(name) || (!name.includes(".") && !/^(?:set|with)/.test(name))) return undefined;
    const pair = quotedFrom(text, at + 1, at + 1, "secret");
    return pair && text[pair.offset + pair.value.length + 1] === ")" ? pair : undefined;
}

const SETTER =
    /(?:^|\.)(?:set|with)?_?(?:db_?|auth_?|client_?|api_?|secret_?|access_?|signing_?|bearer_?){0,2}(?:password|passwd|secret|token|(?<=(?:api|client|secret|access|signing|auth)_?)key)$/i;

/** `"DB_PASSWORD", "…"` as arguments, `DB_PASSWORD || "…"` as a default. */
function besides(text: string, at: number, separator: number): Pair | undefined {
    const doubled = separator !== COMMA;
    if (doubled && text.charCodeAt(at - 1) !== separator) return undefined;
    const assigns = doubled && text.charCodeAt(at + 1) === EQUALS ? 1 : 0;
    const quote = gapAfter(text, at + 1 + assigns);
    if (!isQuote(text.charCodeAt(quote))) return undefined;
    const before = gapBefore(text, doubled ? at - 2 : at - 1);
    if (!doubled && !isQuote(text.charCodeAt(before))) return undefined;
    const name = nameBefore(text, before + 1);
    if (name === undefined) return undefined;
    const opens = text.charAt(gapBefore(text, before - name.length - 2));
    if (!doubled && !/[(,]/.test(opens) && opens !== "-") return undefined;
    return valueFrom(text, quote, name, at);
}

/** The name that ends before a position; what closes a string, an index or a type may stand between. */
function nameBefore(text: string, end: number): string | undefined {
    // `!==`, `?=`: a sign before that of equality.
    const sign = text.charCodeAt(end - 1) === 33 || text.charCodeAt(end - 1) === MARK ? 1 : 0;
    let last = gapBefore(text, end - 1 - sign);
    while (last >= 0 && CLOSERS.has(text.charAt(last))) last -= 1;
    const name = wordBefore(text, last);
    // Annotations by which Kubernetes sees that a secret changed.
    if (text.startsWith("checksum/", last - name.length - 8)) return undefined;
    if (!TYPES.has(name)) return isSuspectName(name) ? name : undefined;
    const typed = wordBefore(text, gapBefore(text, last - name.length));
    return isSuspectName(typed) ? typed : undefined;
}

const CLOSERS: ReadonlySet<string> = new Set(['"', "'", "`", "\\", "]", ")", "?", "!", "%", "*"]);

function wordBefore(text: string, last: number): string {
    let first = last;
    while (first >= 0 && last - first < LONGEST_NAME && isNamed(text.charCodeAt(first))) first -= 1;
    while (first < last && text.charCodeAt(first + 1) === DASH) first += 1;
    // A property that a command defines: `-Dsonar.login=…`.
    DEFINED.lastIndex = first;
    return text.slice(first + (DEFINED.test(text) ? 2 : 1), last + 1);
}

const DEFINED = /-[DP](?=[a-z])/y;

function gapBefore(text: string, last: number): number {
    const least = last - WIDEST_GAP;
    let at = last;
    while (at > least && isGap(text.charCodeAt(at))) at -= 1;
    return at;
}

function gapAfter(text: string, first: number): number {
    const most = first + WIDEST_GAP;
    let at = first;
    while (at < most && isGap(text.charCodeAt(at))) at += 1;
    return at;
}

/** Letters before a quote that say how it is written, and the calls that only wrap what is written. */
const WRAPPER =
    /(?:[bBrRuUfFN@$]{1,2}(?=["'`])|\[\]byte\(\s?(?=["'`])|(?:[\w.:]{0,30}[._])?(?:env|getenv|get|fetch|Getenv)\(\s?["'][\w.]{1,60}["']\s?,\s?(?=["'`])|(?:new\s)?[\w.:]{0,40}\b(?:from|encode|b64decode|bytes|SecretStr|SecretString|Secret|secret|unsafePlainText|SecureString|Some|String|ConvertTo-SecureString(?:\s+-String)?)\s{0,2}[(\s]\s{0,2}[bBrRuU]?(?=["'`]))/y;

function valueFrom(text: string, from: number, name: string, separator: number): Pair | undefined {
    let offset = gapAfter(text, from);
    WRAPPER.lastIndex = offset;
    if (WRAPPER.test(text)) offset = WRAPPER.lastIndex;
    const wrapped = text.charCodeAt(offset) === BACKSLASH ? offset + 1 : offset;
    if (isQuote(text.charCodeAt(wrapped))) return quotedFrom(text, offset, wrapped, name);
    // `arn:aws:secretsmanager:…:secret:orders`: a part among others.
    if (offset === from && text.charCodeAt(separator) === COLON && text[separator - name.length - 1] === ":")
        return undefined;
    if (isBreak(text.charCodeAt(offset))) return undefined;
    const value = isAtLineStart(text, separator, name) ? lineFrom(text, offset) : wordFrom(text, offset);
    if (BLOCK.test(value)) return blockFrom(text, offset, name);
    return value === "" ? undefined : { name, value, offset, quoted: false };
}

/** A block of YAML: the text stands on the lines below. */
const BLOCK = /^[|>][+-]?\d?$/;

function blockFrom(text: string, offset: number, name: string): Pair | undefined {
    const start = text.indexOf("\n", offset) + 1;
    if (start === 0) return undefined;
    const [, indent = "", value = ""] = /^([ \t]*)([^\n]*)/.exec(text.slice(start, start + LONGEST_WORD)) ?? [];
    const bare = value.trim();
    return bare === "" ? undefined : { name, value: bare, offset: start + indent.length, quoted: false };
}

const isBreak = (character: number) => character === NEWLINE || character === RETURN || Number.isNaN(character);

function quotedFrom(text: string, offset: number, quote: number, name: string): Pair | undefined {
    const closing = text.slice(offset, quote + 1);
    const start = quote + 1;
    const most = Math.min(text.length, start + LONGEST_VALUE);
    for (let at = start; at < most; at += 1) {
        if (closing === "`" && RUN.test(text.slice(start, start + LONGEST_NAME))) return undefined;
        if (text.startsWith(closing, at)) return { name, value: text.slice(start, at), offset: start, quoted: true };
        if (text.charCodeAt(at) === BACKSLASH) at += 1;
    }
    return undefined;
}

/** A command between backticks, which a shell runs. */
const RUN = /^\s*[a-z][\w./-]{0,30}\s+(?:-|\S+\s+\S)/;

/** What may stand before the name on a line of its own. */
const PREFIX =
    /^[ \t]*(?:[-+#;/*]{1,2}[ \t]+)?(?:(?:export|set|setx|ENV|ARG|declare|readonly|local|-x|-r)[ \t]+){0,2}["'$]?(?:env:)?$/;

function isAtLineStart(text: string, separator: number, name: string): boolean {
    const before = text.slice(Math.max(0, separator - 2 * LONGEST_NAME), separator);
    const line = before.lastIndexOf("\n") + 1;
    if (line === 0 && separator > 2 * LONGEST_NAME) return false;
    return PREFIX.test(before.slice(line, before.lastIndexOf(name)));
}

/** The rest of a line, without a comment; of a list of pairs, the first alone. */
function lineFrom(text: string, offset: number): string {
    const [line = ""] = text.slice(offset, offset + LONGEST_WORD).split("\n", 1);
    return /[;,&][ \t]{0,4}[\w .-]{1,40}=/.test(line) || BEFORE_COMMAND.test(line)
        ? wordFrom(text, offset)
        : line
              .replace(/\s[#;].*$/, "")
              .trim()
              .replace(/,$/, "");
}

/** `API_KEY=… SITE=… bash -c "…"`: variables that a shell sets for one command. */
const BEFORE_COMMAND =
    /^(?:\$\{?\w{1,60}\}?|[^\s$("'`{<%|[][^\s"'`]*)[ \t]+(?:[A-Za-z_]\w{0,60}=|[\w./-]{2,60}[ \t](?:[^\n]{0,200}["'$]|-{1,2}[A-Za-z]))/;

/** Up to what ends a word in a list, a query, a connection string, an attribute or a line of a shell; with the scheme of a header. */
const WORD = /(?:(?:Bearer|Basic|Token|ApiKey|Digest|GenieKey|SSWS)[ \t]{1,3})?[^\s;,&"'`<>(){}[\]|\\]{1,512}/y;
/** `${{ secrets.TOKEN }}`, `{{ token }}`, `$(pass show db)`, `<token>`: taken whole, to be known for what they are. */
const FILLED =
    /(?:(?:Bearer|Basic|Token|ApiKey|Digest|GenieKey|SSWS)[ \t]{1,3})?(?:@Microsoft\.\w{1,20}\([^)\n]{0,200}\)|\$?\{\{?[^{}\n]{0,200}\}?\}|\$\([^\n)]{0,200}\)?|<[^<>\n]{0,80}>|%[^%\s]{1,80}%)/y;

const CALLED = /^[A-Za-z_][\w.:]*$/;

function wordFrom(text: string, offset: number): string {
    for (const pattern of [FILLED, WORD]) {
        pattern.lastIndex = offset;
        const [found] = pattern.exec(text) ?? [];
        // What is called is no value.
        if (found !== undefined) return CALLED.test(found) && text[pattern.lastIndex] === "(" ? "" : found;
    }
    return "";
}
