import {
    DmsReplicationInstance,
    DmsS3Endpoint,
    DocDbCluster,
    DocDbElasticCluster,
    DsqlCluster,
    KeyspacesTable,
    NeptuneCluster,
    NeptuneGraph,
    RdsCluster,
    RdsClusterActivityStream,
    RdsClusterInstance,
    RdsClusterSnapshotCopy,
    RdsInstanceAutomatedBackupsReplication,
    RdsSnapshotCopy,
    RedshiftCluster,
    RedshiftServerlessNamespace,
    RedshiftSnapshotCopyGrant,
    SecretsManagerSecret,
    SsmParameter,
    TimestreamDatabase,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/database-cmk";
import { testRule } from "../../support/rule-tester";

const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const db = { instanceClass: "db.t4g.micro", storageEncrypted: true };
const copy = { sourceDbSnapshotIdentifier: "orders", targetDbSnapshotIdentifier: "copy" };
const clusterCopy = { sourceDbClusterSnapshotIdentifier: "orders", targetDbClusterSnapshotIdentifier: "copy" };
const elastic = { adminUserName: "clara", authType: "SECRET_ARN", shardCapacity: 2, shardCount: 1 };
const stream = { mode: "async", resourceArn: "arn:aws:rds:eu-west-1:111122223333:cluster:orders" };
const backups = { sourceDbInstanceArn: "arn:aws:rds:eu-west-1:111122223333:db:orders" };
const tables = { keyspaceName: "orders", tableName: "orders", schemaDefinition: {} };
const written = {
    endpointId: "orders",
    endpointType: "target",
    bucketName: "orders",
    serviceAccessRoleArn: "arn:aws:iam::111122223333:role/dms",
};
const migration = { replicationInstanceClass: "dms.t3.micro", replicationInstanceId: "orders" };
const member = { clusterIdentifier: "orders", engine: "aurora-postgresql", instanceClass: "db.serverless" } as const;
const parameter = (given: Example<{ type: string; keyId: string }>) =>
    declare(SsmParameter, { name: "/orders/key", ...given } as Example);

testRule(rule, {
    valid: {
        "a key not known yet": { ...db, kmsKeyId: unknown },
        "a replica, which has its source's key": { replicateSourceDb: "orders", instanceClass: "db.t4g.micro" },
        "an instance's further keys": {
            ...db,
            kmsKeyId,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: kmsKeyId,
            manageMasterUserPassword: true,
            masterUserSecretKmsKeyId: kmsKeyId,
        },
        "a cluster's keys": declare(RdsCluster, {
            kmsKeyId,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: kmsKeyId,
            manageMasterUserPassword: true,
            masterUserSecretKmsKeyId: kmsKeyId,
        }),
        "a cluster from a snapshot": declare(RdsCluster, { snapshotIdentifier: "orders" }),
        "a member's key": declare(RdsClusterInstance, {
            ...member,
            performanceInsightsEnabled: true,
            performanceInsightsKmsKeyId: kmsKeyId,
        }),
        "a member without insights": declare(RdsClusterInstance, member),
        "an activity stream": declare(RdsClusterActivityStream, { ...stream, kmsKeyId }),
        "a snapshot's copy, which has its source's key": declare(RdsSnapshotCopy, copy),
        "a snapshot's copy": declare(RdsSnapshotCopy, { ...copy, destinationRegion: "eu-west-2", kmsKeyId }),
        "a cluster snapshot's copy": declare(RdsClusterSnapshotCopy, { ...clusterCopy, kmsKeyId }),
        "backups elsewhere": declare(RdsInstanceAutomatedBackupsReplication, { ...backups, kmsKeyId }),
        DocumentDB: declare(DocDbCluster, { kmsKeyId }),
        "DocumentDB's elastic cluster": declare(DocDbElasticCluster, { ...elastic, kmsKeyId }),
        Neptune: declare(NeptuneCluster, { kmsKeyArn: kmsKeyId }),
        "Neptune's graph": declare(NeptuneGraph, { provisionedMemory: 16, kmsKeyIdentifier: kmsKeyId }),
        Redshift: declare(RedshiftCluster, {
            nodeType: "ra3.large",
            kmsKeyId,
            manageMasterPassword: true,
            masterPasswordSecretKmsKeyId: kmsKeyId,
        }),
        "Redshift's copies": declare(RedshiftSnapshotCopyGrant, { snapshotCopyGrantName: "orders", kmsKeyId }),
        "Redshift Serverless": declare(RedshiftServerlessNamespace, {
            namespaceName: "orders",
            kmsKeyId,
            manageAdminPassword: true,
            adminPasswordSecretKmsKeyId: kmsKeyId,
        }),
        DSQL: declare(DsqlCluster, { kmsEncryptionKey: kmsKeyId }),
        Timestream: declare(TimestreamDatabase, { databaseName: "orders", kmsKeyId }),
        Keyspaces: declare(KeyspacesTable, {
            ...tables,
            encryptionSpecification: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyIdentifier: kmsKeyId },
        } as Example),
        "a migration": declare(DmsReplicationInstance, { ...migration, kmsKeyArn: kmsKeyId }),
        "what a migration writes": declare(DmsS3Endpoint, {
            ...written,
            encryptionMode: "SSE_KMS",
            serverSideEncryptionKmsKeyId: kmsKeyId,
        }),
        "what a migration reads": declare(DmsS3Endpoint, { ...written, endpointType: "source" }),
        "a secret and its replica": declare(SecretsManagerSecret, {
            kmsKeyId,
            replicas: [{ region: "eu-west-2", kmsKeyId: "arn:aws:kms:eu-west-2:111122223333:key/orders" }],
        }),
        "a parameter": parameter({ type: "SecureString", keyId: "alias/orders" }),
        "a parameter that is no secret": parameter({ type: "String" }),
    },
    invalid: {
        "Keyspaces in a mode that does not use its key": {
            given: declare(KeyspacesTable, {
                ...tables,
                encryptionSpecification: { type: "AWS_OWNED_KMS_KEY", kmsKeyIdentifier: kmsKeyId },
            } as Example),
            reports: ["encryptionSpecification.type"],
        },
        "an instance's further keys": {
            given: { ...db, kmsKeyId, performanceInsightsEnabled: true, manageMasterUserPassword: true },
            reports: ["masterUserSecretKmsKeyId", "performanceInsightsKmsKeyId"],
            weighs: ["low", "low"],
        },
        "a key that AWS manages": {
            given: { ...db, kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:alias/aws/rds" },
            reports: ["kmsKeyId"],
        },
        "a cluster's keys": {
            given: declare(RdsCluster, { performanceInsightsEnabled: true, manageMasterUserPassword: true }),
            reports: ["kmsKeyId", "masterUserSecretKmsKeyId", "performanceInsightsKmsKeyId"],
        },
        "a member's key": {
            given: declare(RdsClusterInstance, { ...member, performanceInsightsEnabled: true }),
            reports: ["performanceInsightsKmsKeyId"],
        },
        "an activity stream": {
            given: declare(RdsClusterActivityStream, { ...stream, kmsKeyId: "alias/aws/rds" }),
            reports: ["kmsKeyId"],
        },
        "a snapshot's copy in another region": {
            given: declare(RdsSnapshotCopy, { ...copy, destinationRegion: "eu-west-2" }),
            reports: ["kmsKeyId"],
        },
        "a cluster snapshot's copy in another region": {
            given: declare(RdsClusterSnapshotCopy, { ...clusterCopy, destinationRegion: "eu-west-2" }),
            reports: ["kmsKeyId"],
        },
        "backups elsewhere": {
            given: declare(RdsInstanceAutomatedBackupsReplication, backups),
            reports: ["kmsKeyId"],
        },
        DocumentDB: { given: declare(DocDbCluster, { storageEncrypted: true }), reports: ["kmsKeyId"] },
        "DocumentDB's elastic cluster": { given: declare(DocDbElasticCluster, elastic), reports: ["kmsKeyId"] },
        Neptune: { given: declare(NeptuneCluster, { storageEncrypted: true }), reports: ["kmsKeyArn"] },
        "Neptune's graph": {
            given: declare(NeptuneGraph, { provisionedMemory: 16 }),
            reports: ["kmsKeyIdentifier"],
        },
        Redshift: {
            given: declare(RedshiftCluster, { nodeType: "ra3.large", manageMasterPassword: true }),
            reports: ["kmsKeyId", "masterPasswordSecretKmsKeyId"],
        },
        "Redshift's copies": {
            given: declare(RedshiftSnapshotCopyGrant, { snapshotCopyGrantName: "orders" }),
            reports: ["kmsKeyId"],
        },
        "Redshift Serverless": {
            given: declare(RedshiftServerlessNamespace, { namespaceName: "orders", manageAdminPassword: true }),
            reports: ["adminPasswordSecretKmsKeyId", "kmsKeyId"],
        },
        "DSQL, by the word for AWS's own key": {
            given: declare(DsqlCluster, { kmsEncryptionKey: "AWS_OWNED_KMS_KEY" }),
            reports: ["kmsEncryptionKey"],
        },
        Timestream: {
            given: declare(TimestreamDatabase, { databaseName: "orders" }),
            reports: ["kmsKeyId"],
        },
        Keyspaces: {
            given: declare(KeyspacesTable, tables as Example),
            reports: ["encryptionSpecification.kmsKeyIdentifier"],
        },
        "a migration": { given: declare(DmsReplicationInstance, migration), reports: ["kmsKeyArn"] },
        "what a migration writes": {
            given: declare(DmsS3Endpoint, written),
            reports: ["serverSideEncryptionKmsKeyId"],
        },
        "what a migration writes, with a key that its mode does not use": {
            given: declare(DmsS3Endpoint, {
                ...written,
                encryptionMode: "SSE_S3",
                serverSideEncryptionKmsKeyId: kmsKeyId,
            }),
            reports: ["encryptionMode"],
        },
        "a secret": { given: declare(SecretsManagerSecret, { name: "orders" }), reports: ["kmsKeyId"] },
        "a secret under the key that AWS manages": {
            given: declare(SecretsManagerSecret, { kmsKeyId: "alias/aws/secretsmanager" }),
            reports: ["kmsKeyId"],
        },
        "a secret's replica": {
            given: declare(SecretsManagerSecret, { kmsKeyId, replicas: [{ region: "eu-west-2" }] }),
            reports: ["replicas[0].kmsKeyId"],
        },
        "a parameter": { given: parameter({ type: "SecureString" }), reports: ["keyId"] },
    },
    undecided: {
        "whether a parameter is a secret": { given: parameter({ type: unknown }), awaits: ["type"] },
    },
});
