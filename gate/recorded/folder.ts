import { readdirSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CannotCheck, reasonOf } from "../errors";
import type { Store, StoredFile } from "./store";

/** Of no backend, and full of files. */
const NOT_LOOKED_INTO: ReadonlySet<string> = new Set(["node_modules", ".git"]);

/** The files of a folder, at any depth. `name` is how its user calls it. */
export function folderStore(folder: string, name: string): Store {
    const root = path.resolve(folder);
    return {
        name,
        reopen: { kind: "folder", folder: root, name },
        async list() {
            const found: StoredFile[] = [];
            const visit = (at: string): void => {
                for (const entry of readdirSync(path.join(root, at), { withFileTypes: true })) {
                    const key = at === "" ? entry.name : `${at}/${entry.name}`;
                    if (entry.isDirectory()) {
                        if (!NOT_LOOKED_INTO.has(entry.name)) visit(key);
                    } else {
                        const stats = statSync(path.join(root, key), { throwIfNoEntry: false });
                        if (stats?.isFile()) found.push({ key, modified: stats.mtimeMs, bytes: stats.size });
                    }
                }
            };
            try {
                visit("");
            } catch (error) {
                throw new CannotCheck(`${name} cannot be read`, reasonOf(error));
            }
            return found;
        },
        read: (key) =>
            readFile(path.join(root, key)).catch((error) => {
                throw new CannotCheck(`${key} cannot be read`, reasonOf(error));
            }),
    };
}
