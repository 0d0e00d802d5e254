import assert from "node:assert/strict";
import { check } from "../../gate/host/check";
import type { PolicyConfiguration } from "../../gate/host/pack";
import { packageRoot } from "../../gate/package-root";
import { readConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import type { Report } from "../../gate/report/model";
import { syntheticCloud } from "../../gate/synthetic";
import { isSecret } from "../../gate/synthetic/wire-values";
import { projectOf } from "../support/project";

const POLICIES = ["lambda-env-no-plaintext-secrets", "no-secrets-in-config-fields"];
const VALUE = "correct-horse-battery";

/** What a program puts where everybody reads it, by the name of the resource that it goes into. */
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
class Made extends pulumi.CustomResource {
    constructor(type, name, outputs, secrets) {
        const inputs = Object.fromEntries([...outputs, ...secrets].map((output) => [output, undefined]));
        super(type, name, { length: 20, ...inputs }, { additionalSecretOutputs: secrets });
    }
}
const password = new pulumi.Config().requireSecret("dbPassword");
const stored = new aws.secretsmanager.Secret("stored");
const version = new aws.secretsmanager.SecretVersion("version", { secretId: stored.id, secretString: password });
const sealed = new aws.ssm.Parameter("sealed", { type: "SecureString", value: password });
const plain = new aws.ssm.Parameter("plain", { type: "String", value: "orders-table" });
const random = new Made("random:index/randomPassword:RandomPassword", "random", [], ["result"]);
const key = new Made("tls:index/privateKey:PrivateKey", "key", ["publicKeyPem"], ["privateKeyPem"]);
const accessKey = new aws.iam.AccessKey("access-key", { user: "deployer" });
const other = new pulumi.StackReference("organization/other/dev");
const lookedUp = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/prod" });

const role = "arn:aws:iam::111122223333:role/orders";
const setting = (name, SETTING) =>
    new aws.lambda.Function(name, { role, runtime: "nodejs22.x", handler: "index.handler", environment: { variables: { SETTING } } });
const container = (name, more) =>
    new aws.ecs.TaskDefinition(name, { family: name, containerDefinitions: pulumi.jsonStringify([{ name, image: "orders", ...more }]) });
const machine = (name, more) => new aws.ec2.Instance(name, { ami: "ami-12345678", instanceType: "t3.micro", ...more });
const script = (value) => pulumi.interpolate\`#!/bin/sh\\nserve --setting \${value}\\n\`;
const base64 = (text) => text.apply((one) => Buffer.from(one).toString("base64"));

setting("of-configuration", password);
setting("of-interpolation", pulumi.interpolate\`orders \${password}\`);
setting("of-all", pulumi.all([password, stored.arn]).apply((both) => both.join(" ")));
setting("of-marked-text", pulumi.secret("anything at all"));
setting("of-version", version.secretString);
setting("of-sealed-parameter", sealed.value);
setting("of-random-password", random.result);
setting("of-private-key", key.privateKeyPem);
setting("of-access-key", accessKey.secret);
setting("of-look-up", lookedUp.secretString);
container("of-container", { environment: [{ name: "SETTING", value: password }] });
machine("of-script", { userData: script(password) });
machine("of-packed-script", { userDataBase64: base64(script(password)) });

setting("arn", stored.arn);
setting("arn-of-version", version.arn);
setting("arn-of-look-up", lookedUp.arn);
setting("name-of-parameter", sealed.name);
setting("plain-parameter", plain.value);
setting("plain-look-up", aws.ssm.getParameterOutput({ name: "/orders/table" }).value);
setting("public-key", key.publicKeyPem);
setting("elsewhere", other.getOutput("table"));
container("arn-in-container", { environment: [{ name: "SETTING", value: stored.arn }] });
container("from-in-container", { secrets: [{ name: "SETTING", valueFrom: stored.arn }] });
machine("arn-in-script", { userData: script(stored.arn) });
machine("arn-in-packed-script", { userDataBase64: base64(script(stored.arn)) });
`;

const KNOWN = [
    "of-access-key",
    "of-all",
    "of-configuration",
    "of-container",
    "of-interpolation",
    "of-look-up",
    "of-marked-text",
    "of-packed-script",
    "of-private-key",
    "of-random-password",
    "of-script",
    "of-sealed-parameter",
    "of-version",
];
/** Whether it is the secret or what is public of it, a first preview does not tell: an SDK leaves out the mark of an unknown. */
const OPEN = ["of-access-key", "of-private-key", "public-key"];

/** An unknown that an ARN makes, which the SDK sends without its mark. */
const UNSEEN = "of-all";

describe("a secret of the program's in a place that lies open", function () {
    this.timeout(120_000);
    const folder = projectOf({ "package.json": "{}", "index.js": PROGRAM });

    async function checked(unknownOutputs: boolean, policies: PolicyConfiguration = {}): Promise<Report> {
        const project = readProject(folder);
        return check({
            project,
            configuration: readConfiguration(project, { stack: "dev", plain: [], secret: [`dbPassword=${VALUE}`] }),
            packFolder: packageRoot(),
            policies,
            organization: "organization",
            tags: {},
            unknownOutputs,
            typeCheck: false,
            timeout: 60,
            progress: () => undefined,
        });
    }
    const named = (entries: readonly { readonly policy: string; readonly name: string }[]) =>
        [...new Set(entries.filter(({ policy }) => POLICIES.includes(policy)).map(({ name }) => name))].sort();

    it("is found, whatever way it went; an ARN, a name and an ordinary parameter are not", async () => {
        const report = await checked(false);
        assert.deepEqual(named(report.findings), KNOWN);
        assert.deepEqual(named(report.undecided), []);
        assert.ok(!JSON.stringify(report).includes(VALUE));
    });
    it("is found with unknown outputs too, or is undecided", async () => {
        const { findings, undecided } = await checked(true);
        assert.deepEqual(
            named(findings),
            KNOWN.filter((name) => ![...OPEN, UNSEEN].includes(name)),
        );
        assert.deepEqual(named(undecided), OPEN);
    });
    it("is found by its name, its shape and its origin alone where the pack's level hides the marks, and that is said", async () => {
        const report = await checked(false, { all: "mandatory" });
        const marked = ["of-all", "of-configuration", "of-container", "of-interpolation", "of-marked-text"];
        assert.deepEqual(
            named(report.findings),
            KNOWN.filter((name) => ![...marked, "of-script", "of-packed-script"].includes(name)),
        );
        const said = report.findings.filter(({ policy }) => policy === "undecided-checks").map(({ fact }) => fact);
        assert.match(said.join("\n"), /what is a secret by its mark alone passes/);
    });
});

describe("what the synthetic cloud answers", () => {
    const provider = { package: "aws", inputs: { region: "eu-west-1" } };
    const answer = (token: string, args = {}) => syntheticCloud().invoke({ token, args, provider });

    it("is marked where it is a secret", () => {
        const { arn, secretString } = answer("aws:secretsmanager/getSecretVersion:getSecretVersion");
        assert.deepEqual([isSecret(arn), isSecret(secretString)], [false, true]);
        const random = answer("aws:secretsmanager/getRandomPassword:getRandomPassword");
        assert.ok(isSecret(random["randomPassword"]));
        const { authorizationToken, userName } = answer("aws:ecr/getAuthorizationToken:getAuthorizationToken");
        assert.deepEqual([isSecret(authorizationToken), isSecret(userName)], [true, false]);
    });
    it("is a secret parameter where the program asks for its decryption", () => {
        const parameter = (name: string, more = {}) =>
            isSecret(answer("aws:ssm/getParameter:getParameter", { name, ...more })["value"]);
        assert.equal(parameter("/orders/token", { withDecryption: true }), true);
        assert.equal(parameter("/orders/table"), false);
        assert.equal(parameter("/aws/service/a", { withDecryption: true }), false);
    });
});
