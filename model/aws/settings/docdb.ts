/** Amazon DocumentDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DocDbCluster, DocDbElasticCluster, DocDbGlobalCluster } from "../types";
import { bad, inherited } from "./condition";
import { on, ownKey } from "./good";
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
            controls: [fsbp("DocumentDB.1")],
        },
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
    settings(DocDbGlobalCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited((cluster) => cluster.sourceDbClusterIdentifier),
        },
    }),
].flat();
