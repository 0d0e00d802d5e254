import assert from "node:assert/strict";
import {
    EventRule,
    EventTarget,
    type ResourceType,
    S3Bucket,
    S3BucketNotification,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
    SqsQueuePolicy,
} from "../../model/aws";
import { type LetIn, letIn, queuePolicies } from "../../model/graph";
import { declare, type Example, json, type Program, policyOf, ref } from "../../pack";
import { stackOf } from "../support/stacks";

const OWN = "111122223333";
const jobs = `arn:aws:sqs:eu-west-1:${OWN}:jobs`;
const send = { Action: "sqs:SendMessage", Resource: jobs };
const role = { ...send, Principal: { AWS: `arn:aws:iam::${OWN}:role/producer` } };
const everyone = { ...send, Principal: "*" };
const service = (name: string) => ({ ...send, Principal: { Service: `${name}.amazonaws.com` } });

const queue = (...statements: readonly object[]): Program => ({
    jobs: declare(SqsQueue, { name: "jobs" }),
    policy: declare(SqsQueuePolicy, { queueUrl: ref("jobs.id"), policy: policyOf(...statements) }),
});
const made = <T>(type: ResourceType<T>, inputs: object) => declare(type, inputs as Example<T>);
const topic: Program = {
    "orders-topic": made(SnsTopic, { name: "orders" }),
    subscription: made(SnsTopicSubscription, {
        topic: ref("orders-topic.arn"),
        protocol: "sqs",
        endpoint: ref("jobs.arn"),
    }),
};
const rule: Program = {
    nightly: made(EventRule, { scheduleExpression: "rate(1 day)" }),
    target: made(EventTarget, { rule: ref("nightly.name"), arn: ref("jobs.arn") }),
};
const bucket: Program = {
    uploads: made(S3Bucket, {}),
    notification: made(S3BucketNotification, {
        bucket: ref("uploads.id"),
        queues: [{ queueArn: ref("jobs.arn"), events: ["s3:ObjectCreated:*"] }],
    }),
};

function found(program: Program, unknownOutputs = false): LetIn {
    const stack = stackOf(program, unknownOutputs);
    const all = queuePolicies(stack).flatMap((hung) => letIn(stack, hung, { trusted: [], actions: "not all" }));
    assert.equal(all.length, 1, all.map(({ message }) => message).join("\n"));
    return all[0] as LetIn;
}

describe("letIn", () => {
    it("names the one statement of 300 that is bad", () => {
        const good = Array.from({ length: 299 }, (_, index) => ({ ...role, Sid: `Producer${index}` }));
        const named = found(queue(...good.slice(0, 150), { ...everyone, Sid: "Import" }, ...good.slice(150)));
        assert.equal(
            named.message,
            'statement "Import" allows everybody sqs:SendMessage, and no condition tells whose request it is',
        );
        const counted = found(queue(...good, everyone));
        assert.match(counted.message, /^statement 300 /);
    });
    it("says who comes in, and that the conditions do not bound him", () => {
        const messages = [
            { ...everyone, Condition: { Bool: { "aws:SecureTransport": "true" } } },
            { ...everyone, Condition: { StringEquals: { "aws:PrincipalType": "User" } } },
            { ...send, NotPrincipal: { AWS: "444455556666" } },
            { ...send, Principal: { Service: ["sns.amazonaws.com", "events.amazonaws.com"] } },
        ].map((statement) => found(queue(statement)).message);
        assert.deepEqual(messages, [
            "statement 1 allows everybody sqs:SendMessage, and none of its conditions tells whose request it is",
            "statement 1 allows every AWS account sqs:SendMessage, and none of its conditions tells whose request it is",
            "statement 1 allows everybody but those whom NotPrincipal names sqs:SendMessage, and no condition tells whose request it is",
            "statement 1 allows sns.amazonaws.com and events.amazonaws.com sqs:SendMessage for any account: no condition tells for whom it acts",
        ]);
    });
    for (const unknownOutputs of [false, true]) {
        const known = unknownOutputs ? "that nobody knows yet" : "that are known";
        /** With the queue's ARN in it, the text of a policy is not known before the queue is made. */
        const open = (name: string): Program => ({ ...queue(service(name)) });
        it(`proposes the source that the stack shows, by outputs ${known}`, () => {
            const fixes = [
                found({ ...open("sns"), ...topic }, unknownOutputs).fix,
                found({ ...open("events"), ...rule }, unknownOutputs).fix,
                found({ ...open("s3"), ...bucket }, unknownOutputs).fix,
            ];
            assert.deepEqual(fixes, [
                'Add Condition: { ArnEquals: { "aws:SourceArn": ordersTopic.arn } }, where ordersTopic is "orders-topic".',
                'Add Condition: { ArnEquals: { "aws:SourceArn": nightly.arn } }.',
                'Add Condition: { ArnEquals: { "aws:SourceArn": uploads.arn }, StringEquals: { "aws:SourceAccount": "ACCOUNT" } }.',
            ]);
        });
    }
    it("proposes the form of the source's ARN where the stack shows none", () =>
        assert.equal(
            found(queue(service("cloudwatch"))).fix,
            'Add Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudwatch:REGION:ACCOUNT:alarm:*" } }, or StringEquals: { "aws:SourceAccount": "ACCOUNT" }.',
        ));
    it("proposes the topic in place of everybody", () =>
        assert.equal(
            found({ ...queue(everyone), ...topic }).fix,
            'Write { Principal: { Service: "sns.amazonaws.com" }, Condition: { ArnEquals: { "aws:SourceArn": ordersTopic.arn } } } into it, where ordersTopic is "orders-topic".',
        ));
    it("repeats nothing of what a program wrote", () => {
        const secret = "hunter2";
        const { message, fix } = found({
            jobs: declare(SqsQueue, {
                policy: json({
                    Statement: [
                        {
                            ...everyone,
                            Effect: "Allow",
                            Sid: `${secret}!`,
                            Action: secret,
                            Condition: { StringEquals: { [secret]: secret } },
                        },
                    ],
                }),
            }),
        });
        assert.doesNotMatch(`${message} ${fix}`, /hunter2/);
    });
});
