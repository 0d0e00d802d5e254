import {
    BackupSelection,
    DocDbCluster,
    DocDbElasticCluster,
    DynamoDbTable,
    DynamoDbTableReplica,
    EfsBackupPolicy,
    EfsFileSystem,
    ElastiCacheCluster,
    ElastiCacheReplicationGroup,
    ElastiCacheServerlessCache,
    FsxOntapFileSystem,
    FsxOpenZfsFileSystem,
    FsxWindowsFileSystem,
    KeyspacesTable,
    LightsailDatabase,
    MemoryDbCluster,
    NeptuneCluster,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsInstanceAutomatedBackupsReplication,
    RedshiftCluster,
    S3Bucket,
    S3BucketV2,
    S3BucketVersioning,
    S3BucketVersioningV2,
} from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/data-recovery-enabled";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const of =
    <T>(type: Parameters<typeof declare<T>>[0], given: Example<T>) =>
    (inputs: Example<T> = {}) =>
        declare(type, { ...given, ...inputs });

const versions = (status: string, bucket: unknown = ref("assets.id")) =>
    declare(S3BucketVersioning, { bucket: bucket as string, versioningConfiguration: { status } });
const older = (status: string) =>
    declare(S3BucketVersioningV2, { bucket: ref("assets.id"), versioningConfiguration: { status } });
