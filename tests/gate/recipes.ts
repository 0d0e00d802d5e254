/** Runs recipes where they would run: in a folder with projects, with the command installed, and with nothing that installs packages. */
import { spawnSync } from "node:child_process";
import {
    chmodSync,
    cpSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(__dirname, "../..");
export const gate = path.join(root, "bin/gate/main.js");

const made: string[] = [];
process.once("exit", () => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function temporary(): string {
    const folder = mkdtempSync(path.join(tmpdir(), "recipes-"));
    made.push(folder);
    return folder;
}

/** A repository with programs of `tests/gate/programs` at the places that are named. */
export function repositoryOf(programs: Readonly<Record<string, string>>): string {
    const folder = temporary();
    mkdirSync(path.join(folder, ".git"));
    for (const [place, program] of Object.entries(programs))
        cpSync(path.join(root, "tests/gate/programs", program), path.join(folder, place), { recursive: true });
    const modules = path.join(folder, "node_modules");
    mkdirSync(path.join(modules, ".bin"), { recursive: true });
    for (const name of readdirSync(path.join(root, "node_modules")).filter((one) => !one.startsWith(".")))
        symlinkSync(path.join(root, "node_modules", name), path.join(modules, name));
    symlinkSync(gate, path.join(modules, ".bin/aws-serverless-security"));
    // What installs is said to have done so; npx is the machine's own.
    mkdirSync(path.join(folder, ".stand-ins"));
    for (const [name, script] of Object.entries({ npm: "", corepack: "", git: "" })) {
        const file = path.join(folder, ".stand-ins", name);
        writeFileSync(file, `#!/bin/sh\n${script}\n`);
        chmodSync(file, 0o755);
    }
    return folder;
}

export interface Ran {
    readonly code: number | null;
    readonly out: string;
    readonly err: string;
}

/** Runs a script as a step of a workflow does: bash -e -o pipefail. */
export function bash(folder: string, script: string, environment: Readonly<Record<string, string>> = {}): Ran {
    const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${path.join(folder, ".stand-ins")}:${process.env["PATH"]}`, ...environment },
    });
    return { code: status, out: stdout, err: stderr };
}

export interface Snippet {
    readonly language: string;
    readonly text: string;
}

/** The fenced blocks of a page, in their order. */
export function snippets(page: string): readonly Snippet[] {
    return [...readFileSync(page, "utf8").matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
        ([, language = "", text = ""]) => ({
            language,
            text,
        }),
    );
}
