/** What of the SDK is not loaded with it. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const SELDOM_CALLED = /node_modules[\\/](?:@npmcli[\\/]arborist|@pulumi[\\/]pulumi[\\/]automation)[\\/]/;

describe("what of the SDK policies do not call", function () {
    this.timeout(60_000);
    const folder = mkdtempSync(path.join(tmpdir(), "lighter-"));
    after(() => rmSync(folder, { recursive: true, force: true }));

    it("is not loaded when the pack starts", async () => {
        const told = path.join(folder, "told.js");
        writeFileSync(
            told,
            `process.on("SIGTERM", () => process.stderr.write(JSON.stringify(Object.keys(require.cache)), () => process.exit()));`,
        );
        const run = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
        const child = spawn(process.execPath, ["--require", told, run, "127.0.0.1:1", root], {
            cwd: root,
            env: { ...process.env, PULUMI_NODEJS_TYPESCRIPT: "false", PULUMI_CONFIG: "{}" },
        });
        let [port, loaded] = ["", ""];
        child.stderr.on("data", (data) => {
            loaded += String(data);
        });
        child.stdout.on("data", (data) => {
            port += String(data);
            child.kill("SIGTERM");
        });
        await once(child, "close");
        assert.match(port, /^\d+\n$/);
        const files = JSON.parse(loaded) as readonly string[];
        assert.ok(files.some((file) => file.endsWith("@pulumi/pulumi/index.js")));
        assert.deepEqual(
            files.filter((file) => SELDOM_CALLED.test(file)),
            [],
        );
    });

    it("is there for who calls it", () => {
        const program = `
require(${JSON.stringify(path.join(root, "bin/gate/preload.js"))});
const pulumi = require("@pulumi/pulumi");
const { computeCodePaths } = require("@pulumi/pulumi/runtime");
computeCodePaths().then((paths) =>
    console.log(JSON.stringify({ workspace: typeof pulumi.automation.LocalWorkspace, packages: paths.size > 0 })));`;
        const { stdout, stderr } = spawnSync(process.execPath, ["-e", program], { cwd: root, encoding: "utf8" });
        assert.deepEqual(JSON.parse(stdout || "{}"), { workspace: "function", packages: true }, stderr);
    });
});
