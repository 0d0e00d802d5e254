import { fromBase64 } from "./encodings";
import { credentialIn } from "./formats";
import { isHarmless, isQualifiedName, isReference, isUuid, isWordy } from "./harmless";
import { isNotation, isSalt, isWhole } from "./literals";
import { type Promised, promiseOf } from "./names";
import { isFiller, isStandIn, isStandInLogin, isWeak, LOGIN } from "./stand-ins";
import { isVocabulary, wordsOf } from "./words";

/** How a text under a secret's name is judged: the secret itself, a word in its place, or neither. */
export type Held = "secret" | "stand-in";

/** Nothing longer is a secret by its name alone. */
const LONGEST = 8_192;

/**
 * What stands under a name that promises a secret: a reference to one (an ARN, a path, a URL, the name of a stored secret), a switch
 * or a number is none.
 */
export function heldUnder(name: string, text: string): Held | undefined {
    if (text.length > LONGEST) return undefined;
    const promised = promiseOf(name);
    const value = text
        .trim()
        .replace(/^'([^']*)'$/, "$1")
        .replace(SCHEME, "");
    if (
        DIGITS[promised ?? "vague"]?.test(value) ||
        (promised === "password" && /passcode/i.test(name) && DIGITS.code?.test(value))
    )
        return /^(?:(\d)\1+|1234\d*)$/.test(value) ? "stand-in" : "secret";
    if (promised === undefined || !/[\p{L}\d]/u.test(value)) return undefined;
    if (isReference(value)) return undefined;
    if (isStandIn(value)) return promised !== "password" ? undefined : isWeak(value) ? "secret" : "stand-in";
    if (isHarmless(value) || isFiller(value) || isStandInLogin(value)) return undefined;
    if (BYTES.test(value)) return "secret";
    // What a document holds says more than what it is called.
    if (/^[{[].*[}\]]$/s.test(value)) return undefined;
    return keeps(promised, value) ? "secret" : undefined;
}

/** What is typed in, and what people choose; fewer digits count or last. */
const DIGITS: Readonly<Partial<Record<Promised, RegExp>>> = { code: /^\d{4,10}$/, password: /^\d{6,12}$/ };

/** Is there no name in this text, no reference and no setting? */
export function looksRandom(text: string): boolean {
    return text.length >= 8 && !isReference(text) && !isHarmless(text) && !isWordy(text);
}

/** Does nothing else read so, that what is equal to it must be it? A word, one with a number behind, and a date are names as well. */
export function tellsItself(text: string): boolean {
    return looksRandom(text) && !isStandIn(text) && !NUMBERED_WORD.test(text);
}

const NUMBERED_WORD = /^[A-Za-z]*\d{1,4}$|^[\d\W_]+$/;

/** What a header says before the secret itself. */
const SCHEME = /^(?:Bearer|Basic|Token|Api-?Key|Digest|GenieKey|SSWS|DSN|AWS|OAuth)\s+/i;

function keeps(promised: Promised, value: string): boolean {
    if (promised === "password") return true;
    if (promised === "phrase") return /^(?:[a-z]{3,8}\s+){11,23}[a-z]{3,8}$/.test(value);
    if (promised === "pass") return !isWordy(value) || NUMBERED.test(value);
    if (promised === "secret" && (MADE_UP_OF_WORDS.test(value) || isNumberedByNobody(value) || isPassphrase(value)))
        return true;
    if (isWordy(value) || TEMPLATE.test(value) || isQualifiedName(value)) return false;
    if (promised === "secret") return true;
    if (promised === "key") return !isUuid(value) && value.length >= 8;
    if (promised === "code") return value.length >= 6 && /\d/.test(value);
    return UNIFORM.test(value) || (/^\S{20,}$/.test(value) && MIXED.every((kind) => kind.test(value)));
}

/** A key as the list of its bytes, as Solana's tools write a key pair. */
const BYTES = /^\[(?:\s?\d{1,3},){31,63}\s?\d{1,3}\]$/;

/** Words with a number behind them, as people make passwords up: `Copper-River-68`. */
const NUMBERED = /(?:^|[^\d])\d{2,4}$/;

