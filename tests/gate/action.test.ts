import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { githubProblems } from "./recipe-schemas";
import { bash, gate, type Ran, repositoryOf, root } from "./recipes";

interface Action {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly description: string }>>;
    readonly outputs: Readonly<Record<string, { readonly value: string }>>;
    readonly runs: {
        readonly steps: readonly {
            readonly id: string;
            readonly run: string;
            readonly env: Readonly<Record<string, string>>;
        }[];
    };
}

const text = readFileSync(path.join(root, "action.yml"), "utf8");
const action = parse(text) as Action;

interface Done extends Ran {
    readonly outputs: Readonly<Record<string, string>>;
    readonly summary: string;
}

/** Runs the action's steps as a runner does, until one fails. */
function run(folder: string, given: Readonly<Record<string, string>>): Done {
    const inputs = Object.fromEntries(
        Object.entries(action.inputs).map(([name, one]) => [name, given[name] ?? one.default ?? ""]),
    );
    const told: Record<string, Record<string, string>> = {};
    const temporary = path.join(folder, ".runner");
    mkdirSync(temporary, { recursive: true });
    const summary = path.join(temporary, "summary.md");
    writeFileSync(summary, "");
    let ran: Ran = { code: null, out: "", err: "" };
    for (const { id, run: script, env } of action.runs.steps) {
        assert.ok(!script.includes("${{"), "an expression in a script becomes part of it");
        const output = path.join(temporary, `output-${id}`);
        writeFileSync(output, "");
        const value = (expression: string): string => {
            const [, ofInput] = /^inputs\.(\S+)$/.exec(expression) ?? [];
            if (ofInput !== undefined) return inputs[ofInput] ?? assert.fail(`there is no input ${ofInput}`);
            if (expression === "toJSON(inputs)") return JSON.stringify(inputs, null, 2);
            const [, step = "", name = ""] = /^steps\.(\S+)\.outputs\.(\S+)$/.exec(expression) ?? [];
            return told[step]?.[name] ?? assert.fail(`nothing told ${expression}`);
        };
        const open = Object.entries(env).map(([name, one]) => [
            name,
            one.replace(/\$\{\{ (.+?) \}\}/g, (_, of: string) => value(of)),
        ]);
        ran = bash(folder, script, {
            ...(Object.fromEntries(open) as Record<string, string>),
            GITHUB_ACTION_PATH: root,
            GITHUB_OUTPUT: output,
            GITHUB_STEP_SUMMARY: summary,
            GITHUB_WORKSPACE: folder,
            RUNNER_TEMP: temporary,
        });
        told[id] = Object.fromEntries(
            readFileSync(output, "utf8")
                .split("\n")
                .filter((line) => line !== "")
                .map((line) => line.split(/=(.*)/s).slice(0, 2)),
        ) as Record<string, string>;
        if (ran.code !== 0) break;
    }
    return { ...ran, outputs: told["check"] ?? {}, summary: readFileSync(summary, "utf8") };
}

const programs = { "services/orders": "typescript", "services/invoices": "remote" };

