/** Amazon Neptune. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { NeptuneCluster, NeptuneClusterInstance, NeptuneGlobalCluster, NeptuneGraph } from "../types";
import { bad, given, good, inherited, unless } from "./condition";
import { asItsGlobalCluster } from "./global-member";
import { off, on, ownKey } from "./good";
import { keptForDays, ofClusters, protectedDatabase } from "./keeping";
import { settings } from "./setting";

export const neptune = [
    settings(NeptuneCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.replicationSourceIdentifier,
            ),
            milder: {
                when: given((cluster) => cluster.globalClusterIdentifier),
                severity: "low",
                says: asItsGlobalCluster,
            },
            controls: [fsbp("Neptune.1")],
        },
        protectedFromDeletion: {
            ...protectedDatabase(
                (cluster) => cluster.deletionProtection,
                (cluster) => cluster.skipFinalSnapshot,
            ),
            only: unless(given((cluster) => cluster.replicationSourceIdentifier)),
            controls: [fsbp("Neptune.4")],
        },
        recoverable: {
            ...keptForDays(
                (cluster) => cluster.backupRetentionPeriod,
                "day",
                given((cluster) => cluster.replicationSourceIdentifier),
            ),
            controls: [fsbp("Neptune.5")],
        },
    }),
    settings(NeptuneClusterInstance, "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good },
    }),
    settings(NeptuneGlobalCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited((cluster) => cluster.sourceDbClusterIdentifier),
        },
        protectedFromDeletion: { at: (cluster) => cluster.deletionProtection, ...ofClusters },
    }),
    settings(NeptuneGraph, "database", {
        private: { at: (graph) => graph.publicConnectivity, good: off, absent: good },
        // What AWS does where nothing is said, its pages do not tell.
        protectedFromDeletion: {
            at: (graph) => graph.deletionProtection,
            good: on,
            absent: bad,
            severity: { absent: "low" },
        },
    }),
    settings(NeptuneClusterInstance, "database", {
        upgraded: { at: (db) => db.autoMinorVersionUpgrade, good: on, absent: good },
    }),
    settings(NeptuneCluster, "database", {
        customerKey: {
            at: (cluster) => cluster.kmsKeyArn,
            good: ownKey,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.replicationSourceIdentifier,
            ),
        },
    }),
    settings(NeptuneGraph, "database", {
        customerKey: { at: (graph) => graph.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
].flat();