const assets = declare(S3Bucket, { bucket: "assets" });
const table = of(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const replica = of(DynamoDbTableReplica, { globalTableArn: "arn:aws:dynamodb:us-east-1:111122223333:table/orders" });
const database = of(RdsInstance, { engine: "postgres", instanceClass: "db.t4g.medium" });
const cluster = of(RdsCluster, { engine: "aurora-postgresql" });
const copies = of(RdsInstanceAutomatedBackupsReplication, {
    sourceDbInstanceArn: "arn:aws:rds:eu-west-1:111122223333:db:orders",
});
const documents = of(DocDbElasticCluster, { adminUserName: "app", authType: "SECRET_ARN", shardCapacity: 2 });
const warehouse = of(RedshiftCluster, { clusterIdentifier: "orders", nodeType: "ra3.large" });
const lightsail = of(LightsailDatabase, { relationalDatabaseName: "orders", blueprintId: "postgres_16" });
const keyspace = of(KeyspacesTable, { keyspaceName: "orders", tableName: "orders" });
const group = of(ElastiCacheReplicationGroup, { description: "sessions" });
const memory = of(MemoryDbCluster, { nodeType: "db.t4g.small", aclName: "app" });
const ontap = of(FsxOntapFileSystem, { deploymentType: "SINGLE_AZ_1", preferredSubnetId: "subnet-0a1b2c3d" });
const zfs = of(FsxOpenZfsFileSystem, { deploymentType: "SINGLE_AZ_2", throughputCapacity: 160 });
const windows = of(FsxWindowsFileSystem, { throughputCapacity: 16 });

const files = of(EfsFileSystem, { encrypted: true });
const backups = (status: string) =>
    declare(EfsBackupPolicy, { fileSystemId: ref("files.id"), backupPolicy: { status } });
const allTables = "arn:aws:dynamodb:*:*:table/*";

const selection = (inputs: Partial<Example<NonNullable<(typeof BackupSelection)["inputs"]>>>) =>
    declare(BackupSelection, { planId: "plan-1", iamRoleArn: "arn:aws:iam::111122223333:role/backup", ...inputs });
const tagged = database({ tags: { backup: "daily" } });
const byTag = { type: "STRINGEQUALS", key: "backup", value: "daily" };

testRule(rule, {
    valid: {
        "copied by AWS Backup, by name": { orders: table(), selection: selection({ resources: [ref("orders.arn")] }) },
        "copied by AWS Backup, by a tag": { orders: tagged, selection: selection({ selectionTags: [byTag] }) },
        "copied by AWS Backup with all tables": { orders: table(), selection: selection({ resources: [allTables] }) },
        "copied by AWS Backup with everything but others": {
            orders: cluster(),
            selection: selection({ resources: ["*"], notResources: [allTables] }),
        },
        "a file system": { files: files(), backups: backups("ENABLED") },
        "a file system in one zone, which EFS backs up by itself": files({ availabilityZoneName: "eu-west-1a" }),
        "a file system that AWS Backup copies": { files: files(), selection: selection({ resources: ["*"] }) },
        "copied by AWS Backup with everything": { orders: cluster(), selection: selection({ resources: ["*"] }) },
        "copied by AWS Backup with everything that has a tag": {
            orders: tagged,
            selection: selection({
                resources: ["*"],
                conditions: { stringEquals: [{ key: "aws:ResourceTag/backup", value: "daily" }] } as never,
            }),
        },
        "versions, said in the bucket": declare(S3Bucket, { versioning: { enabled: true } }),
        "versions, said by a companion": { assets, versions: versions("Enabled") },
        "versions, said by a companion that names it": { assets, versions: versions("Enabled", "assets") },
        "versions, said by a companion of version 6": { assets, versions: older("Enabled") },
        "versions of the older type, said by a companion": {
            assets: declare(S3BucketV2, { bucket: "assets" }),
            versions: versions("Enabled"),
        },
        "versions of the older type": declare(S3BucketV2, { versionings: [{ enabled: "true" as never }] }),
        "versions of a bucket with object lock": declare(S3Bucket, { objectLockEnabled: true }),
        "the same, as it was said before": declare(S3BucketV2, {
            objectLockConfiguration: { objectLockEnabled: "Enabled" },
        }),
        "a bucket in development": { given: assets, stack: "dev" },
        "a table": table({ pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 14 } }),
        "a table with replicas": table({
            pointInTimeRecovery: { enabled: true },
            replicas: [{ regionName: "eu-west-1", pointInTimeRecovery: true }],
        }),
        "a replica of its own": replica({ pointInTimeRecovery: true }),
        "an instance": database({ backupRetentionPeriod: 14 }),
        "an instance, for a week, as text": database({ backupRetentionPeriod: "7" as never }),
        "a replica, whose source is backed up": database({ replicateSourceDb: "orders", backupRetentionPeriod: 0 }),
        "made of a snapshot, whose days it takes over": database({ snapshotIdentifier: "orders-final" }),
        "copies of backups, for a week by default": copies(),
        "copies of backups": copies({ retentionPeriod: 14 }),
        "a cluster": cluster({ backupRetentionPeriod: 7 }),
        "a replica of a cluster": cluster({ replicationSourceIdentifier: "orders" }),
        "a member, which follows its cluster": declare(RdsClusterInstance, {
            clusterIdentifier: "orders",
            engine: "aurora-postgresql",
            instanceClass: "db.r6g.large",
        }),
        DocumentDB: declare(DocDbCluster, { backupRetentionPeriod: 7 }),
        "DocumentDB, elastic": documents({ backupRetentionPeriod: 7 }),
        Neptune: declare(NeptuneCluster, { backupRetentionPeriod: 7 }),
        "a warehouse": warehouse({ automatedSnapshotRetentionPeriod: 7 }),
        "a database of Lightsail": lightsail({ backupRetentionEnabled: true }),
        "a table of Keyspaces": keyspace({ pointInTimeRecovery: { status: "ENABLED" } }),
        "a cache": group({ snapshotRetentionLimit: 1 }),
        "a node of Redis": declare(ElastiCacheCluster, { engine: "redis", snapshotRetentionLimit: 1 }),
        "Memcached, which has no snapshots": declare(ElastiCacheCluster, { engine: "memcached" }),
        "a member of a group": declare(ElastiCacheCluster, { engine: "redis", replicationGroupId: "sessions" }),
        "a serverless cache": declare(ElastiCacheServerlessCache, { engine: "valkey", snapshotRetentionLimit: 1 }),
        "a serverless Memcached": declare(ElastiCacheServerlessCache, { engine: "memcached" }),
        MemoryDB: memory({ snapshotRetentionLimit: 7 }),
        ONTAP: ontap({ automaticBackupRetentionDays: 30 }),
        OpenZFS: zfs({ automaticBackupRetentionDays: 7 }),
        "Windows, by default": windows(),
        Windows: windows({ automaticBackupRetentionDays: 30 }),
    },
    invalid: {
        "a bucket without versions": { given: assets, reports: ["versioning.enabled"], weighs: ["medium"] },
        "copied with everything, but for its kind": {
            given: { orders: table(), selection: selection({ resources: ["*"], notResources: [allTables] }) },
            reports: ["orders: pointInTimeRecovery.enabled"],
        },
        "copied with all of another kind": {
            given: { orders: database(), selection: selection({ resources: [allTables] }) },
            reports: ["orders: backupRetentionPeriod"],
        },
        "a file system without backups": { given: { files: files() }, reports: ["files: "], weighs: ["medium"] },
        "a file system whose backups are switched off: once, at what says so": {
            given: { files: files(), backups: backups("DISABLED") },
            reports: ["backups: backupPolicy.status"],
        },
        "a bucket in development, under the strict profile": {
            given: assets,
            stack: "dev",
            options: { everyStack: true },
            reports: ["versioning.enabled"],
        },
        "another bucket's versions": {
            given: { assets, other: declare(S3Bucket, { bucket: "other" }), versions: versions("Enabled") },
            reports: ["other: versioning.enabled"],
        },
        "versions that are kept no more: once, at what says so": {
            given: { assets, versions: versions("Suspended") },
            reports: ["versions: versioningConfiguration.status"],
        },
        "the same in version 6": {
            given: { assets, versions: older("Suspended") },
            reports: ["versions: versioningConfiguration.status"],
        },
        "a bucket of version 6": {
            given: declare(S3BucketV2, { bucket: "assets" }),
            reports: ["versionings[0].enabled"],
        },
        "a table by default": { given: table(), reports: ["pointInTimeRecovery.enabled"], weighs: ["medium"] },
        "a table for a day": {
            given: table({ pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 1 } }),
            reports: ["pointInTimeRecovery.recoveryPeriodInDays"],
            weighs: ["low"],
        },
        "one replica of a table": {
            given: table({ pointInTimeRecovery: { enabled: true }, replicas: [{ regionName: "eu-west-1" }] }),
            reports: ["replicas[0].pointInTimeRecovery"],
        },
        "a replica of its own": { given: replica(), reports: ["pointInTimeRecovery"] },
        "an instance by default": { given: database(), reports: ["backupRetentionPeriod"], weighs: ["medium"] },
        "an instance without backups": {
            given: database({ backupRetentionPeriod: 0 }),
            reports: ["backupRetentionPeriod"],
            weighs: ["medium"],
        },
        "an instance made of a snapshot, without backups": {
            given: database({ snapshotIdentifier: "orders-final", backupRetentionPeriod: "0" as never }),
            reports: ["backupRetentionPeriod"],
        },
        "an instance with too few": {
            given: database({ backupRetentionPeriod: 3 }),
            reports: ["backupRetentionPeriod"],
            weighs: ["low"],
        },
        "copies of backups, too few": { given: copies({ retentionPeriod: 1 }), reports: ["retentionPeriod"] },
        "a cluster by default, which is for a day": {
            given: cluster(),
            reports: ["backupRetentionPeriod"],
            weighs: ["low"],
        },
        DocumentDB: { given: declare(DocDbCluster, {}), reports: ["backupRetentionPeriod"], weighs: ["low"] },
        "DocumentDB, elastic": { given: documents(), reports: ["backupRetentionPeriod"] },
        Neptune: {
            given: declare(NeptuneCluster, { backupRetentionPeriod: 1 }),
            reports: ["backupRetentionPeriod"],
            weighs: ["low"],
        },
        "a warehouse without snapshots": {
            given: warehouse({ automatedSnapshotRetentionPeriod: 0 }),
            reports: ["automatedSnapshotRetentionPeriod"],
            weighs: ["medium"],
        },
        "a database of Lightsail": {
            given: lightsail({ backupRetentionEnabled: false }),
            reports: ["backupRetentionEnabled"],
        },
        "a table of Keyspaces by default": { given: keyspace(), reports: ["pointInTimeRecovery.status"] },
        "a cache": { given: group(), reports: ["snapshotRetentionLimit"], weighs: ["low"] },
        "a node of Redis": {
            given: declare(ElastiCacheCluster, { engine: "redis", snapshotRetentionLimit: 0 }),
            reports: ["snapshotRetentionLimit"],
            weighs: ["low"],
        },
        "a serverless cache": {
            given: declare(ElastiCacheServerlessCache, { engine: "redis" }),
            reports: ["snapshotRetentionLimit"],
        },
        MemoryDB: { given: memory(), reports: ["snapshotRetentionLimit"], weighs: ["medium"] },
        ONTAP: { given: ontap(), reports: ["automaticBackupRetentionDays"] },
        OpenZFS: { given: zfs({ automaticBackupRetentionDays: 0 }), reports: ["automaticBackupRetentionDays"] },
        Windows: {
            given: windows({ automaticBackupRetentionDays: 1 }),
            reports: ["automaticBackupRetentionDays"],
            weighs: ["low"],
        },
        "copied by nobody: another table is": {
            given: {
                orders: table(),
                other: table(),
                selection: selection({ resources: [ref("other.arn")] }),
            },
            reports: ["orders: pointInTimeRecovery.enabled"],
        },
        "copied by nobody: it has another tag": {
            given: {
                orders: database({ tags: { backup: "weekly" } }),
                selection: selection({ selectionTags: [byTag] }),
            },
            reports: ["orders: backupRetentionPeriod"],
        },
        "copied by nobody: it has no tag that is asked for": {
            given: {
                orders: database(),
                selection: selection({
                    resources: ["*"],
                    conditions: { stringEquals: [{ key: "aws:ResourceTag/backup", value: "daily" }] } as never,
                }),
            },
            reports: ["orders: backupRetentionPeriod"],
        },
        "a bucket, which AWS Backup asks for versions first": {
            given: { assets, selection: selection({ resources: ["*"] }) },
            reports: ["assets: versioning.enabled"],
        },
        "what only the provider knows: nobody has given it": {
            given: { assets: declare(S3Bucket, { versioning: computed } as never) },
            reports: ["assets: versioning.enabled"],
        },
    },
    undecided: {
        "a selection by a tag that is not known yet": {
            given: {
                orders: database({ tags: { backup: unknown } }),
                selection: selection({ selectionTags: [byTag] }),
            },
            awaits: ["orders.tags.backup"],
        },
        "a selection whose conditions nobody reads here": {
            given: {
                orders: tagged,
                selection: selection({
                    resources: ["*"],
                    conditions: { stringLikes: [{ key: "aws:ResourceTag/backup", value: "dai*" }] } as never,
                }),
            },
            awaits: ["selection.conditions.stringLikes"],
        },
        "a selection of what is not known yet": {
            given: { orders: table(), selection: selection({ resources: [unknown] }) },
            awaits: ["selection.resources[0]"],
        },
        "versions of a bucket that is not known yet": {
            given: { assets, versions: versions("Enabled", unknown) },
            awaits: ["versions.bucket"],
        },
        "versions that depend on another resource": {
            given: {
                assets: declare(S3Bucket, { versioning: { enabled: ref("other.forceDestroy") } as never }),
                other: declare(S3Bucket, { versioning: { enabled: true }, forceDestroy: unknown }),
            },
            awaits: ["assets.versioning.enabled"],
        },
    },
});
