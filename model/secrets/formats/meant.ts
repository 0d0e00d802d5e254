import { isDocumented, isWordy } from "../harmless";
import { isStandInLogin } from "../stand-ins";
import type { Sort } from "./format";

/** Forms in which somebody shows what a credential looks like, or crosses its letters out. */
const NOT_MEANT: readonly RegExp[] = [
    /EXAMPLE|your[-_]|[-_](?:goes[-_])?here|placeholder|redacted|change[-_]?me|replace[-_]?me|[-_]example/i,
    /x{6,}|\*{4,}|\.{3,}$|0{12,}/i,
    /([b-zB-Z1-9])\1{7,}/,
    /abcdefghijklmnop|1234567890abcdef|0123456789abcdef|12345678901234567890/i,
];

/** Fewer different letters than a random text of sixteen or more has. */
const FEW_LETTERS = 6;

/** Is a text of a credential's shape meant as one? No checksum is asked for: vendors change theirs, and say so late. */
export function isMeant(found: string, random: string, is: Sort): boolean {
    if (NOT_MEANT.some((form) => form.test(found)) || isDocumented(found)) return false;
    if (isPublishableToken(found)) return false;
    if (isStandInLogin(random.trim())) return false;
    if (is === "any") return true;
    if (new Set(random).size <= FEW_LETTERS) return false;
    // Of twenty letters at random one text in thirty has no digit.
    if (isShuffled(random)) return true;
    return !isWordy(random) && (is === "random" || [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(random)));
}

/** Do capitals and small letters take turns as no name has them? */
function isShuffled(text: string): boolean {
    const runs = text.match(/[a-z]+|[A-Z]+/g) ?? [];
    const letters = runs.join("").length;
    return letters >= 12 && runs.length >= 0.38 * letters;
}

/** A JWT that says itself that it is everyone's, as Supabase's for browsers do. */
function isPublishableToken(text: string): boolean {
    const [, payload] = /^eyJ[\w-]+\.(eyJ[\w-]+)\./.exec(text) ?? [];
    return payload !== undefined && /"role":\s*"anon"/.test(Buffer.from(payload, "base64url").toString("utf8"));
}
