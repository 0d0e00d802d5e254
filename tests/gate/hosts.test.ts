import assert from "node:assert/strict";
import { existsSync, symlinkSync } from "node:fs";
import path from "node:path";
import { check } from "../../gate/host/check";
import { hasPulumi, previewWithPulumi } from "../../gate/host/pulumi/preview";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "tests/gate/programs/features");
const packFolder = path.join(root, "tests/gate/packs/witness");

/** Any value of secret configuration; reports show a stand-in, as the engine's output does. */
const SECRET = "sealed=not-a-real-secret";

interface Witnessed {
    readonly policy: string;
    readonly urn: string;
    readonly seen: Record<string, unknown>;
}

/** What the witness pack saw in the embedded host. */
async function embedded(): Promise<readonly Witnessed[]> {
    const project = readProject(folder);
    const report = await check({
        project,
        configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [SECRET] }),
        packFolder,
        policies: {},
        organization: "organization",
        tags: {},
        unknownOutputs: false,
        typeCheck: false,
        timeout: 60,
        progress: () => undefined,
    });
    return report.findings.map(({ policy, urn, fact }) => ({
        policy,
        urn,
        seen: JSON.parse(fact) as Record<string, unknown>,
    }));
}

function only(seen: readonly Witnessed[], policy: string, name: string): Record<string, unknown> {
    const found = seen.filter((one) => one.policy === policy && one.urn.endsWith(`::${name}`));
    assert.equal(found.length, 1, `${policy} saw ${name} ${found.length} times`);
    return found[0]?.seen ?? {};
}

describe("the embedded host", function () {
    this.timeout(120_000);
    let seen: readonly Witnessed[] = [];
    before(async () => {
        seen = await embedded();
    });

    it("names children after their parents", () => {
        const { urn, parent } = only(seen, "resource", "pair-first");
        assert.equal(urn, "urn:pulumi:dev::features::example:index:Pair$aws:sqs/queue:Queue::pair-first");
        assert.equal(parent, "urn:pulumi:dev::features::example:index:Pair::pair");
    });
    it("applies the program's transforms", () => {
        assert.equal((only(seen, "resource", "pair-second")["inputs"] as Record<string, unknown>)["delaySeconds"], 7);
    });
    it("keeps dependencies, and which property they went into", () => {
        const { dependencies, edges } = only(seen, "stack", "function") as {
            dependencies: string[];
            edges: Record<string, string[]>;
        };
        assert.deepEqual(edges["role"], ["urn:pulumi:dev::features::aws:iam/role:Role::role"]);
        assert.deepEqual(edges["environment"], [
            "urn:pulumi:dev::features::example:index:Pair$aws:sqs/queue:Queue::pair-first",
        ]);
        assert.equal(dependencies.length, 2);
        const second = only(seen, "stack", "pair-second") as { dependencies: string[] };
        assert.deepEqual(second.dependencies, [
            "urn:pulumi:dev::features::example:index:Pair$aws:sqs/queue:Queue::pair-first",
        ]);
    });
    it("takes the region from the stack's configuration and from an explicit provider", () => {
        const outputs = (name: string) => only(seen, "stack", name)["outputs"] as Record<string, string>;
        assert.match(outputs("pair-first")["arn"] ?? "", /^arn:aws:sqs:eu-west-1:123456789012:/);
        assert.match(outputs("far-topic")["arn"] ?? "", /^arn:aws:sns:eu-central-1:123456789012:/);
        assert.equal(only(seen, "resource", "far-topic")["provider"], "far");
    });
    it("looks up existing resources, and shows the pack nothing of them, as the engine does", () => {
        assert.equal(
            (only(seen, "resource", "versioning")["inputs"] as Record<string, string>)["bucket"],
            "existing-bucket",
        );
        assert.deepEqual(
            seen.filter(({ urn }) => urn.endsWith("::existing")),
            [],
        );
        const { outputs } = only(seen, "stack", "features-dev") as { outputs: Record<string, string> };
        assert.equal(outputs["bucket"], "arn:aws:s3:::existing-bucket");
    });
    it("shows protection, ignored changes, archives and opened secrets", () => {
        const { protect, ignore, inputs } = only(seen, "resource", "function") as Record<string, unknown>;
        assert.equal(protect, true);
        assert.deepEqual(ignore, ["timeout"]);
        assert.equal((inputs as Record<string, unknown>)["code"], "an archive");
        assert.equal(
            (inputs as { environment: { variables: Record<string, string> } }).environment.variables["PASSWORD"],
            "not-a-real-password",
        );
    });
    it("takes a component that is an argument for the resources it holds", () => {
        const { edges } = only(seen, "stack", "holder") as { edges: Record<string, string[]> };
        const queues = ["pair-first", "pair-second"].map(
            (name) => `urn:pulumi:dev::features::example:index:Pair$aws:sqs/queue:Queue::${name}`,
        );
        assert.deepEqual(edges, { pair: queues, queue: queues.slice(1) });
    });
    it("quotes no secret of the configuration, even where a pack does", () => {
        const { inputs } = only(seen, "resource", "quoted") as { inputs: Record<string, string> };
        assert.equal(inputs["value"], "[secret]");
    });
    it("knows every value of a first preview", () => {
        assert.doesNotMatch(JSON.stringify(seen), /04da6b54-80e4-46f7-96ec-b56ff0331ba9/);
    });

    it("shows a pack word for word what the real Pulumi CLI shows it", async function () {
        // The CLI is in no package registry; where it is not installed, this test is skipped by name.
        if (!(await hasPulumi())) this.skip();
        if (!existsSync(path.join(packFolder, "node_modules")))
            symlinkSync(path.join(root, "node_modules"), path.join(packFolder, "node_modules"));
        const real = await previewWithPulumi({
            folder,
            stack: "dev",
            packFolder,
            unknownOutputs: false,
            awsVersion: "7.48.0",
            secrets: [SECRET],
        });
        // One attached provider serves all providers of the real engine, and is configured by the last of them.
        const lines = (all: readonly { policy: string; urn: string; text: string }[]) =>
            all
                .map(
                    ({ policy, urn, text }) =>
                        `${policy} ${urn} ${text.trim().replace(/eu-(?:west|central)-1/g, "REGION")}`,
                )
                .filter((line) => !line.includes("pulumi:providers:"))
                .sort();
        assert.deepEqual(
            lines(seen.map(({ policy, urn, seen: one }) => ({ policy, urn, text: JSON.stringify(one) }))),
            lines(
                real.map(({ policy, urn, message }) => ({
                    policy,
                    urn,
                    text: message.split("\n").slice(1).join("\n"),
                })),
            ),
        );
    });
});
