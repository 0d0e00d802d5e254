import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { isUnknown, type Packaged } from "../../values";
import { type Budget, CannotTell } from "../code";
import { Files, HEAD_BYTES } from "./entries";
import { part, withFile } from "./file";
import { addFile, addFolder } from "./folder";
import { addTar } from "./tar";
import { addZip } from "./zip";

export { Files } from "./entries";

/** Archives in archives that a program puts together. */
const DEEPEST = 16;

/** The files of a function's code. `folder` is the program's; without it a relative path leads nowhere. Throws `CannotTell`. */
export function filesOf(code: Packaged, folder: string | undefined, budget: Budget): Files {
    const files = new Files(budget);
    add(files, code, "", folder, budget, 0);
    return files;
}

function add(
    files: Files,
    code: Packaged,
    at: string,
    folder: string | undefined,
    budget: Budget,
    depth: number,
): void {
    budget.spend();
    switch (code.kind) {
        case "remote":
            throw new CannotTell("it is fetched from elsewhere");
        case "unreadable":
            throw new CannotTell("the archive cannot be read");
        case "text":
            if (isUnknown(code.text)) files.refuse(at, "a part of it is not known yet");
            else files.add(at, textEntry(code.text));
            return;
        case "assets":
            if (depth > DEEPEST) throw new CannotTell("archives lie in archives, more than are read");
            for (const [name, one] of code.assets) {
                const place = at === "" ? name : `${at}/${name}`;
                add(files, one, place, folder, budget, depth + 1);
            }
            return;
        case "path":
            addPath(files, code, at, folder, budget);
    }
}

function textEntry(text: string) {
    const bytes = () => Buffer.from(text, "utf8");
    return { size: Buffer.byteLength(text), bytes, head: () => Buffer.from(text.slice(0, HEAD_BYTES), "utf8") };
}

function addPath(
    files: Files,
    { path: given, isArchive }: Extract<Packaged, { kind: "path" }>,
    at: string,
    folder: string | undefined,
    budget: Budget,
): void {
    if (isUnknown(given)) throw new CannotTell("where it is, is not known yet");
    if (given.includes("\0")) throw new CannotTell("the archive cannot be read");
    if (!path.isAbsolute(given) && folder === undefined)
        throw new CannotTell("its path is relative, and the program's folder is not known");
    const place = real(path.resolve(folder ?? "/", given));
    const found = statSync(place, { throwIfNoEntry: false });
    if (!found) throw new CannotTell("there is no such file");
    const prefix = at === "" ? "" : `${at}/`;
    if (!isArchive && found.isFile()) addFile(files, place, at);
    else if (isArchive && found.isDirectory()) addFolder(files, place, prefix, budget);
    else if (isArchive && found.isFile()) addArchive(files, place, prefix, budget);
    else throw new CannotTell("what should be a file is none");
}

/** The place behind a link that the program itself names. */
function real(place: string): string {
    try {
        const link = lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() === true && readlinkSync(place);
        return link === false ? place : realpathSync(place);
    } catch {
        throw new CannotTell("there is no such file");
    }
}

function addArchive(files: Files, archive: string, prefix: string, budget: Budget): void {
    const head = withFile(archive, (file, size) => (size < 4 ? Buffer.alloc(4) : part(file, 0, 4)));
    if (head.subarray(0, 2).toString("latin1") === "PK") addZip(files, archive, prefix, budget);
    else if (head.readUInt16BE(0) === 0x1f8b || /\.tar$/.test(archive)) addTar(files, archive, prefix, budget);
    else throw new CannotTell("the archive is broken");
}
