import assert from "node:assert/strict";
import { CannotCheck } from "../../gate/errors";
import { check } from "../../gate/host/check";
import type { PolicyConfiguration } from "../../gate/host/pack";
import { packageRoot } from "../../gate/package-root";
import { readConfiguration, type StackConfiguration } from "../../gate/project/configuration";
import { readProject } from "../../gate/project/project";
import type { Report } from "../../gate/report/model";
import { projectOf } from "../support/project";

interface Given {
    readonly stack?: string;
    readonly plain?: readonly string[];
    readonly secret?: readonly string[];
    readonly note?: (sentence: string) => void;
}

function configured(folder: string, { plain = [], secret = [], stack }: Given = {}): StackConfiguration {
    return readConfiguration(readProject(folder), { plain, secret, ...(stack !== undefined && { stack }) });
}

async function checked(folder: string, given: Given = {}, policies: PolicyConfiguration = {}): Promise<Report> {
    return check({
        project: readProject(folder),
        configuration: configured(folder, given),
        packFolder: packageRoot(),
        policies,
        organization: "organization",
        tags: {},
        unknownOutputs: false,
        typeCheck: false,
        timeout: 60,
        progress: () => undefined,
        ...(given.note && { note: given.note }),
    });
}

/** The sentence with which a check is refused. */
async function refusal(attempt: () => unknown): Promise<string> {
    try {
        await attempt();
    } catch (error) {
        if (error instanceof CannotCheck) return `${error.message}\n${error.detail}`;
        throw error;
    }
    return assert.fail("it was not refused");
}

const yaml = (more: string) => `name: shop\nruntime: nodejs\n${more}\n`;
const PUBLIC_URL = `{ functionName: "orders", authorizationType: "NONE" }`;
const REQUIRE = `const aws = require("@pulumi/aws");\nnew aws.lambda.FunctionUrl("url", ${PUBLIC_URL});\n`;
const IMPORT = `import * as aws from "@pulumi/aws";\nnew aws.lambda.FunctionUrl("url", ${PUBLIC_URL});\n`;

