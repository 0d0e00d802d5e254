import {
    DynamoDbResourcePolicy,
    DynamoDbTable,
    IamPolicy,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    KmsKey,
    LambdaAlias,
    S3BucketV2,
    SqsQueue,
    StateMachine,
} from "../../../model/aws";
import { declare, json, type Program, policyOf, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/execution-roles/function-calls-granted";
import { type Caller, calling } from "../../support/calls";
import { testRule } from "../../support/rule-tester";

const table = () => declare(DynamoDbTable, { hashKey: "id", attributes: [{ name: "id", type: "S" }] });
const role = declare(IamRole, { assumeRolePolicy: trusts("lambda") });
const flow = declare(StateMachine, {
    roleArn: "arn:aws:iam::111122223333:role/flow",
    definition: "{}",
    type: "EXPRESS",
});
const allowed = (...statements: readonly object[]) =>
    declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf(...statements) });
const program = (caller: Caller, statements: readonly object[], more: Program = {}): Program => ({
    role,
    policy: allowed(...statements),
    orders: table(),
    customers: table(),
    reader: calling(caller),
    ...more,
});
const TABLE = { TABLE: ref("orders.name") };
const get: Caller = { calls: [["dynamodb:GetItem", { TableName: "$TABLE", Key: "*" }]], variables: TABLE };
const Action = "dynamodb:GetItem";
const Resource = ref("orders.arn");
const reported = (given: Program, ...reports: readonly string[]) => ({
    given,
    reports: reports.length > 0 ? reports : ["reader: role"],
});

