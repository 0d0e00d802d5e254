import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** Where a database says who signs its certificate. Paths: typings of @pulumi/aws 7.48.0. */
export const authorityPlaces: readonly { readonly type: ResourceType; readonly at: string }[] = [
    { type: types.RdsInstance, at: "caCertIdentifier" },
    { type: types.RdsClusterInstance, at: "caCertIdentifier" },
    { type: types.RdsCluster, at: "caCertificateIdentifier" },
    { type: types.DocDbClusterInstance, at: "caCertIdentifier" },
];

/** Ended in 2020 and 2024: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
export function hasEnded(authority: string): boolean {
    return /^rds-ca-20(?:10|15|19)$/.test(authority);
}
