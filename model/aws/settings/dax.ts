/** Amazon DynamoDB Accelerator. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DaxCluster } from "../types";
import { bad } from "./condition";
import { noneOf, on } from "./good";
import { settings } from "./setting";

export const dax = [
    settings(DaxCluster, "cache", {
        encryptedInTransit: {
            at: (cluster) => cluster.clusterEndpointEncryptionType,
            good: noneOf("NONE"),
            absent: bad,
            fix: 'Set it to "TLS".',
            controls: [fsbp("DynamoDB.7")],
        },
    }),
    settings(DaxCluster, "cache", {
        encryptedAtRest: {
            at: (cluster) => cluster.serverSideEncryption.enabled,
            good: on,
            absent: bad,
            controls: [fsbp("DynamoDB.3")],
        },
    }),
].flat();
