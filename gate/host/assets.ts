import { type Stats, statSync } from "node:fs";
import path from "node:path";
import { printable } from "../report/printable";
import type { PropertyTree } from "../synthetic";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, isObject, SIGNATURE_KEY } from "../synthetic/wire-values";

/** What the engine reads an archive from, besides a folder. Source: pulumi/sdk, resource/archive. */
const ARCHIVES = /\.(?:tar|tgz|tar\.gz|zip|jar)$/;

/**
 * Why an asset or archive in a resource's inputs cannot be read, in words that name its property and, of its path, the last part alone; the
 * engine fails there. Undefined where all can be.
 */
export function fileProblem(tree: PropertyTree, folder: string): string | undefined {
    const visit = (value: unknown, at: string): string | undefined => {
        if (Array.isArray(value))
            return firstOf(value.map((element, index) => () => visit(element, `${at}[${index}]`)));
        if (!isObject(value)) return undefined;
        const signature = value[SIGNATURE_KEY];
        const given = value["path"];
        if (typeof given === "string" && (signature === ASSET_SIGNATURE || signature === ARCHIVE_SIGNATURE)) {
            const isAsset = signature === ASSET_SIGNATURE;
            const why = problemOf(isAsset, path.resolve(folder, given));
            if (why === undefined) return undefined;
            return `the ${[isAsset ? "file" : "archive", ...nameIn(folder, given)].join(" ")} at ${at} ${why}`;
        }
        // What a program puts together goes by the names that it has there, such as ".", and not by properties.
        const assets = signature === ARCHIVE_SIGNATURE ? value["assets"] : undefined;
        if (isObject(assets))
            return firstOf(
                Object.entries(assets).map(
                    ([key, below]) =>
                        () =>
                            visit(below, `${at}, under "${printable(key)}"`),
                ),
            );
        return firstOf(
            Object.entries(value).map(
                ([key, below]) =>
                    () =>
                        visit(below, at === "" ? key : `${at}.${key}`),
            ),
        );
    };
    return visit(tree, "");
}

/** How the program calls it; of a path that leads elsewhere, or to the program's own folder, nothing. */
function nameIn(folder: string, given: string): readonly string[] {
    const within = path.relative(folder, path.resolve(folder, given));
    const isElsewhere = within === "" || within.split(path.sep)[0] === ".." || path.isAbsolute(within);
    return isElsewhere ? [] : [`"${printable(path.basename(within))}"`];
}

/** The files and folders of the assets and archives in a resource's inputs, absolute. */
export function filesOf(tree: unknown, folder: string): readonly string[] {
    if (Array.isArray(tree)) return tree.flatMap((element) => filesOf(element, folder));
    if (!isObject(tree)) return [];
    const given = tree["path"];
    if (tree[SIGNATURE_KEY] === ASSET_SIGNATURE || tree[SIGNATURE_KEY] === ARCHIVE_SIGNATURE)
        if (typeof given === "string") return [path.resolve(folder, given)];
    return Object.values(tree).flatMap((below) => filesOf(below, folder));
}

function problemOf(isAsset: boolean, file: string): string | undefined {
    const found = statOf(file);
    if (!found) return "does not exist (relative paths start at the program's folder)";
    if (isAsset) return found.isDirectory() ? "is a folder: a folder makes an archive" : undefined;
    return found.isDirectory() || ARCHIVES.test(file)
        ? undefined
        : "is neither a folder nor a kind of archive that Pulumi reads";
}

function statOf(file: string): Stats | undefined {
    return statSync(file, { throwIfNoEntry: false });
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
    for (const check of checks) {
        const found = check();
        if (found !== undefined) return found;
    }
    return undefined;
}
