/** What the engine's events carry of undecided checks and of exemptions: the pack's own words for them. */
import assert from "node:assert/strict";
import { Events } from "../../gate/host/pulumi/events";
import { eventsReport } from "../../gate/recorded/events";
import { terminalReport } from "../../gate/report/terminal";
import { LambdaFunction } from "../../model/aws";
import { present, undecided } from "../../model/values";
import { declare, unknown } from "../../pack";
import type { AnyRule } from "../../pack/rule";
import { SETTINGS_POLICY } from "../../pack/settings";
import { type AnalysisOptions, analyze, stackResource } from "../support/analysis";
import { register } from "../support/programs";
import { resourceRule, stackRule } from "../support/rules";

interface Told extends AnalysisOptions {
    /** Whether the engine tells which policies ran, as older ones do not. */
    readonly namesPolicies?: boolean;
}

/** The report on the events of a preview of functions whose runtime is unknown, and what the pack's journal says of it. */
async function reported(rules: readonly AnyRule[], names: readonly string[], given: Told = {}) {
    const { namesPolicies = true, ...options } = given;
    const functions = names.map((name) => [
        name,
        declare(LambdaFunction, { role: "r", handler: "h", runtime: unknown }),
    ]);
    const resources = [stackResource(), ...register(Object.fromEntries(functions), "dev", false)];
    const { diagnostics, checks } = await analyze(rules, resources, options);
    const ran = { policyPackName: "kit", passed: rules.map(({ id }) => id), failed: [] };
    const isStopped = diagnostics.some(({ level }) => level === "mandatory");
    const events = [
        ...resources.map(({ urn, type }) => ({ resourcePreEvent: { metadata: { urn, type, op: "create" } } })),
        ...diagnostics.map(({ policy, message, level, urn }) => ({
            policyEvent: { policyName: policy, message, enforcementLevel: level, resourceUrn: urn },
        })),
        ...(namesPolicies ? [{ policyAnalyzeStackSummaryEvent: ran }] : []),
        { summaryEvent: { PolicyPacks: { kit: "1" }, result: isStopped ? "failed" : "succeeded" } },
    ];
    const text = events.map((event, sequence) => JSON.stringify({ sequence, timestamp: 1, ...event })).join("\n");
    return { report: eventsReport(Buffer.from(text), "events.json"), checks };
}

const named = (checks: readonly { readonly policy: string; readonly urn: string }[]) =>
    checks.map(({ policy, urn }) => `${policy} ${urn}`).sort();
const NOT_NAMED = /^(\d+) of (\d+) undecided checks, which the events count and do not name one by one$/;

describe("a report on events", () => {
    it("tells undecided checks as the pack's journal does, and none of them as a finding", async () => {
        const { report, checks } = await reported([resourceRule("a-rule"), stackRule("b-rule", "low")], ["f", "g: h"]);
        assert.deepEqual(report.findings, []);
        assert.deepEqual(named(report.undecided), named(checks));
        assert.equal(checks.length, 4);
        assert.deepEqual(report.notSeen, []);
        assert.deepEqual(report.undecided.map(({ name, awaits }) => `${name} ${awaits}`).sort(), [
            "f f.runtime",
            "f f.runtime",
            "g: h g: h.runtime",
            "g: h g: h.runtime",
        ]);
        const printed = terminalReport(report, { colour: false, width: 100 });
        assert.match(printed, /Undecided, waiting for\n {2}f\.runtime: a-rule, b-rule\n/);
        assert.match(printed, /no mandatory violation, 0 advisory, 4 undecided\n/);
    });
    it("keeps apart who waits for one value of another's", async () => {
        const shared = stackRule("shared-rule", "high", (stack) =>
            stack.ofType(LambdaFunction).map((resource) => ({
                resource,
                at: "",
                when: undecided("f.runtime"),
                message: "found",
            })),
        );
        const { report, checks } = await reported([shared, stackRule("own-rule")], ["f", "g", "h"]);
        assert.deepEqual(named(report.undecided), named(checks));
        assert.equal(checks.length, 6);
    });
    it("counts what the pack does not name, as not seen", async () => {
        const many = Array.from({ length: 8 }, (_, index) => resourceRule(`rule-${index}`));
        const names = Array.from({ length: 30 }, (_, index) => `f${index}`);
        const { report, checks } = await reported(many, names);
        const [, unnamed, all] = NOT_NAMED.exec(report.notSeen[0]?.what ?? "") ?? [];
        assert.equal(Number(all), checks.length);
        assert.equal(report.undecided.length + Number(unnamed), checks.length);
        assert.equal(report.undecided.length, 25 * 6);
    });
    it("counts all where an older engine does not tell which policies there are", async () => {
        const { report, checks } = await reported([resourceRule("a-rule")], ["f"], { namesPolicies: false });
        assert.deepEqual([report.undecided, report.findings], [[], []]);
        assert.deepEqual(NOT_NAMED.exec(report.notSeen[0]?.what.replace("check,", "checks,") ?? "")?.slice(1), [
            "1",
            "1",
        ]);
        assert.equal(checks.length, 1);
    });
    it("keeps what is undecided and stops a deployment as a finding, and lists it too", async () => {
        const { report } = await reported([resourceRule("a-rule", "critical")], ["f"], {
            configuration: { [SETTINGS_POLICY]: { undecidedIsMandatory: ["critical"] } },
        });
        assert.deepEqual(
            report.findings.map(({ policy, level }) => `${policy} ${level}`),
            ["undecided-checks mandatory"],
        );
        assert.deepEqual(named(report.undecided), [`a-rule ${report.undecided[0]?.urn}`]);
    });
    it("lists what is exempted, with its reason", async () => {
        const bad = resourceRule("a-rule", "high", (_inputs, { root }) => [
            { when: present(root.get("handler")), at: "handler", message: "given" },
        ]);
        const { report } = await reported([bad], ["f"], {
            configuration: { "a-rule": { exemptions: [{ resource: "f", reason: "old: until spring" }] } },
        });
        assert.deepEqual(report.findings, []);
        assert.deepEqual(
            report.exempted.map(({ policy, name, reason }) => ({ policy, name, reason })),
            [{ policy: "a-rule", name: "f", reason: "old: until spring" }],
        );
    });
});

describe("errors of a preview under the CLI", () => {
    it("quote no input that a provider or a plugin refuses", () => {
        const events = new Events();
        const message =
            "site:index:Site resource 'shop' has a problem: no such site\n\t- property a with value '{map[b:one\ntwo]}' has a problem: too few\n\t- property c has a problem: absent\n";
        events.take(`${JSON.stringify({ sequence: 1, diagnosticEvent: { severity: "error", message } })}\n`);
        assert.deepEqual(events.errors, [
            "site:index:Site resource 'shop' has a problem: no such site\n\t- property a has a problem: too few\n\t- property c has a problem: absent\n",
        ]);
    });
});
