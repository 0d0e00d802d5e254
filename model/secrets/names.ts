import {
    codePairs,
    decorations,
    harmlessBefore,
    harmlessKeys,
    harmlessTokens,
    keyOwners,
    keyPairs,
    openers,
    opensApis,
    ownedKeys,
    owners,
    passwords,
    phrasePairs,
    referrals,
    secretPairs,
    secrets,
    shortPasswords,
    vendors,
} from "./vocabulary";
import { wordsOf } from "./words";

/**
 * What a name says of the text under it.
 *
 * - `password`: whatever stands there is the secret.
 * - `pass`: as `password`, or the name of a stored one: "pass" is a word of its own too.
 * - `secret`: a secret, or the name of a stored one.
 * - `key`: as `secret`, or the id of a key in KMS.
 * - `code`: digits or letters that are typed in.
 * - `phrase`: the words from which a wallet is recovered.
 * - `vague`: a secret only if it looks like nothing else.
 */
export type Promised = "password" | "pass" | "secret" | "key" | "code" | "phrase" | "vague";

/** Pulumi's, where a name is generated. */
const GIVEN_SUFFIX = /-[0-9a-f]{7}$/;

const MOST_KNOWN = 4_096;
const known = new Map<string, Promised | undefined>();

/** What a name promises; undefined where a secret is not to be expected under it. Told at once for a name that was told before. */
export function promiseOf(name: string): Promised | undefined {
    if (known.has(name)) return known.get(name);
    if (known.size >= MOST_KNOWN) known.clear();
    const promise = promiseOfNew(name);
    known.set(name, promise);
    return promise;
}

function promiseOfNew(name: string): Promised | undefined {
    // The shell's own variable: where it is.
    if (name === "PWD" || FILE.test(name)) return undefined;
    const words = wordsOf(name.replace(GIVEN_SUFFIX, ""));
    const called = CALLED.get(words.slice(-3).join(" "));
    if (called !== undefined) return called;
    if (isChannelKey(words) || TRACKING.has(words.slice(-3).join(" ")) || TRACKING.has(words.slice(-2).join(" ")))
        return undefined;
    const promise = promiseAtEnd(words) ?? promiseWithin(words);
    const asked = openers.has(words[0] ?? "") && !ENABLING.has(words.join(" "));
    return promise !== undefined && asked ? "vague" : promise;
}

/** A source file, by which tables of digests are sorted. */
const FILE = /\.(?:d\.ts|[cm]?[jt]sx?|py|rb|go|java|css|html?|map|mdx?|lock|tgz|zip|gz|whl|jar|so|png|svg)$/i;

/** What vendors call a secret of theirs as nobody else does: Flutterwave's for webhooks, Rollbar's for servers, Hasura's that people type. */
const CALLED: ReadonlyMap<string, Promised> = new Map([
    ["flw secret hash", "secret"],
    ["flutterwave secret hash", "secret"],
    ["post server item", "secret"],
    ["graphql admin secret", "password"],
]);

/** By what the pages of a site send what visitors do, as Segment, RudderStack and Mixpanel say. */
const TRACKING: ReadonlySet<string> = new Set([
    "segment write key",
    "rudderstack write key",
    "mixpanel token",
    "mixpanel project token",
]);

/** What Cisco's devices ask for before they are administered. */
const ENABLING: ReadonlySet<string> = new Set(["enable password", "enable pw", "enable pass", "enable secret"]);

/** What nearly every name that promises anything has in it. */
const WORDS =
    /jwt|licen[cs]e|lockbox|server_?item|pass|pw|psw|secret|token|key|cred|auth|pat|pin|puk|code|seed|salt|pepper|phrase|mnemonic|bearer|psk|community|cookie|passwor|kennwort|contrase|senha|clave|chave|segre|geheim|wachtwoord|parola|haslo|heslo|mdp|schl|cle|jeton|honeycomb|hmac|cipher|parol|sifre|jelszo|geslo|lozinka|kodeord|sandi|mima|app_?certificate|sonar\W?login/i;
/** The same, with the keys that encrypt keys. A text has many names, and few of them have it. */
const STEM = new RegExp(`${WORDS.source}|\\bd?ek$|[_-][dk]ek`, "i");
/** Of a text, in which nobody knows yet where a name ends. */
const STEM_WITHIN = new RegExp(`${WORDS.source}|ek`, "i");

/** May some name that stands in the text promise a secret? Where not, no name need be looked for. */
export function mayNameSecrets(text: string): boolean {
    return STEM_WITHIN.test(text);
}

/** May a secret stand under this name of a document? */
export function isSuspectName(name: string): boolean {
    return STEM.test(name) && promiseOf(name) !== undefined;
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
    if (end === 0) return promiseOfKeyWithin(words);
    if (behind.some((word) => referrals.has(word))) return undefined;
    return behind.every((word) => isOwner(word) || isDecoration(word)) ? promiseOfTerm(words.slice(0, end)) : "vague";
}

