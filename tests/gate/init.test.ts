import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { githubProblems, gitlabProblems, preCommit } from "./recipe-schemas";
import { bash, gate, type Ran, repositoryOf, temporary } from "./recipes";

const ALL = ["github", "gitlab", "shell", "pre-commit"].flatMap((system) => ["--ci", system]);
const WORKFLOW = ".github/workflows/aws-serverless-security.yml";
const WRITTEN = [
    "policies.yaml",
    WORKFLOW,
    ".gitlab/aws-serverless-security.yml",
    ".gitlab-ci.yml",
    "check-security.sh",
    ".pre-commit-config.yaml",
];

function run(folder: string, ...args: readonly string[]): Ran {
    const { status, stdout, stderr } = spawnSync(process.execPath, [gate, ...args], { cwd: folder, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
}

function init(folder: string, ...args: readonly string[]): Ran {
    return run(folder, "init", ...args);
}

function textOf(folder: string, file: string): string {
    return readFileSync(path.join(folder, file), "utf8");
}

/** A terminal, where the machine has util-linux's `script`, with answers typed into it. */
function onTerminal(folder: string, answers: string, ...args: readonly string[]): Ran {
    const command = [process.execPath, gate, "init", ...args].map((word) => `'${word}'`).join(" ");
    const { status, stdout, stderr } = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
        cwd: folder,
        encoding: "utf8",
        input: answers,
    });
    return { code: status, out: stdout, err: stderr };
}

const hasTerminal = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes("util-linux") ?? false;

