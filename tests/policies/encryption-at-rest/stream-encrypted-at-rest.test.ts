import { FirehoseDeliveryStream, KinesisStream, KinesisVideoStream, MqBroker, MskCluster } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/stream-encrypted-at-rest";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const kmsKeyId = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const firehose = (given: object) =>
    declare(FirehoseDeliveryStream, { destination: "extended_s3", ...given } as Example);
const reading = { kinesisSourceConfiguration: { kinesisStreamArn: unknown, roleArn: "arn:aws:iam::1:role/firehose" } };
const kafka = { clusterName: "orders", kafkaVersion: "3.6.0", numberOfBrokerNodes: 3 };
const broker = { brokerName: "orders", engineType: "RabbitMQ", engineVersion: "3.13", hostInstanceType: "mq.m5.large" };

testRule(rule, {
    valid: {
        "Kinesis's own key": { shardCount: 1, encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
        "a delivery stream": firehose({ serverSideEncryption: { enabled: true } }),
        "a delivery stream that reads from another": firehose(reading),
        "a delivery stream that reads from Kafka": firehose({
            mskSourceConfiguration: { topicName: "orders", mskClusterArn: "arn:aws:kafka:eu-west-1:1:cluster/o/1" },
        }),
        "video, always encrypted": declare(KinesisVideoStream, { name: "door" }),
        "Kafka, always encrypted": declare(MskCluster, kafka as Example),

        "a stream's key": { given: declare(KinesisStream, { encryptionType: "KMS", kmsKeyId }), options },
        "a delivery stream's key": {
            given: firehose({
                serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn: kmsKeyId },
            }),
            options,
        },
        "video's key": { given: declare(KinesisVideoStream, { name: "door", kmsKeyId }), options },
        "Kafka's key": {
            given: declare(MskCluster, {
                ...kafka,
                encryptionInfo: { encryptionAtRestKmsKeyArn: kmsKeyId },
            } as Example),
            options,
        },
        "a broker's key": {
            given: declare(MqBroker, {
                ...broker,
                encryptionOptions: { useAwsOwnedKey: false, kmsKeyId },
            } as Example),
            options,
        },
    },
    invalid: {
        "a delivery stream in a mode that does not use its key": {
            given: firehose({ serverSideEncryption: { enabled: true, keyArn: kmsKeyId } }),
            options,
            reports: ["serverSideEncryption.keyType"],
        },
        "a broker in a mode that does not": {
            given: declare(MqBroker, { ...broker, encryptionOptions: { kmsKeyId } } as Example),
            options,
            reports: ["encryptionOptions.useAwsOwnedKey"],
        },
        "absent, which is NONE": { given: { shardCount: 1 }, reports: ["encryptionType"], weighs: ["high"] },
        "switched off": { given: { encryptionType: "NONE" }, reports: ["encryptionType"] },
        "a delivery stream that takes records itself": {
            given: firehose({}),
            reports: ["serverSideEncryption.enabled"],
            weighs: ["high"],
        },
        "a delivery stream, switched off as text": {
            given: firehose({ serverSideEncryption: { enabled: "false" } }),
            reports: ["serverSideEncryption.enabled"],
        },

        "Kinesis's own key": {
            given: { encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
            options,
            reports: ["kmsKeyId"],
            weighs: ["low"],
        },
        "a delivery stream under AWS's key": {
            given: firehose({ serverSideEncryption: { enabled: true } }),
            options,
            reports: ["serverSideEncryption.keyArn"],
        },
        "video without a key": {
            given: declare(KinesisVideoStream, { name: "door" }),
            options,
            reports: ["kmsKeyId"],
        },
        "Kafka without a key": {
            given: declare(MskCluster, kafka as Example),
            options,
            reports: ["encryptionInfo.encryptionAtRestKmsKeyArn"],
        },
        "a broker without a key": {
            given: declare(MqBroker, broker as Example),
            options,
            reports: ["encryptionOptions.kmsKeyId"],
        },
    },
    undecided: {
        "how it is encrypted": { given: { encryptionType: unknown }, awaits: ["encryptionType"] },
        "whether it is on": {
            given: firehose({ serverSideEncryption: { enabled: unknown } }),
            awaits: ["serverSideEncryption.enabled"],
        },
    },
});
