import { SqsQueue, SqsQueuePolicy } from "../../model/aws";
import { letsInOverPlainText, openToPlainText, queuePolicies, topicPolicies } from "../../model/graph";
import { otherThanServices } from "../../model/iam";
import { cwe, declare, defineStackRule, flag, json, ref } from "../../pack";

const FROM_QUEUE = [{ action: "sqs:SendMessage" }, { action: "sqs:ReceiveMessage" }];
const TO_TOPIC = [{ action: "sns:Publish" }];
const jobs = declare(SqsQueue, { name: "jobs" });
const partner = { Effect: "Allow", Principal: { AWS: "444455556666" }, Action: "sqs:SendMessage" };
const Resource = ref("jobs.arn");
const tlsOnly = {
    Effect: "Deny",
    Principal: "*",
    Action: "sqs:*",
    Condition: { Bool: { "aws:SecureTransport": false } },
};
const policy = (...statements: readonly object[]) =>
    declare(SqsQueuePolicy, {
        queueUrl: ref("jobs.id"),
        policy: json({ Version: "2012-10-17", Statement: statements.map((one) => ({ ...one, Resource })) }),
    });

/**
 * Of policies that let in somebody besides AWS's services, which always come over TLS. A queue or topic without a policy, or with
 * services alone in it, takes the account's own callers, whose SDKs use TLS unless they are told otherwise: asked in the strict profile.
 */
export default defineStackRule({
    id: "messaging-deny-insecure-transport",
    severity: "medium",
    frameworks: [cwe(319)],
    title: "Queues and topics whose policies let callers in refuse whatever comes without TLS.",
    why: "SQS and SNS also answer over plain HTTP, where whoever is on the way reads and changes messages.",
    fix: 'Deny everybody sqs:* on the queue, or sns:Publish on the topic, under Bool: { "aws:SecureTransport": "false" }.',
    sources: [
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
    ],
    options: {
        everyQueueAndTopic: flag(
            "Also ask it of queues and topics without a policy, and of those that only AWS's services may use.",
            false,
        ),
    },
    strict: { everyQueueAndTopic: true },
    needs: [queuePolicies, topicPolicies],
    bad: { jobs, policy: policy(partner) },
    good: { jobs, policy: policy(partner, tlsOnly) },
    *check(stack, { options }) {
        const asked = [
            ...queuePolicies(stack).map((hung) => ({ hung, uses: FROM_QUEUE })),
            ...topicPolicies(stack).map((hung) => ({ hung, uses: TO_TOPIC })),
        ];
        for (const { hung, uses } of asked) {
            const open = options.everyQueueAndTopic
                ? openToPlainText(hung, uses)
                : letsInOverPlainText(hung, uses, otherThanServices);
            yield { ...hung, ...open };
        }
    },
});
