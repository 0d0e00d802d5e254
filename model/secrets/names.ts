import {
    codePairs,
    decorations,
    harmlessBefore,
    harmlessKeys,
    harmlessTokens,
    keyOwners,
    keyPairs,
    openers,
    owners,
    passwords,
    phrasePairs,
    referrals,
    secretPairs,
    secrets,
    shortPasswords,
} from "./vocabulary";
import { wordsOf } from "./words";

/**
 * What a name says of the text under it.
 *
 * - `password`: whatever stands there is the secret.
 * - `secret`: a secret, or the name of a stored one.
 * - `key`: as `secret`, or the id of a key in KMS.
 * - `code`: digits or letters that are typed in.
 * - `phrase`: the words from which a wallet is recovered.
 * - `vague`: a secret only if it looks like nothing else.
 */
export type Promised = "password" | "secret" | "key" | "code" | "phrase" | "vague";

/** Pulumi's, where a name is generated. */
const GIVEN_SUFFIX = /-[0-9a-f]{7}$/;

/** What a name promises; undefined where a secret is not to be expected under it. */
export function promiseOf(name: string): Promised | undefined {
    const words = wordsOf(name.replace(GIVEN_SUFFIX, ""));
    if (isChannelKey(words)) return undefined;
    const promise = promiseAtEnd(words) ?? promiseWithin(words);
    return promise !== undefined && openers.has(words[0] ?? "") ? "vague" : promise;
}

/** What every name that promises anything has in it; a text has many names, and few of them have it. */
const STEM =
    /pass|pw|psw|secret|token|key|cred|auth|pat|pin|puk|code|seed|salt|pepper|phrase|mnemonic|bearer|psk|community|cookie|passwor|kennwort|contrase|senha|clave|chave|segre|geheim|wachtwoord|parola|haslo|heslo|mdp|schl|cle|jeton|honeycomb/i;
const MOST_KNOWN = 4_096;
const known = new Map<string, boolean>();

/** May a secret stand under this name of a document? Told at once for a name that was told before. */
export function isSuspectName(name: string): boolean {
    if (!STEM.test(name)) return false;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const suspect = promiseOf(name) !== undefined;
    known.set(name, suspect);
    return suspect;
}

/** Is this a name under which a secret would stand? */
export function isSecretName(name: string): boolean {
    const promise = promiseOf(name);
    return promise !== undefined && promise !== "vague";
}

/** Does the name say that something else than a secret stands there: who, where, of which kind? */
export function namesOther(name: string): boolean {
    const last = wordsOf(name).at(-1) ?? "";
    return referrals.has(last) || PARTIES.has(last);
}

/** Does the name say that where a secret is stands there, or what it is called? */
export function namesIdentifier(name: string): boolean {
    return IDENTIFIERS.has(wordsOf(name).at(-1) ?? "");
}

const IDENTIFIERS: ReadonlySet<string> = new Set(
    "arn name id path prefix ref reference param parameter version stage uri endpoint host hostname port region".split(
        " ",
    ),
);

const PARTIES: ReadonlySet<string> = new Set([
    "user",
    "login",
    "email",
    "server",
    "database",
    "client",
    "account",
    "app",
]);

/** The name's last words say what it names, apart from decorations: `JWT_KEY_PROD`, `API_KEY_2`. */
function promiseAtEnd(words: readonly string[]): Promised | undefined {
    const found = promiseOfHead(words);
    if (found !== undefined) return found;
    return isDecoration(words.at(-1)) ? promiseAtEnd(words.slice(0, -1)) : undefined;
}

/** A secret's word with others behind it: those of an owner leave it one (`TOKEN_GITHUB`), `TOKEN_TTL` is about it. */
function promiseWithin(words: readonly string[]): Promised | undefined {
    const end = words.findLastIndex((_, index) => promiseOfTerm(words.slice(0, index + 1)) !== undefined) + 1;
    const behind = words.slice(end);
    if (end === 0 || behind.some((word) => referrals.has(word))) return undefined;
    return behind.every((word) => isOwner(word) || isDecoration(word)) ? promiseOfTerm(words.slice(0, end)) : "vague";
}

