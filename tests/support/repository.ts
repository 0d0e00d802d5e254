import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Git in a folder, as somebody without any configuration. */
export function git(folder: string, ...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, {
        cwd: folder,
        encoding: "utf8",
        env: {
            ...process.env,
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_CONFIG_GLOBAL: "/dev/null",
            ...Object.fromEntries(
                ["AUTHOR", "COMMITTER"].flatMap((who) => [
                    [`GIT_${who}_NAME`, "Shop"],
                    [`GIT_${who}_EMAIL`, "shop@example.com"],
                ]),
            ),
        },
    });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout.trim();
}

/** Files by name; undefined is none. */
export function write(folder: string, files: Readonly<Record<string, string | undefined>>): void {
    for (const [name, text] of Object.entries(files)) {
        const file = path.join(folder, name);
        if (text === undefined) rmSync(file, { recursive: true, force: true });
        else {
            mkdirSync(path.dirname(file), { recursive: true });
            writeFileSync(file, text);
        }
    }
}

/** All that is there, as it is, as a commit. */
export function commit(folder: string, message = "a change"): string {
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", message);
    return git(folder, "rev-parse", "HEAD");
}
