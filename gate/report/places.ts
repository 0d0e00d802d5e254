import { existsSync } from "node:fs";
import path from "node:path";
import type { SourceLocation } from "../host/types";
import type { Report } from "./model";

/** A place as code hosts name it: the path from the repository's root, with `/` between folders. */
export interface RepositoryPlace {
    readonly path: string;
    /** From 1, both. */
    readonly line: number;
    readonly column?: number;
    readonly declaredBy?: string;
}

/** Where something stands: its own place, or the file that says what is judged. */
export type PlaceOf = (one: { readonly location?: SourceLocation }) => RepositoryPlace;

/** A report's places are relative to where the command runs; these to the repository that holds what it judged. */
export function repositoryPlaces({ origin = "Pulumi.yaml" }: Report): PlaceOf {
    const root = repositoryOf(path.dirname(path.resolve(origin)));
    const within = (file: string): string | undefined => {
        const relative = path.relative(root, path.resolve(file));
        const isOutside = relative === "" || path.isAbsolute(relative) || relative.split(path.sep)[0] === "..";
        return isOutside ? undefined : relative.split(path.sep).join("/");
    };
    const own: RepositoryPlace = { path: within(origin) ?? path.basename(origin), line: 1 };
    return ({ location }) => {
        const file = location && within(location.file);
        if (!location || file === undefined) return own;
        const { line, column, declaredBy } = location;
        return {
            path: file,
            line: Math.max(1, line),
            ...(column > 0 && { column }),
            ...(declaredBy !== undefined && { declaredBy }),
        };
    };
}

/** The nearest folder above that Git keeps; else where the command runs, or the folder itself where it stands apart from that. */
function repositoryOf(folder: string): string {
    for (let at = folder; ; at = path.dirname(at)) {
        if (existsSync(path.join(at, ".git"))) return at;
        if (path.dirname(at) === at) break;
    }
    const here = path.relative(process.cwd(), folder);
    return here.split(path.sep)[0] === ".." || path.isAbsolute(here) ? folder : process.cwd();
}
