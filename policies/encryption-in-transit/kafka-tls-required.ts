import { MskCluster } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

const cluster = {
    kafkaVersion: "3.9.x",
    numberOfBrokerNodes: 3,
    brokerNodeGroupInfo: { instanceType: "kafka.m7g.large", clientSubnets: ["subnet-0a1b2c3d"], securityGroups: [] },
    clientAuthentication: { sasl: { iam: true } },
};

export default defineSettingRule({
    id: "kafka-tls-required",
    topic: "encryptedInTransit",
    of: ["broker"],
    severity: "high",
    frameworks: [cwe(319), cwe(306), owasp(3)],
    title: "Kafka takes TLS alone, and clients that sign in.",
    why: "Whoever is on the way reads and changes events in plain text, and whoever reaches a broker that asks nobody reads and writes every topic.",
    fix: 'Set it to "TLS".',
    sources: [
        "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
        "https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html",
        "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect-connectors.html",
    ],
    absent: "absent, so plain text passes",
    otherwise: "plain text passes",
    also: {
        topic: "authenticated",
        severity: "medium",
        absent: "absent, so whoever reaches the brokers reads and writes every topic",
        otherwise: "true, so whoever reaches the brokers reads and writes every topic",
        fix: "Leave it out and set clientAuthentication.sasl.iam to true.",
    },
    example: MskCluster,
    bad: { ...cluster, encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } },
    good: { ...cluster, encryptionInfo: { encryptionInTransit: { clientBroker: "TLS" } } },
});
