/** Writes what `init` makes, and replaces nothing that somebody has not given leave for. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotCheck, reasonOf } from "../errors";
import type { RecipeFile } from "./recipe";

/** What is there of a file: nothing, the same, something else; or it is the project's own, which has or lacks what is to be added. */
export type State = "absent" | "same" | "other" | "added" | "to add";

export function stateOf(folder: string, { file, text, toAdd }: RecipeFile): State {
    const whole = path.join(folder, file);
    if (!existsSync(whole)) return "absent";
    let now: string;
    try {
        now = readFileSync(whole, "utf8");
    } catch (error) {
        throw new CannotCheck(`${file} cannot be read`, reasonOf(error));
    }
    if (now === text) return "same";
    if (toAdd === undefined) return "other";
    return tellsOf(now, toAdd) ? "added" : "to add";
}

/** Whether the project's own file says what was to be added, in whatever place and depth. */
function tellsOf(now: string, toAdd: string): boolean {
    const lines = new Set(now.split("\n").map((line) => line.trim()));
    return toAdd
        .split("\n")
        .map((line) => line.trim())
        .every((line) => lines.has(line));
}

/** Throws `CannotCheck` where the file cannot be written. */
export function write(folder: string, { file, text, isExecutable }: RecipeFile): void {
    const whole = path.join(folder, file);
    try {
        mkdirSync(path.dirname(whole), { recursive: true });
        writeFileSync(whole, text);
        if (isExecutable) chmodSync(whole, 0o755);
    } catch (error) {
        throw new CannotCheck(`${file} cannot be written`, reasonOf(error));
    }
}
