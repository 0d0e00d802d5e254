import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Report } from "../../gate/report/model";

const root = path.resolve(__dirname, "../..");
const program = path.join(root, "tests/gate/programs/policy-shapes");

/** The gate as it is installed, over one program that writes the same document in every form. */
function check(...args: readonly string[]): Report {
    const command = [path.join(root, "bin/gate/main.js"), "check", program, "--json", ...args];
    const { stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: "utf8" });
    assert.notEqual(stdout, "", stderr);
    return JSON.parse(stdout) as Report;
}

/** Forms whose every part is known whatever the cloud answers. */
const PLAIN = ["text", "object", "get-document"];
/** An object with outputs for leaves: it is known but for those. */
const PARTLY = ["object-of-outputs"];
/** Text made of outputs, which nobody knows as a whole; so is an output that holds an object. */
const WHOLLY = [
    "text-in-apply",
    "json-stringify",
    "interpolated",
    "get-document-output",
    "output-of-object",
    "inline-role",
];

/** What is wrong with the document, and the statement that says so. */
const VERDICTS = [
    'exec-role-no-resource-star: statement "ReadBuckets" allows s3:GetObject on every resource (*)',
    'exec-role-no-service-wildcard-action: statement "AllOfTable" allows every action of dynamodb (dynamodb:*)',
];

const POLICIES = VERDICTS.map((verdict) => verdict.split(":")[0] ?? "");

function verdicts({ findings }: Report, name: string): readonly string[] {
    return findings
        .filter((one) => one.name === name && POLICIES.includes(one.policy))
        .map(({ policy, fact }) => `${policy}: ${fact}`)
        .sort();
}

function open({ undecided }: Report, name: string): readonly string[] {
    return undecided.filter((one) => one.name === name && POLICIES.includes(one.policy)).map(({ policy }) => policy);
}

describe("a policy document in the gate", function () {
    this.timeout(120_000);
    let known: Report;
    let unknown: Report;
    before(() => {
        known = check();
        unknown = check("--unknown-outputs");
    });

    for (const name of [...PLAIN, ...PARTLY, ...WHOLLY]) {
        it(`gets the same verdicts as ${name}`, () => {
            assert.deepEqual(verdicts(known, name), VERDICTS);
            assert.deepEqual(open(known, name), []);
        });
    }
    for (const name of [...PLAIN, ...PARTLY]) {
        it(`is judged with unknown outputs as far as it is known, as ${name}`, () => {
            assert.deepEqual(verdicts(unknown, name), VERDICTS);
        });
    }
    for (const name of WHOLLY) {
        it(`is undecided with unknown outputs as ${name}, by each policy that would find something`, () => {
            assert.deepEqual(verdicts(unknown, name), []);
            assert.deepEqual([...open(unknown, name)].sort(), POLICIES);
        });
    }
});
