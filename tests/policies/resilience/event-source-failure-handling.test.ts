import {
    DynamoDbTable,
    EventSourceMapping,
    EventTarget,
    KinesisStream,
    Pipe,
    Schedule,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
    SqsRedrivePolicy,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/event-source-failure-handling";
import { testRule } from "../../support/rule-tester";

const functionName = "arn:aws:lambda:eu-west-1:111122223333:function:count";
const roleArn = "arn:aws:iam::111122223333:role/orders";
const dead = "arn:aws:sqs:eu-west-1:111122223333:failed";
const onFailure = { destinationConfig: { onFailure: { destinationArn: dead } } };
const mapping = (eventSourceArn: unknown, more: object = {}) =>
    declare(EventSourceMapping, { eventSourceArn, functionName, ...more } as never);
const stream = (more: object): Program => ({
    clicks: declare(KinesisStream, { shardCount: 1 }),
    mapping: mapping(ref("clicks.arn"), more),
});
const table = (more: object): Program => ({
    orders: declare(DynamoDbTable, { hashKey: "id", streamEnabled: true }),
    mapping: mapping(ref("orders.streamArn"), more),
});
const pipe = (parameters: object) =>
    declare(Pipe, {
        roleArn,
        target: functionName,
        source: "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks",
        sourceParameters: { kinesisStreamParameters: { startingPosition: "LATEST", ...parameters } },
    });
const tablePipe = (parameters: object): Program => ({
    orders: declare(DynamoDbTable, { hashKey: "id", streamEnabled: true }),
    pipe: declare(Pipe, {
        roleArn,
        target: functionName,
        source: ref("orders.streamArn"),
        sourceParameters: { dynamodbStreamParameters: { startingPosition: "LATEST", ...parameters } },
    }),
});
const target = (more: object) => declare(EventTarget, { rule: "nightly", arn: functionName, ...more });
const schedule = (more: object) =>
    declare(Schedule, {
        scheduleExpression: "rate(1 day)",
        flexibleTimeWindow: { mode: "OFF" },
        target: { arn: functionName, roleArn, ...more },
    });
const subscription = (protocol: string, more: object = {}) =>
    declare(SnsTopicSubscription, { topic: ref("topic.arn"), protocol, endpoint: functionName, ...more });
const topic = declare(SnsTopic, {});
const redrive = (to: string) => json({ deadLetterTargetArn: ref(to), maxReceiveCount: 5 });
const options = { everySource: true };

testRule(rule, {
    valid: {
        "a stream that is tried without end": stream({}),
        "a table's records that are tried without end": table({
            maximumRetryAttempts: -1,
            maximumRecordAgeInSeconds: -1,
        }),
        "streams with a destination, whatever the limits": {
            given: {
                ...stream({ maximumRetryAttempts: 2, ...onFailure }),
                pipe: pipe({ deadLetterConfig: { arn: dead } }),
            },
            options,
        },
        "targets and schedules as AWS has them": { target: target({}), schedule: schedule({}) },
        "targets and schedules with a destination": {
            given: {
                target: target({ deadLetterConfig: { arn: dead }, retryPolicy: { maximumRetryAttempts: 0 } }),
                schedule: schedule({ deadLetterConfig: { arn: dead } }),
            },
            options,
        },
        "a subscription with a destination, and people": {
            given: {
                topic,
                one: subscription("lambda", { redrivePolicy: json({ deadLetterTargetArn: dead }) }),
                mail: subscription("email"),
            },
            options,
        },
        "a queue with dead letters, and the queue for them": {
            given: {
                failed: declare(SqsQueue, {}),
                queue: declare(SqsQueue, { redrivePolicy: redrive("failed.arn") }),
                mapping: mapping(ref("queue.arn")),
                repair: mapping(ref("failed.arn")),
            },
            options,
        },
        "a queue with dead letters beside it": {
            given: {
                failed: declare(SqsQueue, {}),
                queue: declare(SqsQueue, {}),
                redrive: declare(SqsRedrivePolicy, { queueUrl: ref("queue.id"), redrivePolicy: redrive("failed.arn") }),
                mapping: mapping(ref("queue.arn")),
            },
            options,
        },
        "a queue that no function takes from": { given: { queue: declare(SqsQueue, {}) }, options },
        "a queue, a broker and a cluster of others": {
            given: {
                queue: mapping(dead),
                broker: mapping("arn:aws:mq:eu-west-1:111122223333:broker:orders:b-1234"),
                cluster: mapping("arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1234"),
            },
            options,
        },
    },
    invalid: {
        "a stream whose records are tried twice": {
            given: stream({ maximumRetryAttempts: 2 }),
            reports: ["mapping: destinationConfig.onFailure.destinationArn"],
            weighs: ["medium"],
        },
        "a stream of another stack, in China, tried as text": {
            given: {
                mapping: mapping("arn:aws-cn:kinesis:cn-north-1:111122223333:stream/clicks", {
                    maximumRetryAttempts: "0",
                }),
            },
            reports: ["mapping: destinationConfig.onFailure.destinationArn"],
        },
        "a table's records that are tried for an hour": {
            given: table({ maximumRecordAgeInSeconds: 3600 }),
            reports: ["mapping: destinationConfig.onFailure.destinationArn"],
        },
        "pipes that try thrice": {
            given: { stream: pipe({ maximumRetryAttempts: 3 }), ...tablePipe({ maximumRetryAttempts: 3 }) },
            reports: [
                "pipe: sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn",
                "stream: sourceParameters.kinesisStreamParameters.deadLetterConfig.arn",
            ],
        },
        "targets and schedules that try once": {
            given: {
                target: target({ retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 } }),
                schedule: schedule({ retryPolicy: { maximumRetryAttempts: 0 } }),
            },
            reports: ["schedule: target.deadLetterConfig.arn", "target: deadLetterConfig.arn"],
            weighs: ["medium", "medium"],
        },
        "in the strict profile, attempts that go on": {
            given: { ...stream({}), schedule: schedule({}), target: target({}), topic, one: subscription("sqs") },
            options,
            reports: [
                "mapping: destinationConfig.onFailure.destinationArn",
                "one: redrivePolicy",
                "schedule: target.deadLetterConfig.arn",
                "target: deadLetterConfig.arn",
            ],
            weighs: ["low", "low", "low", "low"],
        },
        "in the strict profile, a stream that is cut short, once": {
            given: stream({ maximumRetryAttempts: 2 }),
            options,
            reports: ["mapping: destinationConfig.onFailure.destinationArn"],
        },
        "in the strict profile, a queue without dead letters": {
            given: { queue: declare(SqsQueue, {}), mapping: mapping(ref("queue.arn")) },
            options,
            reports: ["queue: redrivePolicy"],
        },
    },
    undecided: {
        "a source that is not known yet": {
            given: { mapping: mapping(unknown, { maximumRetryAttempts: 2 }) },
            awaits: ["mapping.eventSourceArn"],
        },
    },
});
