import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectOf } from "../../support/project";
import { junitMisfits, reportMisfits, sarifMisfits } from "./schemas";

const root = path.resolve(__dirname, "../../..");

describe("what check delivers", function () {
    this.timeout(120_000);
    const folder = mkdtempSync(path.join(tmpdir(), "reports-"));
    after(() => rmSync(folder, { recursive: true }));
    const at = (name: string) => path.join(folder, name);
    const check = (program: string, ...args: readonly string[]) => {
        const gate = path.join(root, "bin/gate/main.js");
        const { status, stdout, stderr } = spawnSync(process.execPath, [gate, "check", program, ...args], {
            cwd: root,
            encoding: "utf8",
            env: { ...process.env, NO_COLOR: "1" },
        });
        return { code: status, out: stdout, err: stderr };
    };
    const program = "tests/gate/programs/typescript";

    it("is every report that is asked for, and the terminal's as ever", async () => {
        const files = {
            json: at("r.json"),
            sarif: at("new/r.sarif"),
            junit: at("r.xml"),
            gitlab: at("q.json"),
            markdown: at("c.md"),
        };
        const { code, out, err } = check(
            program,
            ...Object.entries(files).flatMap(([format, file]) => ["--report", `${format}=${file}`]),
        );
        assert.equal(code, 1, err);
        assert.equal(err, "");
        assert.match(out, /^url-not a number .*\n {2}✖ mandatory {2}critical/);
        assert.deepEqual(reportMisfits(JSON.parse(readFileSync(files.json, "utf8"))), []);
        const sarif = JSON.parse(readFileSync(files.sarif, "utf8"));
        assert.deepEqual(sarifMisfits(sarif), []);
        assert.deepEqual(sarif.runs[0].results[0].locations[0].physicalLocation, {
            artifactLocation: { uri: "tests/gate/programs/typescript/index.ts", uriBaseId: "SRCROOT" },
            region: { startLine: 4, startColumn: 1 },
        });
        assert.equal(sarif.runs[0].tool.driver.name, "aws-serverless-security");
        assert.deepEqual(await junitMisfits(readFileSync(files.junit, "utf8")), []);
        assert.match(readFileSync(files.junit, "utf8"), /name="nothing found"/);
        assert.equal(JSON.parse(readFileSync(files.gitlab, "utf8"))[0].location.path, `${program}/index.ts`);
        assert.match(readFileSync(files.markdown, "utf8"), /^<!-- aws-serverless-security -->\n/);
    });
    it("is one document on standard output, with lines for GitHub beside the terminal's", () => {
        const both = check(program, "--report", "github");
        assert.match(
            both.out,
            /^url-not a number [\s\S]*\n::error file=tests\/gate\/programs\/typescript\/index\.ts,line=4,col=1,/,
        );
        const sarif = check(program, "--report", "sarif=-");
        assert.deepEqual(sarifMisfits(JSON.parse(sarif.out)), []);
        const twice = check(program, "--json", "--report", "sarif=-");
        assert.equal(twice.code, 2);
        assert.match(twice.err, /^Cannot check: standard output holds one report: give the others a file/);
    });
    it("is refused before the program runs where it cannot be", () => {
        const cases: Readonly<Record<string, readonly [readonly string[], RegExp]>> = {
            "another format": [["--report", "pdf=x.pdf"], /The formats are terminal, json, sarif, /],
            "no file": [["--report", "sarif="], /Name a file: sarif=FILE/],
            "one file twice": [["--report", "sarif=x", "--report", "junit=./x"], /Two reports cannot be one file/],
            "a baseline that is not there": [["--baseline", at("none.json")], /there is no baseline/],
            "to renew none": [["--update-baseline"], /--update-baseline needs the file/],
        };
        for (const [what, [args, message]] of Object.entries(cases)) {
            const { code, out, err } = check("tests/gate/programs/no-such", ...args);
            assert.equal(code, 2, what);
            assert.match(err, message, what);
            assert.equal(out, "", what);
        }
    });
    it("ends with 2 where a report cannot be written", () => {
        const { code, err } = check(program, "--report", `sarif=${root}/package.json/r.sarif`);
        assert.equal(code, 2);
        assert.match(err, /^Cannot check: the report .* cannot be written/);
    });
    it("writes no report where it cannot check", () => {
        const { code } = check("tests/gate/programs/nothing", "--report", `sarif=${at("none.sarif")}`);
        assert.equal(code, 2);
        assert.ok(!existsSync(at("none.sarif")));
    });
    it("fails on what is new to the baseline alone", () => {
        const url = (name: string) =>
            `new aws.lambda.FunctionUrl("${name}", { functionName: "orders", authorizationType: "NONE" });\n`;
        const start = `const aws = require("@pulumi/aws");\n`;
        const project = projectOf({ "package.json": "{}", "index.js": start + url("old") });
        const baseline = ["--baseline", at("baseline.json")];
        const made = check(project, ...baseline, "--update-baseline");
        assert.equal(made.code, 0, made.err);
        const accepted = check(project, ...baseline);
        assert.equal(accepted.code, 0, accepted.err);
        assert.match(
            accepted.out,
            /^shop\/dev: no mandatory violation, 0 advisory, \d accepted by the baseline, 0 gone/m,
        );
        assert.doesNotMatch(accepted.out, /✖/);
        writeFileSync(path.join(project, "index.js"), `${start + url("new")}\n\n${url("old")}`);
        const worse = check(project, ...baseline, "--report", `json=${at("worse.json")}`);
        assert.equal(worse.code, 1, worse.err);
        assert.match(worse.out, /^new {2}aws:lambda/);
        assert.doesNotMatch(worse.out, /^old {2}/m);
        assert.deepEqual(reportMisfits(JSON.parse(readFileSync(at("worse.json"), "utf8"))), []);
        writeFileSync(path.join(project, "index.js"), start + url("new"));
        assert.match(check(project, ...baseline).out, /\nGone since the baseline\n {2}.* at old: /);
    });
});
