/** One published shape of a credential. Length alone is never one: each has letters by which its vendor's tokens are told. */
export interface CredentialFormat {
    /** Words that end "holds …", with their article. */
    readonly what: string;
    /** Where the vendor says so. */
    readonly source: string;
    /** Literals of three characters or more, one of which every such text has; none where `rest` is all there is. */
    readonly anchors: readonly string[];
    /** What follows the anchor. */
    readonly rest: RegExp;
    /** What precedes it and belongs to the credential. */
    readonly before?: RegExp;
    /** What the credential may stand behind, where that is not the end of a word. */
    readonly after?: RegExp;
    readonly is?: Sort;
    /** What has to stand near. */
    readonly near?: RegExp;
    /** Does the shape say so little that a digest may have it too? Then it counts nowhere under the name of one. */
    readonly weak?: boolean;
    /** What stands near where such a text is everyone's. */
    readonly unless?: RegExp;
}

/**
 * What a text of the shape has to be besides.
 *
 * - `random`: neither words nor one letter again and again. This is the default.
 * - `mixed`: random, with capital and small letters and digits, where the anchor alone says little.
 * - `any`: the shape says it all.
 */
export type Sort = "random" | "mixed" | "any";

type Details = Pick<CredentialFormat, "before" | "after" | "is" | "near" | "unless" | "weak">;

/** Tokens that begin with one of these literals, which are separated by blanks. */
export function token(what: string, starts: string, rest: RegExp, source: string, details: Details = {}) {
    return { what, anchors: starts.split(" "), rest, source, ...details } satisfies CredentialFormat;
}

/** Tokens that have a literal in their midst. */
export function around(
    what: string,
    before: RegExp,
    middles: string,
    rest: RegExp,
    source: string,
    is: Sort = "random",
) {
    return token(what, middles, rest, source, { before, is });
}

/** Shapes without a literal: the whole text is searched for each, so there are few. */
export function shaped(what: string, rest: RegExp, source: string, is: Sort = "random", weak = false) {
    return { what, anchors: [], rest, source, is, weak } satisfies CredentialFormat;
}

/** Text of any letters, as in URLs, headers and connection strings, that begins with one of the literals given. */
export function text(what: string, anchors: readonly string[], rest: RegExp, source: string, details: Details = {}) {
    return { what, anchors, rest, source, after: /(?:)/, is: "any", ...details } satisfies CredentialFormat;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

/** The anchors of a prefix of two letters, with each third one: two alone are no anchor. */
export function threeOf(prefix: string): string {
    return [...LETTERS].map((letter) => prefix + letter).join(" ");
}
