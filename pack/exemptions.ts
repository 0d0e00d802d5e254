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

const DAY = "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$";
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
    accepted: (given): given is readonly Exemption[] => Array.isArray(given) && given.every(isExemption),
};

export function isExemption(given: unknown): given is Exemption {
    return isEntry(given, FIELDS);
}

export function isStackExemption(given: unknown): given is StackExemption {
    return isEntry(given, ["policy", ...FIELDS]) && isText((given as Partial<StackExemption>).policy);
}

function isEntry(given: unknown, fields: readonly string[]): given is Exemption {
    if (!isRecord(given)) return false;
    const { resource, reason, expires } = given;
    return (
        Object.keys(given).every((field) => fields.includes(field)) &&
        isText(resource) &&
        resource.length <= LONGEST_GLOB &&
        isText(reason) &&
        (expires === undefined || (typeof expires === "string" && new RegExp(DAY).test(expires)))
    );
}

function isText(value: unknown): value is string {
    return typeof value === "string" && new RegExp(TEXT).test(value);
}

export function isExpired(exemption: Exemption, today: Date): boolean {
    return exemption.expires !== undefined && exemption.expires < today.toISOString().slice(0, 10);
}

/** Does it speak of the resource (whether or not it still holds)? */
export function covers(exemption: Exemption, resource: { readonly urn: string; readonly name: string }): boolean {
    const glob = exemption.resource;
    // Resource names and URNs hold slashes that are not folders: `*` is to match them (bash: a star is a globstar).
    return picomatch(glob, { bash: true, dot: true })(glob.startsWith("urn:") ? resource.urn : resource.name);
}
