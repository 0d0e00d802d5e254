import {
    DocDbCluster,
    DocDbGlobalCluster,
    NeptuneCluster,
    NeptuneGlobalCluster,
    RdsCluster,
    RdsGlobalCluster,
    RdsInstance,
    RedshiftCluster,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/database-storage-encrypted";
import { testRule } from "../../support/rule-tester";

testRule(rule, {
    valid: {
        "switched on, as text": declare(RdsCluster, { engine: "aurora-postgresql", storageEncrypted: "true" as never }),
        "an instance, switched on": declare(RdsInstance, { engine: "mysql", storageEncrypted: true }),
        "a DocumentDB cluster, switched on": declare(DocDbCluster, { storageEncrypted: true }),
        "a Neptune cluster, switched on": declare(NeptuneCluster, { storageEncrypted: true }),
        "a global cluster, switched on": declare(RdsGlobalCluster, { storageEncrypted: true }),
        "a global cluster of DocumentDB, switched on": declare(DocDbGlobalCluster, { storageEncrypted: true }),
        "a global cluster of Neptune, switched on": declare(NeptuneGlobalCluster, { storageEncrypted: true }),
        "a replica, which follows its source": declare(RdsInstance, {
            instanceClass: "db.t4g.micro",
            replicateSourceDb: "orders",
        }),
        "a replica of another region with a key of its own region": declare(RdsInstance, {
            instanceClass: "db.t4g.micro",
            replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7",
        }),
        "such a replica that says so, with a key": declare(RdsInstance, {
            instanceClass: "db.t4g.micro",
            replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
            storageEncrypted: true,
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/7c6b5a49-3827-4615-9403-f2e1d0c9b8a7",
        }),
        "a replica by name that says so without a key": declare(RdsInstance, {
            instanceClass: "db.t4g.micro",
            replicateSourceDb: "orders",
            storageEncrypted: true,
        }),
        "restored from a snapshot": declare(DocDbCluster, { snapshotIdentifier: "orders-2024" }),
        "Aurora Serverless v1, encrypted by default": declare(RdsCluster, {
            engine: "aurora",
            engineMode: "serverless",
        }),
        "a warehouse with the default of version 7": declare(RedshiftCluster, { nodeType: "ra3.large" }),
        "a warehouse, by version 7's text": declare(RedshiftCluster, { nodeType: "ra3.large", encrypted: "true" }),
        "a global cluster made of an existing one": declare(RdsGlobalCluster, {
            sourceDbClusterIdentifier: "arn:aws:rds:eu-west-1:111122223333:cluster:a",
        }),
    },
    invalid: {
        "absent on an Aurora cluster, which AWS encrypts if it is new": {
            given: declare(RdsCluster, { engine: "aurora-postgresql" }),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "switched off on an Aurora cluster, which AWS does not heed any more": {
            given: declare(RdsCluster, { engine: "aurora-mysql", storageEncrypted: "false" as never }),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "absent on a cluster whose engine is not known yet": {
            given: declare(RdsCluster, { engine: unknown }),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "absent on a Multi-AZ cluster of RDS, which is no Aurora": {
            given: declare(RdsCluster, { engine: "postgres", dbClusterInstanceClass: "db.r6gd.xlarge" }),
            reports: ["storageEncrypted"],
            weighs: ["critical"],
        },
        "absent on an instance of RDS": {
            given: declare(RdsInstance, { engine: "postgres", instanceClass: "db.t4g.micro" }),
            reports: ["storageEncrypted"],
            weighs: ["critical"],
        },
        "switched off": { given: declare(NeptuneCluster, { storageEncrypted: false }), reports: ["storageEncrypted"] },
        "switched off on a replica": {
            given: declare(RdsInstance, {
                instanceClass: "db.t4g.micro",
                replicateSourceDb: "orders",
                storageEncrypted: false,
            }),
            reports: ["storageEncrypted"],
        },
        "a replica of another region without a key": {
            given: declare(RdsInstance, {
                instanceClass: "db.t4g.micro",
                replicateSourceDb: "arn:aws:rds:us-east-1:111122223333:db:orders",
            }),
            reports: ["storageEncrypted"],
        },
        "a warehouse switched off, as text": {
            given: declare(RedshiftCluster, { nodeType: "ra3.large", encrypted: "false" }),
            reports: ["encrypted"],
            weighs: ["critical"],
        },
        "a key without the switch": {
            given: declare(RdsInstance, {
                instanceClass: "db.t4g.micro",
                kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/a",
            }),
            reports: ["storageEncrypted"],
        },
        "absent on a DocumentDB cluster": {
            given: declare(DocDbCluster, { clusterIdentifier: "orders" }),
            reports: ["storageEncrypted"],
            weighs: ["critical"],
        },
        "a replica of another region that says so without a key": {
            given: declare(RdsInstance, {
                instanceClass: "db.t4g.micro",
                replicateSourceDb: "arn:aws-us-gov:rds:us-gov-west-1:111122223333:db:orders",
                storageEncrypted: true,
            }),
            reports: ["kmsKeyId"],
            weighs: ["medium"],
        },
        "an empty snapshot is none": {
            given: declare(RdsInstance, { instanceClass: "db.t4g.micro", engine: "mysql", snapshotIdentifier: "" }),
            reports: ["storageEncrypted"],
            weighs: ["critical"],
        },
        "absent on a member of a global cluster of DocumentDB": {
            given: declare(DocDbCluster, { globalClusterIdentifier: "orders" }),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "switched off on a member of a global cluster of Neptune": {
            given: declare(NeptuneCluster, { globalClusterIdentifier: unknown, storageEncrypted: false }),
            reports: ["storageEncrypted"],
            weighs: ["low"],
        },
        "a new global cluster of DocumentDB": {
            given: declare(DocDbGlobalCluster, { globalClusterIdentifier: "orders" }),
            reports: ["storageEncrypted"],
        },
        "a new global cluster of Neptune": {
            given: declare(NeptuneGlobalCluster, { globalClusterIdentifier: "orders" }),
            reports: ["storageEncrypted"],
        },
        "switched off on an instance, as Python writes it": {
            given: declare(RdsInstance, { instanceClass: "db.t4g.micro", storageEncrypted: "False" as never }),
            reports: ["storageEncrypted"],
        },
        "a new global cluster": {
            given: declare(RdsGlobalCluster, { globalClusterIdentifier: "orders" }),
            reports: ["storageEncrypted"],
        },
    },
    undecided: {
        "not known yet": { given: declare(RdsCluster, { storageEncrypted: unknown }), awaits: ["storageEncrypted"] },
        "a source not known yet": {
            given: declare(RdsInstance, { instanceClass: "db.t4g.micro", replicateSourceDb: unknown }),
            awaits: ["replicateSourceDb"],
        },
        "an engine mode not known yet": { given: declare(RdsCluster, { engineMode: unknown }), awaits: ["engineMode"] },
    },
});