/** The same where a stored secret's name stands as often, which nobody writes with capitals and a number: `Saturn-Quartz-90`. */
const MADE_UP_OF_WORDS = /^(?:[A-Z][a-z]{2,12}[-_.!@#]?){1,4}(?:\d{2,4}|(?<=[!@#])\d)[!?.#]?$/;

/** Words with a number, none of which a program's parts are called by, as the name of what is stored would have one: `copper-lamp9`. */
function isNumberedByNobody(text: string): boolean {
    if (!/^(?:[A-Za-z]{3,12}[-_. ]){1,3}(?:[A-Za-z]{3,12}\d{1,4}|\d{2,4})$/.test(text)) return false;
    return wordsOf(text).every((word) => !isVocabulary(word));
}

/** Four words and more that make no sentence: `correct horse battery staple`. */
export function isPassphrase(text: string): boolean {
    const words = text.split(/[ -]/);
    return (
        words.length >= 4 &&
        words.length <= 12 &&
        words.every((word) => /^[a-z]{3,10}$/.test(word) && !SENTENCE.has(word) && !isVocabulary(word))
    );
}

const SENTENCE: ReadonlySet<string> = new Set(
    `the you your for from this that these those and are was were not but with without into onto over under out off must may can could
    will would shall should have has had been being when where what which who whom why how then than there their they its our his her
    any all each every some more most less least only also too very enter please choose type click use used using see set get make keep
    need needs needed forgot forgotten lost sent send try again here fill empty missing later before after while does did done none
    leave left given value default example random long strong short weak safe stored runtime injected provided filled replaced same`.split(
        /\s+/,
    ),
);

/** Letters of one case and digits, as long as a random text: hexadecimal, base32, base36. */
const UNIFORM = /^(?=\D*\d)(?:[a-z\d]{32,}|[A-Z\d]{32,})$/;

const MIXED: readonly RegExp[] = [/[a-z]/, /[A-Z]/, /\d/];

/** A part that is filled in for each use. */
const TEMPLATE = /\{[A-Za-z_][\w.]*\}/;

/**
 * Is a value that the program marks secret one indeed? What refers to a secret often carries its mark along. A URL with a path
 * or a query may be more: whoever knows a webhook's may call it. AWS's own URLs want a signature besides.
 */
export function isSecretAsMarked(value: string): boolean {
    const [, host = "", rest = ""] = /^https?:\/\/([^\s/?#]+)(?![^\s/?#])\/?(\S*)$/i.exec(value) ?? [];
    const refers = (isReference(value) || isUuid(value)) && credentialIn(value) === undefined;
    return !refers || (rest !== "" && !AWS_HOST.test(host));
}

const AWS_HOST = /\.(?:amazonaws\.com(?:\.cn)?|on\.aws)(?::\d+)?$/i;

/** A login in base64, as registries have it under `auth`. */
export function isLogin(text: string): boolean {
    return LOGIN.test(fromBase64(text)?.text ?? "") && !isStandInLogin(text);
}

/** How pairs of a text are judged. */
type Judge = (name: string, text: string, quoted: boolean) => boolean;

/** The same for the pairs of one text, in which a line may stand a thousand times over: each is judged once. */
export function judgingOnce(judge: Judge): Judge {
    const judged = new Map<string, boolean>();
    return (name, text, quoted) => {
        const pair = `${quoted} ${name} ${text}`;
        const before = judged.get(pair);
        if (before !== undefined) return before;
        const is = judge(name, text, quoted);
        judged.set(pair, is);
        return is;
    };
}

/** In a document words are labels and rules rather than secrets, unless they are a passphrase. */
export function heldInDocument(name: string, text: string): boolean {
    if (isNotation(text)) return false;
    if (/^_?auth$/.test(name) && isLogin(text)) return true;
    return heldUnder(name, text) === "secret" && !isLabel(name, text);
}

/** In a text for people so are single words, and of a sentence the first word alone is what was named. */
export function heldInProse(name: string, text: string, quoted: boolean): boolean {
    const first = quoted ? text : text.replace(/[\s,;].*$/s, "").replace(/[.)]$/, "");
    return heldInDocument(name, first) && !isWordy(first);
}

/** In source code so are single words, and what is no literal is an expression. */
export function heldInCode(name: string, written: string, quoted: boolean): boolean {
    const text = written.replace(SCHEME, "");
    if (quoted && isSalt(text)) return promiseOf(name) !== undefined;
    return (
        quoted &&
        isWhole(text) &&
        !isOneOfThem(name, text) &&
        !FOR_TESTS.test(name) &&
        heldInDocument(name, text) &&
        (!isWordy(text) || (NUMBERED.test(text) && MADE_UP.has(promiseOf(name))))
    );
}

/** Under these a word with a number is most likely the password itself. */
const MADE_UP: ReadonlySet<Promised | undefined> = new Set(["password", "pass"]);

/** In a list of constants each is beside the next: `"crypto_TAG_PUSH", "crypto_TAG_REKEY"`. */
function isOneOfThem(name: string, text: string): boolean {
    return /^[A-Za-z]\w*$/.test(text) && text.slice(0, 8) === name.slice(0, 8);
}

const FOR_TESTS = /^(?:test|fake|dummy|mock|example|sample|stub)(?:$|[\d_A-Z-])/;

/** Words in a sentence, the words of a language that has other letters, a rule of validation. */
function isLabel(name: string, written: string): boolean {
    if (RULE.test(written) || /<[A-Za-z]+ [\w -]+>/.test(written)) return true;
    const text = written
        .replace(/\\u[0-9a-f]{4}/gi, "é")
        .replace(/\b(?:base|utf-?|sha-?|md|aes-?)\d{1,3}\b/gi, "encoded");
    const words = text.split(/[\s.,;:!?'"()/&-]+/).filter((word) => word !== "");
    const worded = words.length > 0 && words.every((word) => /^(?:\p{L}+|\d{1,3})$/u.test(word));
    if (!worded) return false;
    if (/[^\x20-\x7e\s]/.test(text)) return true;
    return (
        /\s/.test(text) && !isPassphrase(text) && !(words.length >= 4 && /phrase/i.test(name) && /^[a-z ]+$/.test(text))
    );
}

const RULE = /^(?:required|nullable|sometimes|string|bail|confirmed|min|max|between|regex)(?:[|:,]|$)/;
