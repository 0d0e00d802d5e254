import { RdsCluster, RdsClusterInstance, RdsInstance } from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/database-insights";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const insights = { performanceInsightsEnabled: true };
const monitored = { monitoringInterval: 60 };
const instance = (inputs: object) => ({
    db: declare(RdsInstance, { instanceClass: "db.r8g.large", engine: "postgres", ...inputs } as Example),
});
const cluster = (inputs: object) => ({ db: declare(RdsCluster, inputs as Example) });
const member = (inputs: object = {}, clusterIdentifier: unknown = ref("db.id")) => ({
    member: declare(RdsClusterInstance, {
        clusterIdentifier,
        engine: "aurora-postgresql",
        instanceClass: "db.r8g.large",
        ...inputs,
    } as Example),
});
const aurora = (inputs: object = {}) => cluster({ engine: "aurora-postgresql", ...inputs });

testRule(rule, {
    valid: {
        "as text": instance({ performanceInsightsEnabled: "true", monitoringInterval: "15" }),
        "a member by itself": { ...aurora(), ...member({ ...insights, ...monitored }) },
        "a member by its cluster": { ...aurora({ ...insights, ...monitored }), ...member() },
        "a member by both": { ...aurora(insights), ...member(monitored) },
        "a cluster of Aurora has no servers of its own": aurora(),
        "a cluster of three nodes": cluster({ engine: "mysql", ...insights, ...monitored }),
        "a class too small for it": instance({ engine: "mysql", instanceClass: "db.t4g.micro", ...monitored }),
        "an engine without it": instance({ engine: "db2-se", ...monitored }),
    },
    invalid: {
        "neither, at a small class that has it": {
            given: instance({ instanceClass: "db.t4g.micro" }),
            reports: ["db: monitoringInterval", "db: performanceInsightsEnabled"],
            weighs: ["low", "low"],
        },
        "switched off": {
            given: instance({ performanceInsightsEnabled: "false", monitoringInterval: 0 }),
            reports: ["db: monitoringInterval", "db: performanceInsightsEnabled"],
        },
        "off as text": {
            given: instance({ ...insights, monitoringInterval: "0" }),
            reports: ["db: monitoringInterval"],
        },
        "a member, though its cluster has it": {
            given: { ...aurora({ ...insights, ...monitored }), ...member({ performanceInsightsEnabled: false }) },
            reports: ["member: performanceInsightsEnabled"],
        },
        "a member and its cluster": {
            given: { ...aurora({ monitoringInterval: 0, ...insights }), ...member() },
            reports: ["member: monitoringInterval"],
        },
        "a member of a cluster elsewhere": {
            given: member(insights, "orders"),
            reports: ["member: monitoringInterval"],
        },
        "a cluster of three nodes": {
            given: cluster({ engine: "postgres", ...insights }),
            reports: ["db: monitoringInterval"],
        },
        "computed, since none was given": {
            given: instance({ performanceInsightsEnabled: computed, ...monitored }),
            reports: ["db: performanceInsightsEnabled"],
        },
    },
    undecided: {
        "whose member it is": {
            given: member({}, unknown),
            awaits: ["member.clusterIdentifier"],
        },
    },
});
