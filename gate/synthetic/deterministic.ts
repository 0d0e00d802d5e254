import { createHash } from "node:crypto";

/** Hexadecimal digits that depend on the seed alone: the same from run to run, different from resource to resource. */
export function hex(seed: string, length: number): string {
    let digits = "";
    for (let block = 0; digits.length < length; block++)
        digits += createHash("sha256").update(`${block} ${seed}`).digest("hex");
    return digits.slice(0, length);
}

/** Letters and digits of an alphabet. */
export function text(seed: string, length: number, alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ234567"): string {
    const bytes = Buffer.from(hex(seed, length * 2), "hex");
    return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join("");
}

export function uuid(seed: string): string {
    const digits = hex(seed, 32);
    return [
        digits.slice(0, 8),
        digits.slice(8, 12),
        `4${digits.slice(13, 16)}`,
        `a${digits.slice(17, 20)}`,
        digits.slice(20),
    ].join("-");
}

/** A number from 0 up to, not including, the limit. */
export function number(seed: string, limit: number): number {
    return Number.parseInt(hex(seed, 8), 16) % limit;
}
