import path from "node:path";
import type { SourcePosition } from "@pulumi/pulumi/proto/source_pb";
import type { SourceLocation } from "./types";

/** Where a resource was declared, relative to the project's folder: of `project:///api/routes.ts#10,13`. */
export function sourceLocation(position: SourcePosition | undefined, folder: string): SourceLocation | undefined {
    if (!position) return undefined;
    const uri = position.getUri();
    const file = uri.startsWith("project://") ? uri.replace(/^project:\/\/\/?/, "") : uri.replace(/^file:\/\//, "");
    if (file === "" || file.includes("node_modules")) return undefined;
    const relative = path.isAbsolute(file) ? path.relative(folder, file) : file;
    return { file: decodeURIComponent(relative), line: position.getLine(), column: position.getColumn() };
}
