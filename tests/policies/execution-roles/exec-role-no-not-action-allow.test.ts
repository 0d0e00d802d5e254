import { IamGroupPolicy, IamPolicy, IamRole, IamUserPolicy } from "../../../model/aws";
import { declare, policyOf, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-not-action-allow";
import { testRule } from "../../support/rule-tester";

const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const policy = (...statements: readonly object[]) => ({ policy: policyOf(...statements) });
const but = { NotAction: "iam:*", Resource: table };
const elsewhere = { Action: "s3:GetObject", NotResource: "arn:aws:s3:::payroll/*" };
const assumeRolePolicy = trusts("lambda");

testRule(rule, {
    valid: {
        "listed actions on a listed resource": policy({
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: table,
        }),
        "listed actions, in lower case": policy({ action: "DYNAMODB:getitem", resource: table }),
        "every action, which is another policy's finding": policy({ Action: "*", Resource: "*" }),
        "a denial of all but a few actions": policy({ Effect: "Deny", ...but }),
        "a denial on all but a few resources": policy({ Effect: "Deny", ...elsewhere }),
        "a denial outside of one region, as AWS documents it": policy({
            Effect: "Deny",
            NotAction: ["iam:*", "sts:*"],
            Resource: "*",
            Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-central-1" } },
        }),
        "all but every action is none": policy({ NotAction: "*", Resource: table }),
        "on all but every resource is on none": policy({ Action: "sqs:SendMessage", NotResource: ["*"] }),
        "a trust policy": declare(IamRole, {
            assumeRolePolicy: policyOf({ NotAction: "sts:TagSession", Principal: { Service: "lambda.amazonaws.com" } }),
        }),
        "no policy at all": declare(IamRole, { assumeRolePolicy }),
        "every queue of a name, in China": policy({ Action: "sqs:SendMessage", Resource: "arn:aws-cn:sqs:*:*:orders" }),
        "an ARN of this stack": {
            policy: { Statement: [{ Effect: "Allow", Action: "sqs:*", Resource: unknown }] } as never,
        },
    },
    invalid: {
        "all but a few actions, as text": { given: policy(but), reports: ["policy"] },
        "as an object": {
            given: { policy: { Statement: [{ Effect: "Allow", ...but }] } as never },
            reports: ["policy.Statement[0]"],
        },
        "as one statement without a list": {
            given: { policy: { Statement: { Effect: "Allow", ...elsewhere } } as never },
            reports: ["policy.Statement"],
        },
        "all but a few resources": { given: policy(elsewhere), reports: ["policy"] },
        "both in one statement are one cause": {
            given: policy({ NotAction: "iam:*", NotResource: [table] }),
            reports: ["policy"],
        },
        "two statements are two causes": { given: policy(but, elsewhere), reports: ["policy", "policy"] },
        "an administrator by exception": { given: policy({ NotAction: "iam:*", Resource: "*" }), reports: ["policy"] },
        "under a condition": {
            given: policy({ ...but, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
            reports: ["policy"],
        },
        "an exception that is not known yet": {
            given: { policy: { Statement: [{ Effect: "Allow", NotAction: unknown, Resource: "*" }] } as never },
            reports: ["policy.Statement[0]"],
        },
        "beside a statement that is not known yet": {
            given: { policy: { Statement: [unknown, { Effect: "Allow", ...but }] } as never },
            reports: ["policy.Statement[1]"],
        },
        "inline on the role": {
            given: declare(IamRole, {
                assumeRolePolicy,
                inlinePolicies: [
                    { name: "read", policy: policyOf({ Action: "s3:GetObject", Resource: "*" }) },
                    { name: "rest", policy: policyOf(but) },
                ],
            }),
            reports: ["inlinePolicies[1].policy"],
        },
        "a customer-managed policy": { given: declare(IamPolicy, policy(but)), reports: ["policy"] },
        "a user's": { given: declare(IamUserPolicy, { user: "clara", ...policy(but) }), reports: ["policy"] },
        "a group's": { given: declare(IamGroupPolicy, { group: "staff", ...policy(elsewhere) }), reports: ["policy"] },
    },
    undecided: {
        "allowed or denied": {
            given: { policy: { Statement: [{ Effect: unknown, ...but }] } as never },
            awaits: ["policy.Statement[0].Effect"],
        },
        "the whole document": { given: { policy: unknown }, awaits: ["policy"] },
        "the inline policies": {
            given: declare(IamRole, { assumeRolePolicy, inlinePolicies: unknown }),
            awaits: ["inlinePolicies"],
        },
    },
});
