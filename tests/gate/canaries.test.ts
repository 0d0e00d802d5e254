import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { redactionOf } from "../../gate/host/redaction";
import { FORMATS } from "../../gate/report/formats";
import { projectOf } from "../support/project";

const root = path.resolve(__dirname, "../..");
/** A secret that looks like nothing else, so that whatever shows it took it over. */
const CANARY = 'canary"Bird/7f+q ü';
const FORMS: Readonly<Record<string, string>> = {
    "as it is": CANARY,
    "in JSON": JSON.stringify(CANARY).slice(1, -1),
    "in a URL": encodeURIComponent(CANARY),
    "in base64": Buffer.from(CANARY).toString("base64").replace(/=+$/, ""),
    "in hexadecimal digits": Buffer.from(CANARY).toString("hex"),
    "its first letters": CANARY.slice(0, 11),
};

/** All that the command prints, on both its outputs. */
function printed(...args: readonly string[]): string {
    const { stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin/gate/main.js"), "check", ...args], {
        cwd: root,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1", ORDERS_TOKEN: CANARY },
    });
    return stdout + stderr;
}

function assertUnseen(text: string): void {
    for (const [form, canary] of Object.entries(FORMS))
        assert.ok(!text.includes(canary), `the secret is shown ${form}: ${text}`);
}

const project = (program: string, files: Readonly<Record<string, string>> = {}) =>
    projectOf({ "package.json": "{}", "index.js": program, ...files });
const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
const config = new pulumi.Config();
const text = process.env.ORDERS_TOKEN;
`;
/** A program that passes it on, as text and as data. */
const PASSED_ON = `${PROGRAM}
const role = "arn:aws:iam::111122223333:role/orders";
const secret = config.requireSecret("token");
const code = new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("const password = " + JSON.stringify(text)) });
new aws.lambda.Function("orders", { role, runtime: "nodejs22.x", handler: "index.handler", code, description: text,
    environment: { variables: { PLAIN: text, PASSWORD: text, SECRET: secret, URL: "postgres://orders:" + encodeURIComponent(text) + "@db/orders" } } });
new aws.ecs.TaskDefinition("task", { family: "task", containerDefinitions: pulumi.jsonStringify([{ name: "task", image: "orders",
    command: ["serve", "--password", secret], environment: [{ name: "PASSWORD", value: text }] }]) });
