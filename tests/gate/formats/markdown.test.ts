import assert from "node:assert/strict";
import { markdownReport } from "../../../gate/report/markdown";
import { advisory, findingOn, fullReport, reportOf } from "./reports";

const LIMIT = 65_536;

describe("Markdown for a comment", () => {
    it("says the verdict, then each finding in a fold of its own, the gravest first", () => {
        const { text } = markdownReport([fullReport()]);
        assert.match(
            text,
            /^<!-- aws-serverless-security -->\n### <code>shop\/dev<\/code>: ❌ 3 mandatory violations\n\n1 advisory, 1 undecided, 1 exempted, 1 not seen; 3 resources, 17 checks\.\n/,
        );
        assert.match(
            text,
            /<details><summary>❌ critical <code>lambda-url-auth-required<\/code> at <code>callback<\/code> \(<code>shop\/index\.ts:12<\/code>\)<\/summary>\n\nauthorizationType: allows callers without authentication: the URL is public\.\n\n\*\*Why\*\*: .*\n\n\*\*Fix\*\*: /,
        );
        assert.match(
            text,
            /<details><summary>1 exempted<\/summary>\n\n- <code>api-access-logging<\/code> at <code>callback<\/code>: signed in code\n/,
        );
        assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
    });
    it("of a clean stack is its headline", () => {
        assert.match(
            markdownReport([reportOf()]).text,
            /: ✅ no mandatory violation\n\n0 advisory, 0 undecided, 0 exempted; 3 resources, 17 checks\.\n/,
        );
    });
    it("says what the baseline accepts and what is gone", () => {
        const gone = { stack: "shop/dev", policy: "p", resource: "old", type: "t", at: "", fingerprint: "f", count: 1 };
        const { text } = markdownReport([fullReport({ baseline: { accepted: 1, gone: [gone] } })]);
        assert.match(text, /, 1 accepted by the baseline, 1 gone, /);
        assert.match(text, /<summary>1 gone since the baseline<\/summary>\n\n- <code>p<\/code> at <code>old<\/code>/);
    });
    it("keeps to the longest comment, the gravest first, and counts the rest, of several stacks too", () => {
        const findings = Array.from({ length: 400 }, (_, index) => findingOn(`f${index}`, index < 390 ? advisory : {}));
        const { text, leftOut } = markdownReport([reportOf({ findings }), reportOf({ stack: "prod", findings })]);
        assert.ok(text.length <= LIMIT, String(text.length));
        assert.ok(text.length > LIMIT * 0.8, String(text.length));
        const shown = text.match(/<summary>❌/g)?.length ?? 0;
        assert.equal(shown, 20);
        const left = leftOut.map((sentence) => Number(/^\d+/.exec(sentence)?.[0]));
        const all = text.match(/<summary>(?:❌|⚠️)/g)?.length ?? 0;
        assert.equal(all + left.reduce((a, b) => a + b), 800);
        assert.match(text, /### <code>shop\/prod<\/code>/);
    });
    it("keeps to it where the headlines of many stacks alone are long", () => {
        const reports = Array.from({ length: 500 }, (_, index) => fullReport({ stack: `stack-${index}` }));
        const { text, leftOut } = markdownReport(reports);
        assert.ok(text.length <= LIMIT, String(text.length));
        assert.ok(leftOut.length > 0);
    });
});
