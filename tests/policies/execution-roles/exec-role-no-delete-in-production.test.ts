import {
    CodeBuildProject,
    IamGroup,
    IamGroupPolicy,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    IamUser,
    IamUserPolicy,
    IamUserPolicyAttachment,
} from "../../../model/aws";
import { declare, functionAllowed, json, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-delete-in-production";
import { testRule } from "../../support/rule-tester";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const deleting = { Action: "dynamodb:DeleteTable", Resource };
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const tagged = (tags: Readonly<Record<string, string>>) => ({
    role: declare(IamRole, {
        assumeRolePolicy: trusts("lambda"),
        tags,
        inlinePolicies: [{ name: "delete", policy: policyOf(deleting) }],
    }),
});
const inlineOf = (assumeRolePolicy: string) => ({
    role: declare(IamRole, {
        assumeRolePolicy,
        inlinePolicies: [{ name: "delete", policy: policyOf(deleting) }],
    }),
});
const attached = (policyArn: string) => ({
    role,
    attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn }),
});
const bounded = (boundary: unknown) => ({
    ...inlineOf(trusts("lambda")),
    role: declare(IamRole, {
        assumeRolePolicy: trusts("lambda"),
        permissionsBoundary: boundary as string,
        inlinePolicies: [{ name: "delete", policy: policyOf(deleting) }],
    }),
});
const runner = json({
    Statement: {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/gitlab.com" },
    },
});
const at = ["policy: policy"];

