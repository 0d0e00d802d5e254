import { SnsTopic, SnsTopicPolicy } from "../../../model/aws";
import { declare, type Example, policyOf, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/topic-policy-senders-only";
import { testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const arn = `arn:aws:sns:eu-west-1:${OWN}:orders`;
const publish = { Action: "sns:Publish", Resource: arn };
/** As SNS writes it for a topic without one. */
const standard = {
    Principal: { AWS: "*" },
    Action: ["SNS:GetTopicAttributes", "SNS:SetTopicAttributes", "SNS:AddPermission", "SNS:Subscribe", "SNS:Publish"],
    Resource: arn,
};
const alarms = { ...publish, Principal: { Service: "cloudwatch.amazonaws.com" } };
const subscribe = { Principal: "*", Action: "sns:Subscribe", Resource: arn };
const policy = (document: unknown) => ({ policy: declare(SnsTopicPolicy, { arn, policy: document } as Example) });
const under = (...statements: readonly object[]) => policy(policyOf(...statements));
const reports = (given: object) => ({ given: given as never, reports: ["policy: policy"] });

testRule(rule, {
    valid: {
        "no policy": { news: declare(SnsTopic, { name: "news" }) },
        "the default policy": under({ ...standard, Condition: { StringEquals: { "AWS:SourceOwner": OWN } } }),
        "alarms of the account": under({ ...alarms, Condition: { StringEquals: { "aws:SourceAccount": OWN } } }),
        "subscribers of one domain": under({
            ...subscribe,
            Condition: { StringLike: { "sns:Endpoint": "*@example.com" } },
        }),
        "one role": under({ ...publish, Principal: { AWS: `arn:aws:iam::${OWN}:role/orders` } }),
    },
    invalid: {
        "the default policy without its condition": reports(under(standard)),
        "every owner": reports(under({ ...standard, Condition: { StringLike: { "AWS:SourceOwner": "*" } } })),
        "an owner, if there is one": reports(
            under({ ...standard, Condition: { StringEqualsIfExists: { "AWS:SourceOwner": OWN } } }),
        ),
        "all owners but one": reports(
            under({ ...standard, Condition: { StringNotEquals: { "AWS:SourceOwner": OWN } } }),
        ),
        "alarms of anybody": { ...reports(under(alarms)), weighs: ["high"] },
        "subscribers by a protocol": reports(
            under({ ...subscribe, Condition: { StringEquals: { "sns:Protocol": "https" } } }),
        ),
        "every address": reports(under({ ...subscribe, Condition: { StringLike: { "sns:Endpoint": "https://*" } } })),
        "its own policy": {
            given: { news: declare(SnsTopic, { name: "news", policy: policyOf({ ...publish, Principal: "*" }) }) },
            reports: ["news: policy"],
        },
    },
    undecided: { "a policy that is not known yet": { given: policy(unknown), awaits: ["policy.policy"] } },
});
