import path from "node:path";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import type { SourceLocation } from "./types";

/** What a registration says of the program's code: SDKs from about 3.200 on also send the frames around the declaration. */
interface Declared {
    getSourceposition(): SourcePosition | undefined;
    getStacktrace?(): StackTrace | undefined;
}

/**
 * Where a resource was declared, relative to the project's folder: of `project:///api/routes.ts#10,13`. A package's component
 * declares its children in its own code; the nearest frame that is the program's tells more than that.
 */
export function sourceLocation(declared: Declared, folder: string): SourceLocation | undefined {
    const frames = declared.getStacktrace?.()?.getFramesList() ?? [];
    for (const position of [declared.getSourceposition(), ...frames.map((frame) => frame.getPc())]) {
        const location = position && locationOf(position.getUri(), position.getLine(), position.getColumn(), folder);
        if (location) return location;
    }
    return undefined;
}

const PACKAGES = /(?:^|[\\/])(?:node_modules|\.yarn)[\\/]/;

/** Where an SDK tells the line alone. */
const FIRST_COLUMN = 1;

/** A place in the program's own code; undefined for one in a package's, and for an absolute one where no folder is given. */
export function locationOf(given: string, line: number, column: number, folder?: string): SourceLocation | undefined {
    const uri = decoded(given);
    // Of a frame that names its file by a URL, the SDK makes a path that ends in file:/srv/shop/api.ts.
    const file = uri.replace(/^project:\/\/\/?/, "").replace(/^(?:.*\/)?file:\/+/, "/");
    if (file === "" || PACKAGES.test(file)) return undefined;
    const place = { line, column: column || FIRST_COLUMN };
    if (!path.isAbsolute(file)) return { file, ...place };
    return folder === undefined ? undefined : { file: path.relative(folder, file), ...place };
}

function decoded(uri: string): string {
    try {
        return decodeURIComponent(uri);
    } catch {
        return uri;
    }
}
