import { LambdaFunction, LambdaPermission, LambdaResourcePolicy } from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-resource-policy-restricted";
import { testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const resourceArn = `arn:aws:lambda:eu-west-1:${OWN}:function:orders`;
const invoke = { Action: "lambda:InvokeFunction", Resource: resourceArn };
const topic = { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-west-1:${OWN}:orders` } };
const sns = { ...invoke, Principal: { Service: "sns.amazonaws.com" } };
const url = { ...invoke, Action: "lambda:InvokeFunctionUrl" };
const policy = (document: unknown) => ({
    policy: declare(LambdaResourcePolicy, { resourceArn, policy: document } as Example),
});
const under = (...statements: readonly object[]) => policy(policyOf(...statements));
const reports = (given: object, weighs: "critical" | "high" | "medium" = "critical") => ({
    given: given as never,
    reports: ["policy: policy"],
    weighs: [weighs] as const,
});
const both = (permission: object) => ({
    orders: declare(LambdaFunction, { name: "orders", role: "arn:aws:iam::111122223333:role/orders" }),
    policy: declare(LambdaResourcePolicy, {
        resourceArn: ref("orders.arn"),
        policy: policyOf({ ...sns, Condition: org }),
    }),
    permission: declare(LambdaPermission, {
        function: ref("orders.name"),
        action: "lambda:InvokeFunction",
        principal: "sns.amazonaws.com",
        ...permission,
    } as Example),
});
const org = { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } };

testRule(rule, {
    valid: {
        "one topic": under({ ...sns, Condition: topic }),
        "one organization": under({
            ...invoke,
            Principal: "*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
        }),
        "one skill of Alexa": under({
            ...invoke,
            Principal: { Service: "alexa-appkit.amazon.com" },
            Condition: { StringEquals: { "lambda:EventSourceToken": "amzn1.ask.skill.1a2b3c4d" } },
        }),
        "a distribution in front of the URL": under({
            ...url,
            Principal: { Service: "cloudfront.amazonaws.com" },
            Condition: { ArnLike: { "AWS:SourceArn": `arn:aws:cloudfront::${OWN}:distribution/E1A2B3C4D5` } },
        }),
        "a permission of a version": both({ qualifier: "1" }),
    },
    invalid: {
        everybody: reports(under({ ...invoke, Principal: "*" })),
        "everybody by the URL": reports(
            under({ ...url, Principal: "*", Condition: { StringEquals: { "lambda:FunctionUrlAuthType": "NONE" } } }),
        ),
        "a topic of anybody's": reports(under(sns), "high"),
        "the second statement": reports(
            under({ ...sns, Condition: topic }, { ...sns, Principal: { Service: "events.amazonaws.com" } }),
            "high",
        ),
        "more than to invoke": reports(
            under({ ...sns, Action: ["lambda:InvokeFunction", "lambda:GetFunction"], Condition: topic }),
            "high",
        ),
        "every skill of Alexa": reports(
            under({ ...invoke, Principal: { Service: "alexa-appkit.amazon.com" } }),
            "high",
        ),
        "a permission besides": { given: both({}), reports: ["permission: function"], weighs: ["medium"] },
    },
    undecided: { "a policy that is not known yet": { given: policy(unknown), awaits: ["policy.policy"] } },
});
