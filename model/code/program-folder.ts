import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";

const NAMES = ["Pulumi.yaml", "Pulumi.yml"];
const LARGEST = 1_000_000;

/**
 * The folder that a program's relative paths start at. The pack runs in its own; the engine that started it runs in the program's,
 * and its shell knows where that was. Either counts where a Pulumi.yaml there, or above, is this project's.
 */
export function programFolder(project: string): string | undefined {
    const running = realFolder(`/proc/${process.ppid}/cwd`);
    if (running !== undefined && projectAbove(running, project) !== undefined) return running;
    const shell = process.env["PWD"];
    const found = shell === undefined || !path.isAbsolute(shell) ? undefined : projectAbove(shell, project);
    if (found === undefined) return undefined;
    const main = path.resolve(found.folder, found.main ?? ".");
    return statSync(main, { throwIfNoEntry: false })?.isDirectory() ? main : found.folder;
}

function realFolder(link: string): string | undefined {
    try {
        return realpathSync(link);
    } catch {
        return undefined;
    }
}

/** The nearest project, seen from a folder, where it has this name. */
function projectAbove(
    folder: string,
    project: string,
): { readonly folder: string; readonly main?: string | undefined } | undefined {
    for (let at = folder; ; at = path.dirname(at)) {
        for (const name of NAMES) {
            const text = textOf(path.join(at, name));
            if (text === undefined) continue;
            const main = wordAfter(text, "main");
            return wordAfter(text, "name") === project ? { folder: at, main } : undefined;
        }
        if (at === path.dirname(at)) return undefined;
    }
}

function textOf(file: string): string | undefined {
    const found = statSync(file, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size > LARGEST) return undefined;
    try {
        return readFileSync(file, "utf8");
    } catch {
        return undefined;
    }
}

/** The plain text of a key at the top of a YAML document. */
function wordAfter(text: string, key: string): string | undefined {
    const found = new RegExp(`^${key}:[ \\t]*(?:"([^"\\n]*)"|'([^'\\n]*)'|([^\\s#"']+))`, "m").exec(text);
    return found?.slice(1).find((one) => one !== undefined);
}
