import { gunzipSync } from "node:zlib";
import { type Budget, CannotTell } from "../code";
import { type Files, HEAD_BYTES } from "./entries";
import { part, withFile } from "./file";

const BLOCK = 512;
/** Of the archive when it is unpacked: all of it is in memory at once. */
const LARGEST = 48_000_000;

/** Adds what a tar archive holds, packed by gzip or not. */
export function addTar(files: Files, archive: string, prefix: string, budget: Budget): void {
    const bytes = withFile(archive, (file, size) => {
        if (size > LARGEST) throw new CannotTell("the archive is larger than what is read");
        return part(file, 0, size);
    });
    addMembers(files, bytes.readUInt16BE(0) === 0x1f8b ? gunzipped(bytes) : bytes, prefix, budget);
}

function gunzipped(bytes: Buffer): Buffer {
    try {
        return gunzipSync(bytes, { maxOutputLength: LARGEST });
    } catch (error) {
        const isTooLarge = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
        throw new CannotTell(
            isTooLarge ? "the archive unpacks to more than what is read" : "the archive cannot be unpacked",
        );
    }
}

function addMembers(files: Files, bytes: Buffer, prefix: string, budget: Budget): void {
    let longName: string | undefined;
    for (let at = 0; at + BLOCK <= bytes.length; ) {
        budget.spend(4);
        const head = bytes.subarray(at, at + BLOCK);
        if (head.every((byte) => byte === 0)) return;
        const size = Number.parseInt(textIn(head, 124, 12).trim() || "0", 8);
        if (!(size >= 0) || at + BLOCK + size > bytes.length) throw new CannotTell("the archive is broken");
        const body = bytes.subarray(at + BLOCK, at + BLOCK + size);
        const kind = String.fromCharCode(head[156] ?? 0);
        const folder = textIn(head, 257, 5) === "ustar" ? textIn(head, 345, 155) : "";
        const name = longName ?? (folder === "" ? textIn(head, 0, 100) : `${folder}/${textIn(head, 0, 100)}`);
        longName = undefined;
        if (kind === "L") longName = textIn(body, 0, body.length);
        else if (kind === "x") longName = /^\d+ path=(.*)$/m.exec(body.toString("utf8"))?.[1];
        else if (kind === "0" || kind === "\0" || kind === "7")
            files.add(prefix + name, { size, bytes: () => body, head: () => body.subarray(0, HEAD_BYTES) });
        else if (kind === "1" || kind === "2") files.refuse(prefix + name, "a file in the archive is a link");
        else if (kind !== "5" && kind !== "g") files.refuse(prefix + name, "what should be a file is none");
        at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    }
}

function textIn(bytes: Buffer, from: number, length: number): string {
    const text = bytes.subarray(from, from + length);
    const end = text.indexOf(0);
    return text.subarray(0, end < 0 ? text.length : end).toString("utf8");
}
