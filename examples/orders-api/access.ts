import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invoices, table } from "./data";
import { key } from "./keys";
import { either } from "./mistakes";

/** Who comes from outside: the pipeline, the tax office, the importer, and the people on call. */

/** The repository's pipeline brings handlers to the bucket. GitHub's tokens say whose run it is. */
const github = new aws.iam.OpenIdConnectProvider("github", {
    url: "https://token.actions.githubusercontent.com",
    clientIdLists: ["sts.amazonaws.com"],
});
const pipeline = new aws.iam.Role("pipeline", {
    assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "sts:AssumeRoleWithWebIdentity",
                Principal: { Federated: github.arn },
                Condition: {
                    StringEquals: {
                        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                        ...either(
                            "role-trust-restricted",
                            {},
                            { "token.actions.githubusercontent.com:sub": "repo:orders/api:environment:production" },
                        ),
                    },
                },
            },
        ],
    }),
});
new aws.iam.RolePolicy("pipeline", {
    role: pipeline.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "s3:PutObject", Resource: pulumi.interpolate`${invoices.arn}/handlers/*` },
            { Effect: "Allow", Action: ["kms:GenerateDataKey", "kms:Decrypt"], Resource: key.arn },
        ],
    }),
});

/** The accountants read invoices, from an account of their own. */
const accountants = new aws.iam.Role("accountants", {
    assumeRolePolicy: {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "sts:AssumeRole",
                Principal: { AWS: "arn:aws:iam::444455556666:root" },
                ...either(
                    "role-trust-confused-deputy",
                    {},
                    { Condition: { StringEquals: { "sts:ExternalId": "orders-accountants" } } },
                ),
            },
        ],
    },
});
new aws.iam.RolePolicy("accountants", {
    role: accountants.name,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate`${invoices.arn}/nightly/*` },
            { Effect: "Allow", Action: "kms:Decrypt", Resource: key.arn },
        ],
    }),
});

either("no-iam-user-credentials", importer, () => undefined)();

function importer(): void {
    const user = new aws.iam.User("importer", {});
    new aws.iam.AccessKey("importer", { user: user.name });
    new aws.iam.UserPolicy("importer", {
        user: user.name,
        policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Action: "dynamodb:PutItem", Resource: table.arn }],
        }),
    });
}

const onCall = new aws.iam.Group("on-call", {});
new aws.iam.GroupPolicyAttachment("on-call", {
    group: onCall.name,
    policyArn: either(
        "human-policy-no-admin-access",
        aws.iam.ManagedPolicy.AdministratorAccess,
        aws.iam.ManagedPolicy.CloudWatchReadOnlyAccess,
    ),
});
new aws.iam.GroupPolicy("on-call-keeps-data", {
    group: onCall.name,
    policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            { Effect: either("identity-policy-valid", "deny", "Deny"), Action: "dynamodb:DeleteTable", Resource: "*" },
        ],
    }),
});

/** Without a second factor they may do nothing but set one up. */
either("people-need-mfa", () => undefined, secondFactor)();

function secondFactor(): void {
    new aws.iam.GroupPolicy("second-factor", {
        group: onCall.name,
        policy: {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Deny",
                    NotAction: ["iam:CreateVirtualMFADevice", "iam:EnableMFADevice", "sts:GetSessionToken"],
                    Resource: "*",
                    Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
                },
            ],
        },
    });
}

new aws.iam.AccountPasswordPolicy("passwords", {
    minimumPasswordLength: either("account-password-policy", 8, 14),
    passwordReusePrevention: 24,
    requireLowercaseCharacters: true,
    requireUppercaseCharacters: true,
    requireNumbers: true,
    requireSymbols: true,
    maxPasswordAge: 90,
});

/** Those who run the service sign in by Identity Center. */
new aws.ssoadmin.PermissionSet("operators", {
    name: "operators",
    instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
    sessionDuration: either("human-role-session-bounded", "PT12H", "PT1H"),
});

either("identity-permissions-through-groups", auditor, () => undefined)();

function auditor(): void {
    new aws.iam.UserPolicyAttachment("auditor", {
        user: "auditor",
        policyArn: aws.iam.ManagedPolicy.CloudWatchReadOnlyAccess,
    });
}

either("no-root-access-key", closing, () => undefined)();

function closing(): void {
    new aws.iam.AccessKey("closing", { user: "root" });
}
