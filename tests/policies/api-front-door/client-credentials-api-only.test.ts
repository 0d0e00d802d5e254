import {
    IamGroup,
    IamGroupPolicy,
    IamRole,
    IamRolePolicy,
    IamUser,
    IamUserPolicy,
    IamUserPolicyAttachment,
    LambdaFunction,
} from "../../../model/aws";
import { declare, identityPoolProgram, json, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/api-front-door/client-credentials-api-only";
import { testRule } from "../../support/rule-tester";

const orders = "arn:aws:lambda:eu-west-1:111122223333:function:orders";
const invoke = { Action: "lambda:InvokeFunction", Resource: orders };
const api = {
    Action: "execute-api:Invoke",
    Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/live/GET/orders",
};
const user = (...statements: readonly object[]): Program => ({
    partner: declare(IamUser, {}),
    policy: declare(IamUserPolicy, { user: ref("partner.name"), policy: policyOf(...statements) }),
});
const customer = (...statements: readonly object[]): Program => ({
    ...identityPoolProgram("authenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const assumedBy = (AWS: string, ...statements: readonly object[]): Program => ({
    role: declare(IamRole, {
        assumeRolePolicy: json({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS } }],
        }),
    }),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) }),
});
const elsewhere = "arn:aws:iam::444455556666:role/vendor";
const reports = ["policy: policy"];

testRule(rule, {
    valid: {
        "a user who calls one API": user(api),
        "customers who call one API": customer(api),
        "a user who calls all of one API": user({
            ...api,
            Resource: "arn:aws:execute-api:eu-west-1:111122223333:a1b2c3/*",
        }),
        "customers who query GraphQL": customer({
            Action: "appsync:GraphQL",
            Resource: "arn:aws:appsync:eu-west-1:111122223333:apis/abcdefghij/types/Query/fields/orders",
        }),
        "a user who calls a function's URL": user({ Action: "lambda:InvokeFunctionUrl", Resource: orders }),
        "a user who deploys functions": user({ Action: "lambda:*", Resource: "*" }),
        "an administrator, who is another policy's": user({ Action: "*", Resource: "*" }),
        "a group of people": {
            staff: declare(IamGroup, {}),
            policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(invoke) }),
        },
        "a function's own role": {
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
            policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(invoke) }),
            caller: declare(LambdaFunction, { role: ref("role.arn") }),
        },
        "a role of the own account": assumedBy("arn:aws:iam::123456789012:role/deploy", invoke),
        "another account that is trusted": {
            given: assumedBy(elsewhere, invoke),
            options: { trustedAccounts: ["444455556666"] },
        },
        "what a denial takes away": user(invoke, { Effect: "Deny", Action: "lambda:Invoke*", Resource: "*" }),
    },
    invalid: {
        "a user who calls every API": { given: user({ ...api, Resource: "*" }), reports },
        "customers who call every API of the account": {
            given: customer({ ...api, Resource: "arn:aws:execute-api:eu-west-1:111122223333:*/*/*/*" }),
            reports,
        },
        "whatever calls there are": {
            given: user({ Action: "execute-api:*", Resource: "arn:aws:execute-api:*:*:*" }),
            reports,
        },
        "a user who queries every GraphQL API": {
            given: user({ Action: "appsync:GraphQL", Resource: "*" }),
            reports,
        },
        "a user who calls the function": { given: user(invoke), reports, weighs: ["medium"] },
        "a user, by a pattern of actions": { given: user({ Action: "lambda:Invoke*", Resource: orders }), reports },
        "customers who call the function": { given: customer(invoke), reports },
        "customers who may do all with functions": {
            given: customer({ Action: "lambda:*", Resource: orders }),
            reports,
        },
        "customers who start a workflow": {
            given: customer({
                Action: ["states:StartExecution", "states:StartSyncExecution"],
                Resource: "arn:aws:states:eu-west-1:111122223333:stateMachine:orders",
            }),
            reports,
        },
        "a role of another account": { given: assumedBy(elsewhere, invoke), reports },
        "another account as a whole": { given: assumedBy("444455556666", invoke), reports },
        "a policy of AWS's that a user has": {
            given: {
                partner: declare(IamUser, {}),
                attached: declare(IamUserPolicyAttachment, {
                    user: ref("partner.name"),
                    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaRole",
                }),
            },
            reports: ["attached: policyArn"],
        },
    },
    undecided: {
        "what the user may do is not known yet": {
            given: {
                partner: declare(IamUser, {}),
                policy: declare(IamUserPolicy, { user: ref("partner.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
    },
});
