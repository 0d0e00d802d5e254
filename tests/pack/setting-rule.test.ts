import assert from "node:assert/strict";
import { Ec2Instance, NeptuneGraph, RdsCluster, RdsInstance, RdsShardGroup } from "../../model/aws";
import { bad, each, good, off, on, settings, when } from "../../model/aws/settings";
import { cis, cwe, declare, defineSettingRule, fsbp, type Program } from "../../pack";
import { strictProfile } from "../../pack/profile";
import { analyze } from "../support/analysis";
import { outcome, testRule } from "../support/rule-tester";

const since = "2026-02-18";
const rows = [
    settings(NeptuneGraph, "database", {
        private: { at: (graph) => graph.publicConnectivity, good: off, absent: good, controls: [cis("7.0", "3.2.3")] },
    }),
    settings(RdsInstance, "database", {
        private: {
            at: (db) => db.publiclyAccessible,
            good: off,
            absent: good,
            only: when((db) => db.engine, "postgres"),
            controls: [fsbp("RDS.2"), cis("7.0", "3.2.3")],
        },
    }),
    settings(RdsShardGroup, "database", {
        private: { at: (group) => group.publiclyAccessible, good: off, absent: bad, profile: "strict" },
    }),
    settings(Ec2Instance, "database", {
        private: { at: (one) => each(one.ebsBlockDevices).encrypted, good: on, absent: bad },
    }),
    settings(RdsCluster, "database", {
        private: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: bad,
            fix: "A fix of its own.",
            changed: { since, enforced: false, source: "https://docs.aws.amazon.com/" },
        },
    }),
].flat();

const declaration = {
    id: "example-not-public",
    topic: "private",
    of: ["database"],
    severity: "high",
    frameworks: [cwe(668), cwe(668)],
    title: "A title.",
    why: "A reason.",
    fix: "A fix.",
    sources: ["https://docs.aws.amazon.com/"],
    absent: "absent, so it is open",
    otherwise: "allows anyone",
    example: RdsInstance,
    bad: { engine: "postgres", publiclyAccessible: true },
    good: { engine: "postgres", publiclyAccessible: false },
} as const;
const rule = defineSettingRule(declaration, rows);

const asked = declare(RdsShardGroup, { publiclyAccessible: true });

testRule(rule, {
    valid: {
        "another engine": { engine: "mysql", publiclyAccessible: true },
        "what only the strict profile asks": asked,
        "the same, asked and answered": {
            given: declare(RdsShardGroup, { publiclyAccessible: false }),
            options: { strictRows: true },
        },
        "an instance": { engine: "postgres", publiclyAccessible: false },
        "a graph": declare(NeptuneGraph, { publicConnectivity: false }),
        "no devices": declare(Ec2Instance, { ebsBlockDevices: [] }),
        "a device": declare(Ec2Instance, { ebsBlockDevices: [{ deviceName: "a", encrypted: true }] }),
        "a cluster": declare(RdsCluster, { storageEncrypted: true }),
    },
    invalid: {
        "an instance, switched on": {
            given: { engine: "postgres", publiclyAccessible: true },
            reports: ["publiclyAccessible"],
        },
        "a graph, switched on": {
            given: declare(NeptuneGraph, { publicConnectivity: true }),
            reports: ["publicConnectivity"],
        },
        "what the strict profile asks": {
            given: asked,
            options: { strictRows: true },
            reports: ["publiclyAccessible"],
        },
        "each device": {
            given: declare(Ec2Instance, {
                ebsBlockDevices: [
                    { deviceName: "a" },
                    { deviceName: "b", encrypted: true },
                    { deviceName: "c", encrypted: false },
                ],
            }),
            reports: ["ebsBlockDevices[0].encrypted", "ebsBlockDevices[2].encrypted"],
        },
        "a default that AWS changed": {
            given: declare(RdsCluster, {}),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "not left to the default": {
            given: declare(RdsCluster, { storageEncrypted: false }),
            reports: ["storageEncrypted"],
            weighs: ["high"],
        },
    },
});

describe("a rule on settings", () => {
    it("says its own words, or the row's fix, and since when AWS does it", async () => {
        const said = async (program: Program) =>
            (await analyze([rule], program)).checks.map(({ at, fact, fix }) => [at, fact, fix]);
        assert.deepEqual(await said({ graph: declare(NeptuneGraph, { publicConnectivity: true }) }), [
            ["publicConnectivity", "allows anyone", "A fix."],
        ]);
        assert.deepEqual(await said({ cluster: declare(RdsCluster, {}) }), [
            [
                "storageEncrypted",
                `absent, so it is open if it was made before ${since}; AWS changed that default since`,
                "A fix of its own.",
            ],
        ]);
    });
    it("names the property in a fix that is true of each", async () => {
        const switching = defineSettingRule({ ...declaration, fix: "Set it to false, or leave it out." }, rows);
        const instance = { instanceType: "t3.micro", ebsBlockDevices: [{ deviceName: "b", encrypted: false }] };
        const { checks } = await analyze([switching], {
            graph: declare(NeptuneGraph, { publicConnectivity: true }),
            instance: declare(Ec2Instance, instance as never),
        });
        assert.deepEqual(
            checks.map(({ fix }) => fix),
            [
                "Set publicConnectivity: false, or leave it out.",
                "Set ebsBlockDevices[0].encrypted: false, or leave it out.",
            ],
        );
    });
    it("has the controls of its rows, those of its example first, each once", () => {
        assert.deepEqual(
            rule.frameworks.map(({ id }) => id),
            ["RDS.2", "3.2.3", "CWE-668"],
        );
    });
    it("has an option that the strict profile sets, where only some rows are strict", () => {
        assert.deepEqual(strictProfile([rule]), {
            "example-not-public": { enforcementLevel: "mandatory", strictRows: true },
        });
    });
    it("is strict as a whole, or has no such option", async () => {
        const strict = defineSettingRule({ ...declaration, profile: "strict" }, rows);
        assert.equal(strict.options, undefined);
        assert.deepEqual((await outcome(strict, { given: asked, options: {} })).violations, ["publiclyAccessible"]);
        assert.equal(defineSettingRule(declaration, rows.slice(0, 1)).options, undefined);
    });
});