function promiseOfHead(words: readonly string[]): Promised | undefined {
    return promiseOfTerm(words) ?? promiseOfWeakHead(words);
}

/** Of words that end in a secret's own word or pair. */
function promiseOfTerm(words: readonly string[]): Promised | undefined {
    const last = words.at(-1) ?? "";
    const pair = words.slice(-2).join(" ");
    if (passwords.has(last)) return "password";
    if (shortPasswords.has(last)) return promiseOfShort(last, words.slice(0, -1));
    if (phrasePairs.has(pair) || last === "mnemonic") return "phrase";
    if (last === "pin" && PINNED.has(words.at(-2) ?? "")) return undefined;
    if (codePairs.has(pair) || last === "pin" || last === "puk") return "code";
    if (pair === "secret id" && words.some((word) => word === "vault" || word === "approle")) return "secret";
    const before = secretPairs.has(pair) || keyPairs.has(pair) ? words.slice(0, -2) : words.slice(0, -1);
    if (isHarmless(before) || (last === "token" && harmlessTokens.has(before.at(-1) ?? ""))) return undefined;
    if (keyPairs.has(pair)) return "key";
    return secretPairs.has(pair) || secrets.has(last) ? "secret" : undefined;
}

/** Before a pin that is the hash of a public key. */
const PINNED: ReadonlySet<string> = new Set(["cert", "certificate", "ssl", "tls", "spki", "hpkp", "key"]);

function promiseOfShort(word: string, before: readonly string[]): Promised | undefined {
    const owner = before.at(-1);
    if (owner === undefined) return word === "pwd" ? undefined : "secret";
    return isOwner(owner) ? "password" : "secret";
}

/** A key, a personal access token or an authorization is a secret by what stands before it. */
function promiseOfWeakHead(words: readonly string[]): Promised | undefined {
    const last = words.at(-1) ?? "";
    const before = words.slice(0, -1);
    const owner = before.findLast((word) => !/^\d+$/.test(word)) ?? "";
    if (!WEAK_HEADS.has(last) || isHarmless(before)) return undefined;
    if (last === "key" && owner === "primary" && isOwner(before.at(-2) ?? "")) return "vague";
    if (last === "key" && before.some((word) => harmlessKeys.has(word))) return undefined;
    if (last === "pat") return owner === "" ? "vague" : "key";
    return keyOwners.has(owner) && !UNOWNED.has(last) ? "key" : "vague";
}

const WEAK_HEADS: ReadonlySet<string> = new Set(["key", "pat", "auth", "salt", "pepper", "seed", "cookie"]);
/** These are secrets by what they look like alone, whoever they belong to. */
const UNOWNED: ReadonlySet<string> = new Set(["salt", "pepper", "seed", "cookie"]);

function isHarmless(before: readonly string[]): boolean {
    // The key that browsers search with.
    if (before.includes("algolia") && before.includes("search")) return true;
    return before.includes("public") || harmlessBefore.has(before.at(-1) ?? "");
}

/** The key by which browsers name an application of Pusher's, or of those who speak its protocol. */
function isChannelKey(words: readonly string[]): boolean {
    return words.at(-1) === "key" && CHANNELS.has(words.at(-2) === "app" ? (words.at(-3) ?? "") : (words.at(-2) ?? ""));
}

const CHANNELS: ReadonlySet<string> = new Set(["pusher", "reverb", "soketi"]);

function isOwner(word: string): boolean {
    return owners.has(word) || keyOwners.has(word);
}

function isDecoration(word: string | undefined): boolean {
    return word !== undefined && (decorations.has(word) || /^(?:v?\d+)$/.test(word));
}
