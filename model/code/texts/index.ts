import type { Files } from "../archive";
import { type Budget, CannotTell } from "../code";
import { isBinaryName, isGarbage } from "./binary";
import { nameOf, ownPaths } from "./own";
import { mappedSources, withoutInlineMaps } from "./source-map";

/** A text that somebody here wrote. */
export interface OwnText {
    /** Of the file; hostile text: whoever prints it cuts and cleans it. */
    readonly path: string;
    /** By which its kind is told: the file's name, of what a source map repeats the source's. */
    readonly name: string;
    readonly text: string;
    /** Of what a source map repeats: the line of the file that holds it, for most of it stands in another file too. */
    readonly copyAt?: number;
}

/** Files of which the texts are kept at once, in bytes. */
const MOST_BYTES = 16_000_000;
/** What is read as a whole to see what it is. */
const SMALL = 32_000;

/** Shows each text, and gives the reason why these are not all. */
export function ownTexts(files: Files, budget: Budget, look: (text: OwnText) => void): string | undefined {
    const maps: OwnText[] = [];
    let unread = files.leftOut ?? files.doubt;
    for (const path of ownPaths(files)) {
        budget.spend(16);
        budget.checkTime();
        const read = textOf(files, path);
        if (read.is === "unread") unread ??= read.reason;
        if (read.is !== "text") continue;
        const found = split(path, read.text);
        maps.push(...found.maps);
        if (found.text !== undefined) look({ path, name: nameOf(path), text: found.text });
        if (files.bytesRead > MOST_BYTES) files.forget();
    }
    for (const map of maps) {
        budget.checkTime();
        look(map);
    }
    return unread;
}

type Read =
    | { readonly is: "text"; readonly text: string }
    | { readonly is: "none" }
    | { readonly is: "unread"; readonly reason: string };

function textOf(files: Files, path: string): Read {
    if (isBinaryName(path)) return { is: "none" };
    try {
        if (files.size(path) > SMALL && files.isBinary(path)) return { is: "none" };
        const text = files.read(path);
        return text === undefined || text === "" || isGarbage(text) ? { is: "none" } : { is: "text", text };
    } catch (error) {
        if (error instanceof CannotTell) return { is: "unread", reason: error.message };
        throw error;
    }
}

/** What a file says itself, and what the source maps in it repeat. */
function split(path: string, whole: string): { readonly text?: string; readonly maps: readonly OwnText[] } {
    if (/\.map$/.test(path)) {
        const sources = mappedSources(whole);
        if (sources)
            return {
                maps: sources.map(({ name, text }) => ({ path, name, text, copyAt: 1 })),
            };
    }
    const { text, maps } = withoutInlineMaps(whole);
    return {
        text,
        maps: maps.flatMap(({ line, text: map }) =>
            (mappedSources(map) ?? []).map((source) => ({ path, ...source, copyAt: line })),
        ),
    };
}
