import { unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-permission-no-public-principal";
import { testRule } from "../../support/rule-tester";

const grant = { action: "lambda:InvokeFunction", function: "orders" };

testRule(rule, {
    valid: {
        "a service": { ...grant, principal: "s3.amazonaws.com" },
        "an account": { ...grant, principal: "111122223333" },
        "everyone from one rule of one account": {
            ...grant,
            principal: "*",
            sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/nightly",
        },
        "every action that invokes": { ...grant, action: "lambda:Invoke*", principal: "111122223333" },
        "everyone from one account": { ...grant, principal: "*", sourceAccount: "111122223333" },
        "everyone from a source that is not known yet": { ...grant, principal: "*", sourceArn: unknown },
        "a public URL, which another policy reports": {
            action: "lambda:InvokeFunctionUrl",
            function: "orders",
            principal: "*",
            functionUrlAuthType: "NONE",
        },
        "the second half of a public URL": { ...grant, principal: "*", invokedViaFunctionUrl: true },
    },
    invalid: {
        "every action, to another account's role": {
            given: { ...grant, action: "lambda:*", principal: "arn:aws:iam::444455556666:role/deploy" },
            reports: ["action"],
            weighs: ["high"],
        },
        "every action, to a service": {
            given: {
                ...grant,
                action: "lambda:*",
                principal: "sns.amazonaws.com",
                sourceArn: "arn:aws:sns:eu-west-1:111122223333:orders",
            },
            reports: ["action"],
            weighs: ["medium"],
        },
        "the code": {
            given: { ...grant, action: "lambda:GetFunction", principal: "444455556666" },
            reports: ["action"],
        },
        "a change, to everyone": {
            given: { ...grant, action: "lambda:UpdateFunctionCode", principal: "*" },
            reports: ["action", "principal"],
            weighs: ["high", "critical"],
        },
        "everyone of an empty organization": {
            given: { ...grant, principal: "*", principalOrgId: "" },
            reports: ["principal"],
        },
        everyone: { given: { ...grant, principal: "*" }, reports: ["principal"] },
        "the root of every account": { given: { ...grant, principal: "arn:aws:iam::*:root" }, reports: ["principal"] },
        "everyone from a bucket, whose ARN names no account": {
            given: { ...grant, principal: "*", sourceArn: "arn:aws:s3:::uploads" },
            reports: ["principal"],
        },
        "everyone with some IAM identity through the URL": {
            given: {
                action: "lambda:InvokeFunctionUrl",
                function: "orders",
                principal: "*",
                functionUrlAuthType: "AWS_IAM",
            },
            reports: ["principal"],
        },
    },
    undecided: {
        "what is granted is not known yet": {
            given: { ...grant, action: unknown, principal: "444455556666" },
            awaits: ["action"],
        },
        "who is granted is not known yet": { given: { ...grant, principal: unknown }, awaits: ["principal"] },
        "everyone, perhaps for a URL": {
            given: { ...grant, principal: "*", functionUrlAuthType: unknown },
            awaits: ["functionUrlAuthType"],
        },
    },
});
