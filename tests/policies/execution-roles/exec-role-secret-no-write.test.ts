import {
    CodeBuildProject,
    IamOpenIdConnectProvider,
    IamRole,
    IamRolePolicy,
    LambdaAlias,
    LambdaFunction,
    LambdaPermission,
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
    SsmParameter,
} from "../../../model/aws";
import { declare, functionAllowed, json, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-secret-no-write";
import { testRule } from "../../support/rule-tester";

const Resource = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-??????";
const parameter = "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/orders/db";
const write = { Action: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"], Resource };
const writing = functionAllowed(write);
const roleWriting = (assumeRolePolicy: string) =>
    declare(IamRole, { assumeRolePolicy, inlinePolicies: [{ name: "write", policy: policyOf(write) }] });
const writingParameter = (type: "String" | "SecureString"): Program => ({
    cursor: declare(SsmParameter, { type, name: "/prod/orders/cursor", value: "0" }),
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: {
            Statement: [{ Effect: "Allow", Action: "ssm:PutParameter", Resource: ref("cursor.arn") }],
        } as never,
    }),
    orders: declare(LambdaFunction, { role: ref("role.arn") }),
});
const db = declare(SecretsManagerSecret, {});
const githubTrust = json({
    Statement: [
        {
            Effect: "Allow",
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
        },
    ],
});
const at = ["policy: policy"];

testRule(rule, {
    valid: {
        reads: functionAllowed({
            Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret", "ssm:GetParameter"],
            Resource: [Resource, parameter],
        }),
        "what chooses no value": functionAllowed({
            Action: ["secretsmanager:RotateSecret", "secretsmanager:RestoreSecret", "secretsmanager:TagResource"],
            Resource,
        }),
        "a rotation's function": {
            ...writing,
            db,
            rotation: declare(SecretsManagerSecretRotation, {
                secretId: ref("db.id"),
                rotationLambdaArn: ref("orders.arn"),
            }),
        },
        "a rotation's function, by its alias": {
            ...writing,
            db,
            live: declare(LambdaAlias, { functionName: ref("orders.name"), functionVersion: "1" }),
            rotation: declare(SecretsManagerSecretRotation, {
                secretId: ref("db.id"),
                rotationLambdaArn: ref("live.arn"),
            }),
        },
        "a function that Secrets Manager may invoke": {
            ...writing,
            permission: declare(LambdaPermission, {
                action: "lambda:InvokeFunction",
                principal: "secretsmanager.amazonaws.com",
                function: ref("orders.name"),
            }),
        },
        "AWS's statement for rotation functions": functionAllowed({
            ...write,
            Resource: "*",
            Condition: {
                StringEquals: {
                    "secretsmanager:resource/AllowRotationLambdaArn":
                        "arn:aws:lambda:eu-west-1:111122223333:function:rotate",
                },
            },
        }),
        "a build": {
            role: roleWriting(trusts("codebuild")),
            build: declare(CodeBuildProject, { serviceRole: ref("role.arn") }),
        },
        "a pipeline": { role: roleWriting(trusts("codepipeline", "cloudformation")) },
        "a CI service": { role: roleWriting(githubTrust) },
        "a CI service whose provider is of this stack": {
            github: declare(IamOpenIdConnectProvider, {
                url: "https://token.actions.githubusercontent.com",
                clientIdLists: ["sts.amazonaws.com"],
            }),
            role: declare(IamRole, {
                assumeRolePolicy: {
                    Statement: [
                        {
                            Effect: "Allow",
                            Action: "sts:AssumeRoleWithWebIdentity",
                            Principal: { Federated: ref("github.arn") },
                        },
                    ],
                } as never,
                inlinePolicies: [{ name: "write", policy: policyOf(write) }],
            }),
        },
        people: {
            role: roleWriting(policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } })),
        },
        "a service that mints tokens": {
            given: functionAllowed({ Action: "secretsmanager:CreateSecret", Resource }),
            options: { allowedActions: ["secretsmanager:CreateSecret"] },
        },
        "a parameter of this stack that is no secret": writingParameter("String"),
        "taken back by a denial": functionAllowed(write, {
            Effect: "Deny",
            Action: "secretsmanager:*",
            Resource: "*",
        }),
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
    },
    invalid: {
        "a function that writes a secret": { given: writing, reports: at },
        "opens it to others": {
            given: functionAllowed({ Action: "secretsmanager:PutResourcePolicy", Resource }),
            reports: at,
        },
        "deletes it": { given: functionAllowed({ Action: "secretsmanager:DeleteSecret", Resource }), reports: at },
        "by pattern, in any case": {
            given: functionAllowed({ Action: "SECRETSMANAGER:put*", Resource }),
            reports: at,
        },
        "all that can be done with it": {
            given: functionAllowed({ Action: "secretsmanager:*", Resource }),
            reports: at,
        },
        "makes secrets": { given: functionAllowed({ Action: "secretsmanager:CreateSecret", Resource }), reports: at },
        "a parameter of another stack": {
            given: functionAllowed({ Action: ["ssm:PutParameter", "ssm:DeleteParameters"], Resource: parameter }),
            reports: at,
        },
        "a secret parameter of this stack": {
            given: writingParameter("SecureString"),
            reports: ["policy: policy.Statement[0]"],
        },
        "beside a rotation's function": {
            given: {
                ...writing,
                db,
                rotate: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/rotate" }),
                rotation: declare(SecretsManagerSecretRotation, {
                    secretId: ref("db.id"),
                    rotationLambdaArn: ref("rotate.arn"),
                }),
            },
            reports: at,
        },
        "a function's role that a build may assume too": {
            given: { role: roleWriting(trusts("codebuild", "lambda")) },
            reports: ["role: inlinePolicies[0].policy"],
        },
        "an issuer of somebody else's tokens": {
            given: {
                role: roleWriting(githubTrust),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
    },
    undecided: {
        "whom a rotation names is not known": {
            given: {
                ...functionAllowed(write),
                db,
                rotation: declare(SecretsManagerSecretRotation, {
                    secretId: ref("db.id"),
                    rotationLambdaArn: unknown,
                }),
            },
            awaits: ["rotation.rotationLambdaArn"],
        },
        "who is trusted is not known": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: unknown,
                    inlinePolicies: [{ name: "write", policy: policyOf(write) }],
                }),
            },
            awaits: ["role.assumeRolePolicy"],
        },
    },
});
