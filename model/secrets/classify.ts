import { credentialIn } from "./formats";
import { isHarmless, isReference, isUuid, isWordy } from "./harmless";
import { isNotation, isWhole } from "./literals";
import { type Promised, promiseOf } from "./names";
import { isStandIn } from "./stand-ins";

/** How a text under a secret's name is judged: the secret itself, a word in its place, or neither. */
export type Held = "secret" | "stand-in";

/**
 * What stands under a name that promises a secret: a reference to one (an ARN, a path, a URL, the name of a stored secret), a switch
 * or a number is none.
 */
export function heldUnder(name: string, text: string): Held | undefined {
    const promised = promiseOf(name);
    const value = text.trim();
    if (promised === undefined || value === "" || isReference(value) || isHarmless(value)) return undefined;
    // What a document holds says more than what it is called.
    if (/^[{[].*[}\]]$/s.test(value)) return undefined;
    if (promised === "password") return isStandIn(value) ? "stand-in" : "secret";
    return keeps(promised, value) ? "secret" : undefined;
}

/** Is there no name in this text, no reference and no setting? */
export function looksRandom(text: string): boolean {
    return text.length >= 8 && !isReference(text) && !isHarmless(text) && !isWordy(text);
}

function keeps(promised: Exclude<Promised, "password">, value: string): boolean {
    if (promised === "phrase") return /^(?:[a-z]{3,8}\s+){11,23}[a-z]{3,8}$/.test(value);
    if (isWordy(value) || TEMPLATE.test(value)) return false;
    if (promised === "secret") return true;
    if (promised === "key") return !isUuid(value) && value.length >= 8;
    return /^\S{20,}$/.test(value) && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(value));
}

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

/** In a document several words are a label or a rule, rather than a secret. */
export function heldInDocument(name: string, text: string): boolean {
    return !isNotation(text) && heldUnder(name, text) === "secret" && !isLabel(text);
}

/** In source code so are single words, and what is no literal is an expression. */
export function heldInCode(name: string, text: string, quoted: boolean): boolean {
    return quoted && isWhole(text) && !FOR_TESTS.test(name) && heldUnder(name, text) === "secret" && !isLabel(text) && !isWordy(text);
}

const FOR_TESTS = /^(?:test|fake|dummy|mock|example|sample|stub)(?:$|[\d_A-Z-])/;

function isLabel(text: string): boolean {
    return isWordy(text) && /[^A-Za-z]/.test(text);
}
