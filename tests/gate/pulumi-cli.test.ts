import assert from "node:assert/strict";
import path from "node:path";
import { check } from "../../gate/host/check";
import type { PolicyConfiguration } from "../../gate/host/pack";
import { hasPulumi, previewWithPulumi } from "../../gate/host/pulumi/preview";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "examples/orders-api");
const awsVersion = "7.48.0";

const STRICT: PolicyConfiguration = { "pack-settings": { profile: "strict", exclude: ["one-role-per-function"] } };

async function embedded(
    stack: string,
    unknownOutputs: boolean,
    policies: PolicyConfiguration = {},
): Promise<readonly string[]> {
    const project = readProject(folder);
    const report = await check({
        project,
        configuration: readConfiguration(project, { stack, plain: [], secret: [] }),
        packFolder: root,
        policies,
        organization: "organization",
        tags: {},
        unknownOutputs,
        typeCheck: false,
        timeout: 120,
        progress: () => undefined,
    });
    const found = report.findings.map(({ policy, urn, level }) => `${level} ${policy} ${urn}`);
    // What the gate lists apart, the engine is told in one sentence.
    const summary = `advisory undecided-checks urn:pulumi:${stack}::orders-api::pulumi:pulumi:Stack::orders-api-${stack}`;
    return (report.undecided.length > 0 ? [...found, summary] : found).sort();
}

async function real(
    stack: string,
    unknownOutputs: boolean,
    policies: PolicyConfiguration = {},
): Promise<readonly string[]> {
    const found = await previewWithPulumi({ folder, stack, packFolder: root, unknownOutputs, awsVersion, policies });
    return found.map(({ policy, urn, level }) => `${level} ${policy} ${urn}`).sort();
}

const isSummary = (line: string) => / (?:undecided-checks|exemptions) /.test(line);

describe("under the real Pulumi CLI", function () {
    this.timeout(300_000);
    before(async function () {
        // The CLI is in no package registry; where it is not installed, these tests are skipped by name.
        if (!(await hasPulumi())) this.skip();
    });

    for (const stack of ["insecure", "secure"]) {
        it(`reports of the stack ${stack} what the embedded host reports`, async () => {
            assert.deepEqual(await real(stack, false), await embedded(stack, false));
        });
    }
    it("turns the strict profile on by one line of configuration", async () => {
        const strict = await real("insecure", false, STRICT);
        assert.deepEqual(strict, await embedded("insecure", false, STRICT));
        assert.ok(strict.length > (await embedded("insecure", false)).length);
    });
    it("with unknown outputs, reports nothing of the secure stack but what is undecided", async () => {
        const found = await real("secure", true);
        assert.deepEqual(
            found.filter((line) => !isSummary(line)),
            [],
        );
        assert.equal(found.filter((line) => line.includes(" undecided-checks ")).length, 1);
    });
    it("with unknown outputs, reports nothing of the insecure stack that the known outputs do not confirm", async () => {
        const confirmed = new Set(await embedded("insecure", false));
        const found = (await real("insecure", true)).filter((line) => !isSummary(line));
        assert.deepEqual(
            found.filter((line) => !confirmed.has(line)),
            [],
        );
        assert.ok(found.length > 0);
    });
});
