import assert from "node:assert/strict";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { runInNewContext } from "node:vm";
import * as grpc from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzerInfo } from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { inOrder } from "../pack/pack";
import { SETTINGS_POLICY } from "../pack/settings";
import { EXEMPTIONS_POLICY, UNDECIDED_POLICY } from "../pack/summaries";
import { rules } from "../policies";

const root = path.resolve(__dirname, "..");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
    name: string;
    version: string;
    keywords: string[];
    engines: { node: string };
    dependencies: Record<string, string>;
};
const { name, version } = manifest;

/** Everything that an installed pack needs; the README is in every package that has one. */
const NEEDED = [
    "docs/report.schema.json",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "PulumiPolicy.yaml",
    "bin/LICENSES.txt",
    "bin/gate/command.js",
    "bin/gate/judge.js",
    "bin/gate/main.js",
    "bin/gate/page/main.js",
    "bin/gate/page/start.js",
    "bin/gate/page/style.css",
    "bin/gate/preload.js",
    "bin/gate/standby.js",
    "bin/index.js",
    "data/aws/dependent-actions.json",
    "data/aws/marks.json",
    "data/aws/operations.json",
    "data/aws/resource-models.json",
    "bin/pack.js",
    "bin/code.js",
    "bin/code.js.map",
    "bin/yaml.js",
    "data/iam/actions.json",
    "data/iam/managed-policies.br",
    "data/iam/managed-policies.json",
    "data/synthetic/functions.json",
    "data/synthetic/inputs.json",
    "data/synthetic/resources.json",
    "npm-shrinkwrap.json",
    "package.json",
    "profiles/strict.json",
];
const ALLOWED =
    /^(?:README\.md|docs\/(?:[\w-]+\.md|jobs\/[\w-]+\.ya?ml)|bin\/(?:gate\/(?:command|judge|preload|standby)|pack|yaml)\.js\.map|data\/(?:aws|iam|synthetic)\/(?:LICENSE|[\w-]+\.(?:json|br|LICENSE)))$/;

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

    it("names in package.json what it loads and does not bundle, and nothing else", () => {
        const loaded = ["bin/pack.js", "bin/gate/command.js", "bin/gate/judge.js"].flatMap((bundle) => {
            const text = readFileSync(path.join(root, bundle), "utf8");
            return [...text.matchAll(/\brequire\("((?:@[^/"]+\/)?[^/"]+)[^"]*"\)/g)].flatMap(([, one = ""]) =>
                one.startsWith(".") || isBuiltin(one) ? [] : [one],
            );
        });
        assert.deepEqual([...new Set(loaded)].sort(), Object.keys(manifest.dependencies).sort());
    });
    it("has the licence of everything that it bundles", () => {
        const text = readFileSync(path.join(root, "bin/LICENSES.txt"), "utf8");
        const { dependencies } = JSON.parse(readFileSync(path.join(root, "development/package.json"), "utf8"));
        for (const one of Object.keys(dependencies)) assert.match(text, new RegExp(`^${one} v?\\d`, "m"));
    });
    it("pins what a client gets, and names no registry", () => {
        const { packages } = JSON.parse(readFileSync(path.join(root, "npm-shrinkwrap.json"), "utf8")) as {
            packages: Record<string, { resolved?: string; integrity?: string; link?: true }>;
        };
        const installed = Object.entries(packages).filter(
            ([folder, { link }]) => /^node_modules/.test(folder) && !link,
        );
        assert.deepEqual(
            installed.filter(([, { resolved, integrity }]) => resolved !== undefined || integrity === undefined),
            [],
        );
    });
    it("asks of Node what every version of @pulumi/pulumi in its range asks, and says so to an older one", () => {
        // 3.248 is the last that runs on Node 20; npm only warns of `engines`, yarn refuses.
        assert.equal(manifest.dependencies["@pulumi/pulumi"], "~3.248.0");
        const entry = readFileSync(path.join(root, "scripts/node-version.js"), "utf8");
        for (const [own, isRefused] of [
            ["18.20.8", true],
            ["20.18.3", true],
            ["20.19.0", false],
            ["22.0.0", false],
            ["24.1.0", false],
        ] as const) {
            const said: string[] = [];
            const exits: number[] = [];
            runInNewContext(entry, {
                process: { versions: { node: own }, exit: (code: number) => exits.push(code) },
                console: { error: (text: string) => said.push(text) },
            });
            const needed = manifest.engines.node.replace(">=", "");
            const sentence = `aws-serverless-security needs Node ${needed} or later; this is Node ${own}.`;
            assert.deepEqual([said, exits], isRefused ? [[sentence], [2]] : [[], []], own);
        }
        for (const file of ["bin/index.js", "bin/gate/main.js"]) {
            assert.ok(readFileSync(path.join(root, file), "utf8").includes(`${entry}require("./`), file);
        }
    });

    describe("unpacked and installed, as the CLI does for a stack that requires it", () => {
        before(() => {
            execFileSync("tar", ["-xzf", tarball(), "-C", scratch]);
            installed = path.join(scratch, "package");
            npm(
                installed,
                "install",
                "--loglevel=error",
                "--production",
                "--no-audit",
                "--no-fund",
                "--prefer-offline",
            );
        });
        const from = (...parts: readonly string[]) => path.join(installed, "node_modules", ...parts);

        it("brings nothing that development needs: no provider SDK, no compiler, no test tool", () => {
            const { devDependencies, dependencies } = JSON.parse(
                readFileSync(path.join(root, "development/package.json"), "utf8"),
            );
            const ofPulumi = ["@types/google-protobuf", "@types/node", "acorn", "picomatch", "protobufjs"];
            for (const one of [...Object.keys(devDependencies), ...Object.keys(dependencies)]) {
                if (!ofPulumi.includes(one)) assert.ok(!existsSync(from(one)), one);
            }
        });
        it("brings the versions that were tested", () => {
            const { packages } = JSON.parse(readFileSync(path.join(root, "npm-shrinkwrap.json"), "utf8"));
            const found = JSON.parse(readFileSync(from(".package-lock.json"), "utf8")) as typeof packages;
            for (const [folder, { version: own }] of Object.entries<{ version: string }>(found.packages))
                assert.equal(own, packages[folder].version, folder);
        });
        it("answers --version", () => {
            const command = [path.join(installed, "bin/gate/main.js"), "--version"];
            assert.equal(execFileSync(process.execPath, command, { encoding: "utf8", cwd: scratch }), `${version}\n`);
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
                const served = inOrder(rules);
                assert.equal(info.getName(), name);
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => policy.getName()),
                    [SETTINGS_POLICY, ...served.map(({ id }) => id), EXEMPTIONS_POLICY, UNDECIDED_POLICY],
                );
                assert.deepEqual(
                    info.getPoliciesList().map((policy) => policy.getDisplayname()),
                    [
                        "Pack settings",
                        ...served.map(({ title }) => title.replace(/\.$/, "")),
                        "Exemptions",
                        "Undecided checks",
                    ],
                );
                assert.equal(info.getReadme(), readFileSync(path.join(root, "README.md"), "utf8"));
                assert.deepEqual(info.getTagsList(), manifest.keywords);
            } finally {
                child.kill();
            }
        });
    });
});

describe("the pack without a build", function () {
    this.timeout(300_000);
    it("says on standard error what to do, and runs from its source meanwhile", async () => {
        const folder = mkdtempSync(path.join(tmpdir(), "unbuilt-test-"));
        const run = path.join(root, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");
        const parts = ["package.json", "README.md", "PulumiPolicy.yaml", "tsconfig.json", "index.js", "index.ts"];
        for (const part of [...parts, "scripts", "data", "policies", "model", "pack"])
            cpSync(path.join(root, part), path.join(folder, part), { recursive: true });
        symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
        const child = spawn(process.execPath, [run, "127.0.0.1:1", folder], {
            cwd: folder,
            stdio: ["ignore", "pipe", "pipe"],
        });
        let errors = "";
        child.stderr.on("data", (data) => {
            errors += String(data);
        });
        try {
            assert.match(await firstOutput(child), /^\d+\n$/);
            assert.match(
                errors,
                /^aws-serverless-security is not built and starts from .*run `npm run build` in .*\.$/m,
            );
        } finally {
            child.kill();
            rmSync(folder, { recursive: true, force: true });
        }
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
