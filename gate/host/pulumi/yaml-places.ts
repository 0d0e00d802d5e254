import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type { Project } from "../../project/project";
import type { SourceLocation } from "../types";

/** Where a YAML program may stand. Source: pulumi/pulumi-yaml, pkg/pulumiyaml, `LoadDir`. */
const FILES = ["Main.yaml", "Pulumi.yaml", "Pulumi.yml"];

/** Where each resource of a program in YAML is declared, by its name: what its language host tells is a place in itself. */
export function yamlPlaces({ folder, programFolder }: Project): ReadonlyMap<string, SourceLocation> {
    const places = new Map<string, SourceLocation>();
    const file = FILES.map((name) => path.join(programFolder, name)).find(existsSync);
    if (file === undefined) return places;
    const lines = new LineCounter();
    const resources = parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }).get("resources");
    for (const { key, value } of isMap(resources) ? resources.items : []) {
        if (!isScalar(key)) continue;
        const named = isMap(value) ? value.get("name") : undefined;
        const { line, col } = lines.linePos(key.range?.[0] ?? 0);
        places.set(typeof named === "string" ? named : String(key.value), {
            file: path.relative(folder, file),
            line,
            column: col,
        });
    }
    return places;
}
