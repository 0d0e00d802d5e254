import { SnsTopic, SnsTopicPolicy, SqsQueue, SqsQueuePolicy } from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/messaging-deny-insecure-transport";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const plain = { Bool: { "aws:SecureTransport": "false" } };
const jobs = ref("jobs.arn");
const news = ref("news.arn");
const partner = { Principal: { AWS: "arn:aws:iam::444455556666:root" }, Action: "sqs:SendMessage", Resource: jobs };
const denial = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: jobs, Condition: plain };
const service = { ...partner, Principal: { Service: "events.amazonaws.com" } };
const literal = "arn:aws:sqs:*:*:jobs";
const queue = (inputs: object = {}) => ({ jobs: declare(SqsQueue, { name: "jobs", ...inputs } as Example) });
const policy = (inputs: object) => ({
    policy: declare(SqsQueuePolicy, { queueUrl: ref("jobs.id"), ...inputs } as Example),
});
const under = (...statements: readonly object[]) => ({
    ...queue(),
    ...policy({ policy: policyOf(...statements) }),
});
const topic = (...statements: readonly object[]) => ({
    news: declare(SnsTopic, { name: "news" }),
    policy: declare(SnsTopicPolicy, { arn: ref("news.arn"), policy: policyOf(...statements) } as Example),
});
const subscriber = { Principal: { AWS: "444455556666" }, Action: "sns:Publish", Resource: news };
const ofTopic = { ...denial, Action: "sns:Publish", Resource: news };
const reports = (given: object, at = "policy: policy") => ({ given: given as never, reports: [at] });
const everywhere = { options: { everyQueueAndTopic: true } };

testRule(rule, {
    valid: {
        "a queue without a policy": queue(),
        "a topic without a policy": { news: declare(SnsTopic, { name: "news" }) },
        "what only the provider knows": queue({ policy: computed }),
        "services alone, which use TLS": under(service),
        "everybody, for a topic of SNS": under({
            ...partner,
            Principal: "*",
            Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-west-1:111122223333:news" } },
        }),
        "a partner whose requests must use TLS": under({
            ...partner,
            Condition: { Bool: { "aws:SecureTransport": "true" } },
        }),
        "a partner, and plain requests denied": under(partner, denial),
        "a denial of everything": under(partner, { ...denial, Action: "*", Resource: "*" }),
        "a denial by name of the action": under(partner, { ...denial, Action: "sqs:SendMessage" }),
        "its own property": queue({
            policy: policyOf({ ...partner, Resource: literal }, { ...denial, Resource: literal }),
        }),
        "another action for the partner": under({ ...partner, Action: "sqs:GetQueueUrl" }),
        "a topic, publishing denied": topic(subscriber, ofTopic),
        "every queue, denied": { given: under(denial), ...everywhere },
        "every topic, denied": { given: topic(ofTopic), ...everywhere },
    },
    invalid: {
        everybody: reports(under({ ...partner, Principal: "*" })),
        "all but one": reports(under({ ...partner, Principal: undefined, NotPrincipal: { AWS: "444455556666" } })),
        "a role that is made here": reports({
            ...queue(),
            ...policy({ policy: { Statement: { ...partner, Effect: "Allow", Principal: { AWS: unknown } } } }),
        }),
        "a service and a partner": reports(
            under({ ...partner, Principal: { Service: "events.amazonaws.com", AWS: "444455556666" } }),
        ),
        readers: reports(under({ ...partner, Action: "sqs:ReceiveMessage" }, { ...denial, Action: "sqs:SendMessage" })),
        "TLS denied": reports(under(partner, { ...denial, Condition: { Bool: { "aws:SecureTransport": "true" } } })),
        "another queue denied": reports(under(partner, { ...denial, Resource: `${literal}-dead` })),
        "its own property": reports(queue({ policy: policyOf({ ...partner, Resource: literal }) }), "jobs: policy"),
        "of a queue elsewhere": reports(
            policy({
                queueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs",
                policy: policyOf({ ...partner, Resource: "arn:aws:sqs:eu-west-1:111122223333:jobs" }),
            }),
        ),
        "a topic": reports(topic(subscriber)),
        "a topic, another action denied": reports(topic(subscriber, { ...ofTopic, Action: "sns:Subscribe" })),
        "every queue": { ...reports(queue(), "jobs: policy"), ...everywhere },
        "every queue, also with services alone": { ...reports(under(service)), ...everywhere },
        "every topic": { ...reports({ news: declare(SnsTopic, { name: "news" }) }, "news: policy"), ...everywhere },
    },
    undecided: {
        "a policy that is not known yet": {
            given: { ...queue(), ...policy({ policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "whom it lets in": {
            given: {
                ...queue(),
                ...policy({
                    policy: { Version: "2012-10-17", Statement: { ...partner, Effect: "Allow", Principal: unknown } },
                }),
            },
            awaits: ["policy.policy.Statement.Principal"],
        },
    },
});
