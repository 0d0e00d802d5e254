import assert from "node:assert/strict";
import { junit } from "../../../gate/report/junit";
import type { Report } from "../../../gate/report/model";
import { findingOn, fullReport, reportOf } from "./reports";
import { junitMisfits } from "./schemas";

const written = (...reports: readonly Report[]) => junit.write(reports, { colour: false, width: 110 }).text;

describe("JUnit's XML", () => {
    it("fits the schema, with everything, with nothing, and of several stacks", async () => {
        for (const reports of [[fullReport()], [reportOf()], [], [fullReport(), fullReport({ stack: "prod" })]])
            assert.deepEqual(await junitMisfits(written(...reports)), []);
        assert.deepEqual(await junitMisfits(written(fullReport({ milliseconds: 4_000_000 }))), []);
    });
    it("whose schema knows what is none", async () => {
        assert.notDeepEqual(await junitMisfits("<testsuites><testcase/></testsuites>"), []);
    });
    it("fails mandatory findings, errs where a check did, and skips what is exempted, accepted or undecided", () => {
        const text = written(fullReport());
        assert.match(text, /<testsuite name="shop\/dev" tests="10" failures="2" errors="1" skipped="4" time="2\.345">/);
        assert.match(
            text,
            /<testcase classname="lambda-url-auth-required" name="callback: authorizationType">\n {6}<failure type="mandatory critical" message="authorizationType: allows callers without authentication: the URL is public\.">shop\/index\.ts:12 {2}aws:lambda/,
        );
        assert.match(
            text,
            /name="broken">\n {6}<error type="mandatory critical" message="This check could not be completed\.">/,
        );
        assert.match(text, /name="front: authorizationType">\n {6}<system-out>advisory medium\n/);
        assert.match(text, /<skipped>accepted by the baseline<\/skipped>/);
        assert.match(text, /<skipped>exempted: signed in code<\/skipped>/);
        assert.match(text, /<skipped>undecided, waiting for callback\.role<\/skipped>/);
    });
    it("passes policies that checked and found nothing, and only these", () => {
        assert.match(written(fullReport()), /<testcase classname="never-asked" name="nothing found"\/>/);
        const silent = written(reportOf({ checksByPolicy: { "never-asked": 0 } }));
        assert.match(
            silent,
            /tests="1" failures="0" .*\n.*<testcase classname="aws-serverless-security" name="nothing found"\/>/,
        );
    });
    it("keeps the lines of a message", () => {
        const text = written(reportOf({ findings: [findingOn("a", { at: "", fact: "first\nsecond" })] }));
        assert.match(text, /message="First&#10;second\."/);
        assert.match(text, /\nFirst\nsecond\.\nWhy: /);
    });
});
