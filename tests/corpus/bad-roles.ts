/** Mistakes as people make them, one in each role that is otherwise in order, with the policy that must find it. */
import {
    CognitoIdentityPool,
    CognitoIdentityPoolRoleAttachment,
    IamAccessKey,
    IamGroup,
    IamGroupPolicyAttachment,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamUser,
    IamUserPolicy,
    LambdaFunction,
} from "../../model/aws";
import { declare, type Program, policyOf, ref } from "../../pack";
import { arn, fromHere, globalArn, lambda, REGION, role, service, trust, trustOf } from "./parts";

export interface Mistake {
    readonly policy: string;
    /** The resource at which it is reported. */
    readonly at: string;
    readonly program: Program;
    /** The stack in which it is one; `dev` unless said. */
    readonly stack?: string;
}

const table = arn("dynamodb", "table/orders");
const reads = { Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: [table, `${table}/index/*`] };
const code = { handler: "index.handler", runtime: "nodejs22.x" };
const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;

/** A function's role with AWS's policy for logs, and with this one. */
function attached(name: string): Program {
    return {
        role: declare(IamRole, { assumeRolePolicy: trust("lambda") }),
        logs: declare(IamRolePolicyAttachment, {
            role: ref("role.name"),
            policyArn: awsPolicy("service-role/AWSLambdaBasicExecutionRole"),
        }),
        broad: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: awsPolicy(name) }),
        orders: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
    };
}

/** A role that nothing but its trust policy is wrong with. */
function trusting(statement: object): Program {
    return role(trustOf(statement), reads);
}

const atPolicy = (policy: string, ...statements: readonly object[]): Mistake => ({
    policy,
    at: "policy",
    program: lambda(reads, ...statements),
});

function guestPool(...statements: readonly object[]): Program {
    return {
        pool: declare(CognitoIdentityPool, { identityPoolName: "shop", allowUnauthenticatedIdentities: true }),
        ...role(
            trustOf({
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: "cognito-identity.amazonaws.com" },
                Condition: {
                    StringEquals: { "cognito-identity.amazonaws.com:aud": ref("pool.id") },
                    "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "unauthenticated" },
                },
            }),
            ...statements,
        ),
        attachment: declare(CognitoIdentityPoolRoleAttachment, {
            identityPoolId: ref("pool.id"),
            roles: { unauthenticated: ref("role.arn") } as never,
        }),
    };
}

