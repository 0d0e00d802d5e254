import { isUtf8 } from "node:buffer";
import { gunzipSync, inflateSync } from "node:zlib";

/** A text that a longer one was made of, and what it was made into. */
export interface Decoded {
    readonly text: string;
    readonly how: string;
}

/** Of what a packed text opens to: as much as user data and configuration files hold. A bomb is not opened any further. */
const MOST_OPENED = 4_194_304;
const SHORTEST = 8;

/** What a text stands for, if it is another text in base64, in hexadecimal digits or with percent signs, packed or not. */
export function decoded(text: string): Decoded | undefined {
    return fromBase64(text) ?? fromHex(text) ?? fromPercents(text);
}

/** As `decoded`, from base64 alone: in the alphabet of URLs too, in lines, behind the header of a data URL. */
export function fromBase64(text: string): Decoded | undefined {
    const bare = text.replace(/^\s*data:[\w/+.;=-]{0,80};base64,/, "");
    if (!/^[\sA-Za-z0-9+/_-]*={0,2}\s*$/.test(bare)) return undefined;
    const packed = bare.replace(/\s+/g, "");
    if (packed.length < SHORTEST) return undefined;
    return opened(Buffer.from(packed, "base64"), "base64");
}

function fromHex(text: string): Decoded | undefined {
    const digits = text.trim();
    if (digits.length < 2 * SHORTEST || digits.length % 2 === 1 || !/^[0-9a-f]+$|^[0-9A-F]+$/.test(digits))
        return undefined;
    return opened(Buffer.from(digits, "hex"), "hexadecimal digits");
}

function fromPercents(text: string): Decoded | undefined {
    if (!/%[0-9A-Fa-f]{2}/.test(text)) return undefined;
    try {
        return { text: decodeURIComponent(text), how: "percent signs" };
    } catch {
        return undefined;
    }
}

function opened(bytes: Buffer, how: string): Decoded | undefined {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return unpacked(() => gunzipSync(bytes, LIMIT), `gzip in ${how}`);
    if (bytes[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[1] ?? 0))
        return unpacked(() => inflateSync(bytes, LIMIT), `deflate in ${how}`);
    const text = readable(bytes);
    return text === undefined ? undefined : { text, how };
}

const LIMIT = { maxOutputLength: MOST_OPENED };

function unpacked(open: () => Buffer, how: string): Decoded | undefined {
    try {
        const text = readable(open());
        return text === undefined ? undefined : { text, how };
    } catch {
        return undefined;
    }
}

/** UTF-8, or the UTF-16 of PowerShell's `-EncodedCommand`; undefined for anything but text. */
function readable(bytes: Buffer): string | undefined {
    if (bytes.length > 4 && bytes[1] === 0 && bytes[3] === 0) {
        const wide = bytes.toString("utf16le");
        return /^[\t\n\r\x20-\x7e\u00a0-\ufffc]+$/.test(wide) ? wide : undefined;
    }
    // What is decoded although it never was encoded is seldom any text.
    if (!isUtf8(bytes)) return undefined;
    const text = bytes.toString("utf8");
    return /^[\t\n\r\x20-\x7e\u00a0-\ufffc]+$/.test(text) ? text : undefined;
}