new aws.ec2.Instance("machine", { ami: "ami-12345678", instanceType: "t3.micro", userDataBase64: secret.apply((one) => Buffer.from("export PASSWORD=" + one).toString("base64")) });
new aws.ssm.Parameter("parameter", { type: "String", value: text, tags: { owner: text } });
new aws.iam.RolePolicy("policy", { role: "orders", policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [{ Sid: text, Effect: "Allow", Action: "*", Resource: secret }] }) });
new aws.rds.Instance("db", { engine: "mysql", instanceClass: "db.t3.micro", username: "orders", password: text });
aws.getRegionOutput({ id: text });
exports.password = text;
`;
const SECRET = ["--config-secret", `token=${CANARY}`];

describe("the command prints no secret", function () {
    this.timeout(120_000);

    describe("where a program", () => {
        const programs: Readonly<Record<string, string>> = {
            "throws it": "throw new Error(`no table of ${text}`);",
            "throws it within JSON": "throw new Error(JSON.stringify({ text }));",
            "throws it in base64 of more": 'throw new Error(Buffer.from(`user:${text}@db`).toString("base64"));',
            "throws it in a URL": "throw new Error(`https://example.com/?token=${encodeURIComponent(text)}`);",
            "throws an object that has it": "throw Object.assign(new Error('failed'), { response: { text } });",
            "throws it in an output":
                'config.requireSecret("token").apply((one) => { throw new Error(`no table of ${one}`); });',
            "rejects with it": "Promise.reject(text);",
            "reads it as a number": 'config.requireNumber("token");',
            "logs it and fails": "console.log(text); console.error(text); process.exit(3);",
            "gives it to a component that fails": `new pulumi.ComponentResource("a:b:C", "c", { get text() { throw new Error(text); } });`,
        };
        for (const [what, program] of Object.entries(programs)) {
            it(what, () => {
                const shown = printed(project(`${PROGRAM}\n${program}\n`), ...SECRET);
                assert.match(shown, /^Cannot check: /);
                assertUnseen(shown);
            });
        }
    });

    describe("where a program passes it on, as text or as data", () => {
        for (const options of [[], ["--json"], ["--unknown-outputs"], ["--unknown-outputs", "--json"]]) {
            it(options.join(" ") || "without options", () => {
                const shown = printed(project(PASSED_ON), ...SECRET, ...options);
                assert.match(shown, /lambda-env-no-plaintext-secrets/);
                assertUnseen(shown);
            });
        }
    });

    it("nor writes it into a report of any format, or the baseline", () => {
        const folder = mkdtempSync(path.join(tmpdir(), "reports-"));
        const at = (name: string) => path.join(folder, name);
        const formats = Object.keys(FORMATS);
        const exempted = at("policies.json");
        const exemption = { resource: "*", reason: "known" };
        writeFileSync(exempted, JSON.stringify({ "no-inline-passwords": { exemptions: [exemption] } }));
        try {
            const folderOf = project(PASSED_ON);
            const reports = formats.flatMap((format) => ["--report", `${format}=${at(format)}`]);
            const configured = [...SECRET, "--policy-config", exempted];
            assertUnseen(printed(folderOf, ...configured, ...reports, "--report", "github=-"));
            assertUnseen(printed(folderOf, ...configured, "--baseline", at("baseline"), "--update-baseline"));
            for (const file of [...formats, "baseline"]) {
                const text = readFileSync(at(file), "utf8");
                assert.match(text, /lambda-env-no-plaintext-secrets/, file);
                assertUnseen(text);
            }
        } finally {
            rmSync(folder, { recursive: true });
        }
    });

    describe("where what it is given does not fit", () => {
        const nothing = project("");
        const cases: Readonly<Record<string, readonly string[]>> = {
            "a value apart from its key": [nothing, "--config-secret", CANARY],
            "a value beside its key": [CANARY, "--config-secret", "token"],
            "an option that does not exist": [nothing, `--config-secrets=token=${CANARY}`],
            "a value that Pulumi.yaml wants otherwise": [
                project(`${PROGRAM}config.requireBoolean("token");`),
                ...SECRET,
            ],
        };
        for (const [what, args] of Object.entries(cases)) it(what, () => assertUnseen(printed(...args)));

        const settings: Readonly<Record<string, string>> = {
            "broken off": `config:\n  shop:token: "${"canary"}Bird/7f\n  aws:region: [`,
            "a key twice": `config:\n  canary"Bird/7f+q: 1\n  canary"Bird/7f+q: 2\n`,
            "a stray text": `config:\n  shop:token: 'a' canary"Bird/7f+q\n`,
            "an alias of nothing": `config:\n  shop:token: *canary"Bird/7f+q\n`,
        };
        for (const [what, yaml] of Object.entries(settings)) {
            it(`a stack's configuration: ${what}`, () => {
                const shown = printed(project("", { "Pulumi.dev.yaml": yaml }));
                assert.match(shown, /^Cannot check: Pulumi\.dev\.yaml /);
                assert.doesNotMatch(shown, /canary"?Bird/);
            });
        }

        const policies: Readonly<Record<string, string>> = {
            "no JSON": `{ "all": ${CANARY} }`,
            "broken off": `{ "all": "${FORMS["in JSON"]}`,
            "a level": JSON.stringify({ all: CANARY }),
            "a number's place": JSON.stringify({ "iam-user-limits": { exemptions: CANARY } }),
            "an option": JSON.stringify({ "pack-settings": { profile: CANARY, undecidedIsMandatory: [CANARY] } }),
            "an exemption's day": JSON.stringify({
                "lambda-url-auth-required": { exemptions: [{ resource: "*", reason: "r", expires: CANARY }] },
            }),
            "an exemption as a text": JSON.stringify({ "lambda-url-auth-required": { exemptions: [CANARY] } }),
        };
        for (const [what, text] of Object.entries(policies)) {
            it(`a policy configuration: ${what}`, () => {
                const folder = mkdtempSync(path.join(tmpdir(), "policy-configuration-"));
                const file = path.join(folder, "policies.json");
                writeFileSync(file, text);
                try {
                    const shown = printed(nothing, "--policy-config", file);
                    assert.match(shown, /^Cannot check: the policy configuration /);
                    assertUnseen(shown);
                } finally {
                    rmSync(folder, { recursive: true });
                }
            });
        }
    });

    it("of a pack that does not start, or that throws", () => {
        const packs = {
            "does not start": `throw new Error(process.env.PULUMI_CONFIG);`,
            throws: `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("throws", { policies: [{ name: "throws", description: "d", enforcementLevel: "mandatory",
    validateResource: ({ props }) => { if (props.displayName) throw new Error(JSON.stringify(props)); } }] });`,
        };
        for (const [what, index] of Object.entries(packs)) {
            const pack = projectOf({
                "PulumiPolicy.yaml": "runtime: nodejs\n",
                "package.json": '{ "version": "1.0.0" }',
                "index.js": index,
            });
            const program = `${PROGRAM}new aws.sns.Topic("topic", { displayName: config.requireSecret("token") });`;
            const shown = printed(project(program), ...SECRET, "--pack", pack);
            assert.match(shown, /Cannot check: the policy pack/, what);
            // It was said, and taken out.
            assert.match(shown, /\[secret\]/, what);
            assertUnseen(shown);
        }
    });
});

describe("what stands for a secret of the configuration", () => {
    const redact = redactionOf({
        stack: "dev",
        values: { "shop:a": CANARY, "shop:b": '{"inner":{"token":"canary-two-8h2k"},"on":true}' },
        secretKeys: ["shop:a", "shop:b"],
        templateDefaults: {},
    });
    it("stands for it in every form, within whatever holds it", () => {
        for (const around of ["", "a", "ab", "abc", "user:", "\n"]) {
            const text = `${around}${CANARY}${around}`;
            for (const form of [text, encodeURIComponent(text), JSON.stringify(text)]) assertUnseen(redact(form));
            for (const encoding of ["base64", "base64url", "hex"] as const) {
                assert.match(redact(Buffer.from(text).toString(encoding)), /\[secret\]/, `${encoding} of ${text}`);
            }
        }
    });
    it("stands for each text of an object", () => {
        assert.equal(redact("no table of canary-two-8h2k, true"), "no table of [secret], true");
    });
});
