import assert from "node:assert/strict";
import zlib from "node:zlib";
import { UNKNOWN } from "../../../model/values";
import variables from "../../../policies/secrets/lambda-env-no-plaintext-secrets";
import configFields from "../../../policies/secrets/no-secrets-in-config-fields";
import { analyze } from "../../support/analysis";
import type { RegisteredResource } from "../../support/programs";

const PASSWORD = ["q8Zr3kP0", "vXt7LmN2"].join("");

function declared(type: string, name: string, inputs: object, depending: Record<string, string[]> = {}) {
    return {
        urn: `urn:pulumi:dev::example::${type}::${name}`,
        type,
        name,
        inputs,
        outputs: inputs,
        dependencies: Object.values(depending).flat(),
        propertyDependencies: depending,
        protect: false,
    } as RegisteredResource;
}

const password = declared("random:index/randomPassword:RandomPassword", "password", { length: 24, result: UNKNOWN });
const worker = (values: object, depending?: Record<string, string[]>) =>
    declared("aws:lambda/function:Function", "worker", { environment: { variables: values } }, depending);
const instance = (inputs: object) => declared("aws:ec2/instance:Instance", "web", inputs);
const many = (value: string) => Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`SETTING_${at}`, value]));
const parsed = (text: string) => JSON.parse(text) as object;

/** Within seconds of the processor's time, also where several tests run at once; does it find one? */
async function judged(...resources: readonly RegisteredResource[]): Promise<boolean> {
    const started = process.cpuUsage();
    const { checks } = await analyze([configFields, variables], resources);
    const { user } = process.cpuUsage(started);
    assert.deepEqual(
        checks.filter(({ verdict }) => verdict === "failed").map(({ policy, fact }) => `${policy}: ${fact}`),
        [],
    );
    assert.ok(user < 10_000_000, `${Math.round(user / 1000)} ms`);
    return checks.some(({ verdict }) => verdict === "violation");
}

describe("what is long, deep or odd is judged in good time", () => {
    it("10,000 variables", async () => assert.ok(await judged(worker({ ...many("info"), DB_PASSWORD: PASSWORD }))));
    it("10,000 unknown variables", async () => assert.ok(!(await judged(worker(many(UNKNOWN))))));
    it("10,000 unknown variables that depend on a password", async () => {
        await judged(password, worker(many(UNKNOWN), { environment: [password.urn] }));
    });
    it("a document nested 10,000 deep", async () => {
        const deep = (open: string, close: string) => open.repeat(10_000) + close.repeat(10_000);
        for (const containerDefinitions of [deep("[", "]"), `${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`])
            await judged(declared("aws:ecs/taskDefinition:TaskDefinition", "web", { containerDefinitions }));
    });
    it("5 MB of user data", async () => {
        await judged(instance({ userData: `#!/bin/bash\n${"echo STAGE=prod >> /etc/app.env\n".repeat(160_000)}` }));
    });
    it("a bomb", async () => {
        const userDataBase64 = zlib.gzipSync(Buffer.alloc(200_000_000, "a")).toString("base64");
        assert.ok(!(await judged(instance({ userDataBase64 }))));
    });
    for (const key of ["__proto__", "constructor", "\\ud800", "\\u0000", "hasOwnProperty"])
        it(`a variable called ${key}`, async () => {
            assert.ok(await judged(worker(parsed(`{"${key}":"\\ud800\\u0000","DB_PASSWORD":"${PASSWORD}"}`))));
            await judged(worker(parsed(`{"SETTING":"{\\"${key.replace("\\", "\\\\")}\\":{\\"a\\":1}}"}`)));
        });
});
