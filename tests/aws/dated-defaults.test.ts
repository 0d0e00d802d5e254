import assert from "node:assert/strict";
import { datedDefault, datedDefaults, RdsCluster, RdsInstance, RedshiftCluster } from "../../model/aws";
import { UNKNOWN, Value } from "../../model/values";

describe("the defaults that AWS changed", () => {
    it("have a day and a source each, and were something else before", () => {
        for (const { since, before, after, source } of datedDefaults) {
            assert.ok(Date.parse(since) <= Date.now());
            assert.match(since, /^20\d\d-\d\d-\d\d$/);
            assert.notEqual(before, after);
            assert.ok(source.startsWith("https://docs.aws.amazon.com/"));
        }
    });
    const cases: Readonly<Record<string, readonly [type: string, property: string, inputs: object, since?: string]>> = {
        "Aurora's encryption": [RdsCluster.token, "storageEncrypted", { engine: "aurora-mysql" }, "2026-02-18"],
        "also where a program asks for none": [
            RdsCluster.token,
            "storageEncrypted",
            { engine: "aurora-mysql", storageEncrypted: false },
            "2026-02-18",
        ],
        "where the engine is unknown": [RdsCluster.token, "storageEncrypted", { engine: UNKNOWN }, "2026-02-18"],
        "not a Multi-AZ cluster's": [RdsCluster.token, "storageEncrypted", { engine: "postgres" }],
        "not another property": [RdsCluster.token, "deletionProtection", { engine: "aurora-mysql" }],
        "not another type's": [RdsInstance.token, "storageEncrypted", { engine: "aurora-mysql" }],
        "a warehouse's encryption": [RedshiftCluster.token, "encrypted", {}, "2025-01-10"],
        "not where a program asks for none": [RedshiftCluster.token, "encrypted", { encrypted: "false" }],
    };
    for (const [name, [type, property, inputs, since]] of Object.entries(cases))
        it(name, () => assert.equal(datedDefault(type, property, new Value(inputs))?.since, since));
});
