/** `check --against` a commit: what is asked of Git, and what is left behind. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { GrantChange } from "../../gate/report/comparison/model";
import { commit, git, write } from "../support/repository";
import { administrator, exported, rootOf, SHOP } from "../support/states";

const root = path.resolve(__dirname, "../..");
const gate = path.join(root, "bin/gate/main.js");

/** A bucket, open to the world where `isPublic`. */
function program(isPublic: boolean, more = ""): string {
    return `
const aws = require("@pulumi/aws");
const bucket = new aws.s3.Bucket("pictures", {});
new aws.s3.BucketPublicAccessBlock("pictures", {
    bucket: bucket.id, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: ${!isPublic},
});
${more}`;
}

const PROJECT = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "package.json": '{"main": "index.js"}' };

describe("check --against a commit", function () {
    this.timeout(300_000);
    const temporary = mkdtempSync(path.join(tmpdir(), "against-"));
    after(() => rmSync(temporary, { recursive: true, force: true }));
    let number = 0;

    /** A repository with a project in it, and packages that Git ignores. */
    function repository(files: Readonly<Record<string, string>>, packages = "."): string {
        number += 1;
        const folder = path.join(temporary, `repository-${number}`);
        mkdirSync(folder);
        git(folder, "init", "--quiet", "--initial-branch", "main");
        write(folder, { ".gitignore": "node_modules\ndist/\n", ...files });
        commit(folder);
        symlinkSync(path.join(root, "node_modules"), path.join(folder, packages, "node_modules"));
        return folder;
    }

    interface Answer {
        readonly code: number | null;
        readonly out: string;
        readonly err: string;
    }

    function check(folder: string, against: string, ...args: readonly string[]): Answer {
        const { status, stdout, stderr } = spawnSync(
            process.execPath,
            [gate, "check", ".", "--against", against, ...args],
            {
                cwd: folder,
                encoding: "utf8",
                env: { ...process.env, NO_COLOR: "1" },
            },
        );
        return { code: status, out: stdout, err: stderr };
    }

    /** All that Git knows and has of a repository, byte by byte. */
    function stateOf(folder: string): Readonly<Record<string, string>> {
        const files = (at: string): readonly string[] =>
            readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
                entry.isDirectory() ? files(path.join(at, entry.name)) : [path.join(at, entry.name)],
            );
        const own = files(folder).filter((file) => !file.includes(`${path.sep}node_modules`));
        return Object.fromEntries(
            own.map((file) => [file, `${statSync(file).mtimeMs} ${readFileSync(file).toString("base64")}`]),
        );
    }

    it("judges both, and leaves the working tree and everything of Git's as they are", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        write(folder, { "index.js": program(true), "untracked.txt": "x" });
        git(folder, "add", "untracked.txt");
        const before = stateOf(folder);
        const { code, out, err } = check(folder, "main");
        assert.equal(code, 1, err);
        assert.match(out, /, against main|that main \([0-9a-f]{9}\) does not/);
        assert.match(out, /1 new finding, 0 gone\./);
        assert.deepEqual(stateOf(folder), before);
    });
    it("takes a commit by any of its names", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        git(folder, "tag", "v1");
        write(folder, { "index.js": program(true) });
        const sha = commit(folder);
        for (const name of ["v1", "HEAD~1"]) assert.match(check(folder, name).out, /1 new finding, 0 gone\./, name);
        assert.match(check(folder, sha.slice(0, 8)).out, /0 new findings, 0 gone\./);
    });
    it("takes a remote's branch for one that is not here, as in a pull request's checkout", () => {
        const origin = repository({ ...PROJECT, "index.js": program(false) });
        git(origin, "checkout", "--quiet", "-b", "change");
        write(origin, { "index.js": program(true) });
        commit(origin);
        const folder = path.join(temporary, "clone");
        git(temporary, "clone", "--quiet", "--branch", "change", origin, folder);
        symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
        assert.match(check(folder, "main").out, /origin\/main[\s\S]*1 new finding/);
    });
    it("says of a shallow clone how to get the rest", () => {
        const origin = repository({ ...PROJECT, "index.js": program(false) });
        write(origin, { "index.js": program(true) });
        commit(origin);
        const folder = path.join(temporary, "shallow");
        git(temporary, "clone", "--quiet", "--depth", "1", `file://${origin}`, folder);
        const { code, err } = check(folder, "HEAD~1");
        assert.equal(code, 2);
        assert.match(err, /there is neither a file nor a commit HEAD~1: this is a shallow clone.*fetch-depth: 0/s);
    });
    it("refuses what is neither a file nor a commit, before anything is judged", () => {
        const folder = repository({ ...PROJECT, "index.js": "process.exit(3);" });
        for (const [asked, why] of Object.entries({
            nowhere: /there is neither a file nor a commit nowhere: git fetch may bring it/,
            "--output=x": /begins with a dash/,
            "": /takes a file, or a branch/,
            "main\nx": /takes a file, or a branch/,
        })) {
            const { code, out, err } = check(folder, asked);
            assert.deepEqual([code, out], [2, ""], err);
            assert.match(err, why);
        }
        const alone = mkdtempSync(path.join(temporary, "alone-"));
        write(alone, { ...PROJECT, "index.js": "" });
        assert.match(check(alone, "main").err, /there is no file main, and the project is in no Git repository/);
        const flag = spawnSync(process.execPath, [gate, "check", ".", "--fail-on-new"], {
            cwd: folder,
            encoding: "utf8",
        });
        assert.equal(flag.status, 2);
        assert.match(flag.stderr, /--fail-on-new needs what the stack is held against/);
    });
    it("takes a file before a branch of that name", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        write(folder, { main: "{}" });
        assert.match(check(folder, "main").err, /main is neither a state .* nor a preview/);
    });
    it("finds a project in a folder of the repository, with what lies beside it and above it as it was", () => {
        const shared = (isPublic: boolean) => `exports.isPublic = ${isPublic};`;
        const own = program(true)
            .replace("false,\n", "!require('../lib').isPublic,\n")
            .replace("restrictPublicBuckets: false", "restrictPublicBuckets: !require('../lib').isPublic");
        const folder = repository({
            "app/Pulumi.yaml": PROJECT["Pulumi.yaml"],
            "app/package.json": PROJECT["package.json"],
            "app/index.js": own,
            "lib/index.js": shared(false),
        });
        write(folder, { "lib/index.js": shared(true) });
        assert.match(check(path.join(folder, "app"), "main").out, /1 new finding, 0 gone\./);
    });
    it("leads a workspace's package to its files of then", () => {
        const folder = repository({
            ...PROJECT,
            "index.js": program(true).replace(
                "restrictPublicBuckets: false",
                "restrictPublicBuckets: !require('@shop/lib').isPublic",
            ),
            "lib/package.json": '{"name": "@shop/lib"}',
            "lib/index.js": "exports.isPublic = false;",
        });
        rmSync(path.join(folder, "node_modules"));
        mkdirSync(path.join(folder, "node_modules/@shop"), { recursive: true });
        symlinkSync("../../lib", path.join(folder, "node_modules/@shop/lib"));
        symlinkSync(path.join(root, "node_modules/@pulumi"), path.join(folder, "node_modules/@pulumi"));
        write(folder, { "lib/index.js": "exports.isPublic = true;" });
        const { out, err } = check(folder, "main");
        assert.match(out, /1 new finding, 0 gone\./, err);
    });
    it("keeps what Git ignores, such as what a build has made", () => {
        const code =
            'new aws.s3.BucketObject("page", { bucket: bucket.id, source: new (require("@pulumi/pulumi").asset.FileAsset)("dist/page.html") });';
        const folder = repository({ ...PROJECT, "index.js": program(false, code) });
        write(folder, { "dist/page.html": "<p>", "index.js": program(true, code) });
        assert.match(check(folder, "main").out, /1 new finding, 0 gone\./);
    });
    it("says where the packages were others", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false), "package-lock.json": "{}" });
        write(folder, { "package-lock.json": '{"lockfileVersion": 3}' });
        const { err } = check(folder, "main");
        assert.match(
            err,
            /Note: package-lock\.json is another at main: its program is run with the packages that are installed now/,
        );
    });
    it("says that all is new where there was no project, or no such stack", () => {
        const folder = repository({ "README.md": "" });
        write(folder, { ...PROJECT, "index.js": program(true) });
        assert.match(check(folder, "main").out, /main has no Pulumi project in its root: all of it is new\./);
        write(folder, { "Pulumi.dev.yaml": "config: {}\n" });
        commit(folder);
        write(folder, { "Pulumi.prod.yaml": "config: {}\n" });
        assert.match(check(folder, "main", "--stack", "prod").out, /main has no stack prod: all of it is new\./);
        const { out } = check(folder, "main", "--all-stacks");
        assert.match(
            out,
            /nothing that main[\s\S]*shop\/dev: 2 mandatory[\s\S]*main has no stack prod[\s\S]*shop\/prod: 2 mandatory/,
        );
    });
    it("takes the configuration as it was then", () => {
        const configured = program(true).replace(
            "restrictPublicBuckets: false",
            'restrictPublicBuckets: new (require("@pulumi/pulumi").Config)().require("public") !== "yes"',
        );
        const folder = repository({
            ...PROJECT,
            "index.js": configured,
            "Pulumi.dev.yaml": "config:\n  shop:public: no\n",
        });
        write(folder, { "Pulumi.dev.yaml": "config:\n  shop:public: yes\n" });
        assert.match(check(folder, "main").out, /1 new finding, 0 gone\./);
        assert.match(check(folder, "main", "--config", "public=yes").out, /0 new findings, 0 gone\./);
    });
    it("says of a program that cannot be judged there which one it is, and no path of its own", () => {
        const folder = repository({ ...PROJECT, "index.js": "throw new Error('no such thing');" });
        write(folder, { "index.js": program(false) });
        const { code, err } = check(folder, "main");
        assert.equal(code, 2);
        assert.match(err, /Cannot check: main cannot be judged: /);
        // The checkout that is tested may be in a temporary folder itself.
        assert.ok(!err.replaceAll(root, "").includes(tmpdir()), err);
    });
    it("brings submodules as they were", () => {
        const lib = repository({ "index.js": "exports.isPublic = false;" });
        const folder = repository({
            ...PROJECT,
            "index.js": program(true).replace(
                "restrictPublicBuckets: false",
                "restrictPublicBuckets: !require('./lib').isPublic",
            ),
        });
        git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", lib, "lib");
        commit(folder);
        write(lib, { "index.js": "exports.isPublic = true;" });
        commit(lib);
        git(path.join(folder, "lib"), "-c", "protocol.file.allow=always", "pull", "--quiet");
        const { out, err } = check(folder, "main");
        assert.match(out, /1 new finding, 0 gone\./, err);
        assert.equal(git(path.join(folder, "lib"), "rev-parse", "HEAD"), git(lib, "rev-parse", "HEAD"));
    });
    it("holds a record against the commit of the project in the present folder, or against another record", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false), "Pulumi.live.yaml": "config: {}\n" });
        write(folder, { "state.json": exported(administrator()), "before.json": exported([rootOf(SHOP)]) });
        for (const against of ["main", "before.json"]) {
            const { stdout } = spawnSync(
                process.execPath,
                [gate, "check", "state.json", "--against", against, "--json"],
                {
                    cwd: folder,
                    encoding: "utf8",
                },
            );
            const { comparison } = JSON.parse(stdout);
            assert.equal(comparison.against.kind, against === "main" ? "git" : "state");
            assert.deepEqual(
                comparison.newly.grants.map(({ identity, actions }: GrantChange) => [identity.name, actions]),
                [["orders", ["*"]]],
            );
        }
    });
    it("does not compare the stacks of a backend", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        write(folder, { "states/live.json": exported(administrator()) });
        const { status, stderr } = spawnSync(process.execPath, [gate, "check", "states", "--against", "main"], {
            cwd: folder,
            encoding: "utf8",
        });
        assert.equal(status, 2);
        assert.match(stderr, /--against compares one stack, and not those of a backend/);
    });
    it("changes no exit code, unless it is asked to", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        const policies = path.join(temporary, "advisory.json");
        write(temporary, { "advisory.json": '{ "all": "advisory" }' });
        write(folder, { "state.json": exported(administrator()), "before.json": exported([rootOf(SHOP)]) });
        const code = (...args: readonly string[]) =>
            spawnSync(process.execPath, [gate, "check", ...args, "--policy-config", policies], { cwd: folder }).status;
        assert.equal(code("state.json", "--against", "before.json"), 0);
        assert.equal(code("state.json", "--against", "before.json", "--fail-on-new"), 1);
        assert.equal(code("state.json", "--against", "state.json", "--fail-on-new"), 0);
        assert.equal(code("before.json", "--against", "state.json", "--fail-on-new", "--allow-empty"), 0);
    });
    it("works in a hook of Git's, which tells its own index", () => {
        const folder = repository({ ...PROJECT, "index.js": program(false) });
        write(folder, { "index.js": program(true) });
        git(folder, "add", "--all");
        const { stdout } = spawnSync(process.execPath, [gate, "check", ".", "--against", "HEAD"], {
            cwd: folder,
            encoding: "utf8",
            env: { ...process.env, NO_COLOR: "1", GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index" },
        });
        assert.match(stdout, /1 new finding, 0 gone\./);
        assert.match(git(folder, "status", "--porcelain"), /^M {2}index\.js$/m);
    });
    for (const moment of [1, 3, 5, 7])
        it(`leaves nothing when it is ended by a signal, at ${moment} of 8`, async () => {
            const folder = repository({ ...PROJECT, "index.js": program(false) });
            const before = stateOf(folder);
            const own = mkdtempSync(path.join(temporary, "own-"));
            const start = () =>
                spawn(process.execPath, [gate, "check", ".", "--against", "main"], {
                    cwd: folder,
                    env: { ...process.env, TMPDIR: own },
                    stdio: "ignore",
                });
            const started = Date.now();
            await once(start(), "exit");
            const whole = Date.now() - started;
            const child = start();
            const ended = once(child, "exit");
            await pause((whole * moment) / 8);
            child.kill(moment % 4 === 1 ? "SIGINT" : "SIGTERM");
            await ended;
            assert.deepEqual(readdirSync(own), []);
            assert.deepEqual(stateOf(folder), before);
            assert.equal(existsSync(path.join(folder, ".git/worktrees")), false);
        });
});
