import assert from "node:assert/strict";
import type { StackValidationPolicy } from "@pulumi/policy";
import { LambdaFunction } from "../../model/aws";
import { UNREADABLE, Value } from "../../model/values";
import { declare, secret } from "../../pack";
import { takeOver, wholeStack } from "../../pack/sdk";
import { analyze } from "../support/analysis";
import { Analyzer } from "../support/analyzer";
import { type RegisteredResource, register } from "../support/programs";
import { resourceRule, stackRule } from "../support/rules";

describe("deserialization", () => {
    const program = {
        orders: declare(LambdaFunction, { role: "orders", environment: { variables: { A: secret("b") } } }),
    };
    const seen: unknown[] = [];
    const policy = (name: string): StackValidationPolicy => ({
        name,
        description: name,
        validateStack: ({ resources }) => {
            seen.push(...wholeStack(resources).resources.map(({ props }) => props));
        },
    });

    before(async () => {
        takeOver();
        takeOver();
        const analyzer = new Analyzer({ policies: [policy("one"), policy("other")] });
        const resources = register(program, "dev", false);
        await analyzer.analyzeStack(resources);
        await analyzer.analyzeStack(resources);
    });

    it("is done once for all policies of one analysis", () => {
        assert.equal(seen.length, 4);
        assert.equal(seen[0], seen[1]);
        assert.equal(seen[2], seen[3]);
    });
    it("is done anew for the next", () => {
        assert.notEqual(seen[1], seen[2]);
        assert.deepEqual(seen[1], seen[2]);
    });
});

describe("what the SDK cannot read", () => {
    const SIGNATURE = "4dabf18193072939515e22adb298388d";
    const [ASSET, ARCHIVE, SECRET] = [
        "c44067f5952c0a294b673a41bacd8c17",
        "0def7320c3a5731c473e5ecbe6d01bc7",
        "1b47061264138c4ac30d75fd1eb44270",
    ];
    const broken: Readonly<Record<string, unknown>> = {
        "an archive of which only the hash is left": { [SIGNATURE]: ARCHIVE, hash: "e3b0c442" },
        "an archive that holds what is none": { [SIGNATURE]: ARCHIVE, assets: { "index.js": "text" } },
        "an archive that holds a broken asset": { [SIGNATURE]: ARCHIVE, assets: { a: { [SIGNATURE]: ASSET } } },
        "an asset of nothing": { [SIGNATURE]: ASSET },
        "a secret without a value": { [SIGNATURE]: SECRET, ciphertext: "v1:abc" },
        "a secret of a broken asset": { [SIGNATURE]: SECRET, value: { [SIGNATURE]: ASSET } },
        "an object of an unknown kind": { [SIGNATURE]: "00000000000000000000000000000000" },
    };
    const withRuntime = (runtime: unknown): readonly RegisteredResource[] => {
        const [only] = register({ orders: declare(LambdaFunction, { role: "r" }) }, "dev", false);
        assert.ok(only);
        const values = { runtime, nested: [{ runtime }], environment: { variables: { A: "b" } } };
        return [{ ...only, inputs: { ...only.inputs, ...values }, outputs: { ...only.outputs, ...values } }];
    };
    for (const [what, value] of Object.entries(broken)) {
        it(`is unknown, and all else is judged: ${what}`, async () => {
            const { diagnostics, checks } = await analyze(
                [resourceRule("a-rule"), stackRule("b-rule")],
                withRuntime(value),
            );
            assert.deepEqual(
                checks.map(({ policy, verdict, at }) => `${policy} ${verdict} ${at}`),
                [
                    "a-rule violation handler",
                    "a-rule undecided runtime",
                    "b-rule violation handler",
                    "b-rule undecided runtime",
                ],
            );
            const summary = diagnostics.find(({ policy }) => policy === "undecided-checks");
            assert.match(
                summary?.message ?? "",
                /orders\.runtime \(cannot be read\): a-rule, b-rule\nFix: an asset, an archive/,
            );
        });
    }
    it("is not an empty asset, of which only the hash of nothing travels", async () => {
        const { checks } = await analyze([resourceRule("a-rule")], withRuntime({ [SIGNATURE]: ASSET, text: "" }));
        assert.deepEqual(
            checks.map(({ policy, verdict, at }) => `${policy} ${verdict} ${at}`),
            ["a-rule violation handler"],
        );
    });
    it("hides neither what stands beside it nor what is marked secret", async () => {
        const seen: unknown[] = [];
        const rule = resourceRule("a-rule", "high", (_inputs, { root }) => {
            const nested = (root.get("nested").items() as Value[])[0];
            seen.push(
                root.down("environment.variables.A").text(),
                root.get("description").secret,
                nested?.get("runtime").missing,
            );
            return undefined;
        });
        const [only] = withRuntime(broken["an asset of nothing"]);
        assert.ok(only);
        const inputs = { ...only.inputs, description: { [SIGNATURE]: SECRET, value: "marked" } };
        await analyze([rule], [{ ...only, inputs }]);
        assert.deepEqual(seen, ["b", true, "unreadable"]);
        assert.equal(new Value(UNREADABLE).missing, "unreadable");
    });
});
