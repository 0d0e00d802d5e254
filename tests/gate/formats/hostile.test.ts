import assert from "node:assert/strict";
import { baselineOf, baselineText } from "../../../gate/report/baseline";
import { FORMATS, type FormatName } from "../../../gate/report/formats";
import { findingOn, HOSTILE, reportOf } from "./reports";
import { junitMisfits, reportMisfits, sarifMisfits } from "./schemas";

const page = { colour: false, width: 110 };
const CONTROL = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/** A report in which a name stands wherever one can. */
function reportNaming(name: string) {
    const location = { file: `src/${name}.ts`, line: 1, column: 1, declaredBy: name };
    const finding = findingOn(name, {
        at: `environment.variables.${name}`,
        fact: `names ${name}`,
        location,
        note: name,
    });
    const { policy, severity, urn, at, fact } = finding;
    const open = { policy, severity, urn, name, at, location };
    return reportOf({
        project: name,
        stack: name,
        findings: [finding, findingOn(name, { at: "", cause: 1 }), findingOn(`${name}2`, { at: "", cause: 1 })],
        undecided: [{ ...open, awaits: [name] }],
        exempted: [{ ...open, fact, awaits: [], reason: name }],
        notSeen: [{ name, what: name, location }],
        lookups: [{ what: name, found: true, into: [name], location }],
    });
}

describe("whatever a name says", () => {
    for (const [what, name] of Object.entries(HOSTILE)) {
        const written = (format: FormatName) => FORMATS[format].write([reportNaming(name)], page).text;
        describe(what, () => {
            it("puts no control character and no half of a character into any format, and no command", () => {
                for (const format of Object.keys(FORMATS) as FormatName[]) {
                    const text = written(format);
                    assert.doesNotMatch(text, CONTROL, format);
                    assert.doesNotMatch(text, /##(?:\[|vso\[|teamcity\[)/, format);
                    if (format !== "github") assert.doesNotMatch(text, /^\s*::/m, format);
                }
            });
            it("is data in JSON, SARIF and GitLab's report", () => {
                assert.deepEqual(reportMisfits(JSON.parse(written("json"))), []);
                assert.deepEqual(sarifMisfits(JSON.parse(written("sarif"))), []);
                assert.equal(JSON.parse(written("gitlab")).length, 3);
            });
            it("is a text in JUnit's XML", async () => {
                assert.deepEqual(await junitMisfits(written("junit")), []);
            });
            it("is in one line of an annotation, and in no property of it", () => {
                const lines = written("github").trimEnd().split("\n");
                assert.equal(lines.length, 2);
                for (const line of lines)
                    assert.match(
                        line,
                        /^::error file=[^:,]*,line=\d+(?:,col=\d+)?,title=lambda-url-auth-required \(critical\)::/,
                    );
            });
            it("is no markup in Markdown", () => {
                const text = written("markdown");
                const tags = new Set(text.match(/<[^>]*>/g));
                const own = [
                    "<!-- aws-serverless-security -->",
                    "<!-- -->",
                    "<code>",
                    "</code>",
                    "<details>",
                    "</details>",
                    "<summary>",
                    "</summary>",
                    "<br>",
                ];
                assert.deepEqual(
                    [...tags].filter((tag) => !own.includes(tag)),
                    [],
                );
                const outside = text
                    .replaceAll("**Why**", "")
                    .replaceAll("**Fix**", "")
                    .replaceAll("**Note**", "")
                    .replaceAll("**Also**", "");
                assert.doesNotMatch(outside, /[`*_~[\]|$\\]|https?:\/\/|www\.|[@](?=\w)|(?<!&)#(?=[\w])|:bug:/);
                assert.ok(text.length < 40_000);
            });
            it("is in one line of the baseline", () => {
                const text = baselineText(baselineOf([reportNaming(name)], undefined));
                assert.doesNotMatch(text, CONTROL);
                assert.equal(text.trimEnd().split("\n").length, 5 + 3);
                assert.equal(JSON.parse(text).findings.length, 3);
            });
        });
    }
});
