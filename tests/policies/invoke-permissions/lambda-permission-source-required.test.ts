import { unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-permission-source-required";
import { testRule } from "../../support/rule-tester";

const grant = { action: "lambda:InvokeFunction", function: "orders" };

testRule(rule, {
    valid: {
        "scoped to an account": { ...grant, principal: "config.amazonaws.com", sourceAccount: "111122223333" },
        "rotation, for which AWS advises the account": {
            ...grant,
            principal: "secretsmanager.amazonaws.com",
            sourceAccount: "111122223333",
        },
        "a service without a known form of source, scoped to an account": {
            ...grant,
            principal: "something.amazonaws.com",
            sourceAccount: "111122223333",
        },
        "scoped to a bucket and its account": {
            ...grant,
            principal: "s3.amazonaws.com",
            sourceArn: "arn:aws:s3:::uploads",
            sourceAccount: "111122223333",
        },
        "scoped to an account, by a source of any name": {
            ...grant,
            principal: "sns.amazonaws.com",
            sourceArn: "arn:aws:sns:*:111122223333:*",
        },
        "a source of any account, and the account beside it": {
            ...grant,
            principal: "events.amazonaws.com",
            sourceArn: "arn:aws:events:eu-west-1:*:rule/nightly",
            sourceAccount: "111122223333",
        },
        "scoped to an ARN this preview cannot know": {
            ...grant,
            principal: "events.amazonaws.com",
            sourceArn: unknown,
        },
        "scoped to a stage by a wildcard": {
            ...grant,
            principal: "apigateway.amazonaws.com",
            sourceArn: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/*/GET/orders",
        },
        "an Alexa skill, told apart by its token": {
            ...grant,
            principal: "alexa-appkit.amazon.com",
            eventSourceToken: "amzn1.ask.skill.x",
        },
        "within an organization": { ...grant, principal: "events.amazonaws.com", principalOrgId: "o-a1b2c3d4e5" },
        "an account, not a service": { ...grant, principal: "111122223333" },
        "a role, not a service": { ...grant, principal: "arn:aws:iam::111122223333:role/caller" },
    },
    invalid: {
        "a service with no source at all": {
            given: { ...grant, principal: "s3.amazonaws.com" },
            reports: ["sourceArn"],
        },
        "a regional service principal": {
            given: { ...grant, principal: "logs.eu-west-1.amazonaws.com" },
            reports: ["sourceArn"],
        },
        "a service in China": { given: { ...grant, principal: "events.amazonaws.com.cn" }, reports: ["sourceArn"] },
        "a source that is everything": {
            given: { ...grant, principal: "sns.amazonaws.com", sourceArn: "*" },
            reports: ["sourceArn"],
        },
        "an ARN of wildcards": {
            given: { ...grant, principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:*:*:*" },
            reports: ["sourceArn"],
        },
        "a rule of this name in any account": {
            given: {
                ...grant,
                principal: "events.amazonaws.com",
                sourceArn: "arn:aws:events:eu-west-1:*:rule/nightly",
            },
            reports: ["sourceArn"],
            weighs: ["high"],
        },
        "an account of question marks": {
            given: {
                ...grant,
                principal: "sns.amazonaws.com",
                sourceArn: "arn:aws-cn:sns:cn-north-1:????????????:orders",
            },
            reports: ["sourceArn"],
        },
        "an account of which a part is open": {
            given: { ...grant, principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:eu-west-1:11112222*:orders" },
            reports: ["sourceArn"],
        },
        "a bucket, whose name may be another's tomorrow": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads" },
            reports: ["sourceAccount"],
            weighs: ["medium"],
        },
        "a bucket that is not known yet, whose ARN will name no account either": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: unknown },
            reports: ["sourceAccount"],
        },
        "every bucket": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" },
            reports: ["sourceAccount"],
            weighs: ["high"],
        },
        "every bucket of an account": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceAccount: "111122223333" },
            reports: ["sourceArn"],
            weighs: ["medium"],
        },
        "an empty source": {
            given: { ...grant, principal: "sns.amazonaws.com", sourceArn: "" },
            reports: ["sourceArn"],
            weighs: ["high"],
        },
        "an empty account beside a bucket": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads", sourceAccount: "" },
            reports: ["sourceAccount"],
        },
        "every rule of an account": {
            given: { ...grant, principal: "events.amazonaws.com", sourceAccount: "111122223333" },
            reports: ["sourceArn"],
            weighs: ["medium"],
        },
        "buckets that anybody may make": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::uploads-*" },
            reports: ["sourceAccount"],
            weighs: ["high"],
        },
        "any Alexa skill": {
            given: { ...grant, principal: "alexa-connectedhome.amazon.com" },
            reports: ["eventSourceToken"],
            weighs: ["high"],
        },
        "a source given as null": {
            given: { ...grant, principal: "s3.amazonaws.com", sourceArn: null as never },
            reports: ["sourceArn"],
        },
    },
    undecided: {
        "who is granted is not known yet": { given: { ...grant, principal: unknown }, awaits: ["principal"] },
    },
});
