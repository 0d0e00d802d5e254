import assert from "node:assert/strict";
import {
    EventRule,
    EventTarget,
    KinesisStream,
    LambdaFunction,
    MetricAlarm,
    Pipe,
    type ResourceType,
    S3Bucket,
    S3BucketNotification,
    Schedule,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
    StateMachine,
} from "../../model/aws";
import { invocationsOf } from "../../model/graph";
import { declare, json, type Program, ref, unknown } from "../../pack";
import { graphOf, told } from "../support/graph";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const role = "arn:aws:iam::111122223333:role/orders";
const called: Program = {
    orders: of(LambdaFunction, { role, name: "orders" }),
    queue: of(SqsQueue, { name: "queue" }),
    topic: of(SnsTopic, { name: "topic" }),
    bucket: of(S3Bucket, {}),
    stream: of(KinesisStream, {}),
    rule: of(EventRule, { name: "rule" }),
};
const machine = (states: object) => of(StateMachine, { roleArn: role, definition: json({ States: states }) });

/** What calls whom, as which service, and for what. */
const CASES: Readonly<Record<string, readonly [Program, readonly string[]]>> = {
    "a topic's queue": [
        { it: of(SnsTopicSubscription, { topic: ref("topic.arn"), protocol: "sqs", endpoint: ref("queue.arn") }) },
        ["it → queue as sns for topic"],
    ],
    "what a bucket tells": [
        {
            it: of(S3BucketNotification, {
                bucket: ref("bucket.id"),
                queues: [{ queueArn: ref("queue.arn"), events: [] }],
            }),
        },
        ["it → queue as s3 for bucket"],
    ],
    "a rule's stream": [
        { it: of(EventTarget, { rule: ref("rule.name"), arn: ref("stream.arn"), roleArn: role }) },
        ["it → stream as events for rule, or under a role"],
    ],
    "an alarm's topic": [
        { it: of(MetricAlarm, { alarmActions: [ref("topic.arn")] }) },
        ["it → topic as cloudwatch for it"],
    ],
    "an alarm's function": [
        { it: of(MetricAlarm, { okActions: [ref("orders.arn")] }) },
        ["it → orders as lambda.alarms.cloudwatch for it"],
    ],
    "a schedule's queue": [
        { it: of(Schedule, { target: { arn: ref("queue.arn"), roleArn: role } }) },
        ["it → queue under a role for it"],
    ],
    "a pipe's state machine": [
        {
            it: of(Pipe, { source: "arn:aws:sqs:eu-west-1:111122223333:in", target: ref("steps.arn") }),
            steps: machine({}),
        },
        ["it → steps under a role for it"],
    ],
    "a task that names its function as a resource": [
        { it: machine({ One: { Type: "Task", Resource: ref("orders.arn") } }) },
        ["it → orders under a role for it"],
    ],
    "tasks that hand over a function and a queue": [
        {
            it: machine({
                One: {
                    Type: "Map",
                    ItemProcessor: {
                        States: {
                            Two: {
                                Type: "Task",
                                Resource: "arn:aws:states:::lambda:invoke",
                                Parameters: { FunctionName: ref("orders.name") },
                            },
                            Three: {
                                Type: "Task",
                                Resource: "arn:aws:states:::sqs:sendMessage",
                                Arguments: { QueueUrl: ref("queue.url") },
                            },
                        },
                    },
                },
            }),
        },
        ["it → orders under a role for it", "it → queue under a role for it"],
    ],
    "nobody knows whom": [
        { it: of(EventTarget, { rule: ref("rule.name"), arn: unknown }) },
        ["it → ? as events for rule"],
    ],
};

function edges(program: Program, unknownOutputs: boolean): readonly string[] {
    return invocationsOf(graphOf({ ...called, ...program }, unknownOutputs).stack)
        .map(({ resource, target, as, underRole, source }) => {
            const whom = target.kind === "unknown" ? "?" : told(target);
            const whose = as === undefined ? "under a role" : `as ${as}`;
            const both = as !== undefined && underRole.is === "yes" ? ", or under a role" : "";
            return `${resource.name} → ${whom} ${whose} for ${told(source)}${both}`;
        })
        .sort();
}

describe("who calls whom", () => {
    for (const [what, [program, expected]] of Object.entries(CASES)) {
        it(what, () => assert.deepEqual(edges(program, false), expected));
        it(`${what}, outputs unknown`, () => assert.deepEqual(edges(program, true), expected));
    }
});