testRule(rule, {
    valid: {
        "by the name in a variable": program(get, [{ Action, Resource }]),
        "by a wildcard": program(get, [{ Action: "dynamodb:*", Resource: "*" }]),
        "in one of two policies": {
            ...program(get, []),
            more: declare(IamPolicy, { policy: policyOf({ Action, Resource }) }),
            attached: declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: ref("more.arn") }),
        },
        "by an AWS-managed policy": {
            ...program(get, []),
            attached: declare(IamRolePolicyAttachment, {
                role: ref("role.name"),
                policyArn: "arn:aws:iam::aws:policy/AmazonDynamoDBReadOnlyAccess",
            }),
        },
        "a policy as an object": {
            ...program(get, []),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] },
            }),
        },
        "an inline policy of the role": {
            orders: table(),
            role: declare(IamRole, {
                assumeRolePolicy: trusts("lambda"),
                inlinePolicies: [{ name: "read", policy: policyOf({ Action, Resource }) }],
            }),
            reader: calling(get),
        },
        "under a condition, which may hold": program(get, [
            { Action, Resource, Condition: { StringEquals: { "aws:ResourceTag/app": "orders" } } },
        ]),
        "an index": program(
            {
                calls: [["dynamodb:Query", { TableName: "$TABLE", IndexName: "by-customer" }]],
                variables: TABLE,
            },
            [{ Action: "dynamodb:Query", Resource: ref("orders.arn", "", "/index/*") }],
        ),
        "objects of a bucket": program(
            {
                calls: [["s3:GetObject", { Bucket: "$BUCKET", Key: "*" }]],
                variables: { BUCKET: ref("pictures.bucket") },
            },
            [{ Action: "s3:GetObject", Resource: ref("pictures.arn", "", "/*") }],
            { pictures: declare(S3BucketV2, {}) },
        ),
        "a function by its alias": program(
            { calls: [["lambda:Invoke", { FunctionName: "$CHARGE" }]], variables: { CHARGE: ref("live.arn") } },
            [{ Action: "lambda:InvokeFunction", Resource: ref("live.arn") }],
            {
                charge: calling({ calls: [] }, "arn:aws:iam::111122223333:role/charge"),
                live: declare(LambdaAlias, { functionName: ref("charge.name"), functionVersion: "$LATEST" }),
            },
        ),
        "by an ARN put together": program(
            {
                calls: [["sqs:SendMessage", { QueueUrl: ["https://sqs.", "*", ".amazonaws.com/", "*", "/accepted"] }]],
            },
            [{ Action: "sqs:SendMessage", Resource: ref("accepted.arn") }],
            { accepted: declare(SqsQueue, { name: "accepted" }) },
        ),
        "what needs no permission": program({ calls: [["sts:GetCallerIdentity", {}]] }, []),
        "in China": program(get, [
            { Action, Resource: "arn:aws-cn:dynamodb:cn-north-1:111122223333:table/*" },
            { Action, Resource },
        ]),
    },
    invalid: {
        "an action that is not allowed": reported(program(get, [{ Action: "dynamodb:Query", Resource }])),
        "on another table": reported(program(get, [{ Action, Resource: ref("customers.arn") }])),
        "no policy at all": reported({ role, orders: table(), reader: calling(get) }),
        "the neighbour alone": reported(
            program(
                {
                    calls: [["stepfunctions:StartSyncExecution", { stateMachineArn: "$FLOW_ARN" }]],
                    variables: { FLOW_ARN: ref("flow.arn") },
                },
                [{ Action: "states:StartExecution", Resource: ref("flow.arn") }],
                { flow },
            ),
        ),
        "denied beside": reported(
            program(get, [
                { Action, Resource },
                { Effect: "Deny", Action: "dynamodb:Get*", Resource: "*" },
            ]),
        ),
        "not within the boundary": reported({
            ...program(get, [{ Action, Resource }]),
            boundary: declare(IamPolicy, { policy: policyOf({ Action: "sqs:*", Resource: "*" }) }),
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), permissionsBoundary: ref("boundary.arn") }),
        }),
        "the table, and not its index": reported(
            program(
                {
                    calls: [["dynamodb:Query", { TableName: "$TABLE", IndexName: "by-customer" }]],
                    variables: TABLE,
                },
                [{ Action: "dynamodb:Query", Resource }],
            ),
        ),
        "the bucket, and not its objects": reported(
            program(
                {
                    calls: [["s3:GetObject", { Bucket: "$BUCKET", Key: "*" }]],
                    variables: { BUCKET: ref("pictures.bucket") },
                },
                [{ Action: "s3:GetObject", Resource: ref("pictures.arn") }],
                { pictures: declare(S3BucketV2, {}) },
            ),
        ),
        "a queue's key": reported(
            program(
                {
                    calls: [["sqs:SendMessage", { QueueUrl: "$QUEUE" }]],
                    variables: { QUEUE: ref("accepted.url") },
                },
                [{ Action: "sqs:SendMessage", Resource: ref("accepted.arn") }],
                { key: declare(KmsKey, {}), accepted: declare(SqsQueue, { kmsMasterKeyId: ref("key.arn") }) },
            ),
        ),
        "what only the request names, where nothing is allowed": reported(
            program({ calls: [["stepfunctions:StartExecution", { stateMachineArn: "*" }]] }, [{ Action, Resource }]),
        ),
        "on another service's resource": reported(
            program({ calls: [["stepfunctions:SendTaskSuccess", { taskToken: "*" }]] }, [
                { Action: "states:SendTaskSuccess", Resource: ref("orders.arn") },
            ]),
        ),
        "beside the reference, and denied": reported(
            program({ calls: [["events:ListRules", {}]] }, [
                { Action: "events:ListRules", Resource: "arn:aws:events:*:111122223333:rule/*" },
                { Effect: "Deny", Action: "events:List*", Resource: "*" },
            ]),
        ),
        "a neighbour, where there is no resource": reported(
            program({ calls: [["events:ListRules", {}]] }, [
                { Action: "events:DescribeRule", Resource: "arn:aws:events:*:111122223333:rule/*" },
            ]),
        ),
        "an execution, by the function's own name": reported(
            program({ calls: [["stepfunctions:StopExecution", { executionArn: "$AWS_LAMBDA_FUNCTION_NAME" }]] }, [
                { Action, Resource },
            ]),
        ),
        "two functions with one role, of which one calls more": reported(
            {
                ...program(get, [{ Action, Resource }]),
                writer: calling({ calls: [["dynamodb:PutItem", { TableName: "$TABLE" }]], variables: TABLE }),
            },
            "writer: role",
        ),
        "two actions on one table, once": reported(
            program(
                {
                    calls: [
                        ["dynamodb:GetItem", { TableName: "$TABLE" }],
                        ["dynamodb:PutItem", { TableName: "$TABLE" }],
                    ],
                    variables: TABLE,
                },
                [],
            ),
        ),
    },
    undecided: {
        "a call that is not certain": {
            given: program({ calls: [["dynamodb:GetItem?", { TableName: "$TABLE" }]], variables: TABLE }, []),
            awaits: ["reader.code (whether it makes the call is not certain)"],
        },
        "an action without resources, allowed on those of its service": {
            given: program({ calls: [["logs:DescribeLogGroups", {}]] }, [
                { Action: "logs:DescribeLogGroups", Resource: "arn:aws:logs:eu-west-1:111122223333:log-group:*" },
            ]),
            awaits: ["policy.policy"],
        },
        "a token of a state machine that it may": {
            given: program(
                { calls: [["stepfunctions:SendTaskSuccess", { taskToken: "*" }]] },
                [{ Action: "states:sendTaskSuccess", Resource: ref("flow.arn") }],
                { flow },
            ),
            awaits: ["policy.policy"],
        },
        "a form that the reference does not have": {
            given: program({ calls: [["apigateway:GetExport", { restApiId: "*", stageName: "*", exportType: "*" }]] }, [
                {
                    Action: "apigateway:GET",
                    Resource: "arn:aws:apigateway:eu-west-1::/restapis/a/stages/b/exports/oas30",
                },
            ]),
            awaits: ["policy.policy"],
        },
        "what is no ARN": {
            given: program({ calls: [["location:CalculateRouteMatrix", { CalculatorName: "routes" }]] }, [
                { Action: "geo:CalculateRouteMatrix", Resource: "RouteCalculatorArn" },
            ]),
            awaits: ["policy.policy"],
        },
        "code that is not all read": {
            given: program({ ...get, open: ["it makes code of a text"] }, [{ Action, Resource }]),
            awaits: ["reader.code (it makes code of a text)"],
        },
        "a layer": {
            given: {
                ...program(get, [{ Action, Resource }]),
                reader: calling(get, ref("role.arn"), {
                    layers: ["arn:aws:lambda:eu-west-1:111122223333:layer:tools:3"],
                }),
            },
            awaits: ["reader.layers (a layer may bring code that calls AWS)"],
        },
        "a policy that is not known yet": {
            given: { ...program(get, []), policy: declare(IamRolePolicy, { role: ref("role.name"), policy: unknown }) },
            awaits: ["policy.policy"],
        },
        "a policy of another stack": {
            given: {
                ...program(get, []),
                attached: declare(IamRolePolicyAttachment, {
                    role: ref("role.name"),
                    policyArn: "arn:aws:iam::111122223333:policy/readers",
                }),
            },
            awaits: ["attached.policyArn"],
        },
        "a role of another stack": {
            given: { orders: table(), reader: calling(get, "arn:aws:iam::111122223333:role/reader") },
            awaits: ["reader.role (it is not in this stack)"],
        },
        "a table that lets it in by itself": {
            given: {
                ...program(get, []),
                lets: declare(DynamoDbResourcePolicy, {
                    resourceArn: ref("orders.arn"),
                    policy: json({
                        Version: "2012-10-17",
                        Statement: [{ Effect: "Allow", Principal: { AWS: ref("role.arn") }, Action, Resource: "*" }],
                    }),
                }),
            },
            awaits: ["lets.policy"],
        },
        "a bucket of another stack": {
            given: program({ calls: [["s3:GetObject", { Bucket: "legacy", Key: "*" }]] }, []),
            awaits: ["role (what it calls lives elsewhere and may let it in)"],
        },
        "a variable that is not known": {
            given: program({ calls: get.calls, variables: { TABLE: unknown } }, [
                { Action: "dynamodb:Query", Resource },
            ]),
            awaits: ["reader.environment.variables.TABLE"],
        },
    },
});
