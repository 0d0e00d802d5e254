import assert from "node:assert/strict";
import {
    FirehoseDeliveryStream,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    IamPolicy,
    IamRole,
    LambdaFunction,
    LambdaFunctionUrl,
} from "../../model/aws";
import { handOf, identityOf, openPaths } from "../../model/graph";
import { declare, type Program, policyOf, ref, trusts } from "../../pack";
import rule from "../../policies/execution-roles/exec-role-no-privilege-escalation";
import { graphOf } from "../support/graph";
import { testRule } from "../support/rule-tester";
import { code, under, user } from "./parts";

const putAny = { Action: "iam:PutRolePolicy", Resource: "*" };
const runTask = { Action: "ecs:RunTask", Resource: "arn:aws:ecs:*:111122223333:task-definition/report:*" };
const passToTasks = {
    Action: "iam:PassRole",
    Resource: "*",
    Condition: { StringLike: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
};
const reports = ["role: inlinePolicies[0].policy"];

testRule(rule, {
    valid: {
        "a rule that runs tasks, as AWS documents it": { role: under("events", runTask, passToTasks) },
        "a schedule that does": { role: under("scheduler", runTask, passToTasks) },
    },
    invalid: {
        "a function that does, with any role for the task": {
            given: { role: under("lambda", runTask, passToTasks) },
            reports,
            weighs: ["critical"],
        },
        "a function": { given: { role: under("lambda", putAny) }, reports, weighs: ["critical"] },
        "a rule's role that code runs under too": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: trusts("events", "lambda"),
                    inlinePolicies: [{ name: "own", policy: policyOf(runTask, passToTasks) }],
                }),
            },
            reports,
            weighs: ["critical"],
        },
        "a build": { given: { role: under("codebuild", putAny) }, reports, weighs: ["critical"] },
        "a delivery stream": {
            given: {
                role: under("firehose", putAny),
                stream: declare(FirehoseDeliveryStream, {
                    destination: "extended_s3",
                    extendedS3Configuration: { roleArn: ref("role.arn"), bucketArn: "arn:aws:s3:::orders" },
                }),
            },
            reports,
            weighs: ["low"],
        },
        "a schedule": { given: { role: under("scheduler", putAny) }, reports, weighs: ["low"] },
        "a user with keys": {
            given: user({}, { Action: "iam:PutUserPolicy", Resource: "*" }),
            reports: ["policy: policy"],
            weighs: ["critical"],
        },
        "a policy that nobody has yet": {
            given: { policy: declare(IamPolicy, { policy: policyOf(putAny) }) },
            reports: ["policy: policy"],
            weighs: ["high"],
        },
        "what leads up only where something else is so": {
            given: { role: under("lambda", { Action: "iam:DeactivateMFADevice", Resource: "*" }) },
            reports,
            weighs: ["medium"],
        },
    },
});

describe("whose hands a way up is in", () => {
    const orders = declare(LambdaFunction, { ...code, role: ref("role.arn") });
    const url = (authorizationType: string): Program => ({
        orders,
        url: declare(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType }),
    });
    const route = (more: object): Program => ({
        orders,
        api: declare(HttpApi, { protocolType: "HTTP" }),
        integration: declare(HttpIntegration, {
            apiId: ref("api.id"),
            integrationType: "AWS_PROXY",
            integrationUri: ref("orders.arn"),
        }),
        route: declare(HttpRoute, {
            apiId: ref("api.id"),
            routeKey: "GET /orders",
            target: ref("integration.id", "integrations/"),
            ...more,
        }),
    });
    const cases: Readonly<Record<string, readonly [string, Program]>> = {
        "a URL that asks nobody": ["anyone", url("NONE")],
        "a URL that asks for a signature": ["others", url("AWS_IAM")],
        "a route that asks nobody": ["anyone", route({})],
        "a route that asks for a token": ["others", route({ authorizationType: "JWT", authorizerId: "abc" })],
        "nothing that calls it": ["others", { orders }],
    };
    for (const [name, [hand, program]] of Object.entries(cases))
        it(name, () => {
            const { stack, resource } = graphOf({ role: under("lambda", putAny), ...program });
            const identity = identityOf(stack, resource("role"));
            const [open] = identity ? openPaths(stack, identity) : [];
            assert.ok(identity && open);
            assert.equal(handOf(stack, identity, open), hand);
        });
});