/** `SUPABASE_KEY_SERVICE`: a key with nothing but owners around it, a vendor's or a purpose among them. */
function promiseOfKeyWithin(words: readonly string[]): Promised | undefined {
    const at = words.lastIndexOf("key");
    const others = words.filter((_, index) => index !== at);
    if (at < 0 || at === words.length - 1 || isHarmless(words.slice(0, at))) return undefined;
    if (words.slice(at).some((word) => referrals.has(word))) return undefined;
    const owned =
        others.every((word) => isOwner(word) || isDecoration(word)) && others.some((word) => keyOwners.has(word));
    return owned ? "vague" : undefined;
}

function promiseOfHead(words: readonly string[]): Promised | undefined {
    return promiseOfTerm(words) ?? promiseOfWeakHead(words);
}

/** Of words that end in a secret's own word or pair. */
function promiseOfTerm(words: readonly string[]): Promised | undefined {
    const last = words.at(-1) ?? "";
    const pair = words.slice(-2).join(" ");
    if (passwords.has(last)) return "password";
    if (shortPasswords.has(last)) return promiseOfShort(words.slice(0, -1));
    if (phrasePairs.has(pair) || last === "mnemonic") return "phrase";
    if (last === "pin" && PINNED.has(words.at(-2) ?? "")) return undefined;
    if (pair === "pin code") return POSTAL.has(words.at(-3) ?? "") ? undefined : "code";
    if (codePairs.has(pair) || last === "pin" || last === "puk") return "code";
    if (pair === "secret id" && words.some((word) => word === "vault" || word === "approle")) return "secret";
    const before = secretPairs.has(pair) || keyPairs.has(pair) ? words.slice(0, -2) : words.slice(0, -1);
    if (isHarmless(before) || (last === "token" && harmlessTokens.has(before.at(-1) ?? ""))) return undefined;
    if (keyPairs.has(pair)) return "key";
    return secretPairs.has(pair) || secrets.has(last) ? "secret" : undefined;
}

/** Before a code that letters are sorted by, as India calls it. */
const POSTAL: ReadonlySet<string> = new Set(
    "postal address delivery shipping billing city area home office store pickup warehouse origin destination sender recipient zip location".split(
        " ",
    ),
);

/** Before a pin that is the hash of a public key. */
const PINNED: ReadonlySet<string> = new Set(["cert", "certificate", "ssl", "tls", "spki", "hpkp", "key"]);

function promiseOfShort(before: readonly string[]): Promised | undefined {
    const owner = before.at(-1);
    return owner !== undefined && isOwner(owner) ? "password" : "pass";
}

/** A key, a personal access token or an authorization is a secret by what stands before it. */
function promiseOfWeakHead(words: readonly string[]): Promised | undefined {
    const last = words.at(-1) ?? "";
    const before = words.slice(0, -1);
    const owner = before.findLast((word) => !/^\d+$/.test(word)) ?? "";
    if (!WEAK_HEADS.has(last) || isHarmless(before)) return undefined;
    if (last === "key" && owner === "primary" && isOwner(before.at(-2) ?? "")) return "vague";
    if (last === "key" && ownedKeys.has(ownerPair(before))) return "secret";
    if (last === "key" && before.some((word) => harmlessKeys.has(word)) && !before.some((word) => CIPHERING.has(word)))
        return owner === "routing" ? "vague" : undefined;
    if (last === "pat") return owner === "" ? "vague" : "secret";
    if (UNOWNED.has(last)) return "vague";
    // KMS has none of a vendor's: an id under such a name is the key.
    if (last === "key" && (vendors.has(owner) || opensApis.has(owner))) return "secret";
    return keyOwners.has(owner) ? "key" : "vague";
}

/** These are secrets by what they look like alone, whoever they belong to. */
const UNOWNED: ReadonlySet<string> = new Set([
    "jwt",
    "license",
    "licence",
    "lockbox",
    "salt",
    "pepper",
    "seed",
    "cookie",
    "hmac",
    "cipher",
    "dek",
]);
const WEAK_HEADS: ReadonlySet<string> = new Set(["key", "pat", "auth", ...UNOWNED]);

/** What a key does that is no key of a table or an index, whatever it is kept in: `BLIND_INDEX_KEY`. */
const CIPHERING: ReadonlySet<string> = new Set(
    "aes rsa hmac ecdsa fernet deterministic derivation blind encrypt crypt cipher".split(" "),
);

/** Whose it is and what it is called, whatever stands between: `PAGERDUTY_EVENTS_ROUTING`. */
function ownerPair(before: readonly string[]): string {
    return `${before[0] ?? ""} ${before.at(-1) ?? ""}`;
}

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
