import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** A generated file of data: where its facts come from and as of when, and the facts by name. */
export interface Table {
    readonly source: string;
    readonly licence: string;
    readonly date: string;
    /** Of the blocks in the compressed file beside it, where there is one. */
    readonly lengths?: string;
    readonly table: Readonly<Record<string, string>>;
}

const FOLDERS = {
    actions: "iam",
    "managed-policies": "iam",
    operations: "aws",
    "resource-models": "aws",
    "dependent-actions": "aws",
} as const;
type TableName = keyof typeof FOLDERS;

const tables = new Map<TableName, Table>();
let folder: string | undefined;

/** A table, read at the first question about it. */
export function table(name: TableName): Table {
    let found = tables.get(name);
    if (!found) {
        found = JSON.parse(readFileSync(file(name, "json"), "utf8")) as Table;
        tables.set(name, found);
    }
    return found;
}

/** The whole of a compressed file; its blocks are inflated one by one. */
export function compressed(name: "managed-policies"): Buffer {
    return readFileSync(file(name, "br"));
}

export function inflated(block: Buffer): string {
    return brotliDecompressSync(block).toString("utf8");
}

/** The pack's root is where PulumiPolicy.yaml is, whether this runs from source or from the bundle in `bin/`. */
function file(name: TableName, extension: string): string {
    if (folder === undefined) {
        let candidate = __dirname;
        while (!existsSync(path.join(candidate, "PulumiPolicy.yaml"))) {
            const parent = path.dirname(candidate);
            if (parent === candidate)
                throw new Error("PulumiPolicy.yaml is missing from this installation of the pack");
            candidate = parent;
        }
        folder = path.join(candidate, "data");
    }
    return path.join(folder, FOLDERS[name], `${name}.${extension}`);
}
