import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { SETTINGS_POLICY } from "../pack/settings";
import { EXEMPTIONS_POLICY, UNDECIDED_POLICY } from "../pack/summaries";
import { rules } from "../policies";

const root = path.resolve(__dirname, "..");
const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Record<string, string>;

/** Everything that an installed pack needs; the README is in every package that has one. */
const NEEDED = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "PulumiPolicy.yaml",
    "bin/gate/main.js",
    "bin/gate/plain-errors.js",
    "bin/index.js",
    "data/aws/marks.json",
    "data/iam/actions.json",
    "data/iam/managed-policies.br",
    "data/iam/managed-policies.json",
    "data/synthetic/functions.json",
    "data/synthetic/resources.json",
    "package.json",
];
const ALLOWED =
    /^(?:README\.md|bin\/(?:gate\/(?:main|plain-errors)|index)\.js\.map|data\/(?:aws|iam|synthetic)\/(?:LICENSE|[\w-]+\.(?:json|br|LICENSE)))$/;

function npm(folder: string, ...args: readonly string[]): string {
    // A terminal's npm would add colours and a progress bar; standard output is what counts.
    return execFileSync("npm", [...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

describe("the package", function () {
    this.timeout(300_000);
    let scratch = "";
    let packed = "";
    let installed = "";
    before(() => {
        scratch = mkdtempSync(path.join(tmpdir(), "package-test-"));
        packed = npm(root, "pack", "--pack-destination", scratch);
    });
    after(() => rmSync(scratch, { recursive: true, force: true }));
    const tarball = () => path.join(scratch, `${name}-${version}.tgz`);

    it("is packed with the file's name alone on standard output, all of which `pulumi policy publish` reads", () => {
        assert.equal(packed, `${name}-${version}.tgz\n`);
        const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { scripts: object };
        for (const hook of ["prepare", "prepack", "postpack", "prepublishOnly"]) assert.ok(!(hook in scripts), hook);
    });
    it("holds what is needed, and no test, example or source", () => {
        const files = execFileSync("tar", ["-tzf", tarball()], { encoding: "utf8" })
            .split("\n")
            .filter((file) => file !== "" && !file.endsWith("/"))
            .map((file) => file.replace(/^package\//, ""));
        assert.deepEqual(
            NEEDED.filter((file) => !files.includes(file)),
            [],
            "missing",
        );
        assert.deepEqual(
            files.filter((file) => !NEEDED.includes(file) && !ALLOWED.test(file)),
            [],
            "not needed",
        );
    });

    describe("installed in an empty folder, without devDependencies", () => {
        before(() => {
            const folder = path.join(scratch, "client");
            execFileSync("mkdir", [folder]);
            writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
            npm(folder, "install", "--omit=dev", "--no-audit", "--no-fund", "--prefer-offline", tarball());
            installed = path.join(folder, "node_modules", name ?? "");
        });
        const from = (...parts: readonly string[]) => path.join(scratch, "client/node_modules", ...parts);

        it("brings no provider SDK, compiler or test tool", () => {
            for (const one of ["@pulumi/aws", "esbuild", "mocha", "fast-check", "@biomejs/biome"]) {
                assert.ok(!existsSync(from(one)), one);
            }
        });
        it("answers --version", () => {
            const bin = from(".bin/aws-serverless-security");
            assert.equal(execFileSync(bin, ["--version"], { encoding: "utf8", cwd: scratch }), `${version}\n`);
        });
        it("starts as the engine starts it, prints its port alone, and describes every policy", async () => {
            const child = spawn(
                process.execPath,
                [from("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", installed],
                {
                    cwd: installed,
                    env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false" },
                    stdio: ["ignore", "pipe", "pipe"],
                },
            );
            try {
                const printed = await firstOutput(child);
                assert.match(printed, /^\d+\n$/);
                const info = await describeItself(Number(printed));
                assert.equal(info.getName(), name);
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => policy.getName()),
                    [SETTINGS_POLICY, ...rules.map(({ id }) => id), EXEMPTIONS_POLICY, UNDECIDED_POLICY],
                );
            } finally {
                child.kill();
            }
        });
    });
});

function firstOutput(child: ChildProcess): Promise<string> {
    return new Promise((resolve, reject) => {
        let errors = "";
        child.stdout?.once("data", (data) => resolve(String(data)));
        child.stderr?.on("data", (data) => {
            errors += String(data);
        });
        child.once("exit", (code) => reject(new Error(`the pack ended with ${code}: ${errors}`)));
    });
}

function describeItself(port: number): Promise<AnalyzerInfo> {
    const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    return new Promise<AnalyzerInfo>((resolve, reject) => {
        client.getAnalyzerInfo(new Empty(), (error, info) => (error ? reject(error) : resolve(info)));
    }).finally(() => client.close());
}
