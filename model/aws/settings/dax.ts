/** Amazon DynamoDB Accelerator. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DaxCluster } from "../types";
import { bad } from "./condition";
import { noneOf } from "./good";
import { settings } from "./setting";

export const dax = [
    settings(DaxCluster, "cache", {
        encryptedInTransit: {
            at: (cluster) => cluster.clusterEndpointEncryptionType,
            good: noneOf("NONE"),
            absent: bad,
            fix: "Set it to TLS.",
            controls: [fsbp("DynamoDB.7")],
        },
    }),
].flat();
