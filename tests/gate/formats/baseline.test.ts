import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { CannotCheck } from "../../../gate/errors";
import { type Baseline, baselineOf, baselineText, readBaseline, withBaseline } from "../../../gate/report/baseline";
import type { Report } from "../../../gate/report/model";
import { advisory, findingOn, reportOf } from "./reports";

const NOTHING: Baseline = { version: 1, findings: [] };
const accepted = (report: Report | undefined) => report?.findings.map((one) => one.accepted === true);
const first = (reports: readonly Report[]): Report => reports[0] ?? assert.fail("no report");

describe("a baseline", () => {
    const now = reportOf({ findings: [findingOn("a"), findingOn("b", advisory)] });
    const baseline = baselineOf([now], undefined);

    it("accepts what there was, and nothing that came since", () => {
        const later = reportOf({ findings: [...now.findings, findingOn("new")] });
        const judged = first(withBaseline([later], baseline));
        assert.deepEqual(accepted(judged), [true, true, false]);
        assert.deepEqual(judged.baseline, { accepted: 2, gone: [] });
    });
    it("lists what is gone, of stacks that were judged alone", () => {
        const both = baselineOf([now, reportOf({ ...now, stack: "prod" })], undefined);
        const judged = first(withBaseline([reportOf({ findings: [findingOn("a")] })], both));
        assert.deepEqual(
            judged.baseline?.gone.map(({ stack, resource, policy }) => [stack, resource, policy]),
            [["shop/dev", "b", "api-access-logging"]],
        );
    });
    it("counts findings that share a fingerprint: one more is new, one less is gone", () => {
        const at = (number: number) => findingOn("a", { at: `ingress[${number}]` });
        const twice = baselineOf([reportOf({ findings: [at(0), at(1)] })], undefined);
        assert.deepEqual(
            twice.findings.map(({ at: path, count }) => [path, count]),
            [["ingress[]", 2]],
        );
        const more = first(withBaseline([reportOf({ findings: [at(0), at(1), at(2)] })], twice));
        assert.deepEqual(accepted(more), [true, true, false]);
        const less = first(withBaseline([reportOf({ findings: [at(3)] })], twice));
        assert.deepEqual(
            less.baseline?.gone.map(({ count }) => count),
            [1],
        );
    });
    it("accepts no check that failed: what it would have said nobody knows", () => {
        const failed = reportOf({ findings: [findingOn("a", { failed: true })] });
        assert.deepEqual(baselineOf([failed], undefined), NOTHING);
        assert.deepEqual(accepted(first(withBaseline([failed], baseline))), [false]);
    });
    it("keeps, when it is renewed, what it has of stacks that were not judged", () => {
        const prod = baselineOf([reportOf({ stack: "prod", findings: [findingOn("a")] })], undefined);
        const both = baselineOf([now], prod);
        assert.deepEqual(
            both.findings.map(({ stack }) => stack),
            ["shop/dev", "shop/dev", "shop/prod"],
        );
        assert.deepEqual(
            baselineOf([reportOf()], both).findings.map(({ stack }) => stack),
            ["shop/prod"],
        );
    });
    it("is a file with a line for each entry, in an order of its own", () => {
        const reordered = baselineOf([reportOf({ findings: [...now.findings].reverse() })], undefined);
        assert.equal(baselineText(reordered), baselineText(baseline));
        assert.match(
            baselineText(baseline),
            /^\{\n "version": 1,\n "findings": \[\n {2}\{"stack":"shop\/dev","policy":"lambda-url-auth-required","resource":"a","type":"aws:lambda\/functionUrl:FunctionUrl","at":"authorizationType","fingerprint":"[0-9a-f]{32}"\},\n {2}\{.*\}\n \]\n\}\n$/,
        );
        assert.equal(baselineText(NOTHING), '{\n "version": 1,\n "findings": []\n}\n');
    });

    describe("as a file", () => {
        const folder = mkdtempSync(path.join(tmpdir(), "baseline-"));
        after(() => rmSync(folder, { recursive: true }));
        const file = path.join(folder, "baseline.json");
        const read = (text: string) => {
            writeFileSync(file, text);
            return readBaseline(file);
        };
        it("is read as it was written", () => {
            assert.equal(baselineText(read(baselineText(baseline))), baselineText(baseline));
        });
        const broken: Readonly<Record<string, readonly [string, RegExp]>> = {
            "no JSON": ["{", /it is no JSON/],
            "another document": [`{ "findings": [] }`, /it is no baseline/],
            "a list": ["[]", /it is no baseline/],
            "of another version": [`{ "version": 2, "findings": [] }`, /its version is not 1/],
            "an entry without a fingerprint": [
                JSON.stringify({ version: 1, findings: [{ ...baseline.findings[0], fingerprint: undefined }] }),
                /findings\[0\] is no entry/,
            ],
            "a count that is none": [
                JSON.stringify({ version: 1, findings: [{ ...baseline.findings[0], count: 0 }] }),
                /findings\[0\] is no entry/,
            ],
        };
        for (const [what, [text, message]] of Object.entries(broken)) {
            it(`is refused where it is ${what}`, () => {
                assert.throws(
                    () => read(text),
                    (error) => error instanceof CannotCheck && message.test(error.message),
                );
            });
        }
        it("that is not there is refused", () => {
            assert.throws(
                () => readBaseline(path.join(folder, "none.json")),
                /there is no baseline .*--update-baseline/,
            );
        });
    });
});
