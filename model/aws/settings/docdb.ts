/** Amazon DocumentDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DocDbCluster, DocDbElasticCluster, DocDbGlobalCluster } from "../types";
import { bad, given, inherited } from "./condition";
import { asItsGlobalCluster } from "./global-member";
import { on, ownKey } from "./good";
import { keptForDays, ofClusters, protectedDatabase } from "./keeping";
import { settings } from "./setting";

export const docdb = [
    settings(DocDbCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.restoreToPointInTime,
            ),
            milder: {
                when: given((cluster) => cluster.globalClusterIdentifier),
                severity: "low",
                says: asItsGlobalCluster,
            },
            controls: [fsbp("DocumentDB.1")],
        },
        protectedFromDeletion: {
            ...protectedDatabase(
                (cluster) => cluster.deletionProtection,
                (cluster) => cluster.skipFinalSnapshot,
            ),
            controls: [fsbp("DocumentDB.5")],
        },
        recoverable: {
            ...keptForDays((cluster) => cluster.backupRetentionPeriod, "day"),
            controls: [fsbp("DocumentDB.2")],
        },
    }),
    settings(DocDbElasticCluster, "database", {
        recoverable: keptForDays((cluster) => cluster.backupRetentionPeriod, "day"),
    }),
    settings(DocDbGlobalCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited((cluster) => cluster.sourceDbClusterIdentifier),
        },
        protectedFromDeletion: { at: (cluster) => cluster.deletionProtection, ...ofClusters },
    }),
    settings(DocDbCluster, "database", {
        customerKey: {
            at: (cluster) => cluster.kmsKeyId,
            good: ownKey,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.restoreToPointInTime,
            ),
        },
    }),
    settings(DocDbElasticCluster, "database", {
        customerKey: { at: (cluster) => cluster.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
