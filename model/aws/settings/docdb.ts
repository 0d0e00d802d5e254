/** Amazon DocumentDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DocDbCluster, DocDbGlobalCluster } from "../types";
import { inherited } from "./condition";
import { on } from "./good";
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
    }),
    settings(DocDbGlobalCluster, "database", {
        encryptedAtRest: {
            at: (cluster) => cluster.storageEncrypted,
            good: on,
            absent: inherited((cluster) => cluster.sourceDbClusterIdentifier),
        },
    }),
].flat();