describe("a project", function () {
    this.timeout(60_000);
    const regions = ["AWS_REGION", "AWS_DEFAULT_REGION"].map((name) => [name, process.env[name]] as const);
    before(() => {
        for (const [name] of regions) delete process.env[name];
    });
    after(() => {
        for (const [name, value] of regions) if (value !== undefined) process.env[name] = value;
    });

    describe("runs whatever its layout", () => {
        const layouts: Readonly<Record<string, readonly [Readonly<Record<string, string>>, string?]>> = {
            CommonJS: [{ "package.json": "{}", "index.js": REQUIRE }],
            "ES modules": [{ "package.json": `{ "type": "module" }`, "index.js": IMPORT }],
            "ES modules in TypeScript": [
                {
                    "package.json": `{ "type": "module" }`,
                    "tsconfig.json": `{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext" } }`,
                    "index.ts": `${IMPORT}const count: number = "types are checked elsewhere";\nexport { count };\n`,
                },
            ],
            "main as a file": [
                { "Pulumi.yaml": yaml("main: infra/main.js"), "package.json": "{}", "infra/main.js": REQUIRE },
            ],
            "main as a folder with packages of its own and a dot in its name": [
                { "Pulumi.yaml": yaml("main: infra.v2"), "infra.v2/package.json": "{}", "infra.v2/index.js": REQUIRE },
                "infra.v2",
            ],
            "main in package.json": [{ "package.json": `{ "main": "infra.js" }`, "infra.js": REQUIRE }],
            "a runtime with options": [
                {
                    "Pulumi.yaml":
                        "name: shop\nruntime:\n  name: nodejs\n  options: { typescript: false, packagemanager: pnpm, nodeargs: --no-warnings }\n",
                    "package.json": "{}",
                    "index.js": REQUIRE,
                },
            ],
        };
        for (const [name, [files, packages]] of Object.entries(layouts)) {
            it(name, async () => {
                const { findings } = await checked(projectOf(files, packages));
                assert.deepEqual(
                    findings.map(({ policy }) => policy),
                    ["lambda-url-auth-required", "function-behind-front-door"],
                );
            });
        }
    });

    describe("has its functions' code read, wherever the command was started", () => {
        const routes = ["GET", "POST", "DELETE"].map((verb) => `case "${verb} /orders": return db.send("${verb}");`);
        const handler = `async (event) => { const db = require("./db"); switch (event.routeKey) { ${routes.join(" ")} } }`;
        const given = `runtime: "nodejs22.x", role: "arn:aws:iam::111122223333:role/orders", handler: "index.handler"`;
        const folder = `new aws.lambda.Function("orders", { ${given}, code: new FileArchive("./app") });`;
        const callback = `new aws.lambda.CallbackFunction("orders", { policies: [], callback: ${handler} });`;
        const program = (code: string) =>
            `const aws = require("@pulumi/aws");\nconst { FileArchive } = require("@pulumi/pulumi").asset;\n${code}\n`;
        const app = { "app/index.js": `exports.handler = ${handler};`, "app/db.js": "exports.send = fetch;" };
        const projects: Readonly<Record<string, Readonly<Record<string, string>>>> = {
            "in a folder": { "package.json": "{}", "index.js": program(folder), ...app },
            "made of a callback": { "package.json": "{}", "index.js": program(callback) },
            "beside a program that has a folder of its own": {
                "Pulumi.yaml": yaml("main: infra"),
                "package.json": "{}",
                "infra/index.js": program(folder),
                ...Object.fromEntries(Object.entries(app).map(([name, text]) => [`infra/${name}`, text])),
            },
        };
        for (const [name, files] of Object.entries(projects)) {
            it(name, async () => {
                const { findings, undecided } = await checked(projectOf(files));
                const isAsked = ({ policy }: { readonly policy: string }) => policy === "no-router-in-function";
                assert.deepEqual(undecided.filter(isAsked), []);
                assert.equal(findings.filter(isAsked).length, 1);
            });
        }
    });

    describe("gets the configuration that the engine would give it", () => {
        const declared = yaml(
            [
                "config:",
                "  size: { type: integer, default: 3 }",
                "  short: text",
                "  aws:region: eu-west-1",
                "  token: { type: string, secret: true }",
            ].join("\n"),
        );
        it("defaults of Pulumi.yaml, the stack's values over them, the command line's over both", () => {
            const folder = projectOf({
                "Pulumi.yaml": declared,
                "Pulumi.dev.yaml": "config:\n  shop:size: 5\n  shop:list: [a, { b: 1 }]\n  shop:short: other\n",
            });
            const { values } = configured(folder, { plain: ["short=last"], secret: ["token=t"] });
            assert.deepEqual(values, {
                "shop:size": "5",
                "shop:short": "last",
                "shop:list": '["a",{"b":1}]',
                "aws:region": "eu-west-1",
                "shop:token": "t",
            });
        });
        it("knows as secret what is encrypted, declared so, or given so", () => {
            const folder = projectOf({
                "Pulumi.yaml": declared,
                "Pulumi.dev.yaml":
                    "encryptionsalt: v1:x\nconfig:\n  shop:token: plain\n  shop:db: { user: app, password: { secure: v1:y } }\n",
            });
            const { secretKeys, values } = configured(folder, { secret: ["pin=1234"] });
            assert.deepEqual(secretKeys, ["shop:db", "shop:pin", "shop:token"]);
            assert.doesNotMatch(JSON.stringify(values), /v1:/);
        });
        it("asks at once for all that Pulumi.yaml declares without a default", async () => {
            const folder = projectOf({
                "Pulumi.yaml": yaml("config:\n  size: { type: integer }\n  token: { secret: true }\n  aws:profile: {}"),
            });
            assert.match(
                await refusal(() => configured(folder)),
                /^Pulumi\.yaml asks for the configuration values size, token: give them with --config size=… --config-secret token=…$/m,
            );
        });
        it("finds the stacks' files where stackConfigDir says, and in JSON", () => {
            const file = `{ "config": { "shop:size": 7 } }`;
            const folder = projectOf({ "Pulumi.yaml": yaml("stackConfigDir: stacks"), "stacks/Pulumi.dev.json": file });
            assert.equal(configured(folder).values["shop:size"], "7");
        });
        it("tells the types of what Pulumi.yaml asks for", async () => {
            const folder = projectOf({
                "Pulumi.yaml": yaml("config:\n  size: { type: integer }\n  token: { type: string, secret: true }"),
            });
            assert.match(await refusal(() => configured(folder)), /\nsize: integer\ntoken: secret string$/);
        });
        it("reads plain scalars as the engine does", () => {
            const folder = projectOf({
                "Pulumi.dev.yaml": [
                    "config:",
                    "  shop:day: 2099-12-31",
                    "  shop:time: 2099-12-31T10:11:12.50Z",
                    "  shop:list: [2099-1-2, 2001-12-14t21:59:43.10-05:00, 2099-02-31, 1.0, 010, 0x10, 1_000, on]",
                    '  shop:quoted: { of: "2099-12-31", nothing: ~ }',
                    "  shop:nothing:",
                    "  shop:yes: True",
                ].join("\n"),
            });
            // As PULUMI_CONFIG reads under Pulumi 3.260.
            assert.deepEqual(configured(folder).values, {
                "shop:day": "2099-12-31 00:00:00 +0000 UTC",
                "shop:time": "2099-12-31 10:11:12.5 +0000 UTC",
                "shop:list": JSON.stringify([
                    "2099-01-02 00:00:00 +0000 UTC",
                    "2001-12-14 21:59:43.1 -0500 -0500",
                    "2099-02-31",
                    1,
                    8,
                    16,
                    1000,
                    "on",
                ]),
                "shop:quoted": `{"nothing":null,"of":"2099-12-31"}`,
                "shop:nothing": "",
                "shop:yes": "true",
            });
        });
        it("takes files that begin with a byte order mark", () => {
            const folder = projectOf({
                "Pulumi.yaml": "\ufeffname: shop\nruntime: nodejs\n",
                "Pulumi.dev.json": `\ufeff{ "config": { "shop:size": 7 } }`,
            });
            assert.equal(configured(folder).values["shop:size"], "7");
        });
        const template = yaml(
            "template:\n  config:\n    aws:region: { default: eu-west-1 }\n    size: { default: 3 }\n    pin: { secret: true, default: x1y2 }",
        );
        it("defaults of the template, for a stack without a file", () => {
            const { values, secretKeys } = configured(projectOf({ "Pulumi.yaml": template }), { plain: ["size=4"] });
            assert.deepEqual(values, { "aws:region": "eu-west-1", "shop:size": "4", "shop:pin": "x1y2" });
            assert.deepEqual(secretKeys, ["shop:pin"]);
        });
        it("of a template only what the program requires, for a stack with a file, and notes it", async () => {
            const folder = projectOf({
                "Pulumi.yaml": template,
                "Pulumi.dev.yaml": "config: {}\n",
                "package.json": "{}",
                "index.js": `const pulumi = require("@pulumi/pulumi");\nnew pulumi.Config().requireNumber("size");\n${REQUIRE}`,
            });
            assert.deepEqual(configured(folder).values, {});
            const notes: string[] = [];
            assert.equal((await checked(folder, { note: (sentence) => notes.push(sentence) })).resources, 1);
            assert.match(notes.join(), /^size is not in the stack's configuration: the template's default stands in$/);
        });
        it("takes a stack's full name", () => {
            const folder = projectOf({ "Pulumi.dev.yaml": "{}", "Pulumi.prod.yaml": "{}" });
            assert.equal(configured(folder, { stack: "acme/shop/prod" }).stack, "prod");
        });
    });

    describe("under a configuration that gives all policies a level", () => {
        const folder = () =>
            projectOf({
                "package.json": "{}",
                "index.js": `
                    const pulumi = require("@pulumi/pulumi");
                    const aws = require("@pulumi/aws");
                    const variables = { GREETING: pulumi.secret("anything at all") };
                    const role = "arn:aws:iam::111122223333:role/orders";
                    new aws.lambda.Function("function", { role, environment: { variables } });
                    new aws.sns.Topic("topic", {});`,
            });
        const reported = async (policies: PolicyConfiguration) =>
            (await checked(folder(), {}, policies)).findings.map(({ level, policy }) => `${level} ${policy}`).sort();

        it("says once that nothing tells it which inputs are secret", async () => {
            for (const all of ["advisory", "mandatory"]) {
                const { findings } = await checked(folder(), {}, { all });
                const said = findings.filter(({ fact }) =>
                    fact.startsWith("Which inputs are marked secret is not known"),
                );
                assert.deepEqual(
                    said.map(({ level, policy }) => [level, policy]),
                    [[all, "undecided-checks"]],
                );
            }
        });
        it("sees them again where the settings keep their level", async () => {
            const policies = { all: "advisory", "pack-settings": "remediate" };
            assert.ok((await reported(policies)).includes("advisory lambda-env-no-plaintext-secrets"));
        });
    });

    describe("whose program TypeScript cannot build file by file", () => {
        const folder = (more: string) =>
            projectOf({
                "package.json": "{}",
                "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "commonjs", "moduleResolution": "node", "strict": true, "skipLibCheck": true } }`,
                "levels.d.ts": `export declare const enum Level { Public = "NONE" }\n`,
                "index.ts": `import * as aws from "@pulumi/aws";\nimport { Level } from "./levels";\n${more}
                    new aws.lambda.FunctionUrl("url", { functionName: "orders", authorizationType: Level.Public });`,
            });
        it("is built with its types, and that is noted", async () => {
            const notes: string[] = [];
            const { findings } = await checked(folder(""), { note: (sentence) => notes.push(sentence) });
            assert.deepEqual(
                findings.map(({ policy }) => policy),
                ["lambda-url-auth-required", "function-behind-front-door"],
            );
            assert.match(notes.join(), /cannot be built file by file.*--type-check/);
        });
        it("fails over what it failed over at first, where types do not help", async () => {
            const said = await refusal(() => checked(folder(`const count: number = "no number";`)));
            assert.match(said, /^the program cannot load \.\/levels: /);
        });
    });

    describe("is refused in a sentence that says what to do, and quotes no value", () => {
        const program = (text: string) =>
            projectOf({
                "package.json": "{}",
                "Pulumi.dev.yaml": "config:\n  shop:sealed: { secure: v1:x }\n",
                "index.js": `const pulumi = require("@pulumi/pulumi");\nconst config = new pulumi.Config();\n${text}`,
            });
        const cases: Readonly<Record<string, readonly [string, Given, RegExp]>> = {
            "a value of another type": [
                `config.requireObject("limits");`,
                { plain: ["limits=correct-horse"] },
                /^the configuration value limits is not a valid JSON object: give another with --config limits=…$/m,
            ],
            "a secret of another type": [
                `config.requireSecretNumber("pin");`,
                { secret: ["pin=correct-horse"] },
                /value pin is not a valid number: give another with --config-secret pin=…$/m,
            ],
            "an encrypted value, read as something else than text": [
                `config.requireSecretObject("sealed");`,
                {},
                /value sealed is encrypted, and what stands for it here is not a valid JSON object: give another with --config-secret sealed=…$/m,
            ],
            "a region that nothing names": [
                `require("@pulumi/aws").config.requireRegion();`,
                {},
                /needs the configuration value aws:region: give it with --config aws:region=…$/m,
            ],
            "an error that quotes a secret": [
                `throw new Error("cannot use " + config.require("key"));`,
                { secret: ["key=correct-horse"] },
                /the program failed: Error: cannot use \[secret\]/,
            ],
        };
        for (const [name, [text, given, sentence]] of Object.entries(cases)) {
            it(name, async () => {
                const said = await refusal(() => checked(program(text), given));
                assert.match(said, sentence);
                assert.doesNotMatch(said, /correct-horse/);
            });
        }
        it("every value that is missing, at once and with its type", async () => {
            const said = await refusal(() =>
                checked(
                    program(`
                        config.require("name");
                        config.requireSecretNumber("pin");
                        config.requireObject("limits").a;
                        config.requireBoolean("loud");
                        if (config.require("name").length > 100) config.require("never");`),
                ),
            );
            assert.match(
                said,
                /^the program needs the configuration values name, pin, limits, loud: give them with --config name=… --config-secret pin=… --config limits=… --config loud=…$/m,
            );
            assert.match(said, /\nname: text\npin: secret number\nlimits: object\nloud: boolean$/);
        });
        it("packages that are not installed", async () => {
            const folder = projectOf(
                { "Pulumi.yaml": yaml("main: infra"), "infra/package.json": "{}", "other/x": "" },
                "other",
            );
            assert.match(await refusal(() => checked(folder)), /not installed in \S+\/infra: run npm install there$/m);
        });
    });
});
