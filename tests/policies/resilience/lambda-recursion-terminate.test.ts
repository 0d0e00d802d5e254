import {
    DynamoDbTable,
    EventSourceMapping,
    IamRole,
    IamRolePolicy,
    KinesisStream,
    LambdaFunction,
    LambdaFunctionRecursionConfig,
    S3Bucket,
    S3BucketNotification,
    S3BucketV2,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
} from "../../../model/aws";
import { declare, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/resilience/lambda-recursion-terminate";
import { testRule } from "../../support/rule-tester";

const allowed = (...statements: readonly object[]): Program => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
    resize: declare(LambdaFunction, { role: ref("role.arn"), handler: "index.handler", runtime: "nodejs22.x" }),
});
const created = (filter: object = {}, events: readonly string[] = ["s3:ObjectCreated:*"]): Program => ({
    images: declare(S3Bucket, {}),
    created: declare(S3BucketNotification, {
        bucket: ref("images.id"),
        lambdaFunctions: [{ lambdaFunctionArn: ref("resize.arn"), events, ...filter }],
    }),
});
const writes = (below: string, Action = "s3:PutObject") => ({ Action, Resource: ref("images.arn", "", below) });
const mapping = (from: string, more: object = {}) =>
    declare(EventSourceMapping, { eventSourceArn: ref(from), functionName: ref("resize.arn"), ...more });
const queue: Program = { queue: declare(SqsQueue, {}), mapping: mapping("queue.arn") };
const topic: Program = {
    topic: declare(SnsTopic, {}),
    subscription: declare(SnsTopicSubscription, {
        topic: ref("topic.arn"),
        protocol: "lambda",
        endpoint: ref("resize.arn"),
    }),
};
const toQueue = declare(SnsTopicSubscription, {
    topic: ref("topic.arn"),
    protocol: "sqs",
    endpoint: ref("queue.arn"),
});
const relayed = (list: "queues" | "topics", one: object): Program => ({
    images: declare(S3Bucket, {}),
    created: declare(S3BucketNotification, {
        bucket: ref("images.id"),
        [list]: [{ events: ["s3:ObjectCreated:*"], ...one }],
    }),
});
const recursion = (recursiveLoop: unknown, functionName: unknown = "orders"): Program => ({
    recursion: declare(LambdaFunctionRecursionConfig, { functionName, recursiveLoop } as never),
});
const notified = "created: lambdaFunctions[0].lambdaFunctionArn";

