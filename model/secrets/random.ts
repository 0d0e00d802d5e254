/**
 * Texts that a machine made at random and nothing tells: no published shape, no name of a secret. Ids and digests are made so too, so this
 * is weak evidence, and asked only where neither the name nor the form says that it is one of them.
 */
import { isHarmless, isReference, isWordy } from "./harmless";
import { referrals } from "./vocabulary";
import { wordsOf } from "./words";

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ""));

/** Of which names are made that leave open what stands there. */
const SAYING_NOTHING = words(`
    setting value val config configuration conf cfg param parameter option opt input arg argument item field entry data var variable extra
    misc custom thing stuff content text string raw generic default other general common first second third
    a b c d e f g h i j k l m n o p q r s t u v w x y z
`);

/** Besides those behind a secret's word: what says that an id, a digest, a public or a passing text stands there. */
const SAYING_OTHER = words(`
    hash digest sha etag commit build release revision rev image asset chunk bundle cursor page nonce signature sig public publishable
    pub site client browser mobile frontend anon verification fingerprint thumbprint trace span request session customer user account
    identifier uid uuid guid ids object package artifact integrity csp cert certificate ca did cid wallet playlist video channel sheet
    spreadsheet folder drive dkim txt record sub subject challenge profile
`);

/** What stands before ids and public keys. */
const PUBLIC =
    /^(?:pk|pub|public|publishable|client|appl|goog|amzn|phc|mob|ca|did|cs|sha\d{0,3}|md5|h1|zh|id|ids|uid|user|org|req|sess|file|img)$/;

/** What many services do alike: a few short parts that say whose token it is, and one that is random. */
const PREFIXED =
    /^(?<prefix>(?:[a-z][a-z0-9]{1,15}|[A-Z][A-Z0-9]{1,9})(?:[_.-](?:[a-z0-9]{1,12}|[A-Z0-9]{1,9})){0,2})[_.-](?<random>[A-Za-z0-9]{32,128})$/;

/** Letters of base62 or of base64 without what fills it up, as ids of requests have it. Where a digest would have as many, it may be one. */
const BARE = /^(?=\S{32,128}$)(?:[A-Za-z0-9]+|[A-Za-z0-9_-]+|[A-Za-z0-9+/]+)$/;
const DIGESTS = /^(?:[A-Za-z0-9+/_-]{43}=?|[A-Za-z0-9+/_-]{64}|[A-Za-z0-9+/_-]{86}(?:==)?)$/;

/** Ids and addresses of that length: of Google's documents, YouTube, IPFS, Bitcoin and Solana, keys that verify. */
const IDS: readonly RegExp[] = [
    /^[01][\w-]{32,43}$/,
    /^(?:PL|UU|FL|OL)[\w-]{32}$/,
    /^(?:Qm|1|3|12D3KooW|16Uiu2)[1-9A-HJ-NP-Za-km-z]{25,50}$/,
    /^[1-9A-HJ-NP-Za-km-z]{43,44}$/,
    /^B[\w-]{86}$/,
    /^6L[\w-]{38}$/,
];

/** Is this text made at random behind a prefix, as tokens are? A digest in the base64 of URLs may begin so too, mostly with a digit. */
export function isPrefixedRandom(name: string, text: string): boolean {
    const { prefix = "", random = "" } = PREFIXED.exec(text)?.groups ?? {};
    if (random === "" || !isRandom(random) || isHarmless(text)) return false;
    if (DIGESTS.test(text) && /\d/.test(prefix)) return false;
    return ![...wordsOf(name), ...prefix.toLowerCase().split(/[_.-]/)].some(
        (word) => PUBLIC.test(word) || saysOther(word),
    );
}

/** Is this text made at random, and does its name leave open what it is? */
export function isRandomUnderNoName(name: string, text: string): boolean {
    if (!BARE.test(text) || !isRandom(text) || DIGESTS.test(text) || IDS.some((id) => id.test(text))) return false;
    const named = wordsOf(name);
    const saysNothing = named.length > 0 && named.every((word) => SAYING_NOTHING.has(word) || /^\d+$/.test(word));
    return saysNothing && !isHarmless(text) && !isReference(text) && !isPackedInBase64(text);
}

const saysOther = (word: string): boolean =>
    SAYING_OTHER.has(word) || (referrals.has(word) && !SAYING_NOTHING.has(word));

/** Capitals, small letters and digits, each several times and in no order that words, hexadecimal digits or counted things have. */
function isRandom(text: string): boolean {
    const counts = [/[a-z]/g, /[A-Z]/g, /\d/g].map((kind) => text.match(kind)?.length ?? 0);
    const changes = text.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0;
    return (
        counts.every((count) => count >= 2) &&
        changes >= text.length / 3 &&
        new Set(text).size >= Math.min(16, text.length / 2) &&
        !isWordy(text)
    );
}

/** What was packed in base64 has bytes that are letters, or none, more often than random ones are. */
function isPackedInBase64(text: string): boolean {
    if (/^(?:eyJ|ewo|W3s|PD94|PHN2|iVBOR|\/9j\/|R0lGOD|JVBERi|H4sI|UEsDB|d09G|AAAA|AQ|MII)/.test(text)) return true;
    const bytes = [...Buffer.from(text, "base64")];
    const plain = bytes.filter((byte) => byte === 0 || (byte >= 0x20 && byte < 0x7f)).length;
    return plain > bytes.length * 0.6;
}
