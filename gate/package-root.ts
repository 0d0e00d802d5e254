import { existsSync } from "node:fs";
import path from "node:path";

let found: string | undefined;

/** The folder that holds PulumiPolicy.yaml and the tables, whether this runs from source or from `bin/`. */
export function packageRoot(): string {
    if (found === undefined) {
        let folder = __dirname;
        while (!existsSync(path.join(folder, "PulumiPolicy.yaml"))) {
            const parent = path.dirname(folder);
            if (parent === folder)
                throw new Error("PulumiPolicy.yaml is missing from this installation of the package");
            folder = parent;
        }
        found = folder;
    }
    return found;
}
