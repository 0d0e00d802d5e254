/** Roles under which AWS starts one thing for another: state machines, pipes, schedules, rules, API integrations. */
import {
    AppSyncDataSource,
    EventTarget,
    HttpIntegration,
    Pipe,
    RestIntegration,
    Schedule,
    StateMachine,
} from "../../../model/aws";
import { declare, json, type Program, ref } from "../../../pack";
import { ACCOUNT, arn, type Corpus, docs, fromHere, globalArn, role, service, trust } from "../parts";

const charge = arn("lambda", "function:charge");
const definition = json({ StartAt: "Done", States: { Done: { Type: "Succeed" } } });
const stepFunctions = trust("states", fromHere(`${arn("states", "stateMachine")}:*`));
const bus = arn("events", "event-bus/orders");
const fulfilment = arn("states", "stateMachine:fulfilment");
const taskRoles = [globalArn("iam", "role/report-task"), globalArn("iam", "role/report-execution")];
const managedRule = (name: string) => ({
    Action: ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
    Resource: arn("events", `rule/${name}`),
});

function stateMachine(...statements: readonly object[]): Program {
    return {
        ...role(stepFunctions, ...statements),
        machine: declare(StateMachine, { roleArn: ref("role.arn"), definition }),
    };
}

function eventTarget(target: string, ...statements: readonly object[]): Program {
    return {
        ...role(trust("events", fromHere(arn("events", "rule/orders/created"))), ...statements),
        target: declare(EventTarget, {
            rule: "created",
            eventBusName: "orders",
            arn: target,
            roleArn: ref("role.arn"),
        }),
    };
}

function schedule(target: string, ...statements: readonly object[]): Program {
    return {
        ...role(trust("scheduler", fromHere(arn("scheduler", "schedule-group/nightly"))), ...statements),
        schedule: declare(Schedule, {
            groupName: "nightly",
            scheduleExpression: "rate(1 day)",
            flexibleTimeWindow: { mode: "OFF" },
            target: { arn: target, roleArn: ref("role.arn") },
        }),
    };
}

function integration(...statements: readonly object[]): Program {
    return {
        ...role(trust("apigateway"), ...statements),
        integration: declare(RestIntegration, {
            restApi: "a1b2c3d4e5",
            resourceId: "abc123",
            httpMethod: "POST",
            type: "AWS",
            integrationHttpMethod: "POST",
            uri: "arn:aws:apigateway:eu-west-1:sqs:path/111122223333/orders",
            credentials: ref("role.arn"),
        }),
    };
}

