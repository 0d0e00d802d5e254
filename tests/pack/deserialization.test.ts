import assert from "node:assert/strict";
import type { StackValidationPolicy } from "@pulumi/policy";
import { LambdaFunction } from "../../model/aws";
import { declare, secret } from "../../pack";
import { rawProperties, shareDeserialization } from "../../pack/sdk";
import { Analyzer } from "../support/analyzer";
import { register } from "../support/programs";

describe("deserialization", () => {
    const program = {
        orders: declare(LambdaFunction, { role: "orders", environment: { variables: { A: secret("b") } } }),
    };
    const seen: unknown[] = [];
    const policy = (name: string): StackValidationPolicy => ({
        name,
        description: name,
        validateStack: ({ resources }) => {
            seen.push(...resources.map(({ props }) => rawProperties(props)));
        },
    });

    before(async () => {
        shareDeserialization();
        shareDeserialization();
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
