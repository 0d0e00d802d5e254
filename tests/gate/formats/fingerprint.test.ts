import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { fingerprint, fingerprintAcrossStacks, numbered } from "../../../gate/report/fingerprint";
import { projectOf } from "../../support/project";
import { findingOn } from "./reports";

const root = path.resolve(__dirname, "../../..");

describe("a fingerprint", () => {
    const finding = findingOn("callback", { at: "policy.Statement[1].Action[0]" });
    it("is the same wherever the finding stands, whatever its words are, and in whatever order lists are", () => {
        const moved = {
            ...finding,
            location: { file: "b.ts", line: 99, column: 1 },
            fact: "other words",
            at: "policy.Statement[4].Action[2]",
        };
        assert.equal(fingerprint(moved), fingerprint(finding));
    });
    it("tells policies, resources, properties and stacks apart", () => {
        const others = [
            { ...finding, policy: "another" },
            findingOn("other", { at: finding.at }),
            { ...finding, at: "policy" },
            { ...finding, urn: finding.urn.replace(":dev::", ":prod::") },
            { ...finding, urn: finding.urn.replace("::shop::", "::store::") },
            { ...finding, urn: finding.urn.replace("aws:lambda/functionUrl", "my:index:Door$aws:lambda/functionUrl") },
        ];
        assert.equal(new Set([finding, ...others].map(fingerprint)).size, others.length + 1);
    });
    it("across stacks is one for all stacks, of what is said of a stack as a whole too", () => {
        const of = (stack: string) => ({ ...finding, urn: finding.urn.replace(":dev::", `:${stack}::`) });
        assert.equal(fingerprintAcrossStacks(of("dev")), fingerprintAcrossStacks(of("prod")));
        const whole = (stack: string) => ({
            ...finding,
            urn: `urn:pulumi:${stack}::shop::pulumi:pulumi:Stack::shop-${stack}`,
        });
        assert.equal(fingerprintAcrossStacks(whole("dev")), fingerprintAcrossStacks(whole("prod")));
        assert.notEqual(fingerprint(whole("dev")), fingerprint(whole("prod")));
    });
    it("that several share is numbered", () => {
        assert.deepEqual(
            numbered([finding, findingOn("other"), finding]).map(({ number }) => number),
            [1, 1, 2],
        );
    });
});

describe("the fingerprints of a program's findings", function () {
    this.timeout(120_000);
    const fingerprints = (program: string) => {
        const folder = projectOf({ "package.json": "{}", "index.js": program });
        const args = [path.join(root, "bin/gate/main.js"), "check", folder, "--report", "sarif"];
        const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
        assert.notEqual(stdout, "", stderr);
        const [run] = JSON.parse(stdout).runs as readonly {
            results: readonly {
                partialFingerprints: object;
                locations: readonly { physicalLocation: { region: { startLine: number } } }[];
            }[];
        }[];
        const results = run?.results ?? [];
        return {
            all: results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints)).sort(),
            lines: results.map(({ locations: [at] }) => at?.physicalLocation.region.startLine ?? 0),
        };
    };
    const START = `const aws = require("@pulumi/aws");\n`;
    const STATEMENTS = [
        `{ Effect: "Allow", Action: "s3:*", Resource: "*" }`,
        `{ Effect: "Allow", Action: "sqs:*", Resource: "*" }`,
    ];
    const policy = (name: string, statements: readonly string[]) =>
        `const ${name} = new aws.iam.RolePolicy("orders", { role: "orders", policy: JSON.stringify({ Version: "2012-10-17", Statement: [${statements.join(", ")}] }) });\n`;
    const url = (name: string) =>
        `const ${name} = new aws.lambda.FunctionUrl("open", { functionName: "orders", authorizationType: "NONE" });\n`;
    const before = START + policy("policy", STATEMENTS) + url("door");

    it("are the same ten lines below, under other variables, in another order", () => {
        const now = fingerprints(before);
        assert.ok(now.all.length >= 3, String(now.all.length));
        const below = fingerprints(START + "\n".repeat(10) + policy("policy", STATEMENTS) + url("door"));
        assert.deepEqual(below.all, now.all);
        assert.deepEqual(
            below.lines,
            now.lines.map((line) => line + 10),
        );
        assert.deepEqual(fingerprints(START + policy("renamed", STATEMENTS) + url("renamedToo")).all, now.all);
        assert.deepEqual(fingerprints(START + url("door") + policy("policy", [...STATEMENTS].reverse())).all, now.all);
    });
});