describe("action.yml", function () {
    this.timeout(300_000);

    it("is what GitHub accepts, and the page on CI names each input and output", async () => {
        assert.deepEqual(await githubProblems(text, "action.yml"), []);
        assert.notDeepEqual(await githubProblems(text.replace("using: composite", "using: shell"), "action.yml"), []);
        const page = readFileSync(path.join(root, "docs/ci.md"), "utf8");
        for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)])
            assert.ok(page.includes(`\`${name}\``), name);
        // What a step does not tell stays empty, and nothing is told that no output hands on.
        for (const [name, { value }] of Object.entries(action.outputs))
            assert.equal(value, `\${{ steps.check.outputs.${name} }}`);
    });

    it("fails the step at a violation, with annotations, a summary, reports and outputs", () => {
        const folder = repositoryOf(programs);
        const { code, out, err, outputs, summary } = run(folder, {
            path: "services/orders",
            reports: "sarif=out/security.sarif\njunit=out/security.xml",
        });
        assert.equal(code, 1, err);
        assert.match(out, /^::error .*file=services\/orders\/index\.ts/m);
        assert.match(summary, /lambda-url-auth-required/);
        assert.equal(outputs["exit-code"], "1");
        assert.match(outputs["mandatory"] ?? "", /^[1-9]\d*$/);
        assert.match(outputs["advisory"] ?? "", /^\d+$/);
        assert.equal(readFileSync(outputs["markdown"] ?? "", "utf8"), summary);
        assert.ok(
            (JSON.parse(readFileSync(outputs["json"] ?? "", "utf8")) as { findings: unknown[] }).findings.length > 0,
        );
        for (const file of ["out/security.sarif", "out/security.xml"])
            assert.ok(existsSync(path.join(folder, file)), file);
        assert.deepEqual(Object.keys(outputs).sort(), Object.keys(action.outputs).sort());
    });

    it("passes what has no violation, what a baseline accepts, and with fail-on never all but what could not be checked", () => {
        const folder = repositoryOf(programs);
        const clean = run(folder, { path: "services/invoices", annotations: "false", summary: "false" });
        assert.equal(clean.code, 0, clean.err);
        assert.equal(clean.summary, "");
        const never = run(folder, { "working-directory": "services/orders", "fail-on": "never" });
        assert.deepEqual([never.code, never.outputs["exit-code"]], [0, "1"], never.err);
        const written = run(folder, {
            path: "services/orders",
            baseline: "baseline.json",
            arguments: "--update-baseline",
        });
        assert.equal(written.code, 0, written.err);
        const accepted = run(folder, { path: "services/orders", baseline: "baseline.json" });
        assert.deepEqual([accepted.code, accepted.outputs["mandatory"]], [0, "0"], accepted.err);
        const failed = run(folder, { path: "services/nothing", "fail-on": "never" });
        assert.deepEqual([failed.code, failed.outputs["exit-code"], failed.outputs["mandatory"]], [2, "2", undefined]);
    });

    it("takes stacks, configuration and policies", () => {
        const folder = repositoryOf({ orders: "typescript" });
        for (const stack of ["blue", "green"])
            writeFileSync(path.join(folder, `orders/Pulumi.${stack}.yaml`), "config: {}\n");
        writeFileSync(path.join(folder, "policies.yaml"), "all: advisory\n");
        const several = run(folder, {
            path: "orders",
            stack: "blue\ngreen\n",
            config: "a=b\nc=d e",
            "policy-config": "policies.yaml",
        });
        assert.equal(several.code, 0, several.err);
        assert.match(several.summary, /blue[\s\S]*green/);
        assert.equal(run(folder, { path: "orders", "all-stacks": "true", "policy-config": "policies.yaml" }).code, 0);
    });

    it("takes no input for a part of a script, or for an option", () => {
        const folder = repositoryOf(programs);
        for (const hostile of [
            "$(touch pwned)",
            '"; touch pwned; "',
            "`touch pwned`",
            "--version",
            "a\n::set-output name=x::y",
        ]) {
            for (const name of ["path", "stack", "config", "policy-config", "baseline", "working-directory"]) {
                const { code } = run(folder, { path: "services/orders", [name]: hostile });
                // Where no stack has a file, a stack may be called anything.
                assert.equal(code, name === "stack" ? 1 : 2, `${name}: ${hostile}`);
            }
            assert.ok(!existsSync(path.join(folder, "pwned")));
        }
        for (const version of ["latest", "1.0.0; touch pwned", "--help", "1.0"]) {
            const { code, err } = run(folder, { version });
            assert.equal(code, 2);
            assert.match(err, /the input version takes a whole version/);
        }
        assert.match(run(folder, { "fail-on": "always" }).err, /fail-on takes violations or never/);
        assert.match(run(folder, { summary: "yes" }).err, /summary takes true or false/);
    });

    it("runs what is built of its own commit", () => {
        const folder = repositoryOf(programs);
        const output = path.join(folder, "output");
        writeFileSync(output, "");
        const step = action.runs.steps[0]?.run ?? "";
        assert.equal(bash(folder, step, { GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output, VERSION: "" }).code, 0);
        assert.equal(readFileSync(output, "utf8"), `gate=${gate}\n`);
    });
});
