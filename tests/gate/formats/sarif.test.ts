import assert from "node:assert/strict";
import type { Finding, Report } from "../../../gate/report/model";
import { sarifReport } from "../../../gate/report/sarif";
import { advisory, findingOn, fullReport, reportOf } from "./reports";
import { sarifMisfits } from "./schemas";

interface Result {
    readonly ruleId: string;
    readonly ruleIndex: number;
    readonly level: string;
    readonly message: { readonly text: string };
    readonly locations: readonly {
        readonly physicalLocation: {
            readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
            readonly region: { readonly startLine: number; readonly startColumn?: number };
        };
        readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
        readonly message?: { readonly text: string };
    }[];
    readonly relatedLocations?: readonly { readonly message: { readonly text: string } }[];
    readonly suppressions: readonly { readonly kind: string; readonly justification: string }[];
    readonly partialFingerprints: Readonly<Record<string, string>>;
}
interface Run {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly Rule[] } };
    readonly automationDetails: { readonly id: string };
    readonly invocations: readonly {
        readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly Result[];
}
interface Rule {
    readonly id: string;
    readonly helpUri?: string;
    readonly shortDescription: { readonly text: string };
    readonly help: { readonly text: string; readonly markdown: string };
    readonly defaultConfiguration: { readonly level: string };
    readonly properties: { readonly "security-severity"?: string; readonly tags: readonly string[] };
}

function runs(
    reports: readonly Report[],
    ...limits: Parameters<typeof sarifReport> extends [unknown, ...infer R] ? R : never
) {
    const { text, leftOut } = sarifReport(reports, ...limits);
    const log = JSON.parse(text) as { readonly runs: readonly Run[] };
    assert.deepEqual(sarifMisfits(log), []);
    return { runs: log.runs, leftOut, text };
}

function only(report: Report): Run {
    const [run] = runs([report]).runs;
    assert.ok(run);
    return run;
}

const resultAt = (run: Run, name: string): Result => {
    const found = run.results.find(({ locations }) =>
        locations[0]?.logicalLocations?.[0]?.fullyQualifiedName.endsWith(`::${name}`),
    );
    assert.ok(found, name);
    return found;
};

describe("SARIF", () => {
    const run = only(fullReport());

    it("fits the published schema, with everything and with nothing", () => {
        assert.deepEqual(only(reportOf()).results, []);
        const { pack: _, origin: __, ...bare } = fullReport();
        assert.ok(only(bare).results.length > 0);
    });
    it("tells each rule as the pack does, with the reason that its findings give", () => {
        const rule = run.tool.driver.rules.find(({ id }) => id === "lambda-url-auth-required");
        assert.equal(rule?.shortDescription.text, "Function URLs authenticate their callers.");
        assert.match(
            rule?.help.text ?? "",
            /\n\nWhy: A URL without .*\n\nFix: Set authorizationType: "AWS_IAM"\.\n\nhttps:/,
        );
        assert.match(rule?.help.markdown ?? "", /\*\*Fix:\*\* Set authorizationType/);
        assert.equal(rule?.helpUri, "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html");
        assert.equal(rule?.defaultConfiguration.level, "error");
        assert.equal(rule?.properties["security-severity"], "9.5");
        assert.deepEqual(rule?.properties.tags, ["security", "AWS FSBP 1.0.0: Lambda.1", "CWE 4: CWE-306"]);
    });
    it("has rules of a pack that says nothing of itself", () => {
        const { pack: _, ...bare } = fullReport();
        const { driver } = only(bare).tool;
        assert.deepEqual(
            driver.rules.map(({ id }) => id),
            ["api-access-logging", "lambda-url-auth-required"],
        );
        assert.equal(driver.name, "policy-pack");
        assert.equal(driver.rules[1]?.properties["security-severity"], "9.5");
    });
    it("gives each finding its rule, level, place and resource", () => {
        const { ruleId, ruleIndex, level, message, locations } = resultAt(run, "callback");
        assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
        assert.equal(level, "error");
        assert.match(
            message.text,
            /^authorizationType: allows callers without authentication: the URL is public\.\nWhy: /,
        );
        assert.deepEqual(locations[0]?.physicalLocation, {
            artifactLocation: { uri: "shop/index.ts", uriBaseId: "SRCROOT" },
            region: { startLine: 12, startColumn: 5 },
        });
        assert.equal(resultAt(run, "front").level, "warning");
    });
    it("places what has no place of its own at Pulumi.yaml, and a component's child at the component", () => {
        assert.deepEqual(resultAt(run, "nowhere").locations[0]?.physicalLocation, {
            artifactLocation: { uri: "shop/Pulumi.yaml", uriBaseId: "SRCROOT" },
            region: { startLine: 1 },
        });
        const [inner] = resultAt(run, "inner").locations;
        assert.equal(inner?.physicalLocation.artifactLocation.uri, "shop/my%20door.ts");
        assert.deepEqual(inner?.physicalLocation.region, { startLine: 3 });
        assert.match(inner?.message?.text ?? "", /Declared by door/);
    });
    it("relates findings of one cause", () => {
        assert.match(
            resultAt(run, "callback").relatedLocations?.[0]?.message.text ?? "",
            /api-access-logging at front/,
        );
        assert.match(
            resultAt(run, "front").relatedLocations?.[0]?.message.text ?? "",
            /lambda-url-auth-required at callback/,
        );
    });
    it("suppresses what is exempted, with the reason, and what the baseline accepts; nothing else", () => {
        const exempted = run.results.filter(({ suppressions }) => suppressions.length > 0);
        assert.deepEqual(
            exempted.map(({ suppressions: [one] }) => [one?.kind, one?.justification]),
            [
                ["external", "It was there when the baseline was made."],
                ["external", "signed in code"],
            ],
        );
        assert.ok(run.results.every(({ suppressions }) => Array.isArray(suppressions)));
    });
    it("says what is undecided and not seen", () => {
        const [invocation] = run.invocations;
        assert.deepEqual(
            invocation?.toolExecutionNotifications.map(({ message }) => message.text),
            ["network: the children of a remote component", "api-access-logging at callback waits for callback.role"],
        );
    });
    it("has a run and a category for each stack", () => {
        const both = runs([fullReport(), fullReport({ stack: "prod" })]).runs;
        assert.deepEqual(
            both.map(({ automationDetails }) => automationDetails.id),
            ["aws-serverless-security/shop/dev/", "aws-serverless-security/shop/prod/"],
        );
    });
    it("makes no link of what a name says", () => {
        const text = only(reportOf({ findings: [findingOn("a", { fact: "names [click](https://example.com)" })] }))
            .results[0]?.message.text;
        assert.ok(text?.includes("[click] (https"), text);
    });
});

