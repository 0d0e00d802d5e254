import assert from "node:assert/strict";
import { LambdaFunction } from "../../model/aws";
import { undecided } from "../../model/values";
import { declare, type Severity, unknown } from "../../pack";
import { SETTINGS_POLICY } from "../../pack/settings";
import { UNDECIDED_POLICY } from "../../pack/summaries";
import { type AnalysisOptions, analyze, stackResource } from "../support/analysis";
import { register } from "../support/programs";
import { resourceRule, stackRule } from "../support/rules";

const DECIDE =
    "for a program in Node, the pack's own command `aws-serverless-security check` gives every output a value and decides them now (README, In CI); for another program the first preview after an update does.";
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
            "f0.runtime: a-rule, b-rule",
            "f1.runtime: a-rule, b-rule",
            `Fix: ${DECIDE}`,
        ]);
    });
    it("are one line a cause, with those that wait for it, most severe first", async () => {
        const shared = (id: string, severity: Severity) =>
            stackRule(id, severity, (stack) =>
                stack.ofType(LambdaFunction).map((resource) => ({
                    resource,
                    at: "",
                    when: undecided("f1.runtime"),
                    message: "found",
                })),
            );
        const { said } = await summaries([shared("a-low", "low"), shared("z-critical", "critical")], 2);
        assert.deepEqual(linesOf(said[0]?.message ?? "").slice(0, 2), [
            "4 checks of 2 policies wait for values that this preview cannot know:",
            "f1.runtime: z-critical at f0, f1, a-low at f0, f1",
        ]);
    });
    it("are shortened, and the rest is counted", async () => {
        const many = Array.from({ length: 8 }, (_, index) => resourceRule(`rule-${index}`));
        const { said } = await summaries(many, 30);
        const lines = linesOf(said[0]?.message ?? "");
        assert.equal(lines.length, 28);
        assert.equal(lines[1], "f0.runtime: rule-0, rule-1, rule-2, rule-3, rule-4, rule-5 and 2 more policies");
        assert.equal(lines[26], "… and 5 more");
    });
    describe("say what helps", () => {
        const lineAndFix = async (given: Partial<Parameters<typeof declare>[1]>, options: AnalysisOptions = {}) => {
            const { diagnostics } = await analyze(
                [resourceRule("a-rule")],
                { f: declare(LambdaFunction, { handler: "h", ...given }) },
                options,
            );
            const message = diagnostics.find(({ policy }) => policy === UNDECIDED_POLICY)?.message ?? "";
            const [, line = "", fix = ""] = linesOf(message);
            return { line, fix };
        };
        it("of a secret that was not decrypted, in an audit", async () => {
            const { line, fix } = await lineAndFix({ runtime: "[secret]" }, { phase: "audit" });
            assert.equal(line, "f.runtime (a secret that was not decrypted): a-rule");
            assert.match(fix, /--show-secrets/);
        });
        it("of what is unknown in an audit and in an update: not the command", async () => {
            for (const phase of ["audit", "update"] as const) {
                const { line, fix } = await lineAndFix({ runtime: unknown }, { phase });
                assert.equal(line, "f.runtime: a-rule");
                assert.doesNotMatch(fix, /aws-serverless-security check/);
            }
        });
        it("never by a name that anyone may take in the registry", async () => {
            assert.doesNotMatch((await lineAndFix({ runtime: unknown })).fix, /npx/);
        });
        it("of an environment that is neither, in an audit", async () => {
            const rule = stackRule("only-in-production", "high", (stack, { environment }) =>
                stack
                    .ofType(LambdaFunction)
                    .map((resource) => ({ resource, at: "", when: environment.production, message: "x" })),
            );
            const { diagnostics } = await analyze([rule], waiting(1), { stack: "eu", phase: "audit" });
            const message = diagnostics.find(({ policy }) => policy === UNDECIDED_POLICY)?.message ?? "";
            assert.match(message, /the stack's name eu does not tell/);
            assert.match(message, /productionStacks or developmentStacks of pack-settings/);
            assert.doesNotMatch(message, /pulumi config set/);
        });
        it("of what another stack declares, known or not", async () => {
            const rule = stackRule("a-rule", "high", (stack) =>
                stack.ofType(LambdaFunction).map((resource) => ({
                    resource,
                    at: "role",
                    when: undecided(`${resource.name}.role`),
                    message: "x",
                })),
            );
            const other = {
                ...stackResource(),
                type: "pulumi:pulumi:StackReference",
                name: "shared",
                urn: "urn:pulumi:dev::example::pulumi:pulumi:StackReference::shared",
            };
            const [known, open] = register(
                {
                    known: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/x" }),
                    open: declare(LambdaFunction, { role: unknown }),
                },
                "dev",
                false,
            );
            assert.ok(known && open);
            const { diagnostics } = await analyze(
                [rule],
                [other, known, { ...open, propertyDependencies: { role: [other.urn] } }],
            );
            const lines = linesOf(diagnostics.find(({ policy }) => policy === UNDECIDED_POLICY)?.message ?? "");
            assert.deepEqual(lines.slice(1, 3), [
                "known.role (declared elsewhere): a-rule",
                "open.role (of another stack, by shared): a-rule",
            ]);
        });
    });
    it("name the outputs that an unknown is made of, with the type where the pack does not know it", async () => {
        const of = (type: string, name: string) => ({
            ...stackResource(),
            type,
            name,
            urn: `urn:pulumi:dev::example::${type}::${name}`,
        });
        const sources = [of("aws:dynamodb/table:Table", "orders"), of("aws-native:iam:Role", "native")];
        const [f] = register({ f: declare(LambdaFunction, { handler: "h", runtime: unknown }) }, "dev", false);
        assert.ok(f);
        const { diagnostics } = await analyze(
            [stackRule("a-rule")],
            [...sources, { ...f, propertyDependencies: { runtime: sources.map(({ urn }) => urn) } }],
        );
        const message = diagnostics.find(({ policy }) => policy === UNDECIDED_POLICY)?.message ?? "";
        assert.equal(
            linesOf(message)[1],
            "f.runtime (made of outputs of native (aws-native:iam:Role), orders): a-rule",
        );
    });
    it("show no name as it is that would forge a line", async () => {
        const name = "f\n::error::\u001b[2J";
        const { diagnostics } = await analyze([resourceRule("a-rule")], {
            [name]: declare(LambdaFunction, { handler: "h", runtime: unknown }),
        });
        assert.equal(linesOf(diagnostics[0]?.message ?? "")[1], "f\\u000a::error::\\u001b[2J.runtime: a-rule");
    });
    it("are followed by a word where nobody shows the pack which inputs are secret", async () => {
        const program = { f: declare(LambdaFunction, { role: "r", handler: "h" }) };
        const { diagnostics } = await analyze(rules, program, { remediates: false });
        assert.deepEqual(
            diagnostics.map(({ policy, level }) => [policy, level]),
            [[UNDECIDED_POLICY, "advisory"]],
        );
        assert.match(diagnostics[0]?.message ?? "", /Which inputs are marked secret is not known here/);
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
                            [...message.matchAll(/\b([a-z]+)-rule\b/g)].map(([, severity]) => severity),
                        );
                const strict: readonly string[] = chosen;
                assert.deepEqual(
                    policiesAt("mandatory"),
                    severities.filter((one) => strict.includes(one)),
                );
                assert.deepEqual(
                    policiesAt("advisory"),
                    severities.filter((one) => !strict.includes(one)),
                );
                for (const { message } of said) assert.match(message, /^Checks that cannot be decided are named/);
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
