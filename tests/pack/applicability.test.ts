import assert from "node:assert/strict";
import { HttpApi, IamPolicy, IamRole, LambdaFunction } from "../../model/aws";
import { Stack } from "../../model/graph";
import { declare, type StackRule, stackPart } from "../../pack";
import { packOf } from "../../pack/pack";
import { rules } from "../../policies";
import { Analyzer } from "../support/analyzer";
import { register } from "../support/programs";
import { stackRule } from "../support/rules";

const stackRules = rules.flatMap((rule) => stackPart(rule) ?? []);

/** The rule's own policy: the pack's summaries apply to every stack. */
function policyOf(rule: StackRule): Analyzer {
    const { policies } = packOf([rule], { stackExemptions: () => [] });
    return new Analyzer({ policies: policies.filter(({ name }) => name === rule.id) });
}

/** A stack of what no policy looks at. */
const quota = { token: "aws:servicequotas/serviceQuota:ServiceQuota" };
const none = register(
    { quota: declare(quota, { serviceCode: "lambda", quotaCode: "L-B99A9384", value: 1000 }) },
    "dev",
    false,
);

describe("a rule on the graph", () => {
    for (const rule of stackRules) {
        it(`${rule.id} does not apply to a stack without its types, and does not fire`, async () => {
            assert.deepEqual((await policyOf(rule).notApplicable(none)).policies, [rule.id]);
            assert.deepEqual(await policyOf(rule).analyzeStack(none), []);
        });
        it(`${rule.id} applies to the stack of its bad example`, async () => {
            assert.deepEqual((await policyOf(rule).notApplicable(register(rule.bad, "dev", false))).policies, []);
        });
    }

    const watching = (needs: StackRule["needs"]) => {
        let built = 0;
        const rule: StackRule = {
            ...stackRule("watching-rule", "high", (stack) => {
                built += stack instanceof Stack ? 1 : 0;
                return undefined;
            }),
            needs,
        };
        return { rule, built: () => built };
    };
    it("of one type costs nothing where it is absent: no resource is read, no graph built", async () => {
        const { rule, built } = watching(LambdaFunction);
        const { policies, reads } = await policyOf(rule).notApplicable(none);
        assert.deepEqual([policies, reads, built()], [["watching-rule"], 0, 0]);
    });
    it("of several types builds no graph where they are all absent", async () => {
        const { rule, built } = watching([LambdaFunction, HttpApi]);
        const { policies } = await policyOf(rule).notApplicable(none);
        assert.deepEqual([policies, built()], [["watching-rule"], 0]);
    });
    it("of several types applies where one of them is there", async () => {
        const { rule, built } = watching([IamPolicy, IamRole]);
        const { policies } = await policyOf(rule).notApplicable(register({ role: declare(IamRole, {}) }, "dev", false));
        assert.deepEqual([policies, built()], [[], 1]);
    });
});
