import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CannotCheck, reasonOf } from "./errors";

const made = new Set<string>();
let isWatched = false;

/** A folder that is gone with this process, however this process ends. Throws `CannotCheck` where none can be made. */
export function temporaryFolder(prefix = "aws-serverless-security-"): string {
    // Not before: processes that write there are stopped first, by who was loaded earlier.
    if (!isWatched) process.once("exit", () => made.forEach(removeFolder));
    isWatched = true;
    try {
        const folder = mkdtempSync(path.join(tmpdir(), prefix));
        made.add(folder);
        return folder;
    } catch (error) {
        throw new CannotCheck("no temporary folder could be made (TMPDIR names another)", reasonOf(error));
    }
}

export function removeFolder(folder: string): void {
    made.delete(folder);
    // Again where a process that is ending has written meanwhile.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
}
