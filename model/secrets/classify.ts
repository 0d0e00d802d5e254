import { secretFormats } from "./formats";
import { isPasswordName, isSecretName } from "./names";

/** The format of a credential that a text holds, in words that end "holds …"; undefined where it has none. */
export function credentialIn(text: string): string | undefined {
    return secretFormats.find(({ pattern }) => pattern.test(text))?.what;
}

/**
 * Does a value that stands under a secret's name hold the secret itself? A reference to it (an ARN, a path, a URL, the name
 * of a stored secret), a switch or a number does not. Only meaningful where `isSecretName(name)`.
 */
export function isLiteralSecret(name: string, text: string): boolean {
    const value = text.trim();
    if (!isSecretName(name) || value === "" || isReference(value) || isSetting(value)) return false;
    return isPasswordName(name) || !isWordySlug(value);
}

/** A value that tells where something is, and is no secret itself. */
function isReference(value: string): boolean {
    return REFERENCES.some((pattern) => pattern.test(value)) && credentialIn(value) === undefined;
}

/**
 * Is a value that the program marks secret one indeed? What refers to a secret often carries its mark along. A URL with a path
 * or a query may be more: whoever knows a webhook's may call it. AWS's own URLs want a signature besides.
 */
export function isSecretAsMarked(value: string): boolean {
    const [, host = "", rest = ""] = /^https?:\/\/([^\s/?#]+)\/?(\S*)$/i.exec(value) ?? [];
    return !isReference(value) || (rest !== "" && !AWS_HOST.test(host));
}

const AWS_HOST = /\.(?:amazonaws\.com(?:\.cn)?|on\.aws)(?::\d+)?$/i;

const REFERENCES: readonly RegExp[] = [
    /^arn:[\w-]+:/,
    // Parameter and secret names are paths; a base64 secret with a slash is not made of plain segments.
    /^\/?[A-Za-z][\w.-]*(?:\/[\w.-]+)+$/,
    /^\/[\w./-]+$/,
    /^[a-z][a-z0-9+.-]*:\/\/\S*$/i,
    /^(?:ssm|secretsmanager|vault|aws-ssm|op|env|file):/i,
    // CloudFormation's dynamic references, and templates that something else fills in.
    /^\{\{.*\}\}$/,
    /^\$\{.*\}$/,
    /^%\w+%$/,
    /^<[^>]*>$/,
    // Ids that AWS gives: secrets' six-character suffix, UUIDs, user pools.
    /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i,
    /^[a-z]{2}(?:-[a-z]+)+-\d[_:]\S+$/,
];

/** Switches, counts, dates and units. */
function isSetting(value: string): boolean {
    return (
        /^(?:true|false|yes|no|on|off|none|null|undefined|enabled|disabled|required|optional|auto|default)$/i.test(
            value,
        ) || /^[\d.,:]{1,6}\s?[a-z]{0,7}$/i.test(value)
    );
}

/**
 * Words joined by separators, such as `orders-db-credentials` or `orders_token-1a2b3c4` (with the suffix of Pulumi's
 * auto-naming): the name of a stored secret. Random secrets have mixed case or digits inside their segments.
 */
function isWordySlug(value: string): boolean {
    const segments = value.split(/[-_.:]/);
    if (segments.length < 2) return /^[a-z]+$/.test(value) || /^[A-Z][a-z]+(?:[A-Z][a-z]+)*$/.test(value);
    const wordy = segments.filter((segment) => /^(?:[A-Za-z]+|\d{1,4}|v\d+)$/.test(segment)).length;
    const suffix = /^[0-9a-f]{7}$/.test(segments.at(-1) ?? "") ? 1 : 0;
    return wordy + suffix >= segments.length;
}
