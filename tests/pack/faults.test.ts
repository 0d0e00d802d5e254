import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { yes } from "../../model/values";
import { declare, type Severity } from "../../pack";
import { analyze, reported, stackResource } from "../support/analysis";
import { resourceRule, stackRule } from "../support/rules";

const VALUE = "correct-horse-battery";
const program = {
    first: declare(LambdaFunction, { role: "r", description: VALUE }),
    second: declare(LambdaFunction, { role: "r", handler: "index.handler" }),
    third: declare(LambdaFunction, { role: "r" }),
};
const finding = { when: yes, at: "handler", message: "absent, as was found before the fault" };

/** An error whose every part quotes an input, on a line that looks like a place too. */
function broken(): never {
    throw new RangeError(`no handler in ${VALUE}\n    at Object.${VALUE} (/srv/${VALUE}.js:1:1)`);
}

const kinds = {
    "on a resource": (severity: Severity) => resourceRule("broken-rule", severity, () => broken()),
    "on the graph": (severity: Severity) => stackRule("broken-rule", severity, () => broken()),
};

describe("a rule that throws", () => {
    for (const [kind, rule] of Object.entries(kinds)) {
        for (const [severity, level] of [
            ["critical", "mandatory"],
            ["high", "mandatory"],
            ["medium", "advisory"],
            ["low", "advisory"],
        ] as const) {
            it(`${kind}, of severity ${severity}, is reported at its own level: ${level}`, async () => {
                const { diagnostics, checks } = await analyze([rule(severity)], program);
                assert.deepEqual([...new Set(diagnostics.map((one) => one.level))], [level]);
                assert.ok(checks.every((check) => check.verdict === "failed" && check.severity === severity));
            });
        }
        it(`${kind}, says where it stopped, and nothing of what the error says`, async () => {
            const { diagnostics, checks } = await analyze([rule("high")], program);
            for (const { message } of diagnostics) {
                assert.match(
                    message,
                    /could not be completed: the rule stopped with RangeError at faults\.test\.ts:\d+\./,
                );
                assert.match(message, /\nWhy: .*\nFix: /);
            }
            assert.ok(diagnostics.length > 0);
            assert.ok(!JSON.stringify([diagnostics, checks]).includes(VALUE), "the error's text is in a message");
        });
        it(`${kind}, leaves every finding of the other rules, before and behind it`, async () => {
            const others = [resourceRule("a-rule"), stackRule("b-rule"), resourceRule("y-rule"), stackRule("z-rule")];
            const { diagnostics } = await analyze([...others, rule("high")], program);
            for (const { id } of others)
                assert.deepEqual([...reported(diagnostics, id)].sort(), ["first", "third"], id);
            assert.ok(reported(diagnostics, "broken-rule").length > 0);
        });
    }
    it("on one resource only, still judges the others", async () => {
        const rule = resourceRule("broken-rule", "high", (_inputs, { name }) =>
            name === "second" ? broken() : finding,
        );
        const { checks } = await analyze([rule], program);
        assert.deepEqual(
            checks.map(({ verdict, urn }) => `${urn.split("::").at(-1)}: ${verdict}`),
            ["first: violation", "second: failed", "third: violation"],
        );
    });
    it("on the graph is reported at the stack's own resource", async () => {
        const arranged = (resources: readonly ReturnType<typeof stackResource>[]) => [...resources, stackResource()];
        const { diagnostics } = await analyze([kinds["on the graph"]("high")], program, { arranged });
        assert.deepEqual(reported(diagnostics, "broken-rule"), ["example-dev"]);
    });

    describe("after it has yielded judgements, keeps them", () => {
        it("on a resource", async () => {
            const rule = resourceRule("broken-rule", "high", function* () {
                yield finding;
                yield { ...finding, at: "runtime" };
                broken();
            });
            const { checks } = await analyze([rule], { only: program.first });
            assert.deepEqual(
                checks.map(({ verdict, at }) => [verdict, at]),
                [
                    ["violation", "handler"],
                    ["violation", "runtime"],
                    ["failed", ""],
                ],
            );
        });
        it("on the graph", async () => {
            const rule = stackRule("broken-rule", "high", function* (stack) {
                for (const resource of stack.ofType(LambdaFunction)) {
                    if (resource.name === "third") broken();
                    yield { ...finding, resource };
                }
            });
            const { checks } = await analyze([rule], program);
            assert.deepEqual(
                checks.filter(({ verdict }) => verdict === "violation").map(({ urn }) => urn.split("::").at(-1)),
                ["first", "second"],
            );
            assert.equal(checks.filter(({ verdict }) => verdict === "failed").length, 1);
        });
    });

    it("may throw anything", async () => {
        for (const thrown of ["text", undefined, null, 5, { name: VALUE }, Object.create(null)]) {
            const rule = resourceRule("broken-rule", "high", () => {
                throw thrown;
            });
            const { checks } = await analyze([rule], { only: program.first });
            assert.deepEqual(
                checks.map(({ verdict, fact }) => [verdict, fact]),
                [["failed", "this check could not be completed: the rule stopped with an error"]],
            );
        }
    });
    it("is left alone where an exemption says so", async () => {
        const configuration = { "broken-rule": { exemptions: [{ resource: "first", reason: "reported upstream" }] } };
        const { checks } = await analyze([kinds["on a resource"]("high")], program, { configuration });
        assert.deepEqual(
            checks.map(({ verdict }) => verdict),
            ["exempted", "failed", "failed"],
        );
    });
});