describe("the limits of code scanning", () => {
    const many = (count: number, more: Partial<Finding> = {}) =>
        Array.from({ length: count }, (_, index) => findingOn(`url-${index}`, more));
    const limits = { runs: 20, results: 25_000, shown: 5_000, bytes: 10_000_000 };
    const notices = ({ invocations: [one] }: Run) =>
        one?.toolExecutionNotifications.map(({ message }) => message.text) ?? [];

    it("keep the gravest results of a run, and count the rest", () => {
        const report = reportOf({ findings: [...many(3, advisory), ...many(3)] });
        const {
            runs: [run],
            leftOut,
        } = runs([report], { ...limits, results: 4 });
        assert.deepEqual(
            run?.results.map(({ level }) => level),
            ["error", "error", "error", "warning"],
        );
        assert.deepEqual(leftOut, ["2 results of 6 of shop/dev: GitHub takes 4 results of a run"]);
        assert.deepEqual(run && notices(run), [`Left out: ${leftOut[0]}`]);
    });
    it("say how many are shown", () => {
        const { leftOut } = runs([reportOf({ findings: many(6) })], { ...limits, shown: 5 });
        assert.deepEqual(leftOut, ["GitHub shows 5 of the 6 results of shop/dev"]);
    });
    it("keep the gravest stacks, and count the rest", () => {
        const stacks = ["a", "b", "c"].map((stack) =>
            reportOf({ stack, findings: many(1, stack === "a" ? advisory : {}) }),
        );
        const { runs: kept, leftOut } = runs(stacks, { ...limits, runs: 2 });
        assert.deepEqual(
            kept.map(({ automationDetails: { id } }) => id.split("/")[2]),
            ["b", "c"],
        );
        assert.deepEqual(leftOut, ["1 stack of 3: GitHub takes 2 runs"]);
    });
    it("hold for the compressed file, whose results become fewer until it fits", () => {
        const report = reportOf({ findings: many(2_000) });
        const {
            runs: [run],
            leftOut,
            text,
        } = runs([report], { ...limits, bytes: 20_000 });
        assert.ok(run && run.results.length > 10 && run.results.length < 2_000, String(run?.results.length));
        assert.match(leftOut[0] ?? "", /^\d+ results of 2000 of shop\/dev: GitHub takes 0\.02 MB compressed$/);
        assert.ok(text.includes("Left out: "));
    });
    it("are kept by 26,000 findings in seconds", () => {
        const started = Date.now();
        const { text, leftOut } = sarifReport([reportOf({ findings: many(26_000, { cause: 1 }) })]);
        assert.ok(Date.now() - started < 30_000);
        assert.match(leftOut.join("\n"), /^\d+ results of 26000/);
        assert.ok(text.length > 1_000_000);
    });
});
