import { IamPolicy, IamRole, IamRolePolicy } from "../../../model/aws";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-resource-star";
import { testRule } from "../../support/rule-tester";

const table = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";
const star = (Action: string | readonly string[], more: object = {}) =>
    functionAllowed({ Action, Resource: "*", ...more });

testRule(rule, {
    valid: {
        "a table and its indexes": functionAllowed({ Action: "dynamodb:Query", Resource: [table, `${table}/index/*`] }),
        "the objects of a bucket": functionAllowed({ Action: "s3:GetObject", Resource: "arn:aws:s3:::orders/*" }),
        "actions that have no resources": star([
            "xray:PutTraceSegments",
            "ec2:DescribeNetworkInterfaces",
            "ecr:GetAuthorizationToken",
        ]),
        "interfaces of a function in a VPC": star(["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface"]),
        "descriptions by a pattern that also names some without resources": star("ec2:Describe*"),
        metrics: star("cloudwatch:PutMetricData"),
        "a function's own logs, as AWS's policy writes them": star([
            "logs:CreateLogGroup",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
        ]),
        "a log group with its streams": functionAllowed({
            Action: "logs:PutLogEvents",
            Resource: "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/lambda/orders:*",
        }),
        "a function with its versions": functionAllowed({
            Action: "lambda:InvokeFunction",
            Resource: "arn:aws:lambda:eu-west-1:111122223333:function:charge:*",
        }),
        "resources told by their tags": star("dynamodb:GetItem", {
            Condition: { StringEquals: { "aws:ResourceTag/app": "orders" } },
        }),
        "items told by their keys": star("dynamodb:GetItem", {
            Condition: { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${aws:userid}"] } },
        }),
        "a denial": functionAllowed({ Effect: "Deny", Action: "dynamodb:PutItem", Resource: "*" }),
        "taken back by a denial": functionAllowed(
            { Action: "dynamodb:PutItem", Resource: "*" },
            { Effect: "Deny", Action: "dynamodb:*", Resource: "*" },
        ),
        "text messages, topics denied": functionAllowed(
            { Action: "sns:Publish", Resource: "*" },
            { Effect: "Deny", Action: "sns:Publish", Resource: "arn:aws:sns:*:*:*" },
        ),
        "within a boundary that names the table": {
            boundary: declare(IamPolicy, { policy: policyOf({ Action: "dynamodb:*", Resource: table }) }),
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                permissionsBoundary: ref("boundary.arn"),
                inlinePolicies: [{ name: "read", policy: policyOf({ Action: "dynamodb:GetItem", Resource: "*" }) }],
            }),
        },
        "the one catalog of an account": functionAllowed({
            Action: "glue:GetDatabase",
            Resource: [
                "arn:aws:glue:eu-west-1:111122223333:catalog",
                "arn:aws:glue:eu-west-1:111122223333:database/sales",
            ],
        }),
        "an action whose only resource is the account's": star("geo-places:SearchText"),
        "tasks that a state machine started": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("states"),
                inlinePolicies: [
                    { name: "run", policy: policyOf({ Action: ["ecs:StopTask", "ecs:DescribeTasks"], Resource: "*" }) },
                ],
            }),
        },
        "an administrator, who is another policy's finding": star("*"),
        "a role that is named": functionAllowed({
            Action: "sts:AssumeRole",
            Resource: "arn:aws:iam::111122223333:role/reader",
        }),
        "an ARN of this stack": functionAllowed({ Action: "dynamodb:GetItem", Resource: ref("orders.arn") } as never),
        "an accepted action": { given: star("dynamodb:PutItem"), options: { acceptedActions: ["dynamodb:PutItem"] } },
    },
    invalid: {
        "how every bucket and table is set up": {
            given: functionAllowed({ Action: ["s3:GetBucketLocation", "dynamodb:DescribeTable"], Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["low"],
        },
        "and what is in them": {
            given: functionAllowed({ Action: ["s3:GetBucketLocation", "s3:GetObject"], Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "settings that hold what people put there": {
            given: functionAllowed({ Action: "lambda:GetFunctionConfiguration", Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "a star": { given: star("s3:GetObject"), reports: ["policy: policy"] },
        "among actions that have no resources": {
            given: star(["xray:PutTraceSegments", "sqs:SendMessage"]),
            reports: ["policy: policy"],
        },
        "an ARN of wildcards": {
            given: functionAllowed({ Action: "sqs:SendMessage", Resource: "arn:aws:sqs:*:*:*" }),
            reports: ["policy: policy"],
        },
        "every table": {
            given: functionAllowed({
                Action: "dynamodb:GetItem",
                Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/*",
            }),
            reports: ["policy: policy"],
        },
        "every bucket, in China": {
            given: functionAllowed({ Action: "s3:PutObject", Resource: "arn:aws-cn:s3:::*" }),
            reports: ["policy: policy"],
        },
        "beside a named one": {
            given: functionAllowed({ Action: "dynamodb:GetItem", Resource: [table, "*"] }),
            reports: ["policy: policy"],
        },
        "by a pattern of actions": { given: star("dynamodb:*Item"), reports: ["policy: policy"] },
        "from one network only": {
            given: star("s3:GetObject", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
            reports: ["policy: policy"],
        },
        "under a condition that demands nothing": {
            given: star("s3:GetObject", { Condition: { StringLikeIfExists: { "aws:ResourceTag/app": "orders" } } }),
            reports: ["policy: policy"],
        },
        "roles by a wildcard": {
            given: functionAllowed({ Action: "sts:AssumeRole", Resource: "arn:aws:iam::111122223333:role/deploy-*" }),
            reports: ["policy: policy"],
        },
        "a role of an account that is not listed": {
            given: functionAllowed({ Action: "sts:AssumeRole", Resource: "arn:aws:iam::444455556666:role/reader" }),
            options: { assumableAccounts: ["111122223333"] },
            reports: ["policy: policy"],
        },
        "every task, by a function": { given: star("ecs:StopTask"), reports: ["policy: policy"] },
        "of a state machine": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("states"),
                    inlinePolicies: [
                        { name: "run", policy: policyOf({ Action: "states:StartExecution", Resource: "*" }) },
                    ],
                }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
    },
    undecided: {
        "the whole policy is unknown": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
    },
});
