import {
    AlbLoadBalancer,
    BackupVault,
    CloudTrailEventDataStore,
    CognitoUserPool,
    DocDbCluster,
    DocDbGlobalCluster,
    DsqlCluster,
    DynamoDbTable,
    DynamoDbTableReplica,
    EcrRepository,
    FsxOntapVolume,
    FsxOpenZfsFileSystem,
    FsxWindowsFileSystem,
    KmsExternalKey,
    KmsKey,
    KmsReplicaKey,
    LightsailBucket,
    LightsailDatabase,
    LoadBalancer,
    NeptuneCluster,
    NeptuneGlobalCluster,
    NeptuneGraph,
    RdsCluster,
    RdsClusterInstance,
    RdsGlobalCluster,
    RdsInstance,
    RedshiftCluster,
    S3Bucket,
    S3BucketV2,
    S3DirectoryBucket,
    S3TablesTableBucket,
    S3VectorsVectorBucket,
    SecretsManagerSecret,
    VerifiedPermissionsPolicyStore,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/resilience/data-deletion-protected";
import { testRule } from "../../support/rule-tester";

const of =
    <T>(type: Parameters<typeof declare<T>>[0], given: Example<T>) =>
    (inputs: Example<T> = {}, options = {}) =>
        declare(type, { ...given, ...inputs }, options);

const table = of(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const replica = of(DynamoDbTableReplica, { globalTableArn: "arn:aws:dynamodb:us-east-1:111122223333:table/orders" });
const database = of(RdsInstance, { engine: "postgres", instanceClass: "db.t4g.medium" });
const cluster = of(RdsCluster, { engine: "aurora-postgresql" });
const warehouse = of(RedshiftCluster, { clusterIdentifier: "orders", nodeType: "ra3.large" });
const lightsail = of(LightsailDatabase, { relationalDatabaseName: "orders", blueprintId: "postgres_16" });
const graph = of(NeptuneGraph, { graphName: "orders", provisionedMemory: 16 });
const ontap = of(FsxOntapVolume, { storageVirtualMachineId: "svm-0a1b2c3d" });
const zfs = of(FsxOpenZfsFileSystem, { deploymentType: "SINGLE_AZ_2", throughputCapacity: 160 });
const windows = of(FsxWindowsFileSystem, { throughputCapacity: 16 });
const key = of(KmsReplicaKey, { primaryKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/mrk-1" });
const shelf = of(LightsailBucket, { bundleId: "small_1_0" });
const permissions = of(VerifiedPermissionsPolicyStore, { validationSettings: { mode: "STRICT" } });
const strict = { strictRows: true };

testRule(rule, {
    valid: {
        "a table, as text": table({ deletionProtectionEnabled: "true" as never }),
        "a table that Pulumi protects": table({}, { protect: true }),
        "a bucket that Pulumi protects, whatever it would delete": declare(
            S3Bucket,
            { forceDestroy: true },
            { protect: true },
        ),
        "a table in development": { given: table(), stack: "dev" },
        "replicas of a table": table({
            deletionProtectionEnabled: true,
            replicas: [{ regionName: "eu-west-1", deletionProtectionEnabled: true }],
        }),
        "a replica of its own": replica({ deletionProtectionEnabled: true }),
        "an instance": database({ deletionProtection: true, skipFinalSnapshot: true }),
        "a replica of an instance, which may go": database({ replicateSourceDb: "orders", skipFinalSnapshot: true }),
        "a cluster": cluster({ deletionProtection: true }),
        "a replica of a cluster": cluster({ replicationSourceIdentifier: unknown }),
        "a member, which follows its cluster": declare(RdsClusterInstance, {
            clusterIdentifier: "orders",
            engine: "aurora-postgresql",
            instanceClass: "db.r6g.large",
        }),
        "a global cluster": declare(RdsGlobalCluster, { globalClusterIdentifier: "o", deletionProtection: true }),
        DocumentDB: declare(DocDbCluster, { deletionProtection: true }),
        "DocumentDB, globally": declare(DocDbGlobalCluster, { globalClusterIdentifier: "o", deletionProtection: true }),
        Neptune: declare(NeptuneCluster, { deletionProtection: true }),
        "a replica of Neptune": declare(NeptuneCluster, { replicationSourceIdentifier: "orders" }),
        "Neptune, globally": declare(NeptuneGlobalCluster, { globalClusterIdentifier: "o", deletionProtection: true }),
        "a graph": graph({ deletionProtection: true }),
        DSQL: declare(DsqlCluster, { deletionProtectionEnabled: true, forceDestroy: false }),
        "a warehouse, of which a snapshot is made by default": warehouse(),
        "a warehouse, said aloud": warehouse({ skipFinalSnapshot: false }),
        "a database of Lightsail": lightsail({ skipFinalSnapshot: false }),
        "a bucket of Lightsail": shelf({ forceDelete: false }),
        "a store of permissions": permissions({ deletionProtection: "ENABLED" }),
        "a bucket, which is not deleted while it holds something": declare(S3Bucket, {}),
        "a bucket, said aloud": declare(S3Bucket, { forceDestroy: false }),
        "a bucket of version 6": declare(S3BucketV2, { forceDestroy: false }),
        "a directory bucket": declare(S3DirectoryBucket, { forceDestroy: false }),
        "a table bucket": declare(S3TablesTableBucket, { forceDestroy: false }),
        "a vector bucket": declare(S3VectorsVectorBucket, { forceDestroy: false }),
        "a user pool": declare(CognitoUserPool, { deletionProtection: "ACTIVE" }),
        "a repository": declare(EcrRepository, { forceDelete: false }),
        "a vault": declare(BackupVault, { forceDestroy: false }),
        "an event data store, protected by default": declare(CloudTrailEventDataStore, {}),
        "an event data store, said aloud": declare(CloudTrailEventDataStore, { terminationProtectionEnabled: true }),
        "a load balancer": declare(LoadBalancer, { enableDeletionProtection: true }),
        "a load balancer by its other name": declare(AlbLoadBalancer, { enableDeletionProtection: true }),
        "a secret, for thirty days by default": declare(SecretsManagerSecret, {}),
        "a secret, for a week": declare(SecretsManagerSecret, { recoveryWindowInDays: 7 }),
        "a volume of ONTAP": ontap({ skipFinalBackup: false }),
        "a file system of OpenZFS": zfs({ skipFinalBackup: false }),
        "a file system of Windows": windows({ skipFinalBackup: false }),
        "a key, by the default of AWS": { given: declare(KmsKey, {}), options: strict },
        "a key, said aloud": { given: declare(KmsKey, { deletionWindowInDays: 30 }), options: strict },
        "a key that goes soon, which only the strict profile asks about": declare(KmsKey, { deletionWindowInDays: 7 }),
        "a replica of a key": { given: key({ deletionWindowInDays: 30 }), options: strict },
        "a key of one's own making": {
            given: declare(KmsExternalKey, { deletionWindowInDays: "30" as never }),
            options: strict,
        },
    },
    invalid: {
        "a table by default": {
            given: table(),
            reports: ["deletionProtectionEnabled"],
            weighs: ["high"],
        },
        "a table of which AWS keeps a backup": {
            given: table({ deletionProtectionEnabled: false, pointInTimeRecovery: { enabled: true } }),
            reports: ["deletionProtectionEnabled"],
            weighs: ["medium"],
        },
        "a table in development, under the strict profile": {
            given: table(),
            stack: "dev",
            options: { everyStack: true },
            reports: ["deletionProtectionEnabled"],
        },
        "one replica of a table": {
            given: table({
                deletionProtectionEnabled: true,
                replicas: [{ regionName: "eu-west-1", deletionProtectionEnabled: true }, { regionName: "us-east-1" }],
            }),
            reports: ["replicas[1].deletionProtectionEnabled"],
            weighs: ["medium"],
        },
        "a replica of its own": { given: replica(), reports: ["deletionProtectionEnabled"], weighs: ["medium"] },
        "an instance of which nothing stays": {
            given: database({ skipFinalSnapshot: true }),
            reports: ["deletionProtection"],
            weighs: ["high"],
        },
        "an instance of which a snapshot stays": {
            given: database({ deletionProtection: "false" as never, finalSnapshotIdentifier: "orders-final" }),
            reports: ["deletionProtection"],
            weighs: ["medium"],
        },
        "a cluster of which nothing stays": {
            given: cluster({ skipFinalSnapshot: "true" as never }),
            reports: ["deletionProtection"],
            weighs: ["high"],
        },
        "a global cluster": {
            given: declare(RdsGlobalCluster, { globalClusterIdentifier: "orders" }),
            reports: ["deletionProtection"],
            weighs: ["low"],
        },
        DocumentDB: {
            given: declare(DocDbCluster, { deletionProtection: false, skipFinalSnapshot: true }),
            reports: ["deletionProtection"],
            weighs: ["high"],
        },
        "DocumentDB, globally": {
            given: declare(DocDbGlobalCluster, { globalClusterIdentifier: "orders" }),
            reports: ["deletionProtection"],
        },
        Neptune: {
            given: declare(NeptuneCluster, { deletionProtection: false, skipFinalSnapshot: true }),
            reports: ["deletionProtection"],
            weighs: ["high"],
        },
        "Neptune, globally": {
            given: declare(NeptuneGlobalCluster, { globalClusterIdentifier: "orders", deletionProtection: false }),
            reports: ["deletionProtection"],
        },
        "a graph": { given: graph({ deletionProtection: false }), reports: ["deletionProtection"], weighs: ["high"] },
        "a graph by default": { given: graph(), reports: ["deletionProtection"], weighs: ["low"] },
        "DSQL by default": {
            given: declare(DsqlCluster, {}),
            reports: ["deletionProtectionEnabled"],
            weighs: ["high"],
        },
        "DSQL, in spite of its protection": {
            given: declare(DsqlCluster, { deletionProtectionEnabled: true, forceDestroy: true }),
            reports: ["forceDestroy"],
        },
        "a warehouse without a last snapshot": {
            given: warehouse({ skipFinalSnapshot: true }),
            reports: ["skipFinalSnapshot"],
            weighs: ["high"],
        },
        "a database of Lightsail without one": {
            given: lightsail({ skipFinalSnapshot: true }),
            reports: ["skipFinalSnapshot"],
        },
        "a bucket with all its objects": {
            given: declare(S3Bucket, { forceDestroy: "1" as never }),
            reports: ["forceDestroy"],
            weighs: ["high"],
        },
        "a bucket of version 6": { given: declare(S3BucketV2, { forceDestroy: true }), reports: ["forceDestroy"] },
        "a directory bucket": { given: declare(S3DirectoryBucket, { forceDestroy: true }), reports: ["forceDestroy"] },
        "a table bucket": { given: declare(S3TablesTableBucket, { forceDestroy: true }), reports: ["forceDestroy"] },
        "a vector bucket": {
            given: declare(S3VectorsVectorBucket, { forceDestroy: true }),
            reports: ["forceDestroy"],
        },
        "a user pool by default": {
            given: declare(CognitoUserPool, {}),
            reports: ["deletionProtection"],
            weighs: ["high"],
        },
        "a user pool": {
            given: declare(CognitoUserPool, { deletionProtection: "INACTIVE" }),
            reports: ["deletionProtection"],
        },
        "a repository with all its images": {
            given: declare(EcrRepository, { forceDelete: true }),
            reports: ["forceDelete"],
            weighs: ["medium"],
        },
        "a vault with all its backups": {
            given: declare(BackupVault, { forceDestroy: true }),
            reports: ["forceDestroy"],
            weighs: ["high"],
        },
        "an event data store": {
            given: declare(CloudTrailEventDataStore, { terminationProtectionEnabled: false }),
            reports: ["terminationProtectionEnabled"],
        },
        "a load balancer by default": {
            given: declare(LoadBalancer, {}),
            reports: ["enableDeletionProtection"],
            weighs: ["low"],
        },
        "a load balancer by its other name": {
            given: declare(AlbLoadBalancer, { enableDeletionProtection: false }),
            reports: ["enableDeletionProtection"],
        },
        "a bucket of Lightsail that goes with what is in it": {
            given: shelf({ forceDelete: true }),
            reports: ["forceDelete"],
        },
        "a store of permissions": {
            given: permissions({ deletionProtection: "DISABLED" }),
            reports: ["deletionProtection"],
            weighs: ["medium"],
        },
        "a store of permissions by default": { given: permissions(), reports: ["deletionProtection"] },
        "a secret that is gone at once": {
            given: declare(SecretsManagerSecret, { recoveryWindowInDays: 0 }),
            reports: ["recoveryWindowInDays"],
            weighs: ["low"],
        },
        "a volume of ONTAP": { given: ontap({ skipFinalBackup: true }), reports: ["skipFinalBackup"] },
        "a file system of OpenZFS": { given: zfs({ skipFinalBackup: true }), reports: ["skipFinalBackup"] },
        "a file system of Windows": { given: windows({ skipFinalBackup: true }), reports: ["skipFinalBackup"] },
        "a key that goes soon": {
            given: declare(KmsKey, { deletionWindowInDays: 7 }),
            options: strict,
            reports: ["deletionWindowInDays"],
            weighs: ["low"],
        },
        "a replica of a key that goes soon": {
            given: key({ deletionWindowInDays: 7 }),
            options: strict,
            reports: ["deletionWindowInDays"],
        },
        "a key of one's own making that goes soon": {
            given: declare(KmsExternalKey, { deletionWindowInDays: 14 }),
            options: strict,
            reports: ["deletionWindowInDays"],
        },
    },
    undecided: {
        "protection that is not known yet": {
            given: table({ deletionProtectionEnabled: unknown }),
            awaits: ["deletionProtectionEnabled"],
        },
        "replicas that are not known yet": {
            given: table({ deletionProtectionEnabled: true, replicas: unknown }),
            awaits: ["replicas"],
        },
    },
});
