import {
    DmsReplicationInstance,
    ElastiCacheCluster,
    ElastiCacheReplicationGroup,
    MemoryDbCluster,
    MqBroker,
    NeptuneClusterInstance,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RedshiftCluster,
} from "../../../model/aws";
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

const group = (inputs: object = {}) => declare(ElastiCacheReplicationGroup, { description: "g", ...inputs } as Example);
const node = (inputs: object) => declare(ElastiCacheCluster, { engine: "redis", ...inputs } as Example);
const memory = (inputs: object = {}) =>
    declare(MemoryDbCluster, { aclName: "app", nodeType: "m", ...inputs } as Example);
const broker = (inputs: object = {}) => declare(MqBroker, { engineType: "ActiveMQ", ...inputs } as Example);
const migration = (inputs: object = {}) => declare(DmsReplicationInstance, { ...inputs } as Example);
const warehouse = (inputs: object = {}) => declare(RedshiftCluster, { nodeType: "ra3.large", ...inputs } as Example);

testRule(rule, {
    valid: {
        "said aloud": instance({ [at]: true }),
        "as text": instance({ [at]: "true" }),
        "a member of a cluster": member({ [at]: true }),
        "a member with nothing said": member(),
        "a cluster of three nodes": cluster({ [at]: true }),
        "a member of a graph": graph({ [at]: "1" }),
        "a member of a graph with nothing said": graph(),
        "a cache": group({ [at]: true }),
        "a cache with nothing said": group(),
        "a node, which says it as text": node({ [at]: "true" }),
        "Memcached, which ignores it": node({ engine: "memcached", [at]: "false" }),
        MemoryDB: memory({ [at]: true }),
        "MemoryDB with nothing said": memory(),
        "a broker": broker({ [at]: true }),
        "a replication instance": migration({ [at]: true }),
        "a warehouse": warehouse({ allowVersionUpgrade: true }),
        "a warehouse with nothing said": warehouse(),
    },
    invalid: {
        "switched off as text": { given: instance({ [at]: "false" }), reports: [at] },
        "a member of a cluster": { given: member({ [at]: false }), reports: [at] },
        "a cluster of three nodes": { given: cluster({ [at]: false }), reports: [at] },
        "a member of a graph": { given: graph({ [at]: false }), reports: [at] },
        "a cache": { given: group({ [at]: "false" }), reports: [at] },
        "a node": { given: node({ [at]: "false" }), reports: [at] },
        MemoryDB: { given: memory({ [at]: false }), reports: [at] },
        "a broker": { given: broker({ [at]: false }), reports: [at] },
        "a broker with nothing said, which means false": { given: broker(), reports: [at] },
        "a replication instance": { given: migration({ [at]: false }), reports: [at] },
        "a replication instance with nothing said": { given: migration(), reports: [at] },
        "a warehouse": { given: warehouse({ allowVersionUpgrade: false }), reports: ["allowVersionUpgrade"] },
    },
    undecided: { "not known yet": { given: instance({ [at]: unknown }), awaits: [at] } },
});
