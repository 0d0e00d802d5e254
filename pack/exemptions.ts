import picomatch from "picomatch";
import { isRecord } from "../model/values";
import type { Option } from "./options";

/** One recorded exception: which resource, why, until when. */
export interface Exemption {
    /** A glob over the resource's name, or over its URN when it starts with `urn:`. */
    readonly resource: string;
    readonly reason: string;
    /** The last day it holds, `YYYY-MM-DD` (UTC). */
    readonly expires?: string;
}

/** An exemption in the stack's own configuration also names its policy. */
export interface StackExemption extends Exemption {
    readonly policy: string;
}

/** What begins as a day does. Whether it is one is told by the pack, in better words than a pattern's. */
const DAY = "^\\d{4}-\\d{2}-\\d{2}";
/** A day alone, or midnight in UTC: what a day without quotation marks becomes in YAML, and the engine makes text of by Go's rules (`2099-12-31 00:00:00 +0000 UTC`). */
const DAY_OR_MIDNIGHT =
    /^(\d{4}-\d{2}-\d{2})(?:[Tt ]00:00:00(?:\.0+)?(?: ?(?:[Zz]|[+-]00:?00)(?: (?:UTC|[+-]0000))?)?)?$/;
const TEXT = "\\S";
/** Longer globs name nothing, and the matcher refuses the longest. */
const LONGEST_GLOB = 1024;
const FIELDS = ["resource", "reason", "expires"];

export const exemptionsOption: Option<readonly Exemption[]> = {
    schema: {
        type: "array",
        description: "Resources that this policy leaves alone, each with a reason and, at best, an expiry.",
        default: [],
        items: {
            type: "object",
            properties: {
                resource: {
                    type: "string",
                    pattern: TEXT,
                    maxLength: LONGEST_GLOB,
                    description: "Glob over the name, or the URN if it starts with urn:",
                },
                reason: { type: "string", pattern: TEXT },
                expires: { type: "string", pattern: DAY, description: "Last day, YYYY-MM-DD" },
            },
            required: ["resource", "reason"],
            additionalProperties: false,
        },
    },
    default: [],
    accepts: "a list of { resource, reason, expires?: YYYY-MM-DD }",
    accepted: (given): given is readonly Exemption[] =>
        Array.isArray(given) && given.every((one) => isEntry(one, FIELDS) && hasDay(one, new RegExp(DAY))),
};

/** An exemption of a policy's configuration, its day as `YYYY-MM-DD`; undefined where it is none. */
export function exemptionOf(given: unknown): Exemption | undefined {
    return isEntry(given, FIELDS) ? dated(given) : undefined;
}

/** An exemption of a stack's configuration, likewise. */
export function stackExemptionOf(given: unknown): StackExemption | undefined {
    return isEntry(given, ["policy", ...FIELDS]) && isText(given["policy"])
        ? (dated(given) as StackExemption | undefined)
        : undefined;
}

/** What is wrong with an entry that is no exemption, in words that end the sentence "ignored: …". */
export function exemptionProblem(given: unknown, needed: string): string {
    const expires = isRecord(given) ? given["expires"] : undefined;
    const isDateless = expires !== undefined && dayOf(expires) === undefined;
    return isDateless ? "its last day, expires, is no day of the calendar (YYYY-MM-DD)" : `it needs ${needed}`;
}

/** The day as `YYYY-MM-DD`, from a text or from what YAML makes of one; undefined where there is no such day. */
export function dayOf(given: unknown): string | undefined {
    const text = given instanceof Date && !Number.isNaN(given.getTime()) ? given.toISOString() : given;
    const day = typeof text === "string" ? DAY_OR_MIDNIGHT.exec(text)?.[1] : undefined;
    if (day === undefined) return undefined;
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

function dated(given: Readonly<Record<string, unknown>>): Exemption | undefined {
    const { expires, ...rest } = given;
    if (expires === undefined) return rest as unknown as Exemption;
    const day = dayOf(expires);
    return day === undefined ? undefined : ({ ...rest, expires: day } as unknown as Exemption);
}

function isEntry(given: unknown, fields: readonly string[]): given is Readonly<Record<string, unknown>> {
    if (!isRecord(given)) return false;
    const { resource, reason } = given;
    return (
        Object.keys(given).every((field) => fields.includes(field)) &&
        isText(resource) &&
        resource.length <= LONGEST_GLOB &&
        isText(reason)
    );
}

function hasDay({ expires }: Readonly<Record<string, unknown>>, form: RegExp): boolean {
    return expires === undefined || (typeof expires === "string" && form.test(expires));
}

function isText(value: unknown): value is string {
    return typeof value === "string" && new RegExp(TEXT).test(value);
}

export function isExpired(exemption: Exemption, today: Date): boolean {
    return exemption.expires !== undefined && exemption.expires < today.toISOString().slice(0, 10);
}

/** Resource names and URNs hold slashes that are not folders: `*` is to match them (bash: a star is a globstar). */
const GLOB = { bash: true, dot: true };

interface Named {
    readonly urn: string;
    readonly name: string;
}

/** Does it speak of the resource (whether or not it still holds)? */
export function covers(exemption: Exemption, resource: Named): boolean {
    return coverage(exemption)(resource);
}

/** The same question, for asking it of many resources. */
export function coverage({ resource: glob }: Exemption): (resource: Named) => boolean {
    const matches = picomatch(glob, GLOB);
    return glob.startsWith("urn:") ? ({ urn }) => matches(urn) : ({ name }) => matches(name);
}

/** A glob whose brackets do not close, which is taken for plain text, or that matches nothing at all. */
export function isBrokenGlob(glob: string): boolean {
    try {
        return picomatch.makeRe(glob, { ...GLOB, strictBrackets: true }).source === "$^";
    } catch {
        return true;
    }
}
