import { calledIn } from "./calls";
import { heldInCode, heldInDocument, isLogin, judgingOnce, looksRandom } from "./classify";
import { toldIn } from "./commands";
import { decoded, fromBase64 } from "./encodings";
import { credentialIn } from "./formats";
import { isPrivateJwk, privateJwksIn } from "./jwk";
import { isSecretName, mayNameSecrets, namesOther } from "./names";
import { besideIn } from "./notations";
import { type Pair, pairsIn } from "./pairs";

/** A secret inside a text that holds more: where, and what. */
export interface Inside {
    /** Keys and positions, as in `database.password`; empty where the text as a whole is one. */
    readonly at: string;
    readonly what: string;
}

/** User data, specifications and configuration files are shorter. */
const LONGEST = 2_097_152;
const DEEPEST = 12;
/** Of texts in texts: a document in base64 in a variable of a document. */
const MOST_LAYERS = 4;

const SECRET = "a secret";
const PRIVATE_JWK = "a private key (JWK)";

/**
 * The first secret that a text of this name holds: in JSON, in lines, in arguments, or in an encoding of these. It has a name of its own
 * there, or stands in a document of secrets under whatever name.
 */
export function secretInside(name: string, text: string): Inside | undefined {
    return inLayer(name, text, MOST_LAYERS);
}

function inLayer(name: string, text: string, layers: number): Inside | undefined {
    if (layers === 0 || text.length > LONGEST) return undefined;
    return inPlain(name, text, layers) ?? inEncoded(name, text, layers);
}

function inPlain(name: string, text: string, layers: number): Inside | undefined {
    const value = parsed(text);
    return value === undefined ? inLines(text, layers) : inTree(value, { at: "", name, layers, depth: DEEPEST });
}

