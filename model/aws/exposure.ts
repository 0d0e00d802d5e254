import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** The switch that puts a data store on the internet. */
export interface PublicSwitch {
    readonly type: ResourceType;
    /** Dotted path of the property. */
    readonly path: string;
    /** Values that mean public, in lower case. */
    readonly publicValues: readonly string[];
    /** Provider major versions whose default is public. */
    readonly publicByDefaultIn?: readonly number[];
}

/**
 * Data stores with a switch for public access; absent means private but where said. (An Aurora cluster has none: its
 * instances have.) Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0.
 */
export const publicSwitches: readonly PublicSwitch[] = [
    { type: types.RdsInstance, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.RdsClusterInstance, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.RdsShardGroup, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.NeptuneClusterInstance, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.NeptuneGraph, path: "publicConnectivity", publicValues: ["true"] },
    { type: types.RedshiftCluster, path: "publiclyAccessible", publicValues: ["true"], publicByDefaultIn: [5, 6] },
    { type: types.RedshiftServerlessWorkgroup, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.MqBroker, path: "publiclyAccessible", publicValues: ["true"] },
    { type: types.TimestreamInfluxDb, path: "publiclyAccessible", publicValues: ["true"] },
    {
        type: types.MskCluster,
        path: "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
        publicValues: ["service_provided_eips"],
    },
    { type: types.DmsReplicationInstance, path: "publiclyAccessible", publicValues: ["true"] },
];
