/** What the Pulumi CLI needs to be, what it leaves behind, and several stacks in one call. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
    chmodSync,
    existsSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import type { Report } from "../../gate/report/model";
import { projectOf } from "../support/project";

const root = path.resolve(__dirname, "../..");
const command = path.join(root, "bin/gate/main.js");
const programs = path.join(root, "tests/gate/programs");

function gate(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const ran = spawnSync(process.execPath, [command, ...args], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", ...env },
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe("without a Pulumi CLI that will do", () => {
    const scratch = mkdtempSync(path.join(tmpdir(), "no-pulumi-"));
    after(() => rmSync(scratch, { recursive: true, force: true }));

    it("says which version is needed, and for what", () => {
        const { code, out, err } = gate(["check", path.join(programs, "python")], { PATH: scratch });
        assert.equal(code, 2);
        assert.equal(out, "");
        assert.match(
            err,
            /^Cannot check: a program whose runtime is python needs the Pulumi CLI 3\.211\.0 or later, and there is no pulumi on PATH/,
        );
    });
    for (const [said, shown] of [
        ["v3.210.4", "3.210.4"],
        ["v2.999.0", "2.999.0"],
        ["nothing", "of no known version"],
    ] as const) {
        it(`refuses one that says ${said}`, () => {
            const folder = path.join(scratch, said);
            mkdirSync(folder);
            writeFileSync(path.join(folder, "pulumi"), `#!/bin/sh\necho ${said}\n`);
            chmodSync(path.join(folder, "pulumi"), 0o755);
            const { code, err } = gate(["check", path.join(programs, "nothing"), "--host", "pulumi"], {
                PATH: `${folder}${path.delimiter}${process.env["PATH"]}`,
            });
            assert.equal(code, 2);
            assert.ok(err.startsWith("Cannot check: --host pulumi needs the Pulumi CLI 3.211.0 or later, and "), err);
            assert.ok(err.includes(` is ${shown}`), err);
        });
    }
});

/** A stack that is wrong where its configuration says so. */
const PROGRAM = `
const aws = require("@pulumi/aws");
const pulumi = require("@pulumi/pulumi");
const authorizationType = new pulumi.Config().require("authorization");
new aws.lambda.FunctionUrl("url", { functionName: "orders", authorizationType });
`;
const configuration = (value: string) => `config:\n  aws:region: eu-west-1\n  shop:authorization: ${value}\n`;

describe("several stacks in one call", function () {
    this.timeout(600_000);
    const folder = projectOf({
        "package.json": "{}",
        "index.js": PROGRAM,
        "Pulumi.live.yaml": configuration("NONE"),
        "Pulumi.dev.yaml": configuration("AWS_IAM"),
        "Pulumi.old.yaml": "config:\n  aws:region: eu-west-1\n",
    });
    const found = ({ stack, findings }: Report) => [stack, findings.map(({ policy }) => policy).sort()];
    const LIVE = ["live", ["function-behind-front-door", "lambda-url-auth-required"]];

    function judgesEach(host: string): void {
        const { code, out, err } = gate([
            "check",
            folder,
            "--stack",
            "live",
            "--stack",
            "dev",
            "--host",
            host,
            "--json",
        ]);
        assert.equal(code, 1, err);
        const { reports } = JSON.parse(out) as { reports: readonly Report[] };
        assert.deepEqual(reports.map(found), [["dev", []], LIVE]);
    }
    it("gives a report for each, in the order of their names", () => judgesEach("embedded"));
    it("gives the same under the Pulumi CLI", async function () {
        if (!(await hasPulumi())) this.skip();
        judgesEach("pulumi");
    });
    it("tells of one that cannot be judged, and judges the others", () => {
        const { code, out, err } = gate(["check", folder, "--all-stacks", "--json"]);
        assert.equal(code, 2);
        assert.match(err, /^Cannot check: old: the program needs the configuration value authorization: /);
        const { reports } = JSON.parse(out) as { reports: readonly Report[] };
        assert.deepEqual(reports.map(found), [["dev", []], LIVE]);
    });
    it("answers for each what reaches what, under its name", () => {
        const { code, out } = gate(["reach", "internet", "url", folder, "--stack", "live", "--stack", "dev"]);
        assert.equal(code, 0);
        assert.match(out, /^shop\/dev\n.*^shop\/live\n/ms);
    });
});

describe("a run under the Pulumi CLI that is ended", function () {
    this.timeout(300_000);
    before(async function () {
        if (!(await hasPulumi()) || !existsSync("/proc/self/environ")) this.skip();
    });
    for (const [signal, seconds] of [
        ["SIGINT", 1],
        ["SIGTERM", 3],
        ["SIGTERM", 8],
    ] as const) {
        it(`by ${signal} after ${seconds} s leaves no process and no file behind`, async () => {
            const folder = mkdtempSync(path.join(tmpdir(), "ended-"));
            // Whatever the run starts inherits it, and what it writes goes there.
            const mark = `TEST_OF_ENDING=${path.basename(folder)}`;
            const [name = "", value = ""] = mark.split("=");
            const child = spawn(
                process.execPath,
                [command, "check", path.join(programs, "hangs"), "--host", "pulumi"],
                {
                    cwd: root,
                    env: { ...process.env, [name]: value, TMPDIR: folder },
                    stdio: "ignore",
                },
            );
            const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
            await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
            child.kill(signal);
            assert.equal(await ended, signal === "SIGINT" ? 130 : 143);
            assert.deepEqual(withMark(mark), []);
            assert.deepEqual(
                readdirSync(folder).filter((file) => file.startsWith("aws-serverless-security")),
                [],
            );
            rmSync(folder, { recursive: true, force: true });
        });
    }
});

function withMark(mark: string): readonly string[] {
    return readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .flatMap((pid) => {
            try {
                const isOurs = readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(mark);
                return isOurs ? [readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ")] : [];
            } catch {
                return [];
            }
        });
}
