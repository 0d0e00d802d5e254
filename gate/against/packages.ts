/** The packages of a working tree, for an earlier state of its files. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import path from "node:path";

interface Trees {
    /** Absolute, without links: the working tree. */
    readonly root: string;
    /** The earlier files. */
    readonly tree: string;
}

/**
 * Makes a `node_modules` of links to another's packages. Those that are a part of the repository themselves (workspaces) lead to their
 * earlier files.
 */
export function linkPackages(from: string, to: string, trees: Trees): void {
    if (lstatSync(from).isSymbolicLink()) {
        symlinkSync(realpathSync(from), to);
        return;
    }
    mkdirSync(to);
    for (const { name } of readdirSync(from, { withFileTypes: true })) {
        const [own, link] = [path.join(from, name), path.join(to, name)];
        if (name.startsWith("@") && !lstatSync(own).isSymbolicLink()) linkPackages(own, link, trees);
        else symlinkSync(earlier(own, trees), link);
    }
}

function earlier(file: string, { root, tree }: Trees): string {
    if (!lstatSync(file).isSymbolicLink() || !existsSync(file)) return file;
    const real = realpathSync(file);
    const within = path.relative(root, real);
    const parts = within.split(path.sep);
    if (parts[0] === ".." || path.isAbsolute(within) || parts.includes("node_modules")) return real;
    const then = path.join(tree, within);
    return existsSync(then) ? then : real;
}

const LOCK_FILES = [
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "bun.lockb",
] as const;

/** The files by which two folders ask for different packages: lock files, else what `package.json` asks for. */
export function packagesDiffer(now: string, then: string): readonly string[] {
    const locks = LOCK_FILES.filter((name) => [now, then].some((folder) => existsSync(path.join(folder, name))));
    if (locks.length > 0)
        return locks.filter((name) => bytesOf(path.join(now, name)) !== bytesOf(path.join(then, name)));
    const name = "package.json";
    return dependenciesOf(path.join(now, name)) === dependenciesOf(path.join(then, name)) ? [] : [name];
}

function bytesOf(file: string): string {
    return existsSync(file) ? readFileSync(file, "latin1") : "";
}

function dependenciesOf(file: string): string {
    try {
        const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = JSON.parse(bytesOf(file));
        return JSON.stringify([dependencies, devDependencies, optionalDependencies]);
    } catch {
        return "";
    }
}
