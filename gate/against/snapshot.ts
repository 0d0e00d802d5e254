/** The files of a commit, in a folder of their own: neither the working tree, nor the index, nor anything in `.git` changes. */
import { existsSync, lstatSync, mkdirSync, symlinkSync } from "node:fs";
import path from "node:path";
import { CannotCheck } from "../errors";
import { removeFolder, temporaryFolder } from "../temporary";
import { git } from "./git";
import { linkPackages, packagesDiffer } from "./packages";
import type { Revision } from "./revision";

export interface Snapshot {
    /** The project's folder there; it may not exist. */
    readonly folder: string;
    /** A text without the folder's own path. */
    readonly shown: (text: string) => string;
    /** Sentences about what is not as it was. */
    readonly notes: readonly string[];
    readonly remove: () => void;
}

const PACKAGES = "node_modules";

/**
 * As `git checkout` would leave it: what Git ignores (packages, built files) is the present working tree's. The folder is gone with this process.
 * Throws `CannotCheck` where Git cannot write the files.
 */
export async function snapshotOf(revision: Revision): Promise<Snapshot> {
    const room = temporaryFolder();
    try {
        const tree = path.join(room, "tree");
        const notes = await writeTree(revision.root, revision.commit, tree, room);
        const changed = await linkIgnored(revision, tree);
        linkAbove(revision.root, room);
        const other = changed.length === 0 ? [] : [otherPackages(changed, revision.name)];
        return {
            folder: path.join(tree, revision.within),
            shown: (text) => text.replaceAll(`${tree}${path.sep}`, "").replaceAll(tree, "."),
            notes: [...notes, ...other],
            remove: () => removeFolder(room),
        };
    } catch (error) {
        removeFolder(room);
        throw error;
    }
}

function otherPackages(files: readonly string[], name: string): string {
    const [verb, them] = files.length > 1 ? ["are", "others"] : ["is", "another"];
    return `${files.join(" and ")} ${verb} ${them} at ${name}: its program is run with the packages that are installed now`;
}

/** Writes the files of a commit and of its submodules; gives what could not be written. */
async function writeTree(root: string, commit: string, to: string, room: string): Promise<readonly string[]> {
    mkdirSync(to, { recursive: true });
    const environment = { GIT_INDEX_FILE: path.join(room, `index-${commit}`) };
    for (const args of [
        ["read-tree", commit],
        ["checkout-index", "--all", "--force", "--quiet", `--prefix=${to}/`],
    ]) {
        const { isDone, errors } = await git(root, args, environment);
        if (!isDone) throw new CannotCheck(`Git cannot write the files of ${commit.slice(0, 9)}`, errors.trim());
    }
    const { out } = await git(root, ["ls-tree", "-r", "-z", commit]);
    const notes: string[] = [];
    for (const entry of out.split("\0")) {
        const [, submodule, at] = /^160000 commit (\w+)\t(.*)$/s.exec(entry) ?? [];
        if (submodule === undefined || at === undefined) continue;
        const folder = path.join(root, at);
        const isHere = existsSync(path.join(folder, ".git"));
        const known = isHere && (await git(folder, ["cat-file", "-e", `${submodule}^{commit}`])).isDone;
        if (known) notes.push(...(await writeTree(folder, submodule, path.join(to, at), room)));
        else notes.push(`the submodule ${at} is not here as it was: its folder is empty`);
    }
    return notes;
}

/** Links what Git ignores, where it was ignored then too; gives the lock files that differ. */
async function linkIgnored({ root, within }: Revision, tree: string): Promise<readonly string[]> {
    const list = async (...more: readonly string[]) => {
        const { out } = await git(root, ["ls-files", "--others", "--exclude-standard", "--directory", "-z", ...more]);
        return out.split("\0").flatMap((file) => (file === "" ? [] : file.replace(/\/$/, "")));
    };
    const ignored = await list("--ignored");
    const packages = (await list()).filter((file) => path.basename(file) === PACKAGES);
    const differ = new Set<string>();
    for (const file of [...ignored, ...packages]) {
        const [from, to] = [path.join(root, file), path.join(tree, file)];
        if (!isFolder(path.dirname(to)) || lstatSync(to, { throwIfNoEntry: false })) continue;
        if (path.basename(file) !== PACKAGES) {
            symlinkSync(from, to);
            continue;
        }
        linkPackages(from, to, { root, tree });
        const folder = path.dirname(file);
        const isUsed = !path.relative(folder, within === "" ? "." : within).startsWith("..");
        if (isUsed)
            for (const one of packagesDiffer(path.join(root, folder), path.join(tree, folder)))
                differ.add(path.join(folder, one));
    }
    return [...differ];
}

/** Packages that lie above the repository, where its programs find them too. */
function linkAbove(root: string, room: string): void {
    for (let at = path.dirname(root); ; at = path.dirname(at)) {
        const packages = path.join(at, PACKAGES);
        if (existsSync(packages)) symlinkSync(packages, path.join(room, PACKAGES));
        if (existsSync(packages) || path.dirname(at) === at) return;
    }
}

function isFolder(file: string): boolean {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}
