import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { githubProblems, gitlabProblems, preCommit } from "./recipe-schemas";
import { bash, repositoryOf, root, snippets } from "./recipes";

const page = path.join(root, "docs/ci.md");
const blocks = snippets(page);
const yaml = blocks
    .filter(({ language }) => language === "yaml")
    .map(({ text }) => ({ text, file: /^# (\S+)\n/.exec(text)?.[1] ?? "" }));

interface Step {
    readonly run?: string;
    readonly uses?: string;
    readonly env?: Readonly<Record<string, string>>;
}

interface Job {
    readonly strategy?: { readonly matrix: { readonly project: readonly string[] } };
    readonly steps: readonly Step[];
}

/** Two programs with a mandatory violation, one of them at the top, one without. */
function repository(): string {
    const folder = repositoryOf({ ".": "typescript", "services/orders": "typescript", "services/invoices": "remote" });
    for (const project of [".", "services/orders", "services/invoices"])
        writeFileSync(path.join(folder, project, "Pulumi.dev.yaml"), "config: {}\n");
    writeFileSync(path.join(folder, "policies.yaml"), "# Nothing yet.\n");
    return folder;
}

function holds(folder: string, file: string, what: RegExp): void {
    assert.match(readFileSync(path.join(folder, file), "utf8"), what);
}

describe("docs/ci.md", function () {
    this.timeout(300_000);

    it("has YAML that each system accepts", async () => {
        assert.ok(yaml.length > 5);
        for (const { file, text } of yaml) {
            if (file.startsWith(".github/workflows/"))
                assert.deepEqual(await githubProblems(text, "workflow.yml"), [], text);
            else if (file === ".gitlab-ci.yml") assert.equal(gitlabProblems(text), "", text);
            else if (file === ".pre-commit-config.yaml") {
                const folder = repository();
                writeFileSync(path.join(folder, file), text);
                assert.equal(preCommit(folder, "validate-config", file).code, 0, text);
            } else assert.fail(`a block of YAML that names no file: ${text}`);
        }
        assert.notDeepEqual(
            await githubProblems("on: nothing\njobs: {}\n", "workflow.yml"),
            [],
            "GitHub's reader takes anything",
        );
        assert.notEqual(gitlabProblems("x:\n  script: [a]\n  artifact: {}\n"), "", "GitLab's schema takes anything");
    });

    it("has shell that runs, with the exit code that it says", () => {
        const folder = repository();
        const scripts = blocks.filter(({ language }) => language === "bash").map(({ text }) => text);
        const codes = scripts.map((script) => {
            const { code, err } = bash(folder, script, { TMPDIR: folder });
            assert.doesNotMatch(err, /command not found|syntax error/);
            return [
                /(?:init|--all-stacks|--update-baseline|--baseline|--policy-config|code=0)/.exec(script)?.[0],
                code,
            ];
        });
        assert.deepEqual(codes, [
            // policies.yaml is there, and differs from what init writes.
            ["init", 2],
            ["--policy-config", 1],
            ["--all-stacks", 1],
            ["code=0", 0],
            ["--baseline", 0],
            ["--baseline", 0],
            ["code=0", 1],
        ]);
        holds(folder, "security-junit.xml", /<testsuites/);
        holds(folder, "security.md", /lambda-url-auth-required/);
        holds(folder, "security-baseline.json", /lambda-url-auth-required/);
    });

    it("has workflows whose steps run", () => {
        const workflows = yaml.filter(({ file, text }) => file.startsWith(".github/") && text.includes("npx "));
        assert.ok(workflows.length >= 3);
        for (const { text } of workflows) {
            const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
            for (const { strategy, steps } of Object.values(jobs))
                for (const project of strategy?.matrix.project ?? [""]) {
                    const folder = repository();
                    const codes = steps
                        .filter((step) => step.run !== undefined && !(step.run ?? "").includes("gh api"))
                        .map(({ run = "", env = {} }) => runStep(folder, run, env, project));
                    // Installing, checking, and where there is one, the summary.
                    assert.deepEqual(codes.slice(0, 2), [0, project === "services/invoices" ? 0 : 1], text);
                    assert.ok(codes.slice(2).every((code) => code === 0));
                    if (text.includes("sarif_file")) {
                        holds(folder, "security.sarif", /"version": ?"2\.1\.0"/);
                        holds(folder, "summary.md", /lambda-url-auth-required/);
                    }
                }
        }
    });

    it("finds its comment again by the mark", () => {
        const text = yaml.find(({ file }) => file.endsWith("security-comment.yml"))?.text ?? "";
        const { jobs } = parse(text) as { jobs: Readonly<Record<string, Job>> };
        const steps = jobs["policies"]?.steps.filter(({ run }) => run !== undefined) ?? [];
        const folder = repository();
        for (const known of ["", "7"]) {
            const gh = path.join(folder, ".stand-ins/gh");
            writeFileSync(
                gh,
                `#!/bin/sh\ncase "$*" in *--jq*) echo "$MARK" > "$CALLS.mark"; echo "${known}";; *) echo "$*" >> "$CALLS";; esac\n`,
            );
            chmodSync(gh, 0o755);
            const calls = path.join(folder, `calls-${known}`);
            for (const { run = "", env = {} } of steps) {
                const code = runStep(folder, run, { ...env, CALLS: calls, GITHUB_REPOSITORY: "example/shop" }, "");
                assert.ok(run.includes("check") ? code === 1 : code === 0, run);
            }
            const place =
                known === ""
                    ? "POST repos/example/shop/issues/5/comments"
                    : "PATCH repos/example/shop/issues/comments/7";
            assert.equal(readFileSync(calls, "utf8"), `api --method ${place} --field body=@security.md\n`);
            const mark = readFileSync(`${calls}.mark`, "utf8").trim();
            assert.match(mark, /^<!-- .+ -->$/);
            assert.ok(readFileSync(path.join(folder, "security.md"), "utf8").startsWith(mark));
        }
    });

    it("has a pipeline of GitLab's whose script runs", () => {
        const text = yaml.find(({ file }) => file === ".gitlab-ci.yml")?.text ?? "";
        const { security } = parse(text) as {
            security: { script: readonly string[]; artifacts: { reports: Record<string, string> } };
        };
        const folder = repository();
        assert.equal(bash(folder, security.script.join("\n")).code, 1);
        for (const file of Object.values(security.artifacts.reports))
            assert.ok(existsSync(path.join(folder, file)), file);
    });

    it("leads to pages that are there", () => {
        const links = [...readFileSync(page, "utf8").matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
            ([, link = ""]) => link,
        );
        assert.ok(links.length > 3);
        for (const link of links) assert.ok(existsSync(path.join(root, "docs", link)), link);
    });
});

/** Runs a step with what its expressions stand for. */
function runStep(folder: string, run: string, env: Readonly<Record<string, string>>, project: string): number | null {
    const values: Readonly<Record<string, string>> = {
        "matrix.project": project,
        "github.token": "token",
        "github.event.number": "5",
    };
    assert.ok(!run.includes("${{"), "an expression in a script becomes part of it");
    mkdirSync(folder, { recursive: true });
    const open = Object.entries(env).map(([name, value]) => [
        name,
        String(value).replace(/\$\{\{ (\S+) \}\}/g, (_, of: string) => values[of] ?? assert.fail(`no value for ${of}`)),
    ]);
    return bash(folder, run, {
        ...(Object.fromEntries(open) as Record<string, string>),
        GITHUB_STEP_SUMMARY: path.join(folder, "summary.md"),
        GITHUB_WORKSPACE: folder,
    }).code;
}
