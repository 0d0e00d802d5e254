import { NeptuneClusterInstance, RdsCluster, RdsClusterInstance, RdsInstance } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/supply-chain/database-minor-upgrades-automatic";
import { testRule } from "../../support/rule-tester";

const at = "autoMinorVersionUpgrade";
const instance = (inputs: object) =>
    declare(RdsInstance, { instanceClass: "db.t4g.micro", engine: "postgres", ...inputs } as Example);
const member = (inputs: object = {}) =>
    declare(RdsClusterInstance, {
        clusterIdentifier: "db",
        engine: "aurora-postgresql",
        instanceClass: "db.r6g.large",
        ...inputs,
    } as Example);
const cluster = (inputs: object) => declare(RdsCluster, { engine: "mysql", ...inputs } as Example);
const graph = (inputs: object = {}) =>
    declare(NeptuneClusterInstance, { clusterIdentifier: "g", instanceClass: "db.r6g.large", ...inputs } as Example);

testRule(rule, {
    valid: {
        "said aloud": instance({ [at]: true }),
        "as text": instance({ [at]: "true" }),
        "a member of a cluster": member({ [at]: true }),
        "a member with nothing said": member(),
        "a cluster of three nodes": cluster({ [at]: true }),
        "a member of a graph": graph({ [at]: "1" }),
        "a member of a graph with nothing said": graph(),
    },
    invalid: {
        "switched off as text": { given: instance({ [at]: "false" }), reports: [at] },
        "a member of a cluster": { given: member({ [at]: false }), reports: [at] },
        "a cluster of three nodes": { given: cluster({ [at]: false }), reports: [at] },
        "a member of a graph": { given: graph({ [at]: false }), reports: [at] },
    },
    undecided: { "not known yet": { given: instance({ [at]: unknown }), awaits: [at] } },
});
