import assert from "node:assert/strict";
import { json } from "../../../gate/report/json";
import type { Report } from "../../../gate/report/model";
import { fullReport, reportOf } from "./reports";
import { reportMisfits } from "./schemas";

const page = { colour: false, width: 110 };
const written = (...reports: readonly Report[]) => JSON.parse(json.write(reports, page).text);

describe("a report as JSON", () => {
    it("fits its schema, with everything and with nothing", () => {
        const baseline = { accepted: 1, gone: [] };
        for (const report of [fullReport({ baseline }), reportOf()])
            assert.deepEqual(reportMisfits(written(report)), []);
        assert.equal(written(reportOf()).version, 1);
    });
    it("of several stacks is a list of them", () => {
        const several = written(fullReport(), fullReport({ stack: "prod" }));
        assert.deepEqual(reportMisfits(several), []);
        assert.deepEqual(
            several.reports.map(({ stack }: Report) => stack),
            ["dev", "prod"],
        );
    });
    it("has of the pack what it speaks of", () => {
        const { pack } = written(fullReport());
        assert.deepEqual(
            pack.policies.map(({ name }: { name: string }) => name),
            ["lambda-url-auth-required", "api-access-logging"],
        );
    });
    it("whose schema knows a missing field and one too many", () => {
        const { project: _, ...less } = written(fullReport());
        assert.notDeepEqual(reportMisfits(less), []);
        assert.notDeepEqual(reportMisfits({ ...written(fullReport()), more: 1 }), []);
    });
});
