/** The example under the real Pulumi CLI, beside the embedded host. */
import assert from "node:assert/strict";
import path from "node:path";
import { check } from "../../gate/host/check";
import type { Host } from "../../gate/host/choice";
import type { PolicyConfiguration } from "../../gate/host/pack";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import type { Report } from "../../gate/report/model";

const root = path.resolve(__dirname, "../..");
const folder = path.join(root, "examples/orders-api");

const STRICT: PolicyConfiguration = { "pack-settings": { profile: "strict", exclude: ["one-role-per-function"] } };

async function checked(
    host: Host,
    stack: string,
    unknownOutputs: boolean,
    policies: PolicyConfiguration = {},
): Promise<Report> {
    const project = readProject(folder);
    const report = await check({
        host,
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
    return { ...report, milliseconds: 0 };
}

const lines = ({ findings }: Report): readonly string[] =>
    findings.map(({ policy, urn, level }) => `${level} ${policy} ${urn}`);

describe("under the real Pulumi CLI", function () {
    this.timeout(300_000);
    before(async function () {
        // The CLI is in no package registry; where it is not installed, these tests are skipped by name.
        if (!(await hasPulumi())) this.skip();
    });

    for (const stack of ["insecure", "secure"]) {
        it(`gives the report of the stack ${stack} that the embedded host gives`, async () => {
            assert.deepEqual(await checked("pulumi", stack, false), await checked("embedded", stack, false));
        });
    }
    it("turns the strict profile on by one line of configuration", async () => {
        const strict = await checked("pulumi", "insecure", false, STRICT);
        assert.deepEqual(strict, await checked("embedded", "insecure", false, STRICT));
        assert.ok(strict.findings.length > (await checked("embedded", "insecure", false)).findings.length);
    });
    it("with unknown outputs, reports nothing of the secure stack but what is undecided", async () => {
        const { findings, undecided } = await checked("pulumi", "secure", true);
        assert.deepEqual(findings, []);
        assert.ok(undecided.length > 0);
    });
    it("with unknown outputs, reports nothing of the insecure stack that the known outputs do not confirm", async () => {
        const confirmed = new Set(lines(await checked("embedded", "insecure", false)));
        const found = lines(await checked("pulumi", "insecure", true));
        assert.deepEqual(
            found.filter((line) => !confirmed.has(line)),
            [],
        );
        assert.ok(found.length > 0);
    });
});
