import type { Lookup, Registered, SourceLocation } from "../host/types";
import { isObject, isUnknown, SIGNATURE_KEY } from "../synthetic/wire-values";

/** Something that the program looked up in AWS, as a report tells it; never with its values. */
export interface LookupEntry {
    /** A function's token, or a resource's type and name. */
    readonly what: string;
    /** Whether the answer was made up; otherwise it was that nothing is there. */
    readonly found: boolean;
    /** The inputs that the answer went into, as `resource.property`. Where there are none, it may have decided what is made. */
    readonly into: readonly string[];
    readonly location?: SourceLocation;
}

/** Shorter values, such as a port or a state, occur anywhere, and so do a region and an account. */
const SHORTEST = 8;
const ANYWHERE = /^(?:[a-z]{2}(?:-[a-z]+)+-\d[a-z]?|\d{12})$/;

/** What became of each look-up, as far as its answer can be found again in what the program registered. */
export function lookupEntries(lookups: readonly Lookup[], resources: readonly Registered[]): readonly LookupEntry[] {
    const inputs = resources.flatMap(({ name, inputs: given }) =>
        Object.entries(given).map(([key, value]) => ({ place: `${name}.${key}`, texts: textsOf(value) })),
    );
    return lookups.map(({ what, found, answer, source }) => {
        const made = textsOf(answer).filter(
            (text) => text.length >= SHORTEST && !ANYWHERE.test(text) && !isUnknown(text),
        );
        const into = inputs
            .filter(({ texts }) => texts.some((text) => made.some((part) => text.includes(part))))
            .map(({ place }) => place);
        return { what, found, into: [...new Set(into)].sort(), ...(source && { location: source }) };
    });
}

function textsOf(tree: unknown): readonly string[] {
    if (typeof tree === "string") return [tree];
    if (Array.isArray(tree)) return tree.flatMap(textsOf);
    return isObject(tree)
        ? Object.entries(tree).flatMap(([key, below]) => (key === SIGNATURE_KEY ? [] : textsOf(below)))
        : [];
}
