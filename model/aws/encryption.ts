import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** The switch that encrypts a store at rest. */
export interface EncryptionSwitch {
    readonly type: ResourceType;
    readonly property: string;
    /** Provider major versions whose default is encrypted; with none, absent means unencrypted. */
    readonly encryptedByDefaultFrom?: number;
    /** Properties by which the store is made from another one, whose encryption it takes over where the switch is absent. */
    readonly inherits: readonly string[];
    /** Where absent means encrypted after all: a property and its value. */
    readonly encryptedWhen?: { readonly property: string; readonly value: string };
}

/**
 * Databases and warehouses whose storage is encrypted by a switch of their own. Members of a cluster follow the cluster.
 * Source: documentation of @pulumi/aws 6.83.4 and 7.48.0.
 */
export const databaseEncryption: readonly EncryptionSwitch[] = [
    {
        type: types.RdsInstance,
        property: "storageEncrypted",
        inherits: ["replicateSourceDb", "snapshotIdentifier", "restoreToPointInTime"],
    },
    {
        type: types.RdsCluster,
        property: "storageEncrypted",
        inherits: ["replicationSourceIdentifier", "snapshotIdentifier", "restoreToPointInTime"],
        encryptedWhen: { property: "engineMode", value: "serverless" },
    },
    {
        type: types.DocDbCluster,
        property: "storageEncrypted",
        inherits: ["snapshotIdentifier", "restoreToPointInTime"],
    },
    {
        type: types.NeptuneCluster,
        property: "storageEncrypted",
        inherits: ["snapshotIdentifier", "replicationSourceIdentifier"],
    },
    {
        type: types.RedshiftCluster,
        property: "encrypted",
        encryptedByDefaultFrom: 7,
        inherits: ["snapshotIdentifier", "snapshotArn"],
    },
    { type: types.RdsGlobalCluster, property: "storageEncrypted", inherits: ["sourceDbClusterIdentifier"] },
    { type: types.DocDbGlobalCluster, property: "storageEncrypted", inherits: ["sourceDbClusterIdentifier"] },
    { type: types.NeptuneGlobalCluster, property: "storageEncrypted", inherits: ["sourceDbClusterIdentifier"] },
];
