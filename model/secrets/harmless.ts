/**
 * Texts that are no secret whatever they are called. Each kind says by which form it is told; what only looks random (a hash, an
 * id) is told by its name instead. Texts may be of any length: no expression here may try one part of a text in two ways.
 */
const REFERENCES: readonly RegExp[] = [
    /^arn:[\w-]+:\S*$/,
    /^[a-z][a-z0-9+.-]*:\/\/\S*$/i,
    /^(?:ssm|aws-ssm|secretsmanager|aws-secretsmanager|awssm|gcp|gsm|vault|op|env|file|keyring|alias|projects)[:/]/i,
    /^\{\{.*\}\}$/s,
    // Templates that something else fills in.
    /^\$\{.*\}$/,
    /^\$\(.*\)$/,
    /^\$[A-Za-z_]\w*\$?$/,
    /^#\{.*\}$/,
    /^(?:@@?|__)[A-Za-z]\w*(?:@@?|__)$/,
    /^![A-Za-z]\w*\s/,
    /^@Microsoft\.KeyVault\(.*\)$/,
    /^%\w+%$/,
    /^<[^>]*>$/,
    /^\[[^\]"']*\]$/,
    // Ids that AWS gives: user pools, identity pools, keys of several regions.
    /^[a-z]{2}(?:-[a-z]+)+-\d[_:]\S+$/,
    /^mrk-[0-9a-f]{32}$/,
    /^(?:AROA|AIDA|APKA|AGPA|ANPA|ASCA|ACCA)[A-Z0-9]{12,}$/,
];

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Ciphertexts: of KMS, SOPS, Jasypt, Spring, Ansible, PGP and age. */
const CIPHERTEXTS: readonly RegExp[] = [
    /^AQ(?:ICAH|ECAH|IDAH)[\w+/=-]{20,}$/,
    /^ENC\[.*\]$/s,
    /^ENC\(.*\)$/,
    /^\{cipher\}/,
    /^\$ANSIBLE_VAULT;/,
    /^-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE)-----/,
    /^age-encryption\.org\/v1/,
];

/** The keys of AWS's own documentation. */
const DOCUMENTED = /^[A-Za-z0-9+/]{9,32}EXAMPLE(?:KEY)?$/;

/** What vendors and protocols make to be published. */
const PUBLISHABLE: readonly RegExp[] = [
    /^pk_(?:live|test)_\w+$/,
    /^pk\.[\w.-]+$/,
    /^sb_publishable_[\w-]+$/,
    /^phc_\w+$/,
    /^pub[0-9a-f]{32}$/,
    /^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-\S+|sk-\S+@openssh\.com) [A-Za-z0-9+/=]+/,
    /^-----BEGIN (?:(?:RSA |EC |DSA |SSH2 )?PUBLIC KEY|CERTIFICATE(?: REQUEST)?|X509 CRL)-----(?![\s\S]*PRIVATE KEY)/,
    /^age1[a-z0-9]{58}$/,
];

/** Hashes from which nobody gets the text back cheaply. */
const PASSWORD_HASHES: readonly RegExp[] = [
    /^\$(?:2[aby]|argon2\w*|scrypt|6|5|y|pbkdf2[\w-]*)\$\S+$/,
    /^(?=\S+$)(?:pbkdf2|scrypt|argon2\w{0,16}|bcrypt)[:$_]\S+?\$\S/,
];

/** Forms that somebody fills in later. */
const PLACEHOLDERS: readonly RegExp[] = [
    /^[*x.#?_-]{3,}$/i,
    /^[\w.-]{0,12}?(?:x{6,}|\*{3,}|0{8,}|\.{3,})$/i,
    /^your(?:[-_ ].*|[a-z]*)$/i,
    /^(?:insert|enter|paste|replace|fill)[-_ ].*$|^replaceme$/i,
    /^.*[-_ ](?:goes[-_ ])?here$/i,
    /^(?:todo|tbd|fixme)(?:\W.*)?$/i,
    /^\W?(?:not[-_ ]?set|unset|undefined|redacted|masked|hidden|removed|n\/a|omitted|sanitized)\W?$/i,
];

/** Switches, counts, dates, durations and units. */
const SETTINGS: readonly RegExp[] = [
    /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled?|disabled?|required|optional|auto|default|strict|always|never)$/i,
    /^[\d.,:]{1,6}\s?[a-z%]{0,7}$/i,
    /^P(?:T?\d+[YMWDHS])+$/,
    /^\d{4}-\d\d-\d\d(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?$/,
];

const matches = (patterns: readonly RegExp[], text: string): boolean => patterns.some((pattern) => pattern.test(text));

/** Does the text tell where something is, or what fills it in later? A list does where all its elements do. */
export function isReference(text: string): boolean {
    const elements = text.split(",").map((element) => element.trim());
    return elements.every((element) => matches(REFERENCES, element) || isPath(element)) || matches(REFERENCES, text);
}

export function isUuid(text: string): boolean {
    return UUID.test(text);
}

/** Known not to be a secret by its form alone. */
export function isHarmless(text: string): boolean {
    return [CIPHERTEXTS, [DOCUMENTED], PUBLISHABLE, PASSWORD_HASHES, PLACEHOLDERS, SETTINGS].some((kind) =>
        matches(kind, text),
    );
}

const FILE = /\.(?:[a-z]{2,5}|mp\d|7z)$/;

/** Names of secrets and parameters are paths; a base64 text with slashes is not made of words. */
function isPath(text: string): boolean {
    if (/[^\w./@+-]/.test(text) || !text.includes("/")) return false;
    const segments = text.split("/").filter((segment) => segment !== "");
    const known = text.startsWith("/") || FILE.test(text) ? segments.slice(0, 1) : segments;
    return known.every((segment) => isWordy(segment) || /^[\w.-]{1,6}$/.test(segment));
}

/**
 * Words joined by separators or humps, such as `orders-db-credentials`, `billingProviderCredentials` or, with the suffix that Pulumi or
 * Secrets Manager gives, `orders_token-1a2b3c4` and `orders/db-Ab12Cd`: a name. Random texts have mixed case or digits inside.
 */
export function isWordy(text: string): boolean {
    const segments = text.split(/[-_.:,;/@+| ]+/).filter((segment) => segment !== "");
    const named = segments.length > 1 && GIVEN_SUFFIX.test(segments.at(-1) ?? "") ? segments.slice(0, -1) : segments;
    // A digit after a word counts things that have the same name; a single word with one may as well be a password.
    const bare = segments.length > 1 ? named.map((segment) => segment.replace(/(?<=[a-z]{2})\d$/i, "")) : named;
    return bare.length > 0 && bare.every((segment) => isWord(segment) || /^(?:\d{1,4}|v\d+)$/.test(segment));
}

/** Seven hexadecimal digits of Pulumi's, six letters and digits of Secrets Manager's. */
const GIVEN_SUFFIX = /^(?:[0-9a-f]{7}|[A-Za-z0-9]{6})$/;

/** A word, or words with humps: each is short or has a vowel, and none is a heap of consonants. */
function isWord(segment: string): boolean {
    if (!/^[A-Za-z]+$/.test(segment)) return false;
    const humps = segment.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [];
    const long = humps.filter((hump) => hump.length > 4);
    return (
        (humps.length === 1 || segment.length >= 3 * humps.length) &&
        long.every((hump) => /[aeiouy]/i.test(hump) && !/[^aeiouy]{6}/i.test(hump) && hump.length <= 18)
    );
}
