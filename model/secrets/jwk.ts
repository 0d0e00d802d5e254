/** RFC 7518: `d` is the private part of an asymmetric key, `k` a symmetric key. */
export function isPrivateJwk(node: object): boolean {
    const { kty, d, k } = node as Readonly<Record<string, unknown>>;
    return typeof kty === "string" && typeof (kty === "oct" ? k : d) === "string";
}

const TYPE = /["']?\bkty["']?\s{0,4}:\s{0,4}["'](?<type>RSA|EC|OKP|oct)["']/g;
/** A key of 8,192 bits has some 6,600 letters. */
const FARTHEST = 8_000;

/** Where the private parts of the keys in a text stand, in JSON or in source code. */
export function* privateJwksIn(text: string): Generator<number> {
    if (!text.includes("kty")) return;
    for (const { index, groups } of text.matchAll(TYPE)) {
        const from = Math.max(text.lastIndexOf("{", index), index - FARTHEST, 0);
        const end = text.indexOf("}", index);
        const object = text.slice(from, Math.min(end < 0 ? text.length : end, index + FARTHEST));
        const own = groups?.["type"] === "oct" ? SYMMETRIC : ASYMMETRIC;
        const found = own.exec(object);
        if (found) yield from + found.index + found[0].length;
    }
}

const ASYMMETRIC = /["',{\s]d["']?\s{0,4}:\s{0,4}["'](?=[\w-]{40})/;
const SYMMETRIC = /["',{\s]k["']?\s{0,4}:\s{0,4}["'](?=[\w-]{20})/;
