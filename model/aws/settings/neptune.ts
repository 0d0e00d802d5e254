/** Amazon Neptune. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { NeptuneCluster, NeptuneClusterInstance, NeptuneGlobalCluster, NeptuneGraph } from "../types";
import { bad, good, inherited } from "./condition";
import { off, on, ownKey } from "./good";
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
            controls: [fsbp("Neptune.1")],
        },
        customerKey: {
            at: (cluster) => cluster.kmsKeyArn,
            good: ownKey,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.replicationSourceIdentifier,
            ),
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
    }),
    settings(NeptuneGraph, "database", {
        private: { at: (graph) => graph.publicConnectivity, good: off, absent: good },
        customerKey: { at: (graph) => graph.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
].flat();
