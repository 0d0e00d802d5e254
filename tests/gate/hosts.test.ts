import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { inBothHosts, type Witnessed, witnessed } from "../support/hosts";
import { projectOf } from "../support/project";

const root = path.resolve(__dirname, "../..");
const programs = path.join(root, "tests/gate/programs");
const folder = path.join(programs, "features");

/** Any value of secret configuration; reports show a stand-in, as the engine's output does. */
const SECRET = "sealed=not-a-real-secret";

function only(seen: readonly Witnessed[], policy: string, name: string): Record<string, unknown> {
    const found = seen.filter((one) => one.policy === policy && one.urn.endsWith(`::${name}`));
    assert.equal(found.length, 1, `${policy} saw ${name} ${found.length} times`);
    return found[0]?.seen ?? {};
}

describe("the embedded host", function () {
    this.timeout(120_000);
    let seen: readonly Witnessed[] = [];
    before(async () => {
        seen = await witnessed({ folder, secrets: [SECRET] });
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
});

describe("the embedded host beside the real Pulumi CLI", function () {
    this.timeout(120_000);
    before(async function () {
        // The CLI is in no package registry; where it is not installed, these tests are skipped by name.
        if (!(await hasPulumi())) this.skip();
    });
    const monitor = path.join(programs, "monitor");
    const project = (file: string) =>
        projectOf({
            "Pulumi.yaml": `name: shop\nruntime: nodejs\nmain: ${file}\n`,
            "Pulumi.dev.yaml": "config:\n  aws:region: eu-west-1\n",
            "package.json": "{}",
            [file]: readFileSync(path.join(monitor, file), "utf8"),
        });

    // The engine reads what is imported, and the attached provider does not hold the resource that it would read.
    const imports = "import.js";
    const compared = [
        ...readdirSync(monitor)
            .filter((file) => file !== imports)
            .map((file) => ({
                name: path.parse(file).name,
                folder: () => project(file),
                secrets: [],
            })),
        { name: "features", folder: () => path.join(programs, "features"), secrets: [SECRET] },
    ];
    for (const { name, folder, secrets } of compared) {
        for (const unknownOutputs of [false, true]) {
            it(`shows a pack the same of ${name}, word for word, with ${unknownOutputs ? "unknown" : "known"} outputs`, async () => {
                const { embedded, real } = await inBothHosts({ folder: folder(), secrets, unknownOutputs });
                assert.ok(real.length > 2, "the real CLI showed the pack nothing");
                assert.deepEqual(embedded, real);
            });
        }
    }
    it("shows a pack the same inputs of what a program imports", async () => {
        const { embedded, real } = await inBothHosts({ folder: project(imports) });
        const topic = (lines: readonly string[]) => lines.filter((line) => /^resource \S+::topic /.test(line));
        assert.equal(topic(real).length, 1);
        assert.deepEqual(topic(embedded), topic(real));
    });
});
