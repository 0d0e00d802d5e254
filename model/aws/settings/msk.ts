/** Amazon MSK. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { any, isTrue, type Value } from "../../values";
import { MskCluster } from "../types";
import { bad, good } from "./condition";
import { goodWhere, noneOf } from "./good";
import { settings } from "./setting";

const somewhere = goodWhere("a destination that is enabled", (logs: Value) =>
    any(...["cloudwatchLogs", "s3", "firehose"].map((name) => isTrue(logs.get(name).get("enabled"), false))),
);

export const msk = [
    settings(MskCluster, "broker", {
        private: {
            at: (cluster) => cluster.brokerNodeGroupInfo.connectivityInfo.publicAccess.type,
            good: noneOf("SERVICE_PROVIDED_EIPS"),
            absent: good,
            fix: "Set it to DISABLED and reach the brokers from inside the VPC.",
            controls: [fsbp("MSK.4")],
        },
    }),
    settings(MskCluster, "broker", {
        logged: {
            at: (cluster) => cluster.loggingInfo.brokerLogs,
            good: somewhere,
            absent: bad,
            fix: "Set loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } }.",
        },
    }),
].flat();
