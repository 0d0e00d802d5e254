/** Holds recipes against what their systems publish: GitHub's own reader of workflows and actions, GitLab's schema, pre-commit's reader. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { root, temporary } from "./recipes";

interface Reader {
    readonly validate: (document: unknown) => Promise<readonly { readonly message: string }[]>;
    readonly TextDocument: { create(uri: string, language: string, version: number, text: string): unknown };
}

let reader: Reader | undefined;
let read = 0;

/** A package of ES modules that Node 20 cannot load as it is: it imports JSON without saying so. */
function readerOfGitHub(): Reader {
    if (reader) return reader;
    const outfile = path.join(temporary(), "reader.cjs");
    buildSync({
        stdin: {
            contents: `export { validate } from "@actions/languageservice"; export { TextDocument } from "vscode-languageserver-textdocument";`,
            resolveDir: root,
        },
        bundle: true,
        platform: "node",
        format: "cjs",
        outfile,
        logLevel: "error",
    });
    reader = require(outfile) as Reader;
    return reader;
}

/** What GitHub finds wrong with a workflow, or with `action.yml`, its expressions among it. */
export async function githubProblems(text: string, name: "action.yml" | "workflow.yml"): Promise<readonly string[]> {
    const { validate, TextDocument } = readerOfGitHub();
    // It remembers each by its name.
    const uri = `file:///${read++}/${name === "action.yml" ? name : `.github/workflows/${name}`}`;
    return (await validate(TextDocument.create(uri, "yaml", 1, text))).map(({ message }) => message);
}

/** What the schema of GitLab's pipelines finds wrong with one; empty where nothing. */
export function gitlabProblems(text: string): string {
    const folder = mkdtempSync(path.join(temporary(), "gitlab-"));
    spawnSync("git", ["init", "--quiet"], { cwd: folder });
    spawnSync("git", ["remote", "add", "origin", "git@gitlab.com:example/project.git"], { cwd: folder });
    writeFileSync(path.join(folder, ".gitlab-ci.yml"), text);
    // What the package asks of Node 22.
    const older = path.join(folder, "older.cjs");
    writeFileSync(older, "Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };\n");
    const program = path.join(root, "node_modules/gitlab-ci-local/dist/index.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--require", older, program, "--list-json"], {
        cwd: folder,
        encoding: "utf8",
    });
    if (status !== 0) return `${stdout}${stderr}`;
    JSON.parse(stdout);
    return "";
}

/** Runs a command of a reader of pre-commit's files. */
export function preCommit(folder: string, ...words: readonly string[]): { code: number | null; out: string } {
    const program = path.join(root, "node_modules/@j178/prek/bin/prek.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PREK_HOME: path.join(temporary(), "prek"), NO_COLOR: "1" },
    });
    return { code: status, out: `${stdout}${stderr}` };
}
