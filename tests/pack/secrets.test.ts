import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { type Answer, answer, type Value } from "../../model/values";
import { declare, secret, unknown } from "../../pack";
import { analyze, reported } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const program = {
    marked: declare(LambdaFunction, { role: "r", environment: { variables: { GREETING: secret("hello") } } }),
    block: declare(LambdaFunction, { role: "r", environment: secret({ variables: { GREETING: "hello" } }) as never }),
    waiting: declare(LambdaFunction, { role: "r", environment: { variables: { GREETING: secret(unknown) } } }),
    plain: declare(LambdaFunction, { role: "r", environment: { variables: { GREETING: "hello" } } }),
};
const isSecret = (root: Value): Answer => answer(root.down("environment.variables.GREETING").secret);
const finding = { at: "environment.variables.GREETING", message: "holds a marked secret" };

describe("inputs that the program marked secret", () => {
    for (const severity of ["critical", "high", "medium", "low"] as const) {
        it(`are known to a rule on resources of severity ${severity}`, async () => {
            const rule = resourceRule("watching-rule", severity, (_inputs, { root }) => ({
                when: isSecret(root),
                ...finding,
            }));
            const { diagnostics } = await analyze([rule], program);
            assert.deepEqual(reported(diagnostics, rule.id), ["marked", "block", "waiting"]);
        });
        it(`are known to a rule on the graph of severity ${severity}`, async () => {
            const rule = stackRule("watching-rule", severity, function* (stack) {
                for (const resource of stack.resources) yield { resource, when: isSecret(resource.root), ...finding };
            });
            const { diagnostics } = await analyze([rule], program);
            assert.deepEqual(reported(diagnostics, rule.id), ["block", "marked", "waiting"]);
        });
    }
    it("are observed without a word, and without a change to the resource", async () => {
        const { diagnostics, checks } = await analyze([], program);
        assert.deepEqual([diagnostics, checks], [[], []]);
    });
});
