import { IamRole, IamRolePolicy, IamRolePolicyAttachment, LambdaAlias, LambdaFunction } from "../../../model/aws";
import { declare, type Example, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/monoliths/one-role-per-function";
import { testRule } from "../../support/rule-tester";

const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const under = (given: unknown) => declare(LambdaFunction, { role: given as string, handler: "index.handler" });
const elsewhere = "arn:aws:iam::111122223333:role/shared";

const sharing = (policy: unknown) => ({
    role,
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy } as Example),
    read: under(ref("role.arn")),
    write: under(ref("role.arn")),
});

testRule(rule, {
    valid: {
        "one function": { role, read: under(ref("role.arn")) },
        "one function and its alias": {
            role,
            read: under(ref("role.arn")),
            live: declare(LambdaAlias, { functionName: ref("read.name"), functionVersion: "1" }),
        },
        "two functions that share the right to write logs": {
            ...sharing(policyOf({ Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*" })),
            traces: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess",
            }),
        },
        "two roles from elsewhere": { read: under(elsewhere), write: under(`${elsewhere}2`) },
        "one function whose role is not known": { read: under(unknown) },
    },
    invalid: {
        "two functions under one role": {
            given: { role, read: under(ref("role.arn")), write: under(ref("role.arn")) },
            reports: ["role: "],
        },
        "two functions that share a table beside their logs": {
            given: sharing(
                policyOf(
                    { Action: "logs:PutLogEvents", Resource: "*" },
                    { Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" },
                ),
            ),
            reports: ["role: "],
        },
        "two functions that share a key beside their logs": {
            given: sharing(policyOf({ Action: ["logs:PutLogEvents", "kms:Decrypt"], Resource: "*" })),
            reports: ["role: "],
        },
        "a role that lives elsewhere": {
            given: { read: under(elsewhere), write: under(elsewhere) },
            reports: ["read: role"],
        },
        "three of four": {
            given: {
                role,
                own: role,
                a: under(ref("role.arn")),
                b: under(ref("role.arn")),
                c: under(ref("role.arn")),
                d: under(ref("own.arn")),
            },
            reports: ["role: "],
        },
    },
    undecided: {
        "a role that is not known beside one of this stack": {
            given: { role, read: under(unknown), write: under(ref("role.arn")) },
            awaits: ["read.role"],
        },
        "what they share is not known": { given: sharing(unknown), awaits: ["policy.policy"] },
        "two roles that are not known": {
            given: { read: under(unknown), write: under(unknown) },
            awaits: ["read.role", "write.role"],
        },
    },
});
