import { IamPolicy, IamRole, IamRolePolicy, SecretsManagerSecret, SsmParameter } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-secret-read-scoped";
import { testRule } from "../../support/rule-tester";

const secretArn = (name: string, partition = "aws") =>
    `arn:${partition}:secretsmanager:eu-west-1:111122223333:secret:${name}`;
const parameterArn = (name: string, account = "111122223333") => `arn:aws:ssm:eu-west-1:${account}:parameter/${name}`;
const secretRead = (Resource: string | readonly string[], more: object = {}) =>
    functionAllowed({ Action: "secretsmanager:GetSecretValue", Resource, ...more });
const parameterRead = (name: string, Action: string | readonly string[] = "ssm:GetParameter") =>
    functionAllowed({ Action, Resource: parameterArn(name) });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const asObject = (statement: object) => ({
    role,
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", ...statement }] } as never,
    }),
});
const at = ["policy: policy"];

testRule(rule, {
    valid: {
        "a secret, whatever its last six characters": secretRead(secretArn("/prod/db-??????")),
        "the secrets of an application": secretRead(secretArn("orders-*")),
        "a secret of this stack": {
            db: declare(SecretsManagerSecret, {}),
            role,
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Action: "secretsmanager:GetSecretValue", Resource: ref("db.arn") }),
            }),
        },
        "a parameter of this stack": {
            db: declare(SsmParameter, { type: "SecureString", name: "/prod/orders/db", value: "x" }),
            role,
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Action: "ssm:GetParameter", Resource: ref("db.arn") }),
            }),
        },
        "a namespace of parameters": parameterRead("prod/orders/*", ["ssm:GetParameter", "ssm:GetParametersByPath"]),
        "a namespace with its own root": parameterRead("prod*"),
        "one parameter in every environment": parameterRead("prod/*/db"),
        "AWS's public parameters": parameterRead("aws/service/ami-amazon-linux-latest/*"),
        "many at once, each of which still needs a grant": functionAllowed({
            Action: ["secretsmanager:BatchGetSecretValue", "secretsmanager:ListSecrets"],
            Resource: "*",
        }),
        "a random password, which is nobody's secret": functionAllowed({
            Action: "secretsmanager:GetRandomPassword",
            Resource: "*",
        }),
        "names of parameters": functionAllowed({ Action: "ssm:DescribeParameters", Resource: "*" }),
        "secrets told by their tags": secretRead("*", {
            Condition: { StringEquals: { "secretsmanager:ResourceTag/app": "orders" } },
        }),
        "a secret told by its id": secretRead("*", {
            Condition: { ArnLike: { "secretsmanager:SecretId": secretArn("orders-*") } },
        }),
        "a namespace beside a star of another service's": functionAllowed({
            Action: ["secretsmanager:GetSecretValue", "s3:GetObject"],
            Resource: [secretArn("orders-*"), "arn:aws:s3:::*"],
        }),
        "denied but for a namespace": functionAllowed(
            { Action: "ssm:GetParameter", Resource: "*" },
            { Effect: "Deny", Action: "ssm:*", NotResource: parameterArn("prod/orders/*") },
        ),
        "within a boundary of a namespace": {
            boundary: declare(IamPolicy, {
                policy: policyOf({ Action: "secretsmanager:*", Resource: secretArn("orders-*") }),
            }),
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                permissionsBoundary: ref("boundary.arn"),
                inlinePolicies: [
                    { name: "read", policy: policyOf({ Action: "secretsmanager:GetSecretValue", Resource: "*" }) },
                ],
            }),
        },
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
        "a secret that is not known yet": asObject({ Action: "secretsmanager:GetSecretValue", Resource: unknown }),
        "a secret whose name is not known yet": asObject({
            Action: "secretsmanager:GetSecretValue",
            Resource: secretArn(`${UNKNOWN}-??????`),
        }),
    },
    invalid: {
        "a star": { given: secretRead("*"), reports: at, weighs: ["critical"] },
        "every secret of the account": { given: secretRead(secretArn("*")), reports: at, weighs: ["critical"] },
        "every secret, in China": { given: secretRead(secretArn("*", "aws-cn")), reports: at },
        "every secret beside a named one": { given: secretRead([secretArn("orders-*"), secretArn("*")]), reports: at },
        "secrets by the end of their names": { given: secretRead(secretArn("*-db")), reports: at, weighs: ["high"] },
        "every parameter": { given: parameterRead("*"), reports: at },
        "every parameter, by a star in place of all": {
            given: functionAllowed({ Action: "ssm:GetParametersByPath", Resource: "arn:aws:ssm:*:*:*" }),
            reports: at,
        },
        "a parameter of every application": { given: parameterRead("*/db"), reports: at, weighs: ["high"] },
        "in any case, by pattern": {
            given: functionAllowed({ Action: "SSM:getparam*", Resource: "*" }),
            reports: at,
        },
        "the history of every parameter": { given: parameterRead("*", "ssm:GetParameterHistory"), reports: at },
        "secrets and parameters are one statement's fault": {
            given: functionAllowed({ Action: ["secretsmanager:GetSecretValue", "ssm:GetParameters"], Resource: "*" }),
            reports: at,
        },
        "the current version of every secret": {
            given: secretRead("*", { Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } } }),
            reports: at,
            weighs: ["medium"],
        },
        "from one network only": {
            given: secretRead("*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-1" } } }),
            reports: at,
            weighs: ["medium"],
        },
        "every parameter of an account that is not known yet": {
            given: asObject({ Action: "ssm:GetParameter", Resource: parameterArn("*", UNKNOWN) }),
            reports: ["policy: policy.Statement[0]"],
        },
        "whatever comes before a name that is not known yet": {
            given: asObject({ Action: "ssm:GetParameter", Resource: parameterArn(`*/${UNKNOWN}`) }),
            reports: ["policy: policy.Statement[0]"],
        },
    },
    undecided: {
        "the whole policy is unknown": {
            given: { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "an effect that is not known yet": {
            given: {
                role,
                policy: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: {
                        Statement: [{ Effect: unknown, Action: "secretsmanager:GetSecretValue", Resource: "*" }],
                    } as never,
                }),
            },
            awaits: ["policy.policy.Statement[0].Effect"],
        },
    },
});
