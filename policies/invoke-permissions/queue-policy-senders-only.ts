import { SnsTopic, SnsTopicSubscription, SqsQueue, SqsQueuePolicy } from "../../model/aws";
import { letIn, queuePolicies } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, owasp, policyOf, ref, sas, trustedAccounts } from "../../pack";

const subscribed = {
    jobs: declare(SqsQueue, { name: "jobs" }),
    orders: declare(SnsTopic, { name: "orders" }),
    subscription: declare(SnsTopicSubscription, {
        topic: ref("orders.arn"),
        protocol: "sqs",
        endpoint: ref("jobs.arn"),
    }),
};
const sender = { Principal: { Service: "sns.amazonaws.com" }, Action: "sqs:SendMessage", Resource: ref("jobs.arn") };
const Condition = { ArnEquals: { "aws:SourceArn": ref("orders.arn") } };
const policy = (statement: object) =>
    declare(SqsQueuePolicy, { queueUrl: ref("jobs.id"), policy: policyOf(statement) });

export default defineStackRule({
    id: "queue-policy-senders-only",
    severity: "critical",
    frameworks: [fsbp("SQS.3"), cis("7.0", "2.21"), cwe(284), cwe(441), sas(9), owasp(5)],
    title: "A queue takes messages from those who are meant to send them, and lets them do nothing else.",
    why: "What consumes the queue acts on every message in it, whoever wrote it.",
    fix: 'Name the sender in Principal, and for a service add Condition: { ArnEquals: { "aws:SourceArn": "SOURCE_ARN" } }.',
    sources: [
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-security-best-practices.html",
        "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ],
    options: { trustedAccounts },
    needs: queuePolicies,
    bad: { ...subscribed, policy: policy(sender) },
    good: { ...subscribed, policy: policy({ ...sender, Condition }) },
    *check(stack, { options }) {
        for (const hung of queuePolicies(stack))
            yield* letIn(stack, hung, { trusted: options.trustedAccounts, actions: "not all" });
    },
});
