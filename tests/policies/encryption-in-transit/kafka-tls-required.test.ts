import { MskCluster, MskConnectConnector } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/kafka-tls-required";
import { testRule } from "../../support/rule-tester";

type Cluster = NonNullable<(typeof MskCluster)["inputs"]>;
type Connector = NonNullable<(typeof MskConnectConnector)["inputs"]>;

const cluster = (inputs: Partial<Example<Cluster>>) =>
    declare(MskCluster, {
        kafkaVersion: "3.9.x",
        numberOfBrokerNodes: 3,
        brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: [], securityGroups: [] },
        clientAuthentication: { sasl: { iam: true } },
        ...inputs,
    });
const connector = (inputs: Partial<Example<Connector>>) =>
    declare(MskConnectConnector, { kafkaconnectVersion: "3.7.x", ...inputs } as Example<Connector>);

const signing = (authenticationType: string) => ({
    kafkaClusterEncryptionInTransit: { encryptionType: "TLS" },
    kafkaClusterClientAuthentication: { authenticationType },
});

/** It names no way to sign in. */
const silent = declare(MskCluster, {
    kafkaVersion: "3.9.x",
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: [], securityGroups: [] },
});

testRule(rule, {
    valid: {
        "no way to sign in": silent,
        "TLS alone, and IAM": cluster({
            encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } },
        }),
        "TLS is the default": cluster({}),
        "TLS is the default where a key alone is named": cluster({
            encryptionInfo: { encryptionAtRestKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/a" },
        }),
        "clients by certificates": cluster({ clientAuthentication: { tls: { certificateAuthorityArns: [unknown] } } }),
        "clients by passwords": cluster({ clientAuthentication: { sasl: { scram: true }, unauthenticated: false } }),
        "a connector with TLS": connector({ kafkaClusterEncryptionInTransit: { encryptionType: "TLS" } }),
        "a connector that does not sign in": connector(signing("NONE")),
        "a connector that signs in, under the strict profile": {
            given: connector(signing("IAM")),
            options: { strictRows: true },
        },
    },
    invalid: {
        "plain text besides": {
            given: cluster({ encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } }),
            reports: ["encryptionInfo.encryptionInTransit.clientBroker"],
            weighs: ["high"],
        },
        "plain text alone": {
            given: cluster({ encryptionInfo: { encryptionInTransit: { clientBroker: "PLAINTEXT" } } }),
            reports: ["encryptionInfo.encryptionInTransit.clientBroker"],
        },
        "plain text between brokers": {
            given: cluster({ encryptionInfo: { encryptionInTransit: { inCluster: "false" as never } } }),
            reports: ["encryptionInfo.encryptionInTransit.inCluster"],
            weighs: ["high"],
        },
        "clients that do not sign in besides": {
            given: cluster({ clientAuthentication: { sasl: { iam: true }, unauthenticated: true } }),
            reports: ["clientAuthentication.unauthenticated"],
            weighs: ["medium"],
        },
        "no way to sign in, under the strict profile": {
            given: silent,
            options: { strictRows: true },
            reports: ["clientAuthentication"],
            weighs: ["low"],
        },
        "a connector that does not sign in, under the strict profile": {
            given: connector(signing("NONE")),
            options: { strictRows: true },
            reports: ["kafkaClusterClientAuthentication.authenticationType"],
            weighs: ["low"],
        },
        "a connector in plain text": {
            given: connector({ kafkaClusterEncryptionInTransit: { encryptionType: "PLAINTEXT" } }),
            reports: ["kafkaClusterEncryptionInTransit.encryptionType"],
        },
        "a connector by default": {
            given: connector({}),
            reports: ["kafkaClusterEncryptionInTransit.encryptionType"],
            weighs: ["high"],
        },
    },
    undecided: {
        "encryption that is not known yet": {
            given: cluster({ encryptionInfo: unknown }),
            awaits: ["encryptionInfo.encryptionInTransit.clientBroker", "encryptionInfo.encryptionInTransit.inCluster"],
        },
    },
});
