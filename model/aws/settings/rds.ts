/** Amazon RDS and Aurora. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import {
    RdsCluster,
    RdsClusterActivityStream,
    RdsClusterInstance,
    RdsClusterSnapshotCopy,
    RdsGlobalCluster,
    RdsInstance,
    RdsInstanceAutomatedBackupsReplication,
    RdsProxy,
    RdsShardGroup,
    RdsSnapshotCopy,
} from "../types";
import { bad, both, either, given, good, inherited, says, switchedOn, unless, when } from "./condition";
import { anything, off, on, ownKey, startingWith } from "./good";
import { keptForDays, ofClusters, protectedDatabase } from "./keeping";
import { type Change, settings } from "./setting";

const auroraEncrypts: Change<{ readonly engine?: string | undefined }> = {
    since: "2026-02-18",
    enforced: true,
    // Multi-AZ DB clusters of RDS are the same type, and no Aurora.
    except: when((cluster) => cluster.engine, "postgres", "mysql"),
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
};

const encrypted = [cis("5.0", "2.2.1"), cis("7.0", "3.2.1")];
const unreachable = [fsbp("RDS.2"), cis("5.0", "2.2.3"), cis("7.0", "3.2.3")];

const insights = {
    absent: "absent, so what Performance Insights keeps of the queries is encrypted with a key that AWS manages",
};
const password = { absent: "absent, so the master password is encrypted with a key that AWS manages" };

export const rds = [
    settings(RdsInstance, "database", {
        encryptedAtRest: {
            at: (db) => db.storageEncrypted,
            good: on,
            absent: either(
                inherited(
                    (db) => db.snapshotIdentifier,
                    (db) => db.restoreToPointInTime,
                ),
                // A source in another region is named by its ARN; its replica needs a key of its own region to be encrypted.
                both(
                    inherited((db) => db.replicateSourceDb),
                    either(
                        given((db) => db.kmsKeyId),
                        unless(says((db) => db.replicateSourceDb, startingWith("arn:"))),
                    ),
                ),
            ),
            controls: [fsbp("RDS.3"), ...encrypted],
        },
    }),
    settings([RdsInstance, RdsClusterInstance], "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good, controls: unreachable },
    }),
    // Whatever is said, the provider asks AWS for no more than this key; an ARN may also name a source of this region.
    settings(RdsInstance, "database", {
        encryptedAtRest: {
            at: (db) => db.kmsKeyId,
            good: anything,
            absent: bad,
            only: both(
                switchedOn((db) => db.storageEncrypted),
                says((db) => db.replicateSourceDb, startingWith("arn:")),
            ),
            severity: "medium",
            says: { absent: "absent, so a replica of another region is not encrypted, whatever storageEncrypted says" },
            fix: "Set it to the ARN of a key of the replica's own region.",
        },
    }),
    settings(RdsCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: either(
                inherited(
                    (cluster) => cluster.replicationSourceIdentifier,
                    (cluster) => cluster.snapshotIdentifier,
                    (cluster) => cluster.restoreToPointInTime,
                ),
                when((cluster) => cluster.engineMode, "serverless"),
            ),
            changed: auroraEncrypts,
            controls: [fsbp("RDS.27")],
        },
    }),
    // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBShardGroup.html
    settings(RdsShardGroup, "database", {
        private: {
            at: (group) => group.publiclyAccessible,
            good: off,
            absent: bad,
            severity: { absent: "low" },
            says: { absent: "absent, so it gets a public address where its VPC has an internet gateway" },
        },
    }),
    // A Multi-AZ DB cluster, of which the provider cannot say it. https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
    settings(RdsCluster, "database", {
        private: {
            at: (cluster) => cluster.dbSubnetGroupName,
            good: anything,
            absent: bad,
            only: both(
                given((cluster) => cluster.dbClusterInstanceClass),
                when((cluster) => cluster.engine, "mysql", "postgres"),
            ),
            severity: "medium",
            says: {
                absent: "absent, so it gets public addresses in the default VPC, whose gateway leads to the internet",
            },
            fix: "Set dbSubnetGroupName to a group of private subnets.",
        },
    }),
    // Its debug log has the text of statements, with the values in them.
    settings(RdsProxy, "database", {
        discreet: { at: (proxy) => proxy.debugLogging, good: off, absent: good, fix: "Leave debugLogging out." },
    }),
    settings(RdsGlobalCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited((cluster) => cluster.sourceDbClusterIdentifier),
            changed: auroraEncrypts,
        },
        protectedFromDeletion: { at: (cluster) => cluster.deletionProtection, ...ofClusters },
    }),
    settings(RdsInstance, "database", {
        upgraded: {
            at: (db) => db.autoMinorVersionUpgrade,
            good: on,
            absent: good,
            controls: [cis("5.0", "2.2.2"), cis("7.0", "3.2.2")],
        },
        // What a replica loses, its source still has.
        protectedFromDeletion: {
            ...protectedDatabase(
                (db) => db.deletionProtection,
                (db) => db.skipFinalSnapshot,
            ),
            only: unless(given((db) => db.replicateSourceDb)),
            controls: [fsbp("RDS.8")],
        },
        recoverable: {
            ...keptForDays(
                (db) => db.backupRetentionPeriod,
                "none",
                given((db) => db.replicateSourceDb),
            ),
            absent: inherited(
                (db) => db.snapshotIdentifier,
                (db) => db.restoreToPointInTime,
            ),
            controls: [fsbp("RDS.11")],
        },
    }),
    settings(RdsClusterInstance, "database", {
        upgraded: { at: (db) => db.autoMinorVersionUpgrade, good: on, absent: good },
    }),
    settings(RdsCluster, "database", {
        upgraded: { at: (db) => db.autoMinorVersionUpgrade, good: on, absent: good },
        protectedFromDeletion: {
            ...protectedDatabase(
                (cluster) => cluster.deletionProtection,
                (cluster) => cluster.skipFinalSnapshot,
            ),
            only: unless(given((cluster) => cluster.replicationSourceIdentifier)),
            controls: [fsbp("RDS.7")],
        },
        recoverable: keptForDays(
            (cluster) => cluster.backupRetentionPeriod,
            "day",
            given((cluster) => cluster.replicationSourceIdentifier),
        ),
    }),
    settings(RdsInstanceAutomatedBackupsReplication, "snapshot", {
        recoverable: keptForDays((replication) => replication.retentionPeriod, "enough"),
    }),
    settings(RdsInstance, "database", {
        customerKey: {
            at: (db) => db.kmsKeyId,
            good: ownKey,
            absent: inherited(
                (db) => db.replicateSourceDb,
                (db) => db.snapshotIdentifier,
                (db) => db.restoreToPointInTime,
            ),
        },
    }),
    settings([RdsInstance, RdsCluster, RdsClusterInstance], "database", {
        customerKey: {
            at: (db) => db.performanceInsightsKmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((db) => db.performanceInsightsEnabled),
            says: insights,
        },
    }),
    settings([RdsInstance, RdsCluster], "database", {
        customerKey: {
            at: (db) => db.masterUserSecretKmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((db) => db.manageMasterUserPassword),
            says: password,
        },
    }),
    settings(RdsCluster, "database", {
        customerKey: {
            at: (cluster) => cluster.kmsKeyId,
            good: ownKey,
            absent: inherited(
                (cluster) => cluster.replicationSourceIdentifier,
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.restoreToPointInTime,
            ),
        },
    }),
    settings(RdsClusterActivityStream, "database", {
        customerKey: { at: (stream) => stream.kmsKeyId, good: ownKey, absent: bad },
    }),
    // Without a key, a copy within the region takes the one of its source.
    settings([RdsSnapshotCopy, RdsClusterSnapshotCopy], "snapshot", {
        customerKey: {
            at: (copy) => copy.kmsKeyId,
            good: ownKey,
            absent: unless(given((copy) => copy.destinationRegion)),
        },
    }),
    settings(RdsInstanceAutomatedBackupsReplication, "snapshot", {
        customerKey: { at: (replication) => replication.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