function parsed(text: string): object | undefined {
    if (!/^\s*[{[]/.test(text)) return undefined;
    try {
        return JSON.parse(text) as object;
    } catch {
        return undefined;
    }
}

/** A place in a document of JSON: the name that counts there, and how much deeper it is looked into. */
interface Spot {
    readonly at: string;
    readonly name: string;
    readonly layers: number;
    readonly depth: number;
}

function inTree(node: object, spot: Spot): Inside | undefined {
    if (spot.depth === 0) return undefined;
    if (isPrivateJwk(node)) return { at: spot.at, what: PRIVATE_JWK };
    for (const [key, below] of Object.entries(node)) {
        if (isToldToBrowsers(node, key)) continue;
        const at = Array.isArray(node) ? `${spot.at}[${key}]` : spot.at === "" ? key : `${spot.at}.${key}`;
        const named = { ...spot, at, name: nameOf(node, key, spot.name), depth: spot.depth - 1 };
        const found =
            typeof below === "string"
                ? inMember(key, below, named, spot.name)
                : typeof below === "object" && below !== null && inTree(below, named);
        if (found) return found;
    }
    return undefined;
}

/** The key of a web application in Firebase, in the configuration that every browser is given. */
export function isToldToBrowsers(node: object, key: string): boolean {
    return key === "apiKey" && ("authDomain" in node || "messagingSenderId" in node);
}

/** The name of a member: of an element its list's, or that of the argument before it; of a value that of the member beside it which names it, or its object's. */
function nameOf(node: object, key: string, above: string): string {
    if (Array.isArray(node)) {
        const before: unknown = node[Number(key) - 1];
        return typeof before === "string" && /^--?[A-Za-z][\w.-]{1,60}$/.test(before) ? before : above;
    }
    if (!VALUE.test(key)) return key;
    for (const [beside, name] of Object.entries(node)) if (NAME.test(beside) && typeof name === "string") return name;
    return above;
}

const VALUE = /^(?:parameter_?|option_?|string_?)?value$|^plain_?text$|^#text$|^_text$/i;
const NAME = /^(?:parameter_?|option_?|variable_?|header_?|env_?)?(?:name|key)$/i;

function inMember(key: string, text: string, { at, name, layers }: Spot, above: string): Inside | undefined {
    if (/^_?auth$/.test(key) && isLogin(text)) return { at, what: "a login in base64" };
    const what = text.length < 8 ? undefined : credentialIn(text, name);
    if (what !== undefined) return { at, what };
    if (heldInDocument(name, text)) return { at, what: SECRET };
    if (isSecretName(above) && !namesOther(key) && looksRandom(text)) return { at, what: SECRET };
    return HOLDS_MORE.test(text) ? within(at, inLayer(name, text, layers - 1)) : undefined;
}

/** What a text that holds more than itself has in it. */
const HOLDS_MORE = /[=:\s]|^[A-Za-z0-9+/_-]{24,}={0,2}$/;

function within(at: string, found: Inside | undefined): Inside | undefined {
    return found && { at: found.at === "" ? at : `${at}.${found.at}`, what: found.what };
}

/** Every pair of a text, whatever its notation. */
export function* everyPairIn(text: string, isSource = false): Iterable<Pair> {
    if (mayNameSecrets(text)) {
        yield* pairsIn(text);
        yield* besideIn(text, isSource);
    }
    yield* toldIn(text);
    if (isSource) yield* calledIn(text);
}

function inLines(text: string, layers: number): Inside | undefined {
    return (ONE_WORD.test(text) ? undefined : besideName(text)) ?? inPacked(text, layers);
}

/** Nothing stands beside a name in it: no notation does without a blank, a quote, a bracket or a sign between. */
const ONE_WORD = /^[\w./+-]*$/;

function besideName(text: string): Inside | undefined {
    const isHeld = judgingOnce(heldInDocument);
    for (const { name, value, quoted } of everyPairIn(text)) {
        if (isHeld(name, value, quoted)) return { at: name, what: SECRET };
    }
    // A program in a script: what its calls take by position is judged as in source code.
    for (const { name, value, quoted } of calledIn(text))
        if (heldInCode(name, value, quoted)) return { at: name, what: SECRET };
    if (!privateJwksIn(text).next().done) return { at: "", what: PRIVATE_JWK };
    return inKubernetesSecret(text);
}

/** Whatever key a Kubernetes secret has, what it holds in base64 is there to be kept. */
function inKubernetesSecret(text: string): Inside | undefined {
    if (!/^kind:[ \t]*["']?Secret["']?[ \t]*$/m.test(text)) return undefined;
    for (const [, key = "", packed = ""] of text.matchAll(
        /^[ \t]{1,20}([\w.-]{1,100}):[ \t]{1,20}([A-Za-z0-9+/]{8,4096}={0,2})[ \t]*$/gm,
    )) {
        const plain = fromBase64(packed);
        if (plain && !namesOther(key) && looksRandom(plain.text.trim()))
            return { at: key, what: `${SECRET} in ${plain.how}` };
    }
    return undefined;
}

/** Files that a text packs: what cloud-init writes, what a Kubernetes secret holds, what a shell decodes or assigns, the parts of MIME. */
const PACKED = /(?<![\w+/.-])(?<!(?<!\w)=)[A-Za-z0-9+/]{24,}(?:\r?\n[ \t]*[A-Za-z0-9+/]{16,76})*={0,2}(?![\w+/=-])/g;
const SHORTEST_PACKED = 24;
const MOST_PACKED = 64;

function inPacked(text: string, layers: number): Inside | undefined {
    for (const { at, what } of packedIn(text, layers)) return { at, what };
    return undefined;
}

/** The secrets in what a text packs, with where each stands. */
export function* packedIn(text: string, layers = MOST_LAYERS): Iterable<Inside & { readonly index: number }> {
    if (text.length < SHORTEST_PACKED) return;
    let looked = 0;
    for (const { 0: packed, index } of text.matchAll(PACKED)) {
        if (packed.length === text.trim().length || looked === MOST_PACKED) return;
        looked += 1;
        const plain = fromBase64(packed);
        const found = plain && inOpened("", plain.text, layers);
        if (found) yield { at: found.at, what: `${found.what} in ${plain.how}`, index };
    }
}

function inEncoded(name: string, text: string, layers: number): Inside | undefined {
    const plain = decoded(text);
    const found = plain && plain.text !== text ? inOpened(name, plain.text, layers) : undefined;
    return plain && found && { at: found.at, what: `${found.what} in ${plain.how}` };
}

function inOpened(name: string, text: string, layers: number): Inside | undefined {
    const what = credentialIn(text);
    return what === undefined ? inLayer(name, text, layers - 1) : { at: "", what };
}
