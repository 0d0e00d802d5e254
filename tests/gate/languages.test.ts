/** One program in several languages: the same findings, whoever runs it. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
    cpSync,
    existsSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { check } from "../../gate/host/check";
import type { Host } from "../../gate/host/choice";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import type { Report } from "../../gate/report/model";

const root = path.resolve(__dirname, "../..");
const programs = path.join(root, "tests/gate/programs/languages");
/** Compiling AWS's SDK for Go takes minutes, and Python's is large: who wants these tests too says so. */
const HEAVY = process.env["TEST_ALL_LANGUAGES"] === "true";
const PYTHON_PACKAGES = ["pulumi>=3,<4", "pulumi-aws>=7,<8"];

const isOnPath = (command: string): boolean =>
    (process.env["PATH"] ?? "").split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));

async function checked(folder: string, host?: Host): Promise<Report> {
    const project = readProject(folder);
    return check({
        ...(host && { host }),
        project,
        configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [] }),
        packFolder: root,
        policies: {},
        organization: "organization",
        tags: {},
        unknownOutputs: false,
        typeCheck: false,
        timeout: 900,
        progress: () => undefined,
    });
}

/** Everything that a report tells but where in its program a resource stands, and how long it took. */
function told(report: Report): unknown {
    const text = JSON.stringify({ ...report, milliseconds: 0, origin: "" }, (key, value) =>
        key === "location" ? undefined : value,
    );
    return JSON.parse(text);
}

/** The places of a report's findings, as far as its program has a file of this name. */
function files({ findings }: Report): readonly string[] {
    return [...new Set(findings.map(({ location }) => path.basename(location?.file ?? "")))];
}

describe("a program in", function () {
    this.timeout(1_200_000);
    const scratch = mkdtempSync(path.join(tmpdir(), "languages-"));
    after(() => rmSync(scratch, { recursive: true, force: true }));
    let twin: Report;

    /** A copy, for what a language leaves in a program's folder; tells whether the run left anything else there. */
    function copied(language: string): string {
        const folder = path.join(scratch, language);
        cpSync(path.join(programs, language), folder, { recursive: true });
        symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
        return folder;
    }
    async function sameAsItsTwin(folder: string, host?: Host): Promise<Report> {
        const before = contents(folder);
        const report = await checked(folder, host);
        assert.deepEqual(told(report), told(twin));
        assert.deepEqual(contents(folder), before, "the run left something in the program's folder");
        return report;
    }
    const contents = (folder: string): Record<string, string> =>
        Object.fromEntries(
            readdirSync(folder, { withFileTypes: true })
                .filter((entry) => entry.isFile())
                .map(({ name }) => [name, readFileSync(path.join(folder, name), "utf8")]),
        );
    before(async () => {
        twin = await checked(copied("typescript"));
        assert.ok(twin.findings.length > 8 && twin.lookups.length === 1 && twin.notSeen.length === 1);
    });

    it("JavaScript gives its twin's report", async () => {
        await sameAsItsTwin(copied("javascript"));
    });

    describe("(under the Pulumi CLI)", () => {
        before(async function () {
            // The CLI is in no package registry; where it is not installed, these tests are skipped by name.
            if (!(await hasPulumi())) this.skip();
        });
        it("TypeScript gives the embedded host's report", async () => {
            const report = await sameAsItsTwin(path.join(scratch, "typescript"), "pulumi");
            assert.deepEqual(
                report.findings.map(({ location }) => location),
                twin.findings.map(({ location }) => location),
            );
        });
        it("YAML gives its twin's report, by its own lines", async function () {
            if (!isOnPath("pulumi-language-yaml")) this.skip();
            const report = await sameAsItsTwin(copied("yaml"));
            assert.deepEqual(files(report), ["Pulumi.yaml"]);
            assert.equal(report.findings.find(({ name }) => name === "url")?.location?.line, 67);
        });
        it("Python gives its twin's report, by its own lines", async function () {
            if (!HEAVY || !isOnPath("pulumi-language-python") || !isOnPath("python3")) this.skip();
            const environment = path.join(scratch, "venv");
            execFileSync("python3", ["-m", "venv", environment]);
            execFileSync(path.join(environment, "bin/pip"), ["install", "--quiet", ...PYTHON_PACKAGES]);
            const folder = copied("python");
            const runtime = { name: "python", options: { virtualenv: environment } };
            writeFileSync(path.join(folder, "Pulumi.yaml"), JSON.stringify({ name: "twins", runtime }));
            assert.deepEqual(files(await sameAsItsTwin(folder)), ["__main__.py"]);
        });
        it("Go gives its twin's report, by its own lines", async function () {
            if (!HEAVY || !isOnPath("pulumi-language-go") || !isOnPath("go")) this.skip();
            assert.deepEqual(files(await sameAsItsTwin(copied("go"))), ["main.go"]);
        });
    });
});