describe("aws-serverless-security init", function () {
    this.timeout(120_000);

    it("writes for an empty folder what is asked for, says what is next, and the second time that all is there", () => {
        const folder = temporary();
        const { code, out, err } = init(folder, ...ALL);
        assert.equal(code, 0, err);
        for (const file of WRITTEN) {
            assert.match(out, new RegExp(`^written {2}${file.replaceAll(".", "\\.")}$`, "m"));
            assert.ok(existsSync(path.join(folder, file)), file);
        }
        assert.match(out, /There is no Pulumi project below this folder yet/);
        assert.ok(statSync(path.join(folder, "check-security.sh")).mode & 0o100, "the script cannot be run");

        const texts = WRITTEN.map((file) => textOf(folder, file));
        const again = init(folder, ...ALL);
        assert.equal(again.code, 0, again.err);
        assert.match(again.out, /Everything is there already\./);
        assert.doesNotMatch(again.out, /^(?:written|replaced)/m);
        assert.deepEqual(
            WRITTEN.map((file) => textOf(folder, file)),
            texts,
        );
    });

    it("asks which CI there is, takes what is there, and without a terminal says what to give", () => {
        const folder = temporary();
        const { code, out, err } = init(folder);
        assert.equal(code, 2);
        assert.match(err, /^Cannot check: nothing here tells which CI there is: give --ci github, or --ci gitlab/);
        assert.equal(out, "");
        assert.deepEqual(readdirSync(folder), []);
        mkdirSync(path.join(folder, ".github"));
        assert.match(init(folder).out, new RegExp(`^written {2}${WORKFLOW}$`, "m"));
        assert.ok(!existsSync(path.join(folder, ".gitlab-ci.yml")));
    });

    it("replaces nothing without leave: it writes none of the files, names those that differ, and exits with 2", () => {
        const folder = temporary();
        mkdirSync(path.dirname(path.join(folder, WORKFLOW)), { recursive: true });
        writeFileSync(path.join(folder, WORKFLOW), "mine\n");
        const { code, err } = init(folder, "--ci", "github");
        assert.equal(code, 2);
        assert.match(err, new RegExp(`nothing is written: ${WORKFLOW} is there and differs`));
        assert.ok(!existsSync(path.join(folder, "policies.yaml")));
        assert.equal(textOf(folder, WORKFLOW), "mine\n");
        const forced = init(folder, "--ci", "github", "--force");
        assert.equal(forced.code, 0, forced.err);
        assert.match(forced.out, new RegExp(`^replaced {2}${WORKFLOW}$`, "m"));
    });

    it("asks on a terminal, and leaves what is not said yes to", function () {
        if (!hasTerminal) this.skip();
        const folder = temporary();
        assert.equal(onTerminal(folder, "shell\n").code, 0);
        assert.ok(existsSync(path.join(folder, "check-security.sh")));
        writeFileSync(path.join(folder, "check-security.sh"), "mine\n");
        const left = onTerminal(folder, "n\n", "--ci", "shell");
        assert.equal(left.code, 2, left.out);
        assert.equal(textOf(folder, "check-security.sh"), "mine\n");
        assert.equal(onTerminal(folder, "y\n", "--ci", "shell").code, 0);
        assert.notEqual(textOf(folder, "check-security.sh"), "mine\n");
    });

    it("adds nothing to the project's own files, and says what to add, until it is there", () => {
        const folder = temporary();
        const own: Readonly<Record<string, string>> = {
            ".gitlab-ci.yml": "stages: [test]\n",
            ".pre-commit-config.yaml": "repos: []\n",
        };
        for (const [file, text] of Object.entries(own)) writeFileSync(path.join(folder, file), text);
        const { code, out } = init(folder, "--force");
        assert.equal(code, 0);
        for (const [file, text] of Object.entries(own)) assert.equal(textOf(folder, file), text);
        assert.match(
            out,
            /Add to \.gitlab-ci\.yml, which is yours:\n\ninclude:\n {2}- local: \.gitlab\/aws-serverless-security\.yml\n/,
        );
        writeFileSync(
            path.join(folder, ".gitlab-ci.yml"),
            `${own[".gitlab-ci.yml"]}include:\n  - local: .gitlab/aws-serverless-security.yml\n`,
        );
        assert.match(init(folder).out, /^there already {2}\.gitlab-ci\.yml$/m);
    });

    it("says what cannot be, with 2", () => {
        const folder = temporary();
        writeFileSync(path.join(folder, ".gitlab"), "no folder");
        writeFileSync(path.join(folder, "file"), "");
        const cases: readonly (readonly [readonly string[], RegExp])[] = [
            [["nowhere", "--ci", "shell"], /there is no folder nowhere/],
            [["file", "--ci", "shell"], /file is no folder/],
            [["--ci", "jenkins"], /--ci takes github, gitlab, shell, pre-commit/],
            [["--ci", "github", "--action", "$(id)"], /--action takes OWNER\/REPOSITORY@REF/],
            [["--ci", "gitlab"], /\.gitlab\/aws-serverless-security\.yml cannot be (?:read|written)/],
            [["--colour"], /unknown option/],
        ];
        for (const [args, message] of cases) {
            const { code, err } = init(folder, ...args);
            assert.equal(code, 2, err);
            assert.match(err, message);
        }
        if (!existsSync("/proc/self")) return;
        const { code, err } = init(folder, "/proc/self/fdinfo", "--ci", "shell");
        assert.equal(code, 2);
        assert.match(err, /policies\.yaml cannot be written/);
    });

    it("writes every policy and option, so that all comments taken off configure what is standard", () => {
        const folder = temporary();
        init(folder, "--ci", "shell");
        const text = textOf(folder, "policies.yaml");
        assert.deepEqual(parse(text), null);
        const open = text.replace(/^# /gm, "");
        writeFileSync(path.join(folder, "open.yaml"), open);
        const configured = JSON.parse(run(folder, "policy-config", "open.yaml").out) as Record<
            string,
            Record<string, unknown>
        >;
        const rules = JSON.parse(run(folder, "rules", "--json").out) as {
            id: string;
            level: string;
            options: { name: string; standard?: unknown }[];
        }[];
        assert.ok(rules.length > 100);
        const standards = rules.map(({ id, level, options }) => {
            const set = options.filter(({ standard }) => standard !== undefined);
            return [
                id,
                { enforcementLevel: level, ...Object.fromEntries(set.map(({ name, standard }) => [name, standard])) },
            ];
        });
        assert.deepEqual(configured, Object.fromEntries(standards));
        assert.deepEqual(JSON.parse(run(folder, "policy-config", "policies.yaml").out), {});
        writeFileSync(path.join(folder, "open.yaml"), "no-such-policy: mandatory\n");
        assert.match(
            run(folder, "policy-config", "open.yaml").err,
            /names no-such-policy, which this pack does not have/,
        );
        writeFileSync(path.join(folder, "open.yaml"), "a: [1\nb: secret\n");
        assert.match(run(folder, "policy-config", "open.yaml").err, /open\.yaml is not valid YAML \(line \d\)/);
    });

    it("names each project, whatever its folder is called, in files that their systems accept and that run", async () => {
        const odd = "it's $(touch pwned)";
        const folder = repositoryOf({ "services/orders": "typescript", [odd]: "remote" });
        for (const stack of ["blue", "green"])
            writeFileSync(path.join(folder, `services/orders/Pulumi.${stack}.yaml`), "config: {}\n");
        writeFileSync(path.join(folder, odd, "Pulumi.dev.yaml"), "config: {}\n");
        assert.equal(init(folder, ...ALL).code, 0);
        const workflow = textOf(folder, WORKFLOW);
        assert.deepEqual(await githubProblems(workflow, "workflow.yml"), []);
        assert.equal(gitlabProblems(textOf(folder, ".gitlab/aws-serverless-security.yml")), "");
        const include = parse(textOf(folder, ".gitlab-ci.yml")) as unknown;
        assert.deepEqual(include, { include: [{ local: ".gitlab/aws-serverless-security.yml" }] });
        const { jobs } = parse(workflow) as { jobs: { policies: { strategy: { matrix: { project: string[] } } } } };
        assert.deepEqual(jobs.policies.strategy.matrix.project, [odd, "services/orders"]);
        assert.equal(preCommit(folder, "validate-config", ".pre-commit-config.yaml").code, 0);

        const { code, out, err } = bash(folder, "./check-security.sh");
        assert.equal(code, 1, err);
        assert.match(out, /typescript\/blue[\s\S]*typescript\/green/);
        assert.ok(!existsSync(path.join(folder, "pwned")));
    });

    it("makes a hook that runs where a file of its project is in the commit", () => {
        const folder = repositoryOf({ "services/orders": "typescript" });
        init(folder, "--ci", "pre-commit");
        rmSync(path.join(folder, ".git"), { recursive: true });
        spawnSync("git", ["init", "--quiet"], { cwd: folder });
        writeFileSync(path.join(folder, ".gitignore"), "node_modules\n");
        writeFileSync(path.join(folder, "note.txt"), "");
        spawnSync("git", ["add", "note.txt", ".pre-commit-config.yaml"], { cwd: folder });
        const none = preCommit(folder, "run");
        assert.equal(none.code, 0, none.out);
        assert.match(none.out, /Skipped/);
        spawnSync("git", ["add", "services"], { cwd: folder });
        const found = preCommit(folder, "run");
        assert.equal(found.code, 1, found.out);
        assert.match(found.out, /lambda-url-auth-required/);
    });
});
