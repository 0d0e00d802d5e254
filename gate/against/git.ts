import { once } from "node:events";
import { CannotCheck } from "../errors";
import { start } from "../host/processes";

export interface GitAnswer {
    readonly isDone: boolean;
    readonly out: string;
    readonly errors: string;
}

/**
 * Asks Git in a folder. It neither speaks to the network, nor asks anybody, nor runs a hook, nor locks the index of the working tree. Throws
 * `CannotCheck` where there is no Git.
 */
export async function git(
    folder: string,
    args: readonly string[],
    environment: Readonly<Record<string, string>> = {},
): Promise<GitAnswer> {
    const child = start("git", [...SETTINGS, ...args], {
        cwd: folder,
        env: { ...outerEnvironment(), ...QUIET, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const texts = [child.stdout, child.stderr].map((stream) => {
        const parts: Buffer[] = [];
        stream?.on("data", (part: Buffer) => parts.push(part));
        return () => Buffer.concat(parts).toString("utf8");
    });
    try {
        const [code] = await once(child, "close");
        const [out = "", errors = ""] = texts.map((text) => text());
        return { isDone: code === 0, out, errors };
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
        throw new CannotCheck("--against a commit asks Git, which is not installed (or not in PATH)");
    }
}

const SETTINGS: readonly string[] = [
    "--no-pager",
    ...["core.fsmonitor=false", "core.hooksPath=/dev/null", "core.splitIndex=false", "core.sparseCheckout=false"]
        // What a partial clone lacks it would fetch.
        .concat("protocol.allow=never")
        .flatMap((setting) => ["-c", setting]),
];

const QUIET = {
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_LFS_SKIP_SMUDGE: "1",
    LC_ALL: "C",
};

/** Without what a hook of Git's own tells of the repository that it runs for, such as its index. */
function outerEnvironment(): NodeJS.ProcessEnv {
    const own =
        /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE)$/;
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
