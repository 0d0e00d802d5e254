/** What the pack says of a stack's outputs, in both hosts. */
import assert from "node:assert/strict";
import { check } from "../../gate/host/check";
import type { Host } from "../../gate/host/choice";
import { hasPulumi } from "../../gate/host/pulumi/installed";
import { packageRoot } from "../../gate/package-root";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import { projectOf } from "../support/project";

const POLICY = "no-secrets-in-config-fields";
const SECRET = "dbPassword=vdw6h2ksq9pmxz41";

const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
const password = new pulumi.Config().requireSecret("dbPassword");
const stored = new aws.secretsmanager.Secret("stored");
const version = new aws.secretsmanager.SecretVersion("version", { secretId: stored.id, secretString: password });
const key = new aws.iam.AccessKey("key", { user: "deployer" });
const topic = new aws.sns.Topic("topic");

exports.setting = pulumi.unsecret(password);
exports.fetched = pulumi.unsecret(pulumi.interpolate\`see \${version.secretString}\`);
exports.issued = pulumi.unsecret(key.secret);
exports.apiToken = "q8Zr3kP0vXt7LmN2";
exports.db = { host: "db.internal", password: "correct-horse", marked: { password } };

exports.password = password;
exports.token = pulumi.secret("q8Zr3kP0vXt7LmN2");
exports.connection = pulumi.interpolate\`postgres://orders:\${password}@db.internal/orders\`;
exports.version = version.secretString;
exports.stored = stored.arn;
exports.topic = topic;
exports.secretName = stored.name;
exports.unset = undefined;
`;
const OPEN = ["apiToken", "db.password", "fetched", "issued", "setting"];

describe("outputs of the stack that are secrets", function () {
    this.timeout(120_000);
    const folder = projectOf({ "package.json": "{}", "index.js": PROGRAM, "Pulumi.dev.yaml": "config: {}\n" });

    async function found(unknownOutputs: boolean, host: Host = "embedded"): Promise<readonly string[]> {
        const project = readProject(folder);
        const report = await check({
            host,
            project,
            configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [SECRET] }),
            packFolder: packageRoot(),
            policies: {},
            organization: "organization",
            tags: {},
            unknownOutputs,
            typeCheck: false,
            timeout: 60,
            progress: () => undefined,
        });
        return report.findings
            .filter(({ policy, name }) => policy === POLICY && name === "shop-dev")
            .map(({ at }) => at)
            .sort();
    }
    it("are found, each by its name; those that are exported as secrets are not", async () => {
        assert.deepEqual(await found(false), OPEN);
    });
    it("are found as far as they are known", async () => {
        assert.deepEqual(
            await found(true),
            OPEN.filter((name) => name !== "issued"),
        );
    });
    it("are the same under the real Pulumi CLI", async function () {
        // The CLI is in no package registry; where it is not installed, this test is skipped by name.
        if (!(await hasPulumi())) this.skip();
        assert.deepEqual(await found(false, "pulumi"), OPEN);
        assert.deepEqual(await found(true, "pulumi"), await found(true));
    });
});