export const mistakes: Readonly<Record<string, Mistake>> = {
    "everything, to get it working": atPolicy("exec-role-no-admin-access", { Action: "*", Resource: "*" }),
    "everything, from the quick start of a framework": {
        policy: "exec-role-no-admin-access",
        at: "broad",
        program: attached("AdministratorAccess"),
    },
    "everything but IAM, which passes for a limit": {
        policy: "exec-role-no-admin-access",
        at: "broad",
        program: attached("PowerUserAccess"),
    },
    "everything, in a policy of one's own that is attached": {
        policy: "exec-role-no-admin-access",
        at: "all",
        program: {
            ...lambda(reads),
            all: declare(IamPolicy, { policy: policyOf({ Action: ["*"], Resource: ["*"] }) }),
            attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("all.arn") }),
        },
    },
    "all of a table, with its deletion": atPolicy("exec-role-no-service-wildcard-action", {
        Action: "dynamodb:*",
        Resource: table,
    }),
    "all of S3 for one bucket": atPolicy("exec-role-no-service-wildcard-action", {
        Action: ["s3:*"],
        Resource: ["arn:aws:s3:::orders-documents", "arn:aws:s3:::orders-documents/*"],
    }),
    "every service's readings": atPolicy("exec-role-no-service-wildcard-action", {
        Action: "*:Get*",
        Resource: arn("dynamodb", "table/orders"),
    }),
    "two actions on every table": atPolicy("exec-role-no-resource-star", {
        Action: ["dynamodb:GetItem", "dynamodb:PutItem"],
        Resource: "*",
    }),
    "every table of the account, spelled out": atPolicy("exec-role-no-resource-star", {
        Action: "dynamodb:PutItem",
        Resource: arn("dynamodb", "table/*"),
    }),
    "every object of every bucket": atPolicy("exec-role-no-resource-star", {
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::*/*",
    }),
    "every queue beside calls that have no resources": atPolicy("exec-role-no-resource-star", {
        Action: ["xray:PutTraceSegments", "sqs:SendMessage", "sqs:DeleteMessage"],
        Resource: "*",
    }),
    "every function, to call one": atPolicy("exec-role-no-resource-star", {
        Action: "lambda:InvokeFunction",
        Resource: `arn:aws:lambda:*:*:function:*`,
    }),
    "any role of any account": atPolicy("exec-role-no-resource-star", {
        Action: "sts:AssumeRole",
        Resource: "*",
    }),
    "every state machine, from an API": {
        policy: "exec-role-no-resource-star",
        at: "policy",
        program: role(trust("apigateway"), { Action: "states:StartExecution", Resource: "*" }),
    },
    "every model": atPolicy("exec-role-no-resource-star", { Action: "bedrock:InvokeModel", Resource: "*" }),
    "all but a few actions": atPolicy("exec-role-no-not-action-allow", {
        NotAction: ["iam:*", "organizations:*"],
        Resource: "*",
    }),
    "all objects but those of one bucket": atPolicy("exec-role-no-not-action-allow", {
        Action: "s3:GetObject",
        NotResource: "arn:aws:s3:::salaries/*",
    }),
    "any role to tasks": atPolicy(
        "exec-role-passrole-restricted",
        { Action: "ecs:RunTask", Resource: arn("ecs", "task-definition/report:*") },
        { Action: "iam:PassRole", Resource: "*" },
    ),
    "roles by the beginning of their names, to any service": atPolicy(
        "exec-role-passrole-restricted",
        { Action: "ecs:RunTask", Resource: arn("ecs", "task-definition/report:*") },
        { Action: ["iam:PassRole"], Resource: globalArn("iam", "role/*") },
    ),
    "all of DynamoDB, by AWS's policy": {
        policy: "exec-role-no-broad-managed-policy",
        at: "broad",
        program: attached("AmazonDynamoDBFullAccess"),
    },
    "all of S3, by AWS's policy": {
        policy: "exec-role-no-broad-managed-policy",
        at: "broad",
        program: attached("AmazonS3FullAccess"),
    },
    "the content of every bucket, by AWS's policy": {
        policy: "exec-role-no-broad-managed-policy",
        at: "broad",
        program: attached("AmazonS3ReadOnlyAccess"),
    },
    "the broad policies of Lambda itself": {
        policy: "exec-role-no-broad-managed-policy",
        at: "broad",
        program: attached("AWSLambda_FullAccess"),
    },
    "policies that it may put on its own role": atPolicy("exec-role-no-privilege-escalation", {
        Action: "iam:PutRolePolicy",
        Resource: globalArn("iam", "role/*"),
    }),
    "new functions under any role": atPolicy(
        "exec-role-no-privilege-escalation",
        { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: arn("lambda", "function:tenant-*") },
        { Action: "iam:PassRole", Resource: "*" },
    ),
    "keys for any user": atPolicy("exec-role-no-privilege-escalation", {
        Action: ["iam:CreateAccessKey", "iam:ListUsers"],
        Resource: "*",
    }),
    "new versions of policies": atPolicy("exec-role-no-privilege-escalation", {
        Action: "iam:CreatePolicyVersion",
        Resource: globalArn("iam", "policy/*"),
    }),
    "decryption with any key": atPolicy("exec-role-kms-decrypt-scoped", { Action: "kms:Decrypt", Resource: "*" }),
    "decryption with every key of the account": atPolicy("exec-role-kms-decrypt-scoped", {
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource: arn("kms", "key/*"),
    }),
    "every secret": atPolicy("exec-role-secret-read-scoped", {
        Action: "secretsmanager:GetSecretValue",
        Resource: "*",
    }),
    "every secret of the account, spelled out": atPolicy("exec-role-secret-read-scoped", {
        Action: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
        Resource: arn("secretsmanager", "secret:*"),
    }),
    "every parameter": atPolicy("exec-role-secret-read-scoped", {
        Action: ["ssm:GetParameter", "ssm:GetParameters"],
        Resource: arn("ssm", "parameter/*"),
    }),
    "a secret that the application also writes": atPolicy("exec-role-secret-no-write", {
        Action: ["secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue"],
        Resource: arn("secretsmanager", "secret:orders/payment-token-??????"),
    }),
    "a database as any of its users": atPolicy("exec-role-rds-connect-scoped", {
        Action: "rds-db:connect",
        Resource: arn("rds-db", "dbuser:cluster-ABCDEFGHIJKL01234/*"),
    }),
    "every database": atPolicy("exec-role-rds-connect-scoped", { Action: "rds-db:connect", Resource: "*" }),
    "the deletion of a table, in production": {
        ...atPolicy("exec-role-no-delete-in-production", { Action: "dynamodb:DeleteTable", Resource: table }),
        stack: "prod",
    },
    "the deletion of objects' bucket, in production": {
        ...atPolicy("exec-role-no-delete-in-production", {
            Action: ["s3:PutObject", "s3:DeleteBucket"],
            Resource: ["arn:aws:s3:::orders-documents", "arn:aws:s3:::orders-documents/*"],
        }),
        stack: "prod",
    },
    "one role for everything that the company uses": {
        ...atPolicy(
            "exec-role-service-breadth",
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-documents/*" },
            { Action: "sqs:SendMessage", Resource: arn("sqs", "orders") },
            { Action: "sns:Publish", Resource: arn("sns", "orders") },
            { Action: "ses:SendEmail", Resource: arn("ses", "identity/example.com") },
            { Action: "states:StartExecution", Resource: arn("states", "stateMachine:fulfilment") },
            { Action: "kinesis:PutRecord", Resource: arn("kinesis", "stream/orders") },
            { Action: "cognito-idp:AdminGetUser", Resource: arn("cognito-idp", "userpool/eu-west-1_Example1") },
        ),
        at: "role",
    },
    "a role that anyone may assume": {
        policy: "role-trust-restricted",
        at: "role",
        program: trusting({ Action: "sts:AssumeRole", Principal: { AWS: "*" } }),
    },
    "a role that all but one may assume": {
        policy: "role-trust-restricted",
        at: "role",
        program: trusting({ Action: "sts:AssumeRole", NotPrincipal: { AWS: "arn:aws:iam::444455556666:root" } }),
    },
    "a deployment from any repository": {
        policy: "role-trust-restricted",
        at: "role",
        program: trusting({
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: globalArn("iam", "oidc-provider/token.actions.githubusercontent.com") },
            Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
        }),
    },
    "a vendor's account without an external id": {
        policy: "role-trust-confused-deputy",
        at: "role",
        program: trusting({ Action: "sts:AssumeRole", Principal: { AWS: "arn:aws:iam::444455556666:root" } }),
    },
    "a user with a key for the application": {
        policy: "no-iam-user-credentials",
        at: "key",
        program: {
            user: declare(IamUser, { name: "orders-app" }),
            key: declare(IamAccessKey, { user: ref("user.name") }),
        },
    },
    "developers as administrators": {
        policy: "human-policy-no-admin-access",
        at: "attachment",
        program: {
            developers: declare(IamGroup, { name: "developers" }),
            attachment: declare(IamGroupPolicyAttachment, {
                group: ref("developers.name"),
                policyArn: awsPolicy("AdministratorAccess"),
            }),
        },
    },
    "a user as administrator": {
        policy: "human-policy-no-admin-access",
        at: "policy",
        program: {
            user: declare(IamUser, { name: "maria" }),
            policy: declare(IamUserPolicy, {
                user: ref("user.name"),
                policy: policyOf({ Action: "*", Resource: "*" }),
            }),
        },
    },
    "guests who read the orders": {
        policy: "identity-pool-guest-role-minimal",
        at: "policy",
        program: guestPool({ Action: ["dynamodb:GetItem", "dynamodb:Scan"], Resource: table }),
    },
    "guests of any pool": {
        policy: "identity-pool-role-trust-conditions",
        at: "role",
        program: {
            ...guestPool(),
            role: declare(IamRole, {
                assumeRolePolicy: trustOf({
                    Action: "sts:AssumeRoleWithWebIdentity",
                    Principal: { Federated: "cognito-identity.amazonaws.com" },
                }),
            }),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({
                    Action: "execute-api:Invoke",
                    Resource: `${arn("execute-api", "a1b2c3d4e5")}/prod/GET/shop`,
                }),
            }),
        },
    },
    "a key that only another service's tasks should use": atPolicy("exec-role-kms-decrypt-scoped", {
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringNotEquals: { "kms:ViaService": service(`s3.${REGION}`) } },
    }),
    "a schedule that calls every function": {
        policy: "exec-role-no-resource-star",
        at: "policy",
        program: role(trust("scheduler", fromHere()), { Action: "lambda:InvokeFunction", Resource: "*" }),
    },
};
