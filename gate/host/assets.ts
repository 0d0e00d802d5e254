import { type Stats, statSync } from "node:fs";
import path from "node:path";
import type { PropertyTree } from "../synthetic";
import { ARCHIVE_SIGNATURE, ASSET_SIGNATURE, isObject, SIGNATURE_KEY } from "../synthetic/wire-values";

/** What the engine reads an archive from, besides a folder. Source: pulumi/sdk, resource/archive. */
const ARCHIVES = /\.(?:tar|tgz|tar\.gz|zip|jar)$/;

/**
 * Why an asset or archive in a resource's inputs cannot be read, in words that name its property and not its path; the
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
            const why = problemOf(signature === ASSET_SIGNATURE, path.resolve(folder, given));
            return why === undefined
                ? undefined
                : `the ${signature === ASSET_SIGNATURE ? "file" : "archive"} at ${at} ${why}`;
        }
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
