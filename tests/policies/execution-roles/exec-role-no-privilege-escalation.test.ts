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
    LambdaFunction,
    StateMachine,
} from "../../../model/aws";
import { declare, functionAllowed, json, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-no-privilege-escalation";
import { testRule } from "../../support/rule-tester";

const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const code = { handler: "index.handler", runtime: "nodejs22.x" } as const;
const aws = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const attach = (name: string) => declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: aws(name) });
const inline = (...statements: readonly object[]) =>
    declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) });
const asObject = (...statements: readonly object[]) =>
    declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: statements.map((statement) => ({ Effect: "Allow", ...statement })) } as never,
    });
const carrying = (service: string, ...statements: readonly object[]) =>
    declare(IamRole, {
        assumeRolePolicy: trusts(service),
        inlinePolicies: [{ name: "own", policy: policyOf(...statements) }],
    });
const everything = { Action: "*", Resource: "*" };
const readTable = { Action: "dynamodb:GetItem", Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders" };
const newFunction = { Action: ["lambda:CreateFunction", "lambda:InvokeFunction"], Resource: "*" };
const newTask = { Action: ["ecs:RegisterTaskDefinition", "ecs:RunTask"], Resource: "*" };
const to = (service: string) => ({
    Condition: { StringEquals: { "iam:PassedToService": `${service}.amazonaws.com` } },
});
/** A function that may change another one, and the other one under a role with these statements. */
const deployer = (resource: object, ...statements: readonly object[]) => ({
    role,
    other: carrying("lambda", ...statements),
    target: declare(LambdaFunction, { ...code, role: ref("other.arn") }),
    policy: asObject({ Action: "lambda:UpdateFunctionCode", ...resource }),
    deploy: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
});
/** A role that passes another one, which has these statements. */
const passing = (more: object, service: string, ...statements: readonly object[]) => ({
    role,
    other: carrying(service, ...statements),
    policy: asObject({ Action: "iam:PassRole", Resource: ref("other.arn"), ...more }, newTask),
});

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
        "data alone": functionAllowed(readTable, { Action: ["sqs:SendMessage", "s3:GetObject"], Resource: "*" }),
        "an administrator, who is another policy's finding": functionAllowed(everything),
        "a state machine that runs tasks, as AWS documents it": {
            task: carrying("ecs-tasks", readTable),
            role: declare(IamRole, { assumeRolePolicy: trusts("states") }),
            policy: inline(
                { Action: "ecs:RunTask", Resource: "arn:aws:ecs:eu-west-1:111122223333:task-definition/report" },
                { Action: ["ecs:StopTask", "ecs:DescribeTasks"], Resource: "*" },
                {
                    Action: ["events:PutTargets", "events:PutRule", "events:DescribeRule"],
                    Resource: "arn:aws:events:eu-west-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule",
                },
                { Action: "iam:PassRole", Resource: ref("task.arn") },
            ),
            machine: declare(StateMachine, { roleArn: ref("role.arn"), definition: json({}) }),
        },
        "a rule that runs tasks, as AWS documents it": {
            role: carrying(
                "events",
                { Action: "ecs:RunTask", Resource: "arn:aws:ecs:*:111122223333:task-definition/report:*" },
                { Action: "iam:PassRole", Resource: "*", ...to("ecs-tasks") },
            ),
        },
        "a function that schedules calls under a named role": functionAllowed(
            {
                Action: "scheduler:CreateSchedule",
                Resource: "arn:aws:scheduler:eu-west-1:111122223333:schedule/orders/*",
            },
            { Action: "iam:PassRole", Resource: "arn:aws:iam::111122223333:role/call-orders", ...to("scheduler") },
        ),
        "a deployer of one function that is no stronger": deployer({ Resource: ref("target.arn") }, readTable),
        "a deployer of a function of another stack": functionAllowed({
            Action: ["lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration"],
            Resource: "arn:aws:lambda:eu-west-1:111122223333:function:orders",
        }),
        "a function that changes itself": {
            role,
            orders: declare(LambdaFunction, { ...code, role: ref("role.arn") }),
            policy: inline(
                { Action: "lambda:UpdateFunctionConfiguration", Resource: ref("orders.arn") },
                { Action: "lambda:*", Resource: ref("orders.arn", "", ":*") },
            ),
        },
        "CodeDeploy's roles": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("codedeploy"),
                managedPolicyArns: [aws("service-role/AWSCodeDeployRoleForLambda"), aws("AWSCodeDeployRoleForECS")],
            }),
        },
        "Glue's service role": {
            role: declare(IamRole, {
                assumeRolePolicy: trusts("glue"),
                managedPolicyArns: [aws("service-role/AWSGlueServiceRole")],
            }),
        },
        "roles passed to another service than the one that is called": functionAllowed(newFunction, {
            Action: "iam:PassRole",
            Resource: "*",
            ...to("ecs-tasks"),
        }),
        "a denial of all other services": functionAllowed(
            newFunction,
            { Action: "iam:PassRole", Resource: "*" },
            {
                Effect: "Deny",
                Action: "iam:PassRole",
                Resource: "*",
                Condition: { StringNotEquals: { "iam:PassedToService": "states.amazonaws.com" } },
            },
        ),
        "a role of this stack that is no stronger, passed": passing({}, "ecs-tasks", readTable),
        "an administrator of this stack whom the service may not assume": passing({}, "ec2", everything),
        "an administrator of this stack, passed to another service": passing(to("ec2"), "ecs-tasks", everything),
        "needs that are denied": functionAllowed(
            newFunction,
            { Action: "iam:*", Resource: "arn:aws:iam::*:role/*" },
            {
                Effect: "Deny",
                Action: "iam:*",
                Resource: "*",
            },
        ),
        "needs on resources of another kind": functionAllowed({
            Action: ["lambda:*", "iam:*", "s3:*"],
            Resource: "arn:aws:s3:::orders/*",
        }),
        "roles with a boundary only, as AWS documents delegation": functionAllowed({
            Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"],
            Resource: "*",
            Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/workload" } },
        }),
        "one policy only, to whatever role": functionAllowed({
            Action: "iam:AttachRolePolicy",
            Resource: "*",
            Condition: { ArnEquals: { "iam:PolicyARN": aws("AmazonSSMManagedInstanceCore") } },
        }),
        "grants for AWS's own resources only": functionAllowed({
            Action: "kms:CreateGrant",
            Resource: "*",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        }),
        "sessions on instances of a tag": functionAllowed({
            Action: "ssm:StartSession",
            Resource: "*",
            Condition: { StringEquals: { "ssm:resourceTag/app": "orders" } },
        }),
        "a command's document, on one instance": functionAllowed({
            Action: "ssm:SendCommand",
            Resource: ["arn:aws:ssm:*:*:document/*", "arn:aws:ec2:eu-west-1:111122223333:instance/i-0abc"],
        }),
        "the keys of one user of another stack": functionAllowed({
            Action: ["iam:CreateAccessKey", "iam:DeleteAccessKey"],
            Resource: "arn:aws:iam::111122223333:user/mailer",
        }),
        "the keys of a user of this stack who may do little": {
            role,
            mailer: declare(IamUser, { name: "mailer" }),
            policy: inline({ Action: "iam:CreateAccessKey", Resource: ref("mailer.arn") }),
        },
        "builds of one project that is no stronger": {
            role,
            builder: carrying("codebuild", readTable),
            project: declare(CodeBuildProject, { serviceRole: ref("builder.arn") }),
            policy: inline({ Action: "codebuild:StartBuild", Resource: ref("project.arn") }),
        },
        "a policy of another role": {
            role,
            other: carrying("lambda", readTable),
            shared: declare(IamPolicy, { policy: policyOf(readTable) }),
            attachment: declare(IamRolePolicyAttachment, { role: ref("other.name"), policyArn: ref("shared.arn") }),
            policy: inline({ Action: "iam:CreatePolicyVersion", Resource: ref("shared.arn") }),
        },
        "in China, all roles denied": functionAllowed(
            newFunction,
            { Action: "iam:PassRole", Resource: "*" },
            {
                Effect: "Deny",
                Action: "iam:PassRole",
                Resource: "arn:aws-cn:iam::111122223333:role/*",
            },
        ),
        "a role that people assume": {
            operator: declare(IamRole, {
                assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                inlinePolicies: [{ name: "p", policy: policyOf({ Action: "iam:PutRolePolicy", Resource: "*" }) }],
            }),
        },
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
        "a user": {
            given: {
                user: declare(IamUser, { name: "operator" }),
                policy: declare(IamUserPolicy, {
                    user: ref("user.name"),
                    policy: policyOf({ Action: "iam:CreateAccessKey", Resource: "*" }),
                }),
            },
            reports: ["policy: policy"],
        },
        "a group": {
            given: {
                staff: declare(IamGroup, { name: "staff" }),
                policy: declare(IamGroupPolicy, {
                    group: ref("staff.name"),
                    policy: policyOf({ Action: "iam:PutGroupPolicy", Resource: "*" }),
                }),
            },
            reports: ["policy: policy"],
        },
        "every role to new functions": {
            given: functionAllowed(newFunction, { Action: "iam:PassRole", Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["critical"],
        },
        "across policies, at the one that decides": {
            given: {
                role,
                run: inline(newFunction),
                pass: declare(IamPolicy, {
                    policy: policyOf({ Action: "IAM:passrole", Resource: "arn:aws-cn:iam::*:role/*" }),
                }),
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("pass.arn") }),
            },
            reports: ["pass: policy"],
            weighs: ["critical"],
        },
        "many ways are one finding": {
            given: functionAllowed({ Action: ["iam:Put*", "iam:Attach*", "iam:Create*"], Resource: "*" }),
            reports: ["policy: policy"],
        },
        "all of IAM on roles": {
            given: functionAllowed({ Action: "iam:*", Resource: "arn:aws:iam::111122223333:role/*" }),
            reports: ["policy: policy"],
        },
        "to the very service that is called": {
            given: functionAllowed(newFunction, { Action: "iam:PassRole", Resource: "*", ...to("lambda") }),
            reports: ["policy: policy"],
        },
        "by a policy of AWS's": {
            given: { role, attachment: attach("AWSLambda_FullAccess") },
            reports: ["attachment: policyArn"],
        },
        "by a policy of AWS's and one of the program's": {
            given: {
                role,
                attachment: attach("AmazonECS_FullAccess"),
                policy: inline({ Action: "iam:PassRole", Resource: "*", ...to("lambda") }, newFunction),
            },
            reports: ["policy: policy"],
        },
        "its own role": {
            given: { role, policy: asObject({ Action: "iam:PutRolePolicy", Resource: ref("role.arn") }) },
            reports: ["policy: policy.Statement[0]"],
            weighs: ["critical"],
        },
        "a policy of its own": {
            given: {
                role,
                own: declare(IamPolicy, { policy: policyOf(readTable) }),
                attachment: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("own.arn") }),
                policy: inline({ Action: "iam:CreatePolicyVersion", Resource: ref("own.arn") }),
            },
            reports: ["policy: policy"],
        },
        "its own boundary": {
            given: {
                own: declare(IamRole, {
                    name: "own",
                    assumeRolePolicy: trusts("lambda"),
                    permissionsBoundary: "arn:aws:iam::111122223333:policy/workload",
                }),
                policy: declare(IamRolePolicy, {
                    role: ref("own.name"),
                    policy: policyOf({ Action: "iam:DeleteRolePermissionsBoundary", Resource: ref("own.arn") }),
                }),
            },
            reports: ["policy: policy"],
        },
        "whatever policy, by a condition that lets administrators be": {
            given: functionAllowed({
                Action: "iam:AttachRolePolicy",
                Resource: "*",
                Condition: { ArnLike: { "iam:PolicyARN": "arn:aws:iam::aws:policy/*" } },
            }),
            reports: ["policy: policy"],
        },
        "a boundary of this stack that makes administrators": {
            given: {
                role,
                bounds: declare(IamPolicy, { policy: policyOf(everything) }),
                bounded: declare(IamRole, { assumeRolePolicy: trusts("ec2"), permissionsBoundary: ref("bounds.arn") }),
                policy: asObject({
                    Action: "iam:PutRolePolicy",
                    Resource: "*",
                    Condition: { StringLike: { "iam:PermissionsBoundary": "arn:aws:iam::*:policy/*" } },
                }),
            },
            reports: ["policy: policy.Statement[0]"],
        },
        "a function of this stack that administers": {
            given: deployer({ Resource: ref("target.arn") }, everything),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["critical"],
        },
        "a function of this stack that can become an administrator": {
            given: deployer({ Resource: ref("target.arn") }, { Action: "iam:PutRolePolicy", Resource: "*" }),
            reports: ["other: inlinePolicies[0].policy", "policy: policy.Statement[0]"],
        },
        "an administrator of this stack, passed": {
            given: passing({}, "ecs-tasks", everything),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["critical"],
        },
        "every function": {
            given: deployer({ Resource: "arn:aws:lambda:eu-west-1:111122223333:function:*" }, readTable),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["critical"],
        },
        "functions whose names begin alike, which weighs less": {
            given: deployer({ Resource: "arn:aws:lambda:eu-west-1:111122223333:function:orders-*" }, readTable),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["medium"],
        },
        "keys, which give data": {
            given: functionAllowed({ Action: "kms:CreateGrant", Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "a user of this stack who administers": {
            given: {
                role,
                root: declare(IamUser, { name: "root" }),
                admin: declare(IamUserPolicy, { user: ref("root.name"), policy: policyOf(everything) }),
                policy: inline({ Action: "iam:CreateAccessKey", Resource: ref("root.arn") }),
            },
            reports: ["policy: policy"],
            weighs: ["critical"],
        },
        "a customer-managed policy that nothing here attaches": {
            given: {
                policy: declare(IamPolicy, {
                    policy: policyOf({ Action: "iam:UpdateAssumeRolePolicy", Resource: "*" }),
                }),
            },
            reports: ["policy: policy"],
        },
        "on a role of another stack": {
            given: {
                policy: declare(IamRolePolicy, {
                    role: "existing",
                    policy: policyOf({ Action: "iam:AddUserToGroup", Resource: "*" }),
                }),
            },
            reports: ["policy: policy"],
        },
    },
    undecided: {
        "a document not known yet": {
            given: { role, policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "actions not known yet": {
            given: { role, policy: asObject({ Action: unknown, Resource: "*" }) },
            awaits: ["policy.policy.Statement[0].Action"],
        },
        "allowed or denied": {
            given: { role, policy: asObject({ Effect: unknown, Action: "iam:PutRolePolicy", Resource: "*" }) },
            awaits: ["policy.policy.Statement[0].Effect"],
        },
    },
});
