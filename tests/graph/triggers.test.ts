import assert from "node:assert/strict";
import {
    EventSourceMapping,
    IotTopicRule,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
    LogSubscriptionFilter,
    Pipe,
    S3BucketNotification,
    Schedule,
    SecretsManagerSecretRotation,
    SnsTopicSubscription,
    StateMachine,
} from "../../model/aws";
import { triggersOf } from "../../model/graph";
import { declare, json, type Program, ref } from "../../pack";
import { graphOf } from "../support/graph";

const role = "arn:aws:iam::111122223333:role/orders";
const arn = ref("orders.arn");
const queue = "arn:aws:sqs:eu-west-1:111122223333:queue";
const topic = "arn:aws:sns:eu-west-1:111122223333:topic";
const functions: Program = {
    orders: declare(LambdaFunction, { role, name: "orders" }),
    other: declare(LambdaFunction, { role, name: "other" }),
};

/** What starts the function `orders`, and how. */
function started(program: Program, unknownOutputs = false): readonly string[] {
    return triggersOf(graphOf({ ...functions, ...program }, unknownOutputs).stack)
        .filter((one) => one.function.name === "orders")
        .map(({ resource, start, when }) => `${resource.name} ${start}${when.is === "yes" ? "" : ` ${when.is}`}`);
}

describe("what starts a function", () => {
    const program: Program = {
        mapping: declare(EventSourceMapping, { eventSourceArn: queue, functionName: ref("orders.name") }),
        pipe: declare(Pipe, { roleArn: role, source: queue, target: arn as never }),
        rotation: declare(SecretsManagerSecretRotation, {
            secretId: "orders",
            rotationLambdaArn: arn as never,
            rotationRules: { automaticallyAfterDays: 30 },
        }),
        subscription: declare(SnsTopicSubscription, { topic, protocol: "lambda", endpoint: arn as never }),
        mail: declare(SnsTopicSubscription, { topic, protocol: "email", endpoint: "orders@example.com" }),
        schedule: declare(Schedule, {
            scheduleExpression: "rate(1 day)",
            flexibleTimeWindow: { mode: "OFF" },
            target: { arn: arn as never, roleArn: role },
        }),
        things: declare(IotTopicRule, {
            enabled: true,
            sql: "SELECT * FROM 'orders'",
            sqlVersion: "2016-03-23",
            lambdas: [{ functionArn: arn as never }],
        }),
        filter: declare(LogSubscriptionFilter, { logGroup: "orders", filterPattern: "", destinationArn: arn as never }),
        url: declare(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType: "AWS_IAM" }),
        workflow: declare(StateMachine, {
            roleArn: role,
            definition: json({ StartAt: "A", States: { A: { Type: "Task", Resource: arn, End: true } } }),
        }),
        elsewhere: declare(LambdaPermission, {
            action: "lambda:InvokeFunction",
            function: ref("orders.name"),
            principal: "s3.amazonaws.com",
        }),
        api: declare(LambdaPermission, {
            action: "lambda:InvokeFunction",
            function: ref("orders.name"),
            principal: "apigateway.amazonaws.com",
        }),
    };
    const all = [
        "elsewhere event",
        "filter event",
        "mapping batch",
        "pipe batch",
        "rotation batch",
        "schedule event",
        "subscription event",
        "things event",
        "url request",
        "workflow batch",
    ];
    it("is told by whatever names it", () => assert.deepEqual([...started(program)].sort(), all));
    it("is told before anything is created", () => assert.deepEqual([...started(program, true)].sort(), all));
    it("is undecided where one of several is named by a value that is not known yet", () => {
        const created: Program = {
            created: declare(S3BucketNotification, {
                bucket: "images",
                lambdaFunctions: ["orders", "other"].map((name) => ({
                    lambdaFunctionArn: ref(`${name}.arn`) as never,
                    events: ["s3:ObjectCreated:*"],
                })),
            }),
        };
        assert.deepEqual(started(created), ["created event"]);
        assert.deepEqual([...new Set(started(created, true))], ["created event undecided"]);
    });
});
