/** Amazon DynamoDB Accelerator. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DaxCluster } from "../types";
import { bad } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

export const dax = [
    settings(DaxCluster, "cache", {
        encryptedAtRest: {
            at: (cluster) => cluster.serverSideEncryption.enabled,
            good: on,
            absent: bad,
            controls: [fsbp("DynamoDB.3")],
        },
    }),
].flat();
