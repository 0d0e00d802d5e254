/** Amazon MSK. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { MskCluster } from "../types";
import { bad, good } from "./condition";
import { noneOf, ownKey } from "./good";
import { settings } from "./setting";

export const msk = [
    settings(MskCluster, "broker", {
        private: {
            at: (cluster) => cluster.brokerNodeGroupInfo.connectivityInfo.publicAccess.type,
            good: noneOf("SERVICE_PROVIDED_EIPS"),
            absent: good,
            fix: "Set it to DISABLED and reach the brokers from inside the VPC.",
            controls: [fsbp("MSK.4")],
        },
        customerKey: { at: (cluster) => cluster.encryptionInfo.encryptionAtRestKmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
