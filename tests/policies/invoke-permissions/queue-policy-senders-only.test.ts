import { SqsQueue, SqsQueuePolicy } from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/queue-policy-senders-only";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const OTHER = "444455556666";
const jobs = `arn:aws:sqs:eu-west-1:${OWN}:jobs`;
const topic = `arn:aws:sns:eu-west-1:${OWN}:orders`;
const send = { Action: "sqs:SendMessage", Resource: jobs };
const everyone = { ...send, Principal: "*" };
const sns = { ...send, Principal: { Service: "sns.amazonaws.com" } };
const role = { ...send, Principal: { AWS: `arn:aws:iam::${OWN}:role/producer` } };
const partner = { ...send, Principal: { AWS: `arn:aws:iam::${OTHER}:root` } };
const org = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const outside = { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
const deny = { Effect: "Deny", Principal: "*", Action: "sqs:*", Resource: jobs };

const policy = (document: unknown) => ({
    policy: declare(SqsQueuePolicy, {
        queueUrl: "https://sqs.eu-west-1.amazonaws.com/111122223333/jobs",
        policy: document,
    } as Example),
});
const under = (...statements: readonly object[]) => policy(policyOf(...statements));
const bound = (Condition: object, statement: object = everyone) => under({ ...statement, Condition });
const reports = (given: object, weighs?: readonly ("critical" | "high" | "medium")[]) => ({
    given: given as never,
    reports: ["policy: policy"],
    ...(weighs && { weighs }),
});
const own = (document: unknown) => ({ jobs: declare(SqsQueue, { name: "jobs", policy: document } as Example) });
const many = Array.from({ length: 299 }, (_, index) => ({ ...role, Sid: `Producer${index}` }));

testRule(rule, {
    valid: {
        "no policy": { jobs: declare(SqsQueue, { name: "jobs" }) },
        "what only the provider knows": own(computed),
        "one role": under(role),
        "the statement of the console": under({
            ...role,
            Principal: { AWS: `arn:aws:iam::${OWN}:root` },
            Action: "SQS:*",
        }),
        "a topic, by its ARN": bound({ ArnEquals: { "aws:SourceArn": topic } }),
        "a topic, by the service": bound({ ArnEquals: { "aws:SourceArn": topic } }, sns),
        "a topic that is not known yet": policy({
            Version: "2012-10-17",
            Statement: { ...sns, Effect: "Allow", Condition: { ArnEquals: { "aws:SourceArn": unknown } } },
        }),
        "a topic of China": bound({ ArnEquals: { "aws:SourceArn": topic.replace("aws", "aws-cn") } }, sns),
        "one organization": bound(org),
        "one account": bound({ StringEquals: { "aws:PrincipalAccount": OWN } }),
        "the owner's account, by a variable": bound({
            StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" },
        }),
        "one endpoint": bound({ StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } }),
        "IfExists of what every request has": bound({ StringEqualsIfExists: { "aws:PrincipalAccount": OWN } }),
        "another account of the organization": bound(org, partner),
        "a trusted account": { given: under(partner), options: { trustedAccounts: [OTHER] } },
        "all outside an organization denied": under(everyone, { ...deny, Condition: outside }),
        "all but one denied": under(role, { ...deny, Principal: undefined, NotPrincipal: role.Principal }),
        "until a day that has passed": bound({ DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } }),
        "a service that belongs to no organization": bound(org, sns),
        "the queue's own policy, replaced by one beside it": {
            ...own(policyOf(everyone)),
            beside: declare(SqsQueuePolicy, { queueUrl: ref("jobs.id"), policy: policyOf(role) }),
        },
    },
    invalid: {
        everybody: reports(under(everyone), ["critical"]),
        "everybody in a list": reports(under({ ...role, Principal: { AWS: [role.Principal.AWS, "*"] } }), ["critical"]),
        "an account with a wildcard": reports(under({ ...role, Principal: { AWS: "arn:aws:iam::*:root" } })),
        "everybody but one": reports(under({ ...send, NotPrincipal: { AWS: OTHER } }), ["critical"]),
        "a document as an object": {
            given: policy({ Version: "2012-10-17", Statement: { ...everyone, Effect: "Allow" } }),
            reports: ["policy: policy.Statement"],
        },
        "every organization": reports(bound({ StringLike: { "aws:PrincipalOrgID": "o-*" } })),
        "an organization, if there is one": reports(
            bound({ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
        ),
        "all but an organization": reports(bound(outside)),
        "topics of every account": reports(bound({ ArnEquals: { "aws:SourceArn": "arn:aws:sns:*:*:*" } })),
        "a topic, where a service acts at all": reports(
            bound({ "ForAllValues:ArnLike": { "aws:SourceArn": [topic] } }),
        ),
        "over TLS": reports(bound({ Bool: { "aws:SecureTransport": "true" } })),
        "services alone": reports(bound({ Bool: { "aws:PrincipalIsAWSService": "true" } })),
        "a service for anybody": reports(under(sns), ["high"]),
        "a service whose region is not known yet": {
            given: policy({ Statement: { ...send, Effect: "Allow", Principal: { Service: unknown } } }),
            reports: ["policy: policy.Statement"],
        },
        "a bucket by its name": reports(
            bound(
                { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::orders" } },
                { ...sns, Principal: { Service: "s3.amazonaws.com" } },
            ),
            ["medium"],
        ),
        "another account": reports(under(partner), ["medium"]),
        "another account's topics": reports(bound({ StringEquals: { "aws:SourceAccount": OTHER } }, sns), ["medium"]),
        "every action, for a service": reports(
            bound({ ArnEquals: { "aws:SourceArn": topic } }, { ...sns, Action: "sqs:*" }),
            ["high"],
        ),
        "every action, for a role": reports(under({ ...role, Action: "sqs:*" }), ["medium"]),
        "all but one action": reports(under({ ...role, Action: undefined, NotAction: "sqs:DeleteQueue" }), ["medium"]),
        "another action denied": reports(under(everyone, { ...deny, Action: "sqs:DeleteMessage", Condition: outside })),
        "one account denied": reports(
            under(everyone, { ...deny, Condition: { StringEquals: { "aws:PrincipalAccount": OTHER } } }),
        ),
        "another queue denied": reports(under(everyone, { ...deny, Resource: `${jobs}-dead`, Condition: outside })),
        "its own policy": { given: own(policyOf(everyone)), reports: ["jobs: policy"] },
        "one of 300 statements": reports(under(...many, { ...everyone, Sid: "Import" }), ["critical"]),
    },
    undecided: {
        "a policy that is not known yet": { given: policy(unknown), awaits: ["policy.policy"] },
        "whom it names": {
            given: policy({ Statement: { ...send, Effect: "Allow", Principal: unknown } }),
            awaits: ["policy.policy.Statement.Principal"],
        },
        "its conditions": {
            given: policy({ Statement: { ...everyone, Effect: "Allow", Condition: unknown } }),
            awaits: ["policy.policy.Statement.Condition"],
        },
    },
});
