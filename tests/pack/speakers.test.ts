/** Of findings with one cause the gravest speaks; the others stay reported, and say with whom they are one. */
import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { yes } from "../../model/values";
import { declare, type Severity } from "../../pack";
import { analyze } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const program = { orders: declare(LambdaFunction, {}), reports: declare(LambdaFunction, {}) };

/** Reports each function, for a cause that it shares with others of the same kind, or for none. */
const finding = (id: string, severity: Severity, causeOf: (urn: string) => unknown, weighs = severity) =>
    stackRule(id, severity, (stack) =>
        stack.ofType(LambdaFunction).map((resource) => {
            const base = { resource, when: yes, at: "", message: "absent" };
            return { ...base, cause: causeOf(resource.urn), severity: weighs };
        }),
    );
const one = (urn: string) => urn;

describe("findings with one cause", () => {
    it("are told by the gravest, whatever its name; the others name it", async () => {
        const rules = [
            finding("a-medium", "medium", one),
            finding("b-critical", "critical", one),
            finding("c-high", "high", one),
        ];
        const { checks, diagnostics } = await analyze(rules, { orders: program.orders });
        assert.deepEqual(
            checks.map((check) => [check.policy, check.with, check.cause]),
            [
                ["b-critical", undefined, 0],
                ["c-high", "b-critical", 0],
                ["a-medium", "b-critical", 0],
            ],
        );
        assert.equal(diagnostics.length, 3, "each policy reports its own");
        assert.match(
            diagnostics.find(({ policy }) => policy === "c-high")?.message ?? "",
            /Note: one cause with b-critical\.$/,
        );
    });
    it("are told by a finding on a resource alone, which comes first", async () => {
        const alone = resourceRule("alone", "critical", (_inputs, { urn: cause }) => {
            return { when: yes, at: "", message: "absent", cause };
        });
        const { checks } = await analyze([alone, finding("high", "high", one)], program);
        assert.deepEqual(
            checks.map(({ policy, with: speaker, cause }) => [policy, speaker, cause]),
            [
                ["alone", undefined, 0],
                ["alone", undefined, 1],
                ["high", "alone", 0],
                ["high", "alone", 1],
            ],
        );
    });
    it("are exempt with the finding on the resource alone", async () => {
        const alone = resourceRule("alone", "critical", (_inputs, { urn: cause }) => {
            return { when: yes, at: "", message: "absent", cause };
        });
        const configuration = { alone: { exemptions: [{ resource: "orders", reason: "as agreed" }] } };
        const { checks } = await analyze([alone, finding("high", "high", one)], program, { configuration });
        assert.deepEqual(
            checks.map(({ policy, verdict, reason }) => [policy, verdict, reason]),
            [
                ["alone", "exempted", "as agreed"],
                ["alone", "violation", undefined],
                ["high", "exempted", "as agreed"],
                ["high", "violation", undefined],
            ],
        );
    });
    it("are apart for each cause, and where there is none", async () => {
        const rules = [
            finding("critical", "critical", one),
            finding("high", "high", one),
            finding("low", "low", () => undefined),
        ];
        const { checks } = await analyze(rules, program);
        const numbers = (policy: string) => checks.filter((check) => check.policy === policy).map(({ cause }) => cause);
        assert.deepEqual(numbers("critical"), [0, 1]);
        assert.deepEqual(numbers("high"), [0, 1]);
        assert.deepEqual(numbers("low"), [undefined, undefined]);
    });
    it("weigh as the case does, and not as its policy", async () => {
        const rules = [finding("critical", "critical", one, "low"), finding("high", "high", one)];
        const { checks } = await analyze(rules, { orders: program.orders });
        assert.deepEqual(
            checks.map((check) => [check.policy, check.with]),
            [
                ["critical", undefined],
                ["high", undefined],
            ],
        );
    });
    it("are not told by one that is exempted", async () => {
        const configuration = { critical: { exemptions: [{ resource: "orders", reason: "as agreed" }] } };
        const rules = [finding("critical", "critical", one), finding("high", "high", one)];
        const { checks } = await analyze(rules, { orders: program.orders }, { configuration });
        assert.equal(checks.find(({ policy }) => policy === "high")?.with, undefined);
    });
    it("are forgotten with the analysis", async () => {
        const rules = [finding("high", "high", () => "the same")];
        for (let round = 0; round < 2; round += 1) {
            const { checks } = await analyze(rules, { orders: program.orders });
            assert.equal(checks[0]?.with, undefined);
        }
    });
});
