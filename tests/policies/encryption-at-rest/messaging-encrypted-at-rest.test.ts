import { EventArchive, EventBus, EventConnection, Pipe, Schedule, SnsTopic, SqsQueue } from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/messaging-encrypted-at-rest";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const key = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const archive = { eventSourceArn: "arn:aws:events:eu-west-1:111122223333:event-bus/orders" };
const connection = { authorizationType: "API_KEY", authParameters: { apiKey: { key: "x-key", value: unknown } } };
const pipe = { roleArn: "arn:aws:iam::111122223333:role/pipe", source: "a", target: "b" };
const schedule = { scheduleExpression: "rate(1 day)", flexibleTimeWindow: { mode: "OFF" } };

testRule(rule, {
    valid: {
        "a queue that says nothing, encrypted by SQS": { name: "orders" },
        "a queue, switched on": { sqsManagedSseEnabled: true },
        "a queue with a key in place of the switch": { sqsManagedSseEnabled: false, kmsMasterKeyId: "alias/aws/sqs" },
        "a queue with a key not known yet": { sqsManagedSseEnabled: false, kmsMasterKeyId: unknown },
        "a topic, whose disks are encrypted": declare(SnsTopic, { name: "orders" }),
        "a bus": declare(EventBus, { name: "orders" }),

        "a queue's key": { given: declare(SqsQueue, { kmsMasterKeyId: key }), options },
        "a topic's key": { given: declare(SnsTopic, { kmsMasterKeyId: "alias/orders" }), options },
        "a bus's key": { given: declare(EventBus, { name: "orders", kmsKeyIdentifier: key }), options },
        "an archive's key": { given: declare(EventArchive, { ...archive, kmsKeyIdentifier: key }), options },
        "a connection's key": {
            given: declare(EventConnection, { ...connection, kmsKeyIdentifier: key } as Example),
            options,
        },
        "a pipe's key": { given: declare(Pipe, { ...pipe, kmsKeyIdentifier: key }), options },
        "a schedule's key": { given: declare(Schedule, { ...schedule, kmsKeyArn: key } as Example), options },
    },
    invalid: {
        "a queue, switched off": {
            given: { name: "orders", sqsManagedSseEnabled: false },
            reports: ["sqsManagedSseEnabled"],
            weighs: ["medium"],
        },
        "a queue, switched off as text": {
            given: { sqsManagedSseEnabled: "false" as never },
            reports: ["sqsManagedSseEnabled"],
        },
        "a queue, switched off with a key that is none": {
            given: { sqsManagedSseEnabled: false, kmsMasterKeyId: "" },
            reports: ["sqsManagedSseEnabled"],
        },

        "a queue without a key": {
            given: { name: "orders" },
            options,
            reports: ["kmsMasterKeyId"],
            weighs: ["low"],
        },
        "a topic under the key that AWS manages": {
            given: declare(SnsTopic, { kmsMasterKeyId: "alias/aws/sns" }),
            options,
            reports: ["kmsMasterKeyId"],
        },
        "a bus without a key": {
            given: declare(EventBus, { name: "orders" }),
            options,
            reports: ["kmsKeyIdentifier"],
        },
        "an archive without a key": {
            given: declare(EventArchive, archive),
            options,
            reports: ["kmsKeyIdentifier"],
        },
        "a connection without a key": {
            given: declare(EventConnection, connection as Example),
            options,
            reports: ["kmsKeyIdentifier"],
        },
        "a pipe without a key": { given: declare(Pipe, pipe), options, reports: ["kmsKeyIdentifier"] },
        "a schedule without a key": {
            given: declare(Schedule, schedule as Example),
            options,
            reports: ["kmsKeyArn"],
        },
    },
    undecided: {
        "whether it is on": { given: { sqsManagedSseEnabled: unknown }, awaits: ["sqsManagedSseEnabled"] },
    },
});
