import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { declare, type Severity, unknown } from "../../pack";
import { SETTINGS_POLICY } from "../../pack/settings";
import { UNDECIDED_POLICY } from "../../pack/summaries";
import { type AnalysisOptions, analyze } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const waiting = (count: number) =>
    Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
            `f${index}`,
            declare(LambdaFunction, { role: "r", handler: "h", runtime: unknown }),
        ]),
    );
const severities: readonly Severity[] = ["critical", "high", "medium", "low"];
const rules = severities.map((severity) => resourceRule(`${severity}-rule`, severity));

async function summaries(given: Parameters<typeof analyze>[0], functions: number, options: AnalysisOptions = {}) {
    const { diagnostics } = await analyze(given, waiting(functions), options);
    return {
        said: diagnostics.filter(({ policy }) => policy === UNDECIDED_POLICY),
        others: diagnostics.filter(({ policy }) => policy !== UNDECIDED_POLICY),
    };
}
const linesOf = (message: string) => message.split("\n").slice(1);

describe("undecided checks", () => {
    it("are one advisory summary, that names policies, resources and inputs, and how to decide", async () => {
        const { said, others } = await summaries([resourceRule("a-rule"), stackRule("b-rule")], 2);
        assert.deepEqual(others, []);
        assert.deepEqual(
            said.map(({ level }) => level),
            ["advisory"],
        );
        assert.deepEqual(linesOf(said[0]?.message ?? ""), [
            "4 checks of 2 policies wait for values that this preview cannot know:",
            "a-rule: f0 (runtime), f1 (runtime)",
            "b-rule: f0 (f0.runtime), f1 (f1.runtime)",
            "Fix: decide them now with `npx aws-serverless-security check`, which gives every output a value.",
        ]);
    });
    it("are shortened: three places a policy", async () => {
        const { said } = await summaries([resourceRule("a-rule")], 5);
        assert.deepEqual(linesOf(said[0]?.message ?? "").slice(0, 2), [
            "5 checks of 1 policy wait for values that this preview cannot know:",
            "a-rule: f0 (runtime), f1 (runtime), f2 (runtime), and 2 more",
        ]);
    });
    it("are shortened: twenty-five policies", async () => {
        const many = Array.from({ length: 30 }, (_, index) => resourceRule(`rule-${String(index).padStart(2, "0")}`));
        const { said } = await summaries(many, 1);
        const lines = linesOf(said[0]?.message ?? "");
        assert.equal(lines.length, 28);
        assert.equal(lines[26], "… and 5 more");
    });
    it("say nothing where there are none", async () => {
        const { diagnostics } = await analyze(rules, { f: declare(LambdaFunction, { role: "r", handler: "h" }) });
        assert.deepEqual(diagnostics, []);
    });

    describe("are mandatory for the severities that the settings name", () => {
        for (const chosen of [[], ["critical"], ["high", "low"], ["critical", "high", "medium", "low"]] as const) {
            it(chosen.join(", ") || "none", async () => {
                const configuration = { [SETTINGS_POLICY]: { undecidedIsMandatory: chosen } };
                const { said } = await summaries(rules, 1, { configuration });
                const policiesAt = (level: string) =>
                    said
                        .filter((one) => one.level === level)
                        .flatMap(({ message }) =>
                            [...message.matchAll(/^([a-z]+)-rule:/gm)].map(([, severity]) => severity),
                        );
                const strict: readonly string[] = chosen;
                assert.deepEqual(policiesAt("mandatory"), severities.filter((one) => strict.includes(one)).sort());
                assert.deepEqual(policiesAt("advisory"), severities.filter((one) => !strict.includes(one)).sort());
                for (const { message } of said)
                    assert.match(message, /^Checks that this preview cannot decide are named/);
            });
        }
    });
    it("that are exempted wait no longer", async () => {
        const exemptions = [{ resource: "f0", reason: "decided by hand" }];
        const { said, others } = await summaries([resourceRule("a-rule")], 1, {
            configuration: { "a-rule": { exemptions }, [SETTINGS_POLICY]: { undecidedIsMandatory: ["high"] } },
        });
        assert.deepEqual(said, []);
        assert.deepEqual(
            others.map(({ policy }) => policy),
            ["exemptions"],
        );
    });
    it("are said anew in each analysis, not added up", async () => {
        const once = await summaries([resourceRule("a-rule")], 1);
        const again = await summaries([resourceRule("a-rule")], 1);
        assert.deepEqual(again.said, once.said);
    });
});
