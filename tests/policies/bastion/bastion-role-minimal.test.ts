import { IamRolePolicy } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-role-minimal";
import { testRule } from "../../support/rule-tester";
import { instance, profile } from "./hosts";

const bastion = instance({ iamInstanceProfile: ref("profile.name") });
const CORE = "AmazonSSMManagedInstanceCore";
const having = (...policies: readonly string[]) => ({ ...profile(policies), bastion });
const may = (Action: unknown, Resource: unknown = "*") => ({
    ...profile([CORE], { Effect: "Allow", Action, Resource }),
    bastion,
});
const own = ["own: policy"];

testRule(rule, {
    valid: {
        "the core and the agent for logs": having(CORE, "CloudWatchAgentServerPolicy"),
        "no profile": { bastion: instance({}) },
        "the log of sessions": may(["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups"]),
        "the bucket of sessions, and its key": may(
            ["s3:PutObject", "s3:GetEncryptionConfiguration", "kms:Decrypt", "kms:GenerateDataKey"],
            ["arn:aws:s3:::sessions/*", "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d"],
        ),
        "packages of the agent, in China": may("s3:GetObject", "arn:aws-cn:s3:::aws-ssm-cn-north-1/*"),
        "a denial": {
            ...profile([CORE], { Effect: "Deny", Action: "s3:*", Resource: "*" }),
            bastion,
        },
        "an application's role": {
            ...profile(["AmazonS3FullAccess"]),
            web: instance({ iamInstanceProfile: ref("profile.name") }, "web"),
        },
    },
    invalid: {
        "a policy for every bucket": { given: having(CORE, "AmazonS3FullAccess"), reports: ["attachment1: policyArn"] },
        "the old policy for hosts": {
            given: having("service-role/AmazonEC2RoleforSSM"),
            reports: ["attachment0: policyArn"],
        },
        "an administrator": { given: having(CORE, "AdministratorAccess"), reports: ["attachment1: policyArn"] },
        "reading a table": {
            given: may("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"),
            reports: own,
        },
        "a secret": { given: may("secretsmanager:GetSecretValue"), reports: own },
        "signing in to the database": { given: may("rds-db:connect"), reports: own },
        "another bucket": { given: may("s3:GetObject", "arn:aws:s3:::orders/*"), reports: own },
        everything: { given: may("*"), reports: own },
    },
    undecided: {
        "actions that are not known yet": {
            given: {
                ...profile([CORE]),
                more: declare(IamRolePolicy, {
                    role: ref("role.name"),
                    policy: { Statement: [{ Effect: unknown, Action: "s3:GetObject", Resource: "*" }] },
                } as never),
                bastion,
            },
            awaits: ["more.policy.Statement[0].Effect"],
        },
    },
});