export const workflowRoles: Corpus = {
    "a state machine that calls a function": {
        source: docs("step-functions/latest/dg/connect-lambda.html"),
        program: stateMachine({ Action: "lambda:InvokeFunction", Resource: [charge, `${charge}:*`] }),
    },
    "a state machine that waits for another": {
        source: docs("step-functions/latest/dg/connect-stepfunctions.html"),
        program: stateMachine(
            { Action: "states:StartExecution", Resource: fulfilment },
            {
                Action: ["states:DescribeExecution", "states:StopExecution"],
                Resource: arn("states", "execution:fulfilment:*"),
            },
            managedRule("StepFunctionsGetEventsForStepFunctionsExecutionRule"),
        ),
    },
    "a state machine that maps over many items": {
        source: docs("step-functions/latest/dg/iam-policies-eg-dist-map.html"),
        program: stateMachine(
            { Action: "states:StartExecution", Resource: arn("states", "stateMachine:import") },
            {
                Action: ["states:DescribeExecution", "states:StopExecution"],
                Resource: arn("states", "execution:import:*"),
            },
            { Action: "states:RedriveExecution", Resource: arn("states", "execution:import/*:*") },
            { Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-imports/*" },
        ),
    },
    "a state machine that waits for a task": {
        source: docs("step-functions/latest/dg/connect-ecs.html"),
        program: stateMachine(
            { Action: "ecs:RunTask", Resource: arn("ecs", "task-definition/report:*") },
            { Action: ["ecs:DescribeTasks", "ecs:StopTask"], Resource: "*" },
            managedRule("StepFunctionsGetEventsForECSTaskRule"),
            {
                Action: "iam:PassRole",
                Resource: taskRoles,
                Condition: { StringEquals: { "iam:PassedToService": service("ecs-tasks") } },
            },
        ),
    },
    "a state machine that waits for a batch job": {
        source: docs("step-functions/latest/dg/connect-batch.html"),
        program: stateMachine(
            {
                Action: "batch:SubmitJob",
                Resource: [arn("batch", "job-queue/reports"), arn("batch", "job-definition/report:*")],
            },
            { Action: ["batch:DescribeJobs", "batch:TerminateJob"], Resource: "*" },
            managedRule("StepFunctionsGetEventsForBatchJobsRule"),
        ),
    },
    "a state machine that waits for a Glue job": {
        source: docs("step-functions/latest/dg/connect-glue.html"),
        program: stateMachine({
            Action: ["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:StartJobRun"],
            Resource: arn("glue", "job/report"),
        }),
    },
    "a state machine that waits for a build": {
        source: docs("step-functions/latest/dg/connect-codebuild.html"),
        program: stateMachine(
            {
                Action: ["codebuild:BatchGetBuilds", "codebuild:StartBuild", "codebuild:StopBuild"],
                Resource: arn("codebuild", "project/reports"),
            },
            managedRule("StepFunctionsGetEventForCodeBuildStartBuildRule"),
        ),
    },
    "a state machine that stores and tells": {
        source: docs("step-functions/latest/dg/connect-ddb.html"),
        program: stateMachine(
            { Action: ["dynamodb:GetItem", "dynamodb:UpdateItem"], Resource: arn("dynamodb", "table/orders") },
            { Action: "sns:Publish", Resource: arn("sns", "orders") },
            { Action: "sqs:SendMessage", Resource: arn("sqs", "orders") },
            { Action: "events:PutEvents", Resource: bus },
        ),
        advises: {
            "exec-role-service-breadth": "It writes to four stores, and the policy accepts three without a word.",
        },
    },
    "a state machine that asks a model": {
        source: docs("step-functions/latest/dg/connect-bedrock.html"),
        program: stateMachine({
            Action: "bedrock:InvokeModel",
            Resource: "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
        }),
    },
    "a state machine that calls an API": {
        source: docs("step-functions/latest/dg/call-https-apis.html"),
        program: stateMachine(
            {
                Action: "states:InvokeHTTPEndpoint",
                Resource: fulfilment,
                Condition: {
                    StringEquals: { "states:HTTPMethod": "POST" },
                    StringLike: { "states:HTTPEndpoint": "https://api.example.com/*" },
                },
            },
            {
                Action: "events:RetrieveConnectionCredentials",
                Resource: arn("events", "connection/example/aeabd89e-d39c-4181-9486-9fe03e6f286a"),
            },
            {
                Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                Resource: arn("secretsmanager", "secret:events!connection/example/*"),
            },
        ),
    },
    "a state machine that logs and traces": {
        source: docs("step-functions/latest/dg/cw-logs.html"),
        program: stateMachine(
            {
                Action: [
                    "logs:CreateLogDelivery",
                    "logs:CreateLogStream",
                    "logs:DeleteLogDelivery",
                    "logs:DescribeLogGroups",
                    "logs:DescribeResourcePolicies",
                    "logs:GetLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutLogEvents",
                    "logs:PutResourcePolicy",
                    "logs:UpdateLogDelivery",
                ],
                Resource: "*",
            },
            {
                Action: [
                    "xray:GetSamplingRules",
                    "xray:GetSamplingTargets",
                    "xray:PutTelemetryRecords",
                    "xray:PutTraceSegments",
                ],
                Resource: "*",
            },
        ),
    },
    "a pipe from a queue to a function": {
        source: docs("eventbridge/latest/userguide/eb-pipes-permissions.html"),
        program: {
            ...role(
                trust("pipes", fromHere(arn("pipes", "pipe/orders"))),
                {
                    Action: ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
                    Resource: arn("sqs", "orders"),
                },
                { Action: "lambda:InvokeFunction", Resource: charge },
            ),
            pipe: declare(Pipe, {
                name: "orders",
                roleArn: ref("role.arn"),
                source: arn("sqs", "orders"),
                target: charge,
            }),
        },
    },
    "a pipe from the stream of a table to a bus": {
        source: docs("eventbridge/latest/userguide/eb-pipes-permissions.html"),
        program: role(
            trust("pipes", fromHere()),
            {
                Action: [
                    "dynamodb:DescribeStream",
                    "dynamodb:GetRecords",
                    "dynamodb:GetShardIterator",
                    "dynamodb:ListStreams",
                ],
                Resource: `${arn("dynamodb", "table/orders")}/stream/*`,
            },
            { Action: "events:PutEvents", Resource: bus },
        ),
    },
    "a schedule of a function": {
        source: docs("scheduler/latest/UserGuide/setting-up.html"),
        program: schedule(charge, { Action: "lambda:InvokeFunction", Resource: [charge, `${charge}:*`] }),
    },
    "a schedule of an AWS call": {
        source: docs("scheduler/latest/UserGuide/managing-targets-universal.html"),
        program: schedule("arn:aws:scheduler:::aws-sdk:rds:stopDBInstance", {
            Action: "rds:StopDBInstance",
            Resource: arn("rds", "db:orders"),
        }),
    },
    "a schedule of a task": {
        source: docs("scheduler/latest/UserGuide/managing-targets-templated.html"),
        program: schedule(
            arn("ecs", "cluster/reports"),
            {
                Action: "ecs:RunTask",
                Resource: arn("ecs", "task-definition/report:*"),
                Condition: { ArnEquals: { "ecs:cluster": arn("ecs", "cluster/reports") } },
            },
            {
                Action: "iam:PassRole",
                Resource: taskRoles,
                Condition: { StringLike: { "iam:PassedToService": service("ecs-tasks") } },
            },
        ),
    },
    "a rule that sends to a queue": {
        source: docs("eventbridge/latest/userguide/eb-use-identity-based.html"),
        program: eventTarget(arn("sqs", "orders"), { Action: "sqs:SendMessage", Resource: arn("sqs", "orders") }),
    },
    "a rule that sends to another bus": {
        source: docs("eventbridge/latest/userguide/eb-bus-to-bus.html"),
        program: eventTarget(bus, { Action: "events:PutEvents", Resource: bus }),
    },
    "a rule that starts a state machine": {
        source: docs("eventbridge/latest/userguide/eb-use-identity-based.html"),
        program: eventTarget(fulfilment, { Action: "states:StartExecution", Resource: fulfilment }),
    },
    "a rule that calls an API": {
        source: docs("eventbridge/latest/userguide/eb-api-destinations.html"),
        program: eventTarget(arn("events", "api-destination/crm/a1b2c3d4"), {
            Action: "events:InvokeApiDestination",
            Resource: arn("events", "api-destination/crm/*"),
        }),
    },
    "a rule that starts a pipeline": {
        source: docs("codepipeline/latest/userguide/create-cwe-ecr-source-cli.html"),
        program: eventTarget(arn("codepipeline", "reports"), {
            Action: "codepipeline:StartPipelineExecution",
            Resource: arn("codepipeline", "reports"),
        }),
    },
    "an API that sends to a queue": {
        source: docs("apigateway/latest/developerguide/integrating-api-with-aws-services-sqs.html"),
        program: integration({ Action: "sqs:SendMessage", Resource: arn("sqs", "orders") }),
    },
    "an API that reads a table": {
        source: docs("apigateway/latest/developerguide/api-gateway-integration-settings.html"),
        program: integration({
            Action: ["dynamodb:GetItem", "dynamodb:Query"],
            Resource: [arn("dynamodb", "table/orders"), arn("dynamodb", "table/orders/index/by-customer")],
        }),
    },
    "an API that starts a state machine": {
        source: docs("step-functions/latest/dg/tutorial-api-gateway.html"),
        program: {
            ...role(trust("apigateway"), {
                Action: ["states:StartExecution", "states:StartSyncExecution"],
                Resource: fulfilment,
            }),
            integration: declare(HttpIntegration, {
                apiId: "a1b2c3d4e5",
                integrationType: "AWS_PROXY",
                integrationSubtype: "StepFunctions-StartExecution",
                credentialsArn: ref("role.arn"),
            }),
        },
    },
    "an API that serves objects": {
        source: docs("apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html"),
        program: integration({ Action: "s3:GetObject", Resource: "arn:aws:s3:::orders-documents/public/*" }),
    },
    "the data source of a GraphQL API": {
        source: docs("appsync/latest/devguide/attaching-a-data-source.html"),
        program: {
            ...role(
                trust("appsync", {
                    StringEquals: { "aws:SourceAccount": ACCOUNT },
                    ArnLike: { "aws:SourceArn": `${arn("appsync", "apis/ogxmplbcpzbz7enxmpl26ksmya")}` },
                }),
                {
                    Action: [
                        "dynamodb:DeleteItem",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "dynamodb:Query",
                        "dynamodb:UpdateItem",
                    ],
                    Resource: [arn("dynamodb", "table/orders"), arn("dynamodb", "table/orders/*")],
                },
            ),
            source: declare(AppSyncDataSource, {
                apiId: "ogxmplbcpzbz7enxmpl26ksmya",
                name: "orders",
                type: "AMAZON_DYNAMODB",
                serviceRoleArn: ref("role.arn"),
                dynamodbConfig: { tableName: "orders" },
            }),
        },
    },
};
