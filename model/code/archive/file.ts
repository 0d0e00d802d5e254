import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { CannotTell } from "../code";

/**
 * Opens what is a plain file when it is opened: no link at its end, no pipe that would wait for a writer, no device.
 * Throws `CannotTell` for anything else.
 */
export function withFile<T>(path: string, run: (file: number, size: number) => T): T {
    let file: number;
    try {
        file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    } catch {
        throw new CannotTell("a file cannot be opened");
    }
    try {
        const found = fstatSync(file);
        if (!found.isFile()) throw new CannotTell("what should be a file is none");
        return run(file, found.size);
    } finally {
        closeSync(file);
    }
}

/** A part of a file; throws `CannotTell` where it is not all there. */
export function part(file: number, position: number, length: number): Buffer {
    const bytes = Buffer.alloc(length);
    let read = 0;
    while (read < length) {
        const more = readSync(file, bytes, read, length - read, position + read);
        if (more === 0) throw new CannotTell("the archive ends too early");
        read += more;
    }
    return bytes;
}
