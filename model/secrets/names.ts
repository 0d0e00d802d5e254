/**
 * Names under which people keep secrets, read word by word: `dbPassword`, `DB_PASSWORD` and `db-password` are one name.
 */

/** Words that make a name a secret's. A pair counts when the two words stand together. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
    "password",
    "passwd",
    "passphrase",
    "pwd",
    "secret",
    "secrets",
    "token",
    "credential",
    "credentials",
    "apikey",
    "privatekey",
]);
const SECRET_PAIRS: ReadonlySet<string> = new Set([
    "api key",
    "access key",
    "private key",
    "signing key",
    "encryption key",
    "secret key",
    "master key",
    "auth key",
    "account key",
    "service key",
    "webhook key",
    "license key",
    "ssh key",
    "connection string",
    "shared key",
    "pass word",
]);

/**
 * Words that turn a secret's name into the name of something about it: where it is kept, how it behaves, who may use it.
 * They count at the end of a name (`DB_SECRET_ARN`, `TOKEN_TTL_SECONDS`).
 */
const REFERRING_WORDS: ReadonlySet<string> = new Set([
    "arn",
    "arns",
    "name",
    "names",
    "id",
    "ids",
    "path",
    "prefix",
    "suffix",
    "param",
    "parameter",
    "ref",
    "reference",
    "url",
    "uri",
    "endpoint",
    "host",
    "port",
    "table",
    "bucket",
    "queue",
    "topic",
    "region",
    "version",
    "stage",
    "alias",
    "file",
    "filename",
    "ttl",
    "expiry",
    "expiration",
    "expires",
    "timeout",
    "seconds",
    "minutes",
    "hours",
    "days",
    "ms",
    "age",
    "lifetime",
    "interval",
    "length",
    "size",
    "count",
    "limit",
    "limits",
    "min",
    "max",
    "policy",
    "type",
    "field",
    "header",
    "attribute",
    "claim",
    "scope",
    "enabled",
    "required",
    "rotation",
    "algorithm",
    "alg",
    "issuer",
    "audience",
    "usage",
    "mode",
    "format",
    "cache",
    "store",
    "provider",
    "manager",
    "source",
    "location",
    "level",
    "regex",
    "pattern",
    "label",
    "description",
    "hint",
    "function",
]);

/** Words before which a key or token is no secret: public halves, counters, the settings of AWS's own extension. */
const HARMLESS_BEFORE: ReadonlySet<string> = new Set([
    "public",
    "max",
    "min",
    "num",
    "total",
    "partition",
    "sort",
    "primary",
    "foreign",
    "extension",
]);

/** Names whose plain value can only be the secret itself; the others may as well hold the name of one. */
const UNMISTAKABLE: ReadonlySet<string> = new Set(["password", "passwd", "passphrase", "pwd"]);

/** Is this a name under which a secret would stand? */
export function isSecretName(name: string): boolean {
    const words = wordsOf(name);
    const last = words.at(-1);
    if (last === undefined || REFERRING_WORDS.has(last)) return false;
    return words.some((word, index) => {
        if (HARMLESS_BEFORE.has(words[index - 1] ?? "")) return false;
        return SECRET_WORDS.has(word) || SECRET_PAIRS.has(`${word} ${words[index + 1] ?? ""}`);
    });
}

/** Does the name say that its value is a password, not possibly the name of a stored one? */
export function isPasswordName(name: string): boolean {
    return isSecretName(name) && wordsOf(name).some((word) => UNMISTAKABLE.has(word));
}

function wordsOf(name: string): readonly string[] {
    return name
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z\d]+/)
        .filter((word) => word !== "");
}
