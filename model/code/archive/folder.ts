import { type Dirent, opendirSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { type Budget, CannotTell } from "../code";
import { type Files, HEAD_BYTES, LARGEST_FILE } from "./entries";
import { part, withFile } from "./file";

const DEEPEST = 64;

/** Adds what is in a folder, and nothing of what its links lead out to. */
export function addFolder(files: Files, folder: string, prefix: string, budget: Budget): void {
    const root = realpathSync(folder);
    const waiting: (readonly [at: string, depth: number])[] = [["", 0]];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [at, depth] = next;
        if (depth > DEEPEST) throw new CannotTell("the folder is deeper than what is read");
        for (const entry of entriesOf(path.join(root, at), budget)) {
            const name = at === "" ? entry.name : `${at}/${entry.name}`;
            if (entry.isDirectory()) waiting.push([name, depth + 1]);
            else if (entry.isFile()) addFile(files, path.join(root, name), prefix + name);
            else if (entry.isSymbolicLink()) addLink(files, root, name, prefix);
            else files.refuse(prefix + name, "what should be a file is none");
        }
    }
}

function* entriesOf(folder: string, budget: Budget): Iterable<Dirent> {
    let open: ReturnType<typeof opendirSync>;
    try {
        open = opendirSync(folder);
    } catch {
        throw new CannotTell("a folder cannot be read");
    }
    try {
        for (let entry = open.readSync(); entry; entry = open.readSync()) {
            budget.spend(4);
            yield entry;
        }
    } finally {
        open.closeSync();
    }
}

export function addFile(files: Files, file: string, name: string): void {
    files.add(name, {
        get size() {
            return sizeOf(file);
        },
        bytes: () =>
            withFile(file, (open, size) => {
                if (size > LARGEST_FILE) throw new CannotTell("a file is larger than what is read");
                return part(open, 0, size);
            }),
        head: () => withFile(file, (open, size) => part(open, 0, Math.min(size, HEAD_BYTES))),
    });
}

function sizeOf(file: string): number {
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A link inside of the folder stands for what it leads to; one that leads out of it is not followed. */
function addLink(files: Files, root: string, name: string, prefix: string): void {
    let target: string;
    try {
        target = realpathSync(path.join(root, name));
    } catch {
        return;
    }
    if (!target.startsWith(root + path.sep)) {
        files.refuse(prefix + name, "a link leads out of the code");
        return;
    }
    const found = statSync(target, { throwIfNoEntry: false });
    if (found?.isFile()) addFile(files, target, prefix + name);
    else if (found?.isDirectory())
        files.link(prefix + name, prefix + path.relative(root, target).split(path.sep).join("/"));
}
