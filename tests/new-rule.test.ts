import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "..");
/** What a rule, its test and the tests over all rules need of the project. */
const PARTS = [
    "policies",
    "model",
    "pack",
    "gate",
    "scripts",
    "profiles",
    "docs",
    "tests/policies",
    "tests/support",
    "package.json",
    "npm-shrinkwrap.json",
    "development",
    "tsconfig.json",
    "biome.json",
    "CHANGELOG.md",
    "PulumiPolicy.yaml",
    "README.md",
    "ARCHITECTURE.md",
    ".dependency-cruiser.cjs",
    "index.ts",
];
const LINKS = ["node_modules", "data"];

const ID = "queue-example-required";
const made = {
    rule: `policies/queues/${ID}.ts`,
    test: `tests/policies/queues/${ID}.test.ts`,
    changelog: "CHANGELOG.md",
};

describe("npm run new-rule", function () {
    this.timeout(120_000);
    let copy = "";
    const run = (command: string, ...args: readonly string[]) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(copy, command), ...args], {
            cwd: copy,
            encoding: "utf8",
        });
        return { status, said: stdout + stderr };
    };
    const newRule = (...args: readonly string[]) => run("scripts/new-rule.js", ...args);
    const read = (file: string) => readFileSync(path.join(copy, file), "utf8");

    before(() => {
        copy = mkdtempSync(path.join(tmpdir(), "new-rule-"));
        for (const part of PARTS) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
        for (const link of LINKS) symlinkSync(path.join(root, link), path.join(copy, link));
    });
    after(() => rmSync(copy, { recursive: true, force: true }));

    describe("refuses, and makes nothing of", () => {
        const cases: Readonly<Record<string, readonly [args: readonly string[], said: RegExp]>> = {
            "too few arguments": [["queues", ID], /^usage: npm run new-rule/],
            "an id that is no words": [["queues", "QueueRule", "LambdaFunction"], /QueueRule is no rule id/],
            "a type that the model does not have": [["queues", ID, "NoSuchType"], /NoSuchType is no type of model/],
            "a rule that exists": [["secrets", "lambda-env-no-plaintext-secrets", "LambdaFunction"], /exists/],
            "a topic that nobody asks": [["queues", ID, "SqsQueue", "publik", "queue"], /publik is no topic or kind/],
            "a topic of no kind": [["queues", ID, "SqsQueue", "encryptedAtRest"], /is of some kinds of thing/],
            "a rule that exists in another family": [
                ["queues", "lambda-env-no-plaintext-secrets", "LambdaFunction"],
                /exists/,
            ],
        };
        for (const [what, [args, said]] of Object.entries(cases)) {
            it(what, () => {
                const result = newRule(...args);
                assert.equal(result.status, 1);
                assert.match(result.said, said);
                assert.ok(!existsSync(path.join(copy, "policies/queues")));
            });
        }
    });

    describe("makes a rule", () => {
        before(() => {
            const { status, said } = newRule("queues", ID, "LambdaFunction");
            assert.equal(status, 0, said);
            assert.deepEqual(said.trim().split("\n"), Object.values(made));
        });

        it("that stands in the registry and in the changelog", () => {
            assert.match(read("policies/index.ts"), new RegExp(`from "\\./queues/${ID}"`));
            assert.match(read("CHANGELOG.md"), new RegExp(`## Unreleased\n\n- \`${ID}\`: …\n`));
        });
        it("whose test passes, and which the tests over all rules accept", () => {
            const { status, said } = run(
                "node_modules/mocha/bin/mocha.js",
                ...["--no-config", "--require", "ts-node/register", "--extension", "ts", "--reporter", "dot"],
                ...[made.test, "tests/policies/completeness.test.ts"],
            );
            assert.equal(status, 0, said);
            assert.match(said, /\d+ passing/);
        });
        it("that the compiler and the linter accept as it is", () => {
            const written = [made.rule, made.test, "policies/index.ts"];
            const lint = spawnSync(path.join(root, "node_modules/.bin/biome"), ["check", ...written], {
                cwd: copy,
                encoding: "utf8",
            });
            assert.equal(lint.status, 0, lint.stdout + lint.stderr);
            const types = run("node_modules/typescript/bin/tsc", "--noEmit");
            assert.equal(types.status, 0, types.said);
        });
    });

    describe("makes a rule on settings", () => {
        const id = "store-example-private";
        const [rule, test] = [`policies/stores/${id}.ts`, `tests/policies/stores/${id}.test.ts`];
        before(() => {
            const { status, said } = newRule("stores", id, "RdsInstance", "private", "database");
            assert.equal(status, 0, said);
        });
        after(() => {
            for (const file of [rule, test]) rmSync(path.join(copy, file));
        });

        it("that the compiler and the linter accept as it is", () => {
            const lint = spawnSync(path.join(root, "node_modules/.bin/biome"), ["check", rule, test], {
                cwd: copy,
                encoding: "utf8",
            });
            assert.equal(lint.status, 0, lint.stdout + lint.stderr);
            const types = run("node_modules/typescript/bin/tsc", "--noEmit");
            assert.equal(types.status, 0, types.said);
        });
        it("whose test asks for a case of each row", () => {
            const { status, said } = run(
                "node_modules/mocha/bin/mocha.js",
                ...["--no-config", "--require", "ts-node/register", "--extension", "ts", "--reporter", "dot", test],
            );
            assert.notEqual(status, 0);
            assert.match(said, /has a good and a bad case: aws:rds\/instance:Instance publiclyAccessible/);
        });
    });
});
