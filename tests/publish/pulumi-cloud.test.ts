import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { check } from "../../gate/host/check";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { serveProvider } from "../../gate/host/pulumi/provider";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import { syntheticCloud } from "../../gate/synthetic";
import { rules } from "../../policies";
import { PulumiCloud } from "./pulumi-cloud";

const root = path.resolve(__dirname, "../..");
const example = path.join(root, "examples/orders-api");
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Record<string, string>;
const awsVersion = "7.48.0";

const ORGANIZATION = "team";
/** A level, a level with an option, and a policy switched off: what an organization says must reach the pack. */
const POLICIES = {
    "lambda-url-auth-required": "advisory",
    "exec-role-no-service-wildcard-action": { enforcementLevel: "mandatory", allowedServices: ["s3", "dynamodb"] },
    "secret-parameter-secure-string": "disabled",
};

interface PolicyEvent {
    readonly policyName: string;
    readonly policyPackName: string;
    readonly enforcementLevel: string;
    readonly resourceUrn?: string;
}

/** A tool of the project's development, by which a client would notice that it installs too much. */
const NEVER_INSTALLED = [
    "@pulumi/aws",
    "@pulumi/policy",
    "@biomejs/biome",
    "esbuild",
    "mocha",
    "ts-node",
    "typescript",
    "aws-serverless-security-development",
];

describe("published with the real Pulumi CLI", function () {
    this.timeout(600_000);
    let scratch = "";
    let cloud: PulumiCloud;
    const environment = () => ({
        ...process.env,
        PULUMI_BACKEND_URL: cloud.url,
        PULUMI_ACCESS_TOKEN: "pul-0000",
        PULUMI_HOME: path.join(scratch, "home"),
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
        PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    });
    const pulumi = (cwd: string, env: NodeJS.ProcessEnv, ...args: readonly string[]) =>
        promisify(execFile)("pulumi", [...args, "--non-interactive"], { cwd, env, maxBuffer: 512 * 1024 * 1024 });

    before(async function () {
        // The CLI is in no package registry; where it is not installed, these tests are skipped by name.
        if (!(await hasPulumi())) this.skip();
        scratch = mkdtempSync(path.join(tmpdir(), "aws-serverless-security-cloud-"));
        cloud = new PulumiCloud(ORGANIZATION);
        await cloud.listen();
    });
    after(() => {
        cloud?.stop();
        if (scratch !== "") rmSync(scratch, { recursive: true, force: true });
    });

    it("is taken with its readme, its tags and headings that a person would write", async () => {
        await pulumi(root, environment(), "policy", "publish", ORGANIZATION);
        assert.ok(cloud.isComplete && (cloud.tarball?.length ?? 0) > 0);
        const { published } = cloud;
        assert.equal(published?.name, manifest["name"]);
        assert.equal(published?.versionTag, manifest["version"]);
        assert.equal(published?.displayName, "AWS serverless security");
        assert.equal(published?.readme, readFileSync(path.join(root, "README.md"), "utf8"));
        assert.ok(published?.tags.includes("serverless"));
        const shown = new Map(published?.policies.map((policy) => [policy.name, policy]));
        for (const { id, title, sources } of rules) {
            assert.equal(`${shown.get(id)?.displayName}.`, title);
            assert.equal(shown.get(id)?.url, sources[0]);
        }
    });

    it("is enabled with a file of levels and options", async () => {
        const file = path.join(scratch, "policies.json");
        writeFileSync(file, JSON.stringify(POLICIES));
        const pack = `${ORGANIZATION}/${manifest["name"]}`;
        await pulumi(root, environment(), "policy", "enable", pack, "latest", "--config", file);
        assert.deepEqual(Object.keys(cloud.configuration ?? {}).sort(), Object.keys(POLICIES).sort());
    });

    it("is installed by a stack that requires it, without a tool of development, and enforced as configured", async () => {
        const folder = path.join(scratch, "orders-api");
        cpSync(example, folder, { recursive: true, filter: (file) => !file.includes("node_modules") });
        symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
        const provider = await serveProvider("aws", awsVersion, syntheticCloud({ unknownOutputs: false }));
        let printed = "";
        try {
            const env = { ...environment(), PULUMI_DEBUG_PROVIDERS: `aws:${provider.port}` };
            const stack = `${ORGANIZATION}/orders-api/insecure`;
            await pulumi(folder, env, "stack", "init", stack);
            // Mandatory findings end the preview with an error.
            await assert.rejects(
                pulumi(folder, env, "preview", "--stack", stack, "--json"),
                (error: { stdout?: string; stderr?: string }) => {
                    printed = error.stdout ?? "";
                    assert.match(printed, /"policyEvent"/, error.stderr);
                    return true;
                },
            );
        } finally {
            provider.stop();
        }
        const events = printed
            .split("\n")
            .filter((line) => line.includes('"policyEvent"'))
            .map((line) => (JSON.parse(line) as { policyEvent: PolicyEvent }).policyEvent);
        assert.deepEqual([...new Set(events.map((event) => event.policyPackName))], [manifest["name"]]);
        assert.deepEqual(
            events
                .map(
                    ({ enforcementLevel, policyName, resourceUrn }) =>
                        `${enforcementLevel} ${policyName} ${resourceUrn}`,
                )
                .sort(),
            await locally(),
        );
        const pack = `pulumi-analyzer-${manifest["name"]}-v${manifest["version"]}`;
        const packages = path.join(scratch, "home/policies", ORGANIZATION, pack, "node_modules");
        assert.ok(existsSync(path.join(packages, "@pulumi/pulumi")));
        for (const one of NEVER_INSTALLED) assert.ok(!existsSync(path.join(packages, one)), one);
        assert.deepEqual(cloud.unanswered, []);
    });
});

/** What the gate finds with the same policies. */
async function locally(): Promise<readonly string[]> {
    const project = readProject(example);
    const report = await check({
        project,
        configuration: readConfiguration(project, { stack: "insecure", plain: [], secret: [] }),
        packFolder: root,
        policies: POLICIES,
        organization: ORGANIZATION,
        tags: {},
        unknownOutputs: false,
        typeCheck: false,
        timeout: 120,
        progress: () => undefined,
    });
    const found = report.findings.map(({ policy, urn, level }) => `${level} ${policy} ${urn}`);
    // What the gate lists apart, the engine is told in one sentence.
    const summary =
        "advisory undecided-checks urn:pulumi:insecure::orders-api::pulumi:pulumi:Stack::orders-api-insecure";
    return (report.undecided.length > 0 ? [...found, summary] : found).sort();
}