testRule(rule, {
    valid: {
        "one's own keys, under whatever path": {
            staff: declare(IamGroup, { name: "staff" }),
            policy: declare(IamGroupPolicy, {
                group: ref("staff.name"),
                policy: policyOf({
                    Action: ["iam:CreateAccessKey", "iam:DeleteAccessKey"],
                    Resource: ["arn:aws:iam::*:user/${aws:username}", "arn:aws:iam::*:user/*/${aws:username}"],
                }),
            }),
        },
        "deletes what the application keeps": functionAllowed({
            Action: ["dynamodb:DeleteItem", "s3:DeleteObject", "sqs:DeleteMessage", "dynamodb:BatchWriteItem"],
            Resource: "*",
        }),
        "interfaces of a function in a VPC": attached(
            "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
        ),
        "removes tags": functionAllowed({ Action: ["dynamodb:UntagResource", "ec2:DeleteTags"], Resource: "*" }),
        "not in production": { given: functionAllowed(deleting), stack: "dev" },
        "not in production, says a tag": {
            given: functionAllowed(deleting),
            stack: "blue",
            tags: { environment: "staging" },
        },
        "not in production, says the configuration": {
            given: functionAllowed(deleting),
            stack: "blue",
            environment: "development",
        },
        "taken back by a denial": functionAllowed(
            { Action: "dynamodb:*", Resource },
            { Effect: "Deny", Action: ["*:Delete*", "*:BatchDelete*"], Resource: "*" },
        ),
        "an attached policy, taken back by a denial": {
            ...attached("arn:aws:iam::aws:policy/AmazonSQSFullAccess"),
            denial: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf({ Effect: "Deny", Action: ["sqs:Delete*", "sqs:PurgeQueue"], Resource: "*" }),
            }),
        },
        "within a boundary": {
            ...bounded(ref("boundary.arn")),
            boundary: declare(IamPolicy, { policy: policyOf({ Action: "dynamodb:*Item", Resource: "*" }) }),
        },
        "a role tagged as the deployment's": tagged({ purpose: "deployment" }),
        "a role tagged as CI's, in any case": tagged({ Role: "CI" }),
        "a role tagged by a tag of one's own": {
            given: tagged({ team: "platform" }),
            options: { deploymentTags: ["team=platform"] },
        },
        "a policy tagged as the deployment's, for nobody yet": {
            policy: declare(IamPolicy, { tags: { purpose: "deployment" }, policy: policyOf(deleting) }),
        },
        "a build": {
            ...inlineOf(trusts("codebuild")),
            build: declare(CodeBuildProject, { serviceRole: ref("role.arn") }),
        },
        "a pipeline": inlineOf(trusts("codepipeline", "cloudformation")),
        "a CI service": inlineOf(runner),
        "AWS's own policy for its own service": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("backup"),
                managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"],
            }),
        },
        "an administrator, which is another policy's": functionAllowed({ Action: "*", Resource: "*" }),
        "an attached administrator, which is another policy's": attached("arn:aws:iam::aws:policy/PowerUserAccess"),
    },
    invalid: {
        "everybody's keys below a path": {
            given: {
                staff: declare(IamGroup, { name: "staff" }),
                policy: declare(IamGroupPolicy, {
                    group: ref("staff.name"),
                    policy: policyOf({
                        Action: ["iam:CreateAccessKey", "iam:DeleteAccessKey"],
                        Resource: "arn:aws:iam::*:user/*/*",
                    }),
                }),
            },
            reports: ["policy: policy"],
        },
        "a function's role": { given: functionAllowed(deleting), reports: at },
        "in production, says a tag": {
            given: functionAllowed(deleting),
            stack: "blue",
            tags: { environment: "production" },
            reports: at,
        },
        "in production, says the configuration": {
            given: functionAllowed(deleting),
            stack: "blue",
            environment: "production",
            reports: at,
        },
        "whatever the configuration says of a name that is clear": {
            given: functionAllowed(deleting),
            environment: "development",
            reports: at,
        },
        "by all of a service, in any case": {
            given: functionAllowed({ Action: "DynamoDB:*", Resource }),
            reports: at,
        },
        "by a verb of every service": {
            given: functionAllowed({ Action: "*:Delete*", Resource: "*" }),
            reports: at,
        },
        "ends, purges and schedules an end": {
            given: functionAllowed(
                { Action: "ec2:TerminateInstances", Resource: "*" },
                { Action: "sqs:PurgeQueue", Resource: "*" },
                { Action: "kms:ScheduleKeyDeletion", Resource: "*" },
            ),
            reports: [...at, ...at, ...at],
        },
        "a denial of something else": {
            given: functionAllowed(deleting, {
                Effect: "Deny",
                Action: "dynamodb:DeleteTable",
                Resource: `${Resource}-2`,
            }),
            reports: at,
        },
        "a denial without a second factor only": {
            given: functionAllowed(deleting, {
                Effect: "Deny",
                Action: "dynamodb:DeleteTable",
                Resource: "*",
                Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
            }),
            reports: at,
        },
        "an attached policy of AWS": {
            given: attached("arn:aws:iam::aws:policy/AmazonSQSFullAccess"),
            reports: ["attachment: policyArn"],
        },
        "an attached policy of AWS, in GovCloud": {
            given: attached("arn:aws-us-gov:iam::aws:policy/AmazonDynamoDBFullAccess"),
            reports: ["attachment: policyArn"],
        },
        "a user": {
            given: {
                anna: declare(IamUser, {}),
                policy: declare(IamUserPolicy, { user: ref("anna.name"), policy: policyOf(deleting) }),
                attachment: declare(IamUserPolicyAttachment, {
                    user: ref("anna.name"),
                    policyArn: "arn:aws:iam::aws:policy/AmazonS3FullAccess",
                }),
            },
            reports: ["attachment: policyArn", "policy: policy"],
        },
        "a group": {
            given: {
                staff: declare(IamGroup, {}),
                policy: declare(IamGroupPolicy, { group: ref("staff.name"), policy: policyOf(deleting) }),
            },
            reports: at,
        },
        "a role that people assume": {
            given: inlineOf(policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } })),
            reports: ["role: inlinePolicies[0].policy"],
        },
        "a policy that nothing attaches": {
            given: { policy: declare(IamPolicy, { policy: policyOf(deleting) }) },
            reports: at,
        },
        "a policy that a deployment has, and a function too": {
            given: {
                deploy: declare(IamRole, { assumeRolePolicy: trusts("cloudformation") }),
                role,
                policy: declare(IamPolicy, { policy: policyOf(deleting) }),
                one: declare(IamRolePolicyAttachment, { role: ref("deploy.name"), policyArn: ref("policy.arn") }),
                other: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("policy.arn") }),
            },
            reports: at,
        },
        "a role tagged as something else": {
            given: tagged({ purpose: "orders" }),
            reports: ["role: inlinePolicies[0].policy"],
        },
        "a build that serves requests too": {
            given: inlineOf(trusts("codebuild", "lambda")),
            reports: ["role: inlinePolicies[0].policy"],
        },
        "data, where the option says so": {
            given: functionAllowed({ Action: "dynamodb:DeleteItem", Resource }),
            options: { dataPlane: true },
            reports: at,
        },
    },
    undecided: {
        "whether the stack is production": {
            given: functionAllowed(deleting),
            stack: "blue",
            awaits: ["aws-serverless-security:environment"],
        },
        "a boundary of another stack": {
            given: bounded("arn:aws:iam::111122223333:policy/boundary"),
            awaits: ["role.permissionsBoundary"],
        },
        "a tag that is not known yet": {
            given: tagged({ purpose: unknown as never }),
            awaits: ["role.tags.purpose"],
        },
        "a policy that is not known yet": {
            given: { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
    },
});
