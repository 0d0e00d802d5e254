import path from "node:path";
import type { StoredFile } from "./store";

/** A stack of a backend, or a state in a folder of states. */
export interface StackFile {
    readonly key: string;
    /** What identifies the stack, however its file is compressed. */
    readonly name: string;
    readonly bytes: number;
    /** The stack's tags, where it has some. */
    readonly tagsKey?: string;
    /** By the file's place; the legacy layout knows no project, and a folder of states neither. */
    readonly project?: string;
    readonly stack?: string;
}

/** What a checkpoint is called. `.bak` is the state before the last one, `.attrs` what a file system cannot hold of an object. */
const STATE = /^(?<base>.+)\.json(?:\.gz|\.zst)?$/;
/** Source: pulumi/pkg, backend/diy/store.go: `stacks/PROJECT/STACK.json`, and before projects `stacks/STACK.json`. */
const OF_BACKEND = /^(?:.*\/)?\.pulumi\/stacks\/(?:(?<project>[^/]+)\/)?(?<file>[^/]+)$/;

/**
 * The stacks among a store's files: where there is a backend (`.pulumi/stacks`), those that its engine would list, and nothing of its
 * history, backups and locks; else every file that is called as a state is. Of one stack in several compressions the newest counts,
 * as for the engine. `within` is where in a backend the store begins, such as `.pulumi`.
 */
export function stackFiles(files: readonly StoredFile[], within = ""): readonly StackFile[] {
    const placed = files.map((file) => ({ file, at: within === "" ? file.key : `${within}/${file.key}` }));
    const ofBackend = placed.flatMap(({ file, at }) => {
        const { project, file: name = "" } = OF_BACKEND.exec(at)?.groups ?? {};
        const stack = STATE.exec(name)?.groups?.["base"];
        return stack === undefined ? [] : [{ file, stack, ...(project !== undefined && { project }) }];
    });
    const isBackend = placed.some(({ at }) => /(?:^|\/)\.pulumi\//.test(at));
    const others = files.filter(({ key }) => STATE.test(path.posix.basename(key))).map((file) => ({ file }));
    const newest = new Map<string, StackFile & { readonly modified: number }>();
    const keys = new Set(files.map(({ key }) => key));
    for (const { file, ...of } of isBackend ? ofBackend : others) {
        const { key, modified, bytes } = file;
        const name = STATE.exec(key)?.groups?.["base"] ?? key;
        const tagsKey = `${name}.pulumi-tags`;
        const before = newest.get(name);
        if (before && before.modified > modified) continue;
        newest.set(name, { key, name, bytes, modified, ...of, ...(keys.has(tagsKey) && { tagsKey }) });
    }
    return [...newest.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Where in a backend a folder or a prefix begins, by its own name. */
export function placeInBackend(folder: string): string {
    const [above, own] = folder.split(/[\\/]/).filter(Boolean).slice(-2);
    if (own === ".pulumi" || (own === undefined && above === ".pulumi")) return ".pulumi";
    return above === ".pulumi" && own === "stacks" ? ".pulumi/stacks" : "";
}
