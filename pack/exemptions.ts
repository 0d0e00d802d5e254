import picomatch from "picomatch";
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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

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
                    minLength: 1,
                    description: "Glob over the name, or the URN if it starts with urn:",
                },
                reason: { type: "string", minLength: 1 },
                expires: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "Last day, YYYY-MM-DD" },
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
    if (typeof given !== "object" || given === null) return false;
    const { resource, reason, expires } = given as Record<string, unknown>;
    const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
    return (
        isText(resource) && isText(reason) && (expires === undefined || (typeof expires === "string" && isDay(expires)))
    );
}

export function isStackExemption(given: unknown): given is StackExemption {
    return isExemption(given) && typeof (given as Partial<StackExemption>).policy === "string";
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

function isDay(text: string): boolean {
    return DAY.test(text) && !Number.isNaN(Date.parse(text));
}
