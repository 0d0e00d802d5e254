/** Amazon MSK. MSK Serverless and MSK Replicator use TLS alone. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { any, isTrue, type Value } from "../../values";
import { MskCluster, MskConnectConnector } from "../types";
import { bad, good } from "./condition";
import { anything, goodWhere, noneOf, off, on, ownKey } from "./good";
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
            fix: 'Set it to "DISABLED", and reach the brokers from inside the VPC.',
            controls: [fsbp("MSK.4")],
        },
        logged: {
            at: (cluster) => cluster.loggingInfo.brokerLogs,
            good: somewhere,
            absent: bad,
            fix: "Set loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } }.",
        },
        encryptedInTransit: {
            at: (cluster) => cluster.encryptionInfo.encryptionInTransit.clientBroker,
            good: noneOf("TLS_PLAINTEXT", "PLAINTEXT"),
            absent: good,
            says: { otherwise: "takes plain text, so whoever is on the way reads what clients send and get" },
            fix: 'Set it to "TLS", or leave it out.',
        },
        authenticated: {
            at: (cluster) => cluster.clientAuthentication.unauthenticated,
            good: off,
            absent: good,
            controls: [fsbp("MSK.6")],
        },
    }),
    settings(MskCluster, "broker", {
        encryptedInTransit: {
            at: (cluster) => cluster.encryptionInfo.encryptionInTransit.inCluster,
            good: on,
            absent: good,
            says: { otherwise: "false, so what passes between the brokers is plain text" },
            fix: "Set it to true, or leave it out.",
            controls: [fsbp("MSK.1")],
        },
        // A cluster that names no way to sign in has been seen to let clients in without; no page of AWS says so.
        authenticated: {
            at: (cluster) => cluster.clientAuthentication,
            good: anything,
            absent: bad,
            profile: "strict",
            severity: "low",
            says: { absent: "absent, so no way to sign in is named, and clients may come in without" },
            fix: "Set it to { sasl: { iam: true } }.",
        },
    }),
    settings(MskConnectConnector, "broker", {
        encryptedInTransit: {
            at: (connector) => connector.kafkaClusterEncryptionInTransit.encryptionType,
            good: noneOf("PLAINTEXT"),
            absent: bad,
            says: {
                absent: "absent, so the connector speaks to the brokers in plain text",
                otherwise: "plain text, so whoever is on the way reads what the connector sends and gets",
            },
            fix: 'Set it to "TLS".',
            controls: [fsbp("MSK.3")],
        },
        authenticated: {
            at: (connector) => connector.kafkaClusterClientAuthentication.authenticationType,
            good: noneOf("NONE"),
            absent: bad,
            profile: "strict",
            severity: "low",
            says: {
                absent: "absent, which is NONE, so the brokers must let it in without asking who it is",
                otherwise: "NONE, so the brokers must let it in without asking who it is",
            },
            fix: "Set it to IAM, and allow the role kafka-cluster:Connect and what else it does.",
        },
    }),
    settings(MskCluster, "broker", {
        customerKey: { at: (cluster) => cluster.encryptionInfo.encryptionAtRestKmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
