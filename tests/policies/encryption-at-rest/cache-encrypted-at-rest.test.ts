import {
    DaxCluster,
    ElastiCacheCluster,
    ElastiCacheReplicationGroup,
    ElastiCacheServerlessCache,
    MemoryDbCluster,
    MemoryDbSnapshot,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/cache-encrypted-at-rest";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const description = "orders";
const dax = {
    clusterName: "orders",
    iamRoleArn: "arn:aws:iam::1:role/dax",
    nodeType: "dax.t3.small",
    replicationFactor: 2,
};
const memory = { aclName: "orders", nodeType: "db.t4g.small" };
const group = (given: Example<{ engine: string; atRestEncryptionEnabled: boolean; kmsKeyId: string }>) =>
    declare(ElastiCacheReplicationGroup, { description, ...given });

testRule(rule, {
    valid: {
        "Valkey, encrypted by default": group({ engine: "valkey" }),
        "Valkey in another case, which the provider takes too": group({ engine: "Valkey" }),
        "Redis, switched on as text": group({ engine: "redis", atRestEncryptionEnabled: "True" as never }),
        "a group that joins a global one": declare(ElastiCacheReplicationGroup, {
            description,
            globalReplicationGroupId: "ldgnf-orders",
        }),
        "Memcached, which has no such setting": declare(ElastiCacheCluster, { engine: "memcached" }),
        "a member of a group": declare(ElastiCacheCluster, { replicationGroupId: "orders" }),
        DAX: declare(DaxCluster, { ...dax, serverSideEncryption: { enabled: true } }),
        "MemoryDB, always encrypted": declare(MemoryDbCluster, memory),
        "ElastiCache Serverless, always encrypted": declare(ElastiCacheServerlessCache, { engine: "redis" }),

        "a group's key": { given: group({ engine: "valkey", kmsKeyId }), options },
        "a serverless cache's key": {
            given: declare(ElastiCacheServerlessCache, { engine: "valkey", kmsKeyId }),
            options,
        },
        "MemoryDB's key": { given: declare(MemoryDbCluster, { ...memory, kmsKeyArn: kmsKeyId }), options },
        "a snapshot's key": {
            given: declare(MemoryDbSnapshot, { clusterName: "orders", kmsKeyArn: kmsKeyId }),
            options,
        },
    },
    invalid: {
        "Redis, where nothing is said": {
            given: group({ engine: "redis" }),
            reports: ["atRestEncryptionEnabled"],
            weighs: ["high"],
        },
        "no engine, which is Redis": { given: group({}), reports: ["atRestEncryptionEnabled"] },
        "Valkey, switched off": {
            given: group({ engine: "valkey", atRestEncryptionEnabled: false }),
            reports: ["atRestEncryptionEnabled"],
        },
        DAX: { given: declare(DaxCluster, dax), reports: ["serverSideEncryption.enabled"] },
        "DAX, with an empty block": {
            given: declare(DaxCluster, { ...dax, serverSideEncryption: {} }),
            reports: ["serverSideEncryption.enabled"],
        },

        "a group without a key": {
            given: group({ engine: "valkey" }),
            options,
            reports: ["kmsKeyId"],
            weighs: ["low"],
        },
        "a group that is not encrypted, once": {
            given: group({ engine: "redis" }),
            options,
            reports: ["atRestEncryptionEnabled"],
        },
        "a serverless cache without a key": {
            given: declare(ElastiCacheServerlessCache, { engine: "valkey" }),
            options,
            reports: ["kmsKeyId"],
        },
        "MemoryDB without a key": { given: declare(MemoryDbCluster, memory), options, reports: ["kmsKeyArn"] },
        "a snapshot without a key": {
            given: declare(MemoryDbSnapshot, { clusterName: "orders" }),
            options,
            reports: ["kmsKeyArn"],
        },
    },
    undecided: {
        "which engine it is": { given: group({ engine: unknown }), awaits: ["engine"] },
        "whether it is on": { given: group({ atRestEncryptionEnabled: unknown }), awaits: ["atRestEncryptionEnabled"] },
    },
});