testRule(rule, {
    valid: {
        "below another prefix": { ...allowed(writes("/small/*")), ...created({ filterPrefix: "uploads/" }) },
        "with another ending": { ...allowed(writes("/*.png")), ...created({ filterSuffix: ".jpg" }) },
        "reads of the bucket": { ...allowed(writes("/*", "s3:GetObject")), ...created() },
        "deletions, which end by themselves": {
            ...allowed(writes("/*", "s3:DeleteObject")),
            ...created({}, ["s3:ObjectRemoved:*"]),
        },
        "writes, where deletions start it": { ...allowed(writes("/*")), ...created({}, ["s3:ObjectRemoved:Delete"]) },
        "another topic than the one that feeds the queue": {
            ...allowed({ Action: "sns:Publish", Resource: ref("other.arn") }),
            ...queue,
            topic: declare(SnsTopic, {}),
            other: declare(SnsTopic, {}),
            toQueue,
        },
        "a queue that is told of another prefix": {
            ...allowed(writes("/small/*")),
            ...queue,
            ...relayed("queues", { queueArn: ref("queue.arn"), filterPrefix: "uploads/" }),
        },
        "another bucket": {
            ...allowed({ Action: "s3:PutObject", Resource: ref("small.arn", "", "/*") }),
            ...created(),
            small: declare(S3Bucket, {}),
        },
        "whatever there is, which is another policy's finding": {
            ...allowed({ Action: "s3:*", Resource: "*" }, { Action: "sqs:SendMessage", Resource: "*" }),
            ...created(),
            ...queue,
        },
        "a write that is denied": {
            ...allowed(writes("/*"), { Effect: "Deny", ...writes("/uploads/*") }),
            ...created({ filterPrefix: "uploads/" }),
        },
        "a queue that is read, and another that is written": {
            ...allowed(
                { Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource: ref("queue.arn") },
                { Action: "sqs:SendMessage", Resource: ref("next.arn") },
            ),
            ...queue,
            next: declare(SqsQueue, {}),
        },
        "a table whose own changes are filtered out": {
            ...allowed({ Action: "dynamodb:UpdateItem", Resource: ref("orders.arn") }),
            orders: declare(DynamoDbTable, { hashKey: "id", streamEnabled: true }),
            mapping: mapping("orders.streamArn", { filterCriteria: { filters: [{ pattern: "{}" }] } }),
        },
        "a function that Lambda stops": recursion("Terminate"),
    },
    invalid: {
        "loops that are allowed": {
            given: recursion("Allow"),
            reports: ["recursion: recursiveLoop"],
            weighs: ["medium"],
        },
        "anywhere in the bucket that starts it": {
            given: { ...allowed(writes("/*")), ...created({ filterPrefix: "uploads/" }) },
            reports: [notified],
            weighs: ["low"],
        },
        "below the prefix that starts it": {
            given: { ...allowed(writes("/uploads/small/*")), ...created({ filterPrefix: "uploads/" }) },
            reports: [notified],
        },
        "with the ending that starts it, among other events": {
            given: {
                ...allowed(writes("/*")),
                ...created({ filterSuffix: ".jpg" }, ["s3:ObjectRemoved:*", "s3:ObjectCreated:Put"]),
            },
            reports: [notified],
        },
        "in a bucket of the provider's sixth version": {
            given: { ...allowed(writes("/*")), ...created(), images: declare(S3BucketV2, {}) },
            reports: [notified],
        },
        "tags that start it": {
            given: { ...allowed(writes("/*", "s3:PutObjectTagging")), ...created({}, ["s3:ObjectTagging:*"]) },
            reports: [notified],
        },
        "a loop that the function allows": {
            given: {
                ...allowed(writes("/*")),
                ...created(),
                ...recursion("Allow", ref("resize.name")),
            },
            reports: [notified, "recursion: recursiveLoop"],
            weighs: ["medium", "medium"],
        },
        "back to the queue": {
            given: { ...allowed({ Action: "sqs:SendMessage", Resource: ref("queue.arn") }), ...queue },
            reports: ["mapping: functionName"],
            weighs: ["low"],
        },
        "to the topic that feeds the queue": {
            given: {
                ...allowed({ Action: "sns:Publish", Resource: ref("topic.arn") }),
                ...queue,
                topic: declare(SnsTopic, {}),
                toQueue,
            },
            reports: ["mapping: functionName"],
            weighs: ["low"],
        },
        "to the bucket that tells the queue": {
            given: {
                ...allowed(writes("/*")),
                ...queue,
                ...relayed("queues", { queueArn: ref("queue.arn") }),
            },
            reports: ["mapping: functionName"],
        },
        "to the bucket that tells the topic that feeds the queue": {
            given: {
                ...allowed(writes("/*")),
                ...queue,
                topic: declare(SnsTopic, {}),
                toQueue,
                ...relayed("topics", { topicArn: ref("topic.arn") }),
            },
            reports: ["mapping: functionName"],
        },
        "back to the topic": {
            given: { ...allowed({ Action: "sns:Publish", Resource: ref("topic.arn") }), ...topic },
            reports: ["subscription: endpoint"],
            weighs: ["low"],
        },
        "back to the table, and to the stream, where nothing ends it": {
            given: {
                ...allowed(
                    { Action: "dynamodb:UpdateItem", Resource: ref("orders.arn") },
                    { Action: "kinesis:PutRecord*", Resource: ref("clicks.arn") },
                ),
                orders: declare(DynamoDbTable, { hashKey: "id", streamEnabled: true }),
                clicks: declare(KinesisStream, { shardCount: 1 }),
                changes: mapping("orders.streamArn"),
                mapping: mapping("clicks.arn"),
            },
            reports: ["changes: functionName", "mapping: functionName"],
            weighs: ["medium", "medium"],
        },
    },
    undecided: {
        "whether loops are allowed is not known yet": {
            given: recursion(unknown),
            awaits: ["recursion.recursiveLoop"],
        },
        "a prefix that is not known yet": {
            given: { ...allowed(writes("/uploads/*")), ...created({ filterPrefix: unknown }) },
            awaits: ["created.lambdaFunctions[0].filterPrefix"],
        },
    },
});
