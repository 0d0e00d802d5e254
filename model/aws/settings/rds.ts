/** Amazon RDS and Aurora. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { cis, fsbp } from "../../frameworks";
import {
    RdsCluster,
    RdsClusterInstance,
    RdsGlobalCluster,
    RdsInstance,
    RdsInstanceAutomatedBackupsReplication,
    RdsProxy,
    RdsShardGroup,
} from "../types";
import { either, given, good, inherited, unless, when } from "./condition";
import { off, on } from "./good";
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

export const rds = [
    settings(RdsInstance, "database", {
        encryptedAtRest: {
            at: (db) => db.storageEncrypted,
            good: on,
            absent: inherited(
                (db) => db.replicateSourceDb,
                (db) => db.snapshotIdentifier,
                (db) => db.restoreToPointInTime,
            ),
            controls: [fsbp("RDS.3"), ...encrypted],
        },
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good, controls: unreachable },
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
    settings(RdsClusterInstance, "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good, controls: unreachable },
    }),
    settings(RdsShardGroup, "database", {
        private: { at: (group) => group.publiclyAccessible, good: off, absent: good },
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
].flat();
