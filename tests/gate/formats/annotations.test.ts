import assert from "node:assert/strict";
import { github } from "../../../gate/report/github";
import { gitlab } from "../../../gate/report/gitlab";
import type { Report } from "../../../gate/report/model";
import { advisory, findingOn, fullReport, reportOf } from "./reports";

const page = { colour: false, width: 110 };

describe("GitHub's annotations", () => {
    const written = (...reports: readonly Report[]) => github.write(reports, page);

    it("are an error for what is mandatory, a warning for the rest, a notice for what is low", () => {
        const low = findingOn("c", { ...advisory, severity: "low" });
        const { text } = written(reportOf({ findings: [low, findingOn("b", advisory), findingOn("a")] }));
        assert.deepEqual(
            text
                .trimEnd()
                .split("\n")
                .map((line) => line.split(" ")[0]),
            ["::error", "::warning", "::notice"],
        );
    });
    it("name the place, and say what, why and the fix in one line", () => {
        assert.equal(
            written(reportOf({ findings: [findingOn("callback")] })).text,
            '::error file=shop/index.ts,line=12,col=5,title=lambda-url-auth-required (critical)::callback: authorizationType: allows callers without authentication: the URL is public.%0AWhy: A URL without authentication lets anyone on the internet run the function.%0AFix: Set authorizationType: "AWS_IAM".\n',
        );
    });
    it("escape what a command takes for its own", () => {
        const location = { file: "a,b:c%.ts", line: 1, column: 0 };
        const { text } = written(reportOf({ findings: [findingOn("50%", { location })] }));
        assert.match(text, /^::error file=a%2Cb%3Ac%25\.ts,line=1,title=[^:]*::50%25: /);
    });
    it("are one for findings of one cause, and none for what the baseline accepts", () => {
        const { text } = written(fullReport());
        assert.match(text, /Also api-access-logging at front \(medium\): /);
        assert.doesNotMatch(text, /::known: /);
    });
    it("are ten of a kind, the gravest, and the rest is counted", () => {
        const findings = Array.from({ length: 13 }, (_, index) =>
            findingOn(`f${index}`, { severity: index < 3 ? "high" : "critical" }),
        );
        const { text, leftOut } = written(reportOf({ findings }));
        assert.deepEqual(leftOut, ["3 errors of 13: GitHub shows 10 of each kind in a step"]);
        assert.equal(text.match(/^::error /gm)?.length, 10);
        assert.doesNotMatch(text, /\(high\)/);
    });
});

describe("GitLab's code quality report", () => {
    interface Issue {
        readonly description: string;
        readonly check_name: string;
        readonly fingerprint: string;
        readonly severity: string;
        readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
    }
    const written = (...reports: readonly Report[]) => JSON.parse(gitlab.write(reports, page).text) as readonly Issue[];

    it("has what GitLab asks of each, and nothing else", () => {
        const [issue] = written(reportOf({ findings: [findingOn("callback")] }));
        assert.deepEqual(Object.keys(issue ?? {}), [
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
        ]);
        assert.deepEqual(issue?.location, { path: "shop/index.ts", lines: { begin: 12 } });
        assert.equal(issue?.severity, "blocker");
        assert.match(
            issue?.description ?? "",
            /^shop\/dev: callback: authorizationType: .* Fix: Set authorizationType: "AWS_IAM"\.$/,
        );
    });
    it("has a fingerprint for each, also where findings share one, and in every stack", () => {
        const twice = [findingOn("a", { at: "rules[0]" }), findingOn("a", { at: "rules[1]" })];
        const prod = findingOn("a", { urn: findingOn("a").urn.replace("dev", "prod") });
        const all = written(reportOf({ findings: twice }), reportOf({ stack: "prod", findings: [prod] }));
        assert.equal(new Set(all.map(({ fingerprint }) => fingerprint)).size, 3);
    });
    it("knows five severities", () => {
        const severities = ["critical", "high", "medium", "low", ""];
        const all = written(
            reportOf({ findings: severities.map((severity) => findingOn("a", { level: "advisory", severity })) }),
        );
        assert.deepEqual(
            all.map(({ severity }) => severity),
            ["blocker", "critical", "major", "minor", "info"],
        );
    });
    it("leaves out what the baseline accepts", () => {
        assert.ok(!written(fullReport()).some(({ description }) => description.includes("known")));
    });
});
