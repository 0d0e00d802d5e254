import { IamPolicy, IamRole, IamRolePolicy, LambdaFunction } from "../../../model/aws";
import { declare, functionAllowed, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/exec-role-passrole-restricted";
import { testRule } from "../../support/rule-tester";

const task = "arn:aws:iam::111122223333:role/report-task";
const toTasks = { Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } } };
const pass = (Resource: string | readonly string[], more: object = {}, ...others: readonly object[]) =>
    functionAllowed({ Action: "iam:PassRole", Resource, ...more }, ...others);
const asObject = (statement: object, more: object = {}) => ({
    role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), ...more }),
    task: declare(IamRole, { assumeRolePolicy: trusts("ecs-tasks") }),
    policy: declare(IamRolePolicy, {
        role: ref("role.name"),
        policy: { Statement: [{ Effect: "Allow", Action: "iam:PassRole", ...statement }] } as never,
    }),
});
const boundedBy = (Resource: string) => ({
    ...asObject({ Resource: "*", ...toTasks }, { permissionsBoundary: ref("boundary.arn") }),
    boundary: declare(IamPolicy, { policy: policyOf({ Action: ["iam:PassRole", "ecs:*"], Resource }) }),
});

testRule(rule, {
    valid: {
        "a named role, to a named service": pass(task, toTasks),
        "named roles, in China, in any case": functionAllowed({
            Action: ["ecs:RunTask", "IAM:passrole"],
            Resource: ["arn:aws-cn:iam::111122223333:role/task", "arn:aws-cn:iam::111122223333:role/app/execution"],
            Condition: {
                StringLike: { "IAM:PassedToService": ["ecs-tasks.amazonaws.com", "ecs-tasks.amazonaws.com.cn"] },
            },
        }),
        "a named role, for one function": pass(task, {
            Condition: {
                ArnEquals: { "iam:AssociatedResourceArn": "arn:aws:lambda:eu-west-1:111122223333:function:orders" },
            },
        }),
        "a named role of whatever account": pass("arn:aws:iam::*:role/report-task", toTasks),
        "a role of this stack": asObject({ Resource: ref("task.arn"), ...toTasks }),
        "to others, refused by a denial": pass(
            task,
            {},
            {
                Effect: "Deny",
                Action: "iam:PassRole",
                Resource: "*",
                Condition: { StringNotEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
            },
        ),
        "a denial": pass("*", { Effect: "Deny" }),
        "taken back by a denial": pass("*", {}, { Effect: "Deny", Action: "iam:*", Resource: "arn:aws:iam::*:role/*" }),
        "all but what a denial leaves, which is one role with its condition": pass([task], toTasks, {
            Effect: "Deny",
            Action: "iam:PassRole",
            NotResource: task,
        }),
        "within a boundary that names the role": boundedBy(task),
        "within a boundary that passes none": boundedBy("arn:aws:ecs:*:*:*"),
        "an administrator, who is another policy's finding": functionAllowed({ Action: "*", Resource: "*" }),
        "all but a few actions, which is another policy's finding": functionAllowed({
            NotAction: "s3:*",
            Resource: task,
        }),
        "other actions of IAM": functionAllowed({ Action: ["iam:Get*", "iam:List*"], Resource: "*" }),
        "a wildcard that names no role": functionAllowed({ Action: "*", Resource: "arn:aws:s3:::orders/*" }),
        "a role that people assume": {
            operator: declare(IamRole, {
                assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                inlinePolicies: [{ name: "pass", policy: policyOf({ Action: "iam:PassRole", Resource: "*" }) }],
            }),
        },
    },
    invalid: {
        "every role": { given: pass("*"), reports: ["policy: policy"], weighs: ["high"] },
        "every role, to a named service": { given: pass("*", toTasks), reports: ["policy: policy"], weighs: ["high"] },
        "every role by its ARN": {
            given: pass("arn:aws:iam::*:role/*"),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "beside a named one": { given: pass([task, "arn:aws:iam::111122223333:*"]), reports: ["policy: policy"] },
        "a path": {
            given: pass("arn:aws:iam::111122223333:role/app/*"),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "the beginning of a name, to a named service": {
            given: pass("arn:aws-us-gov:iam::111122223333:role/report-*", toTasks),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "a named role, to any service": { given: pass(task), reports: ["policy: policy"], weighs: ["medium"] },
        "a named role, under a condition that may be missing": {
            given: pass(task, {
                Condition: { StringEqualsIfExists: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
            }),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "a named role, to whatever service": {
            given: pass(task, { Condition: { StringLike: { "iam:PassedToService": "*" } } }),
            reports: ["policy: policy"],
            weighs: ["medium"],
        },
        "all of IAM, on roles": {
            given: functionAllowed({ Action: "iam:*", Resource: "arn:aws:iam::111122223333:role/*" }),
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "by a pattern": { given: functionAllowed({ Action: "iam:Pass*", Resource: "*" }), reports: ["policy: policy"] },
        "every action, on roles": {
            given: functionAllowed({ Action: "*", Resource: "arn:aws:iam::111122223333:role/*" }),
            reports: ["policy: policy"],
        },
        "two statements are two causes": {
            given: pass("*", {}, { Action: "iam:PassRole", Resource: task }),
            reports: ["policy: policy", "policy: policy"],
        },
        "within a boundary of a path": {
            given: boundedBy("arn:aws:iam::111122223333:role/app/*"),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["medium"],
        },
        "within a boundary of every role": {
            given: boundedBy("*"),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["high"],
        },
        "a role of this stack, to any service": {
            given: asObject({ Resource: ref("task.arn") }),
            reports: ["policy: policy.Statement[0]"],
            weighs: ["medium"],
        },
        "a state machine's": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("states"),
                    inlinePolicies: [
                        { name: "run", policy: policyOf({ Action: ["ecs:RunTask", "iam:PassRole"], Resource: "*" }) },
                    ],
                }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
        "a customer-managed policy that nothing here attaches": {
            given: { policy: declare(IamPolicy, { policy: policyOf({ Action: "iam:PassRole", Resource: "*" }) }) },
            reports: ["policy: policy"],
        },
        "whoever else may assume the role of the function": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: policyOf({ Action: "sts:AssumeRole", Principal: { AWS: "111122223333" } }),
                    inlinePolicies: [{ name: "pass", policy: policyOf({ Action: "iam:PassRole", Resource: "*" }) }],
                }),
                orders: declare(LambdaFunction, { role: ref("role.arn") }),
            },
            reports: ["role: inlinePolicies[0].policy"],
        },
    },
    undecided: {
        "a named role, under a condition not known yet": {
            given: asObject({ Resource: task, Condition: unknown }),
            awaits: ["policy.policy.Statement[0].Condition"],
        },
        "allowed or denied": {
            given: asObject({ Resource: "*", Effect: unknown }),
            awaits: ["policy.policy.Statement[0].Effect"],
        },
        "actions not known yet": {
            given: asObject({ Resource: "*", Action: unknown }),
            awaits: ["policy.policy.Statement[0].Action"],
        },
        "a document not known yet": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: trusts("lambda") }),
                policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }),
            },
            awaits: ["policy.policy"],
        },
    },
});
