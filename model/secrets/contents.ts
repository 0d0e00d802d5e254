import { heldUnder, looksRandom } from "./classify";
import { credentialIn } from "./formats";
import { isWordy } from "./harmless";
import { isSecretName, namesOther } from "./names";

/** A secret inside a text that holds more: where, and what. */
export interface Inside {
    /** Keys and positions, as in `database.password`; empty where the text as a whole is one. */
    readonly at: string;
    readonly what: string;
}

const LONGEST = 65_536;
const DEEPEST = 12;

const SECRET = "a secret";

/**
 * The first secret that a text of this name holds: in JSON, in lines, in arguments, or in base64 of these. It has a name of its own
 * there, or stands in a document of secrets under whatever name.
 */
export function secretInside(name: string, text: string): Inside | undefined {
    if (text.length > LONGEST) return undefined;
    return inPlain(name, text) ?? inBase64(name, text);
}

function inPlain(name: string, text: string): Inside | undefined {
    const value = parsed(text);
    return value === undefined ? inPairs(text) : inTree(value, "", isSecretName(name), DEEPEST);
}

function parsed(text: string): object | undefined {
    if (!/^\s*[{[]/.test(text)) return undefined;
    try {
        return JSON.parse(text) as object;
    } catch {
        return undefined;
    }
}

function inTree(node: unknown, at: string, ofSecrets: boolean, depth: number): Inside | undefined {
    if (depth === 0 || typeof node !== "object" || node === null) return undefined;
    if (isPrivateJwk(node)) return { at, what: "a private key (JWK)" };
    for (const [key, below] of Object.entries(node)) {
        const place = Array.isArray(node) ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`;
        const found =
            typeof below === "string"
                ? inMember(key, below, place, ofSecrets)
                : inTree(below, place, ofSecrets, depth - 1);
        if (found) return found;
    }
    return inNamedValue(node, at);
}

function inMember(key: string, text: string, at: string, ofSecrets: boolean): Inside | undefined {
    if (/^_?auth$/.test(key) && isLogin(decoded(text) ?? "")) return { at, what: "a login in base64" };
    const what = credentialIn(text);
    if (what !== undefined) return { at, what };
    const held = isHeld(key, text) || (ofSecrets && !namesOther(key) && looksRandom(text));
    return held ? { at, what: SECRET } : undefined;
}

/** Several words are a label or a rule in a document, rather than a password. */
function isHeld(name: string, text: string): boolean {
    return heldUnder(name, text) === "secret" && !(isWordy(text) && /[^A-Za-z]/.test(text));
}

/** `{ name: "DB_PASSWORD", value: "…" }`, as lists of variables and parameters have it. */
function inNamedValue(node: object, at: string): Inside | undefined {
    const { name, key, value } = node as Readonly<Record<string, unknown>>;
    const called = typeof name === "string" ? name : key;
    return typeof called === "string" && typeof value === "string" && isHeld(called, value)
        ? { at: `${at === "" ? "" : `${at}.`}value`, what: SECRET }
        : undefined;
}

/** RFC 7518: `d` is the private part of an asymmetric key, `k` a symmetric key. */
function isPrivateJwk(node: object): boolean {
    const { kty, d, k } = node as Readonly<Record<string, unknown>>;
    return typeof kty === "string" && typeof (kty === "oct" ? k : d) === "string";
}

/** Names beside values: lines of dotenv, INI, YAML and properties; connection strings; arguments; attributes and elements. */
const PAIRS: readonly RegExp[] = [
    /^[ \t-]*(?:export[ \t]+)?["']?([\w.-]{2,60})["']?[ \t]*[:=][ \t]*("[^"\n]*"|'[^'\n]*'|\S+)[ \t]*$/gm,
    /(?:^|[\s;,&?:<"'])([A-Za-z_][\w.-]{1,60})\s*=\s*("[^"]*"|'[^']*'|[^\s;,&"'<>]+)/g,
    /(?:^|\s)--?([A-Za-z][\w.-]{1,60})(?:=|\s+)("[^"]*"|'[^']*'|[^\s-]\S*)/g,
    /<([A-Za-z][\w.-]{1,60})>([^<\s]+)<\//g,
];
/** What a statement leaves open: `?`, `:name`, `@name`, `%s`. */
const BOUND = /^(?:\?|[:@%$]\w+)$/;
const NETRC = /^\s*machine\s+\S+\s(?:.*\s)?(password)\s+(\S+)/gs;

function inPairs(text: string): Inside | undefined {
    for (const pattern of [...PAIRS, NETRC]) {
        for (const [, name = "", value = ""] of text.matchAll(pattern)) {
            const bare = value.replace(/^(["'])(.*)\1$/, "$2");
            if (!BOUND.test(bare) && isHeld(name, bare)) return { at: name, what: SECRET };
        }
    }
    return undefined;
}

function inBase64(name: string, text: string): Inside | undefined {
    const plain = decoded(text);
    if (plain === undefined) return undefined;
    const what = credentialIn(plain);
    const inside = what === undefined ? inPlain(name, plain) : { at: "", what };
    return inside && { at: inside.at, what: `${inside.what} in base64` };
}

/** What a base64 text stands for, if that is a text. */
export function decoded(text: string): string | undefined {
    const packed = text.replace(/\s+/g, "");
    if (packed.length < 8 || !/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) return undefined;
    const plain = Buffer.from(packed, "base64").toString("utf8");
    return /^[\t\n\r\x20-\x7e\u00a0-\ufffc]+$/.test(plain) ? plain : undefined;
}

function isLogin(text: string): boolean {
    return /^[^\s:]+:\S+$/.test(text);
}
