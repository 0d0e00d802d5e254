import * as zlib from "node:zlib";
import { CannotCheck, reasonOf } from "../errors";

/** What a recorded JSON document can be, by its own shape. */
export type Kind = "state" | "preview" | "events" | "report";

/** The largest text that Node can hold. Source: V8, String::kMaxLength. */
const MOST_BYTES = 0x1fffffe8;

/**
 * A recorded document as text: what the engine compressed (by its first bytes, not by its name) is unpacked. Throws `CannotCheck`
 * where it is truncated, empty or too large; `name` is how the sentence calls it.
 */
export function textOf(bytes: Buffer, name: string): string {
    const open = unpacked(bytes, name);
    if (open.length > MOST_BYTES) throw tooLarge(name);
    const text = open.toString("utf8").replace(/^\ufeff/, "");
    if (text.trim() === "") throw new CannotCheck(`${name} is empty`);
    return text;
}

/** Parses JSON. Throws `CannotCheck` that tells a truncated document from one that is none, and quotes neither: either may hold a secret. */
export function parsed(text: string, name: string): unknown {
    try {
        return JSON.parse(text);
    } catch (error) {
        const reason = reasonOf(error);
        const at = Number(/at position (\d+)/.exec(reason)?.[1] ?? Number.NaN);
        const ends = /end of JSON input|Unterminated string/.test(reason) || at >= text.trimEnd().length;
        if (ends && /^\s*[[{]/.test(text)) throw truncated(name);
        const line = Number.isNaN(at) ? "" : ` (line ${text.slice(0, at).split("\n").length})`;
        throw new CannotCheck(`${name} is not JSON${line}`);
    }
}

function unpacked(bytes: Buffer, name: string): Buffer {
    try {
        if (bytes[0] === 0x1f && bytes[1] === 0x8b) return zlib.gunzipSync(bytes, { maxOutputLength: MOST_BYTES });
        if (bytes.length >= 4 && bytes.readUInt32LE(0) === ZSTANDARD) return zstandard(bytes, name);
        return bytes;
    } catch (error) {
        if (error instanceof CannotCheck) throw error;
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(name);
        if (code === "Z_BUF_ERROR") throw truncated(name);
        throw new CannotCheck(`${name} is compressed, and its compressed data is broken`);
    }
}

/** The first four bytes of a frame, as a number. Source: RFC 8878, 3.1.1. */
const ZSTANDARD = 0xfd2fb528;

type Unpack = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Buffer;

function zstandard(bytes: Buffer, name: string): Buffer {
    const { zstdDecompressSync } = zlib as unknown as { readonly zstdDecompressSync?: Unpack };
    if (!zstdDecompressSync)
        throw new CannotCheck(`${name} is compressed with zstd, which Node reads from version 22.15 on`);
    return zstdDecompressSync(bytes, { maxOutputLength: MOST_BYTES });
}

function truncated(name: string): CannotCheck {
    return new CannotCheck(`${name} is truncated: it ends before its content does`);
}

function tooLarge(name: string): CannotCheck {
    return new CannotCheck(`${name} is larger than Node can read at once (${MOST_BYTES >> 20} MB)`);
}
