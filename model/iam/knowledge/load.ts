import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

/** A generated file of data/iam: where its facts come from and as of when, and the facts by name. */
export interface Table {
    readonly source: string;
    readonly licence: string;
    readonly date: string;
    /** Of the blocks in the compressed file beside it, where there is one. */
    readonly lengths?: string;
    readonly table: Readonly<Record<string, string>>;
}

const tables = new Map<string, Table>();
let folder: string | undefined;

/** A table, read at the first question about it. */
export function table(name: "actions" | "managed-policies"): Table {
    let found = tables.get(name);
    if (!found) {
        found = JSON.parse(readFileSync(file(`${name}.json`), "utf8")) as Table;
        tables.set(name, found);
    }
    return found;
}

/** The whole of a compressed file; its blocks are inflated one by one. */
export function compressed(name: "managed-policies"): Buffer {
    return readFileSync(file(`${name}.br`));
}

export function inflated(block: Buffer): string {
    return brotliDecompressSync(block).toString("utf8");
}

/** The pack's root is where PulumiPolicy.yaml is, whether this runs from source or from the bundle in `bin/`. */
function file(name: string): string {
    if (folder === undefined) {
        let candidate = __dirname;
        while (!existsSync(path.join(candidate, "PulumiPolicy.yaml"))) {
            const parent = path.dirname(candidate);
            if (parent === candidate)
                throw new Error("PulumiPolicy.yaml is missing from this installation of the pack");
            candidate = parent;
        }
        folder = path.join(candidate, "data", "iam");
    }
    return path.join(folder, name);
}
