import { EventRule, EventTarget, SnsTopic, SnsTopicPolicy } from "../../model/aws";
import { letIn, topicPolicies } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, owasp, policyOf, ref, sas, trustedAccounts } from "../../pack";

const told = {
    news: declare(SnsTopic, { name: "news" }),
    nightly: declare(EventRule, { scheduleExpression: "rate(1 day)" }),
    target: declare(EventTarget, { rule: ref("nightly.name"), arn: ref("news.arn") }),
};
const sender = { Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish", Resource: ref("news.arn") };
const Condition = { ArnEquals: { "aws:SourceArn": ref("nightly.arn") } };
const policy = (statement: object) => declare(SnsTopicPolicy, { arn: ref("news.arn"), policy: policyOf(statement) });

/** The policy that SNS gives a topic of its own accord holds everybody to aws:SourceOwner, which is no finding. */
export default defineStackRule({
    id: "topic-policy-senders-only",
    severity: "critical",
    frameworks: [fsbp("SNS.4"), cis("7.0", "2.21"), cwe(284), cwe(441), sas(9), owasp(5)],
    title: "A topic is published and subscribed to by those whom it is meant for, and they do nothing else.",
    why: "Whoever publishes reaches all that listens, and whoever subscribes reads all that is said.",
    fix: 'Name in Principal who publishes or subscribes, and for a service add Condition: { ArnEquals: { "aws:SourceArn": "SOURCE_ARN" } }.',
    sources: [
        "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html",
        "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html",
    ],
    options: { trustedAccounts },
    needs: topicPolicies,
    bad: { ...told, policy: policy(sender) },
    good: { ...told, policy: policy({ ...sender, Condition }) },
    *check(stack, { options }) {
        for (const hung of topicPolicies(stack))
            yield* letIn(stack, hung, { trusted: options.trustedAccounts, actions: "not all" });
    },
});
