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
        const location = position && ownLocation(position, folder);
        if (location) return location;
    }
    return undefined;
}

const PACKAGES = /(?:^|[\\/])(?:node_modules|\.yarn)[\\/]/;

/** Where an SDK tells the line alone. */
const FIRST_COLUMN = 1;

function ownLocation(position: SourcePosition, folder: string): SourceLocation | undefined {
    const uri = decodeURIComponent(position.getUri());
    const file = uri.startsWith("project://") ? uri.replace(/^project:\/\/\/?/, "") : uri.replace(/^file:\/\//, "");
    if (file === "" || PACKAGES.test(file)) return undefined;
    const relative = path.isAbsolute(file) ? path.relative(folder, file) : file;
    return { file: relative, line: position.getLine(), column: position.getColumn() || FIRST_COLUMN };
}
