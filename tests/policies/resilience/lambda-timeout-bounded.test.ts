import {
    AppSyncDataSource,
    EventSourceMapping,
    EventTarget,
    HttpApi,
    HttpIntegration,
    HttpRoute,
    LambdaFunction,
    LambdaFunctionEventInvokeConfig,
    LambdaFunctionUrl,
    LambdaPermission,
    Listener,
    RestApi,
    RestIntegration,
    RestMethod,
    RestResource,
    S3Bucket,
    S3BucketNotification,
    SqsQueue,
    StateMachine,
    TargetGroup,
    TargetGroupAttachment,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/lambda-timeout-bounded";
import { testRule } from "../../support/rule-tester";

const role = "arn:aws:iam::111122223333:role/orders";
const lambda = (timeout: unknown, name = "orders"): Program => ({
    [name]: declare(LambdaFunction, { role, ...(timeout !== undefined && { timeout }) } as never),
});
const http = (timeoutMilliseconds?: unknown): Program => ({
    api: declare(HttpApi, { protocolType: "HTTP" }),
    integration: declare(HttpIntegration, {
        apiId: ref("api.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref("orders.invokeArn"),
        timeoutMilliseconds,
    } as never),
    route: declare(HttpRoute, {
        apiId: ref("api.id"),
        routeKey: "POST /orders",
        target: ref("integration.id", "integrations/"),
    }),
});
const chat: Program = {
    ...http(),
    api: declare(HttpApi, { protocolType: "WEBSOCKET", routeSelectionExpression: "$request.body.action" }),
    route: declare(HttpRoute, {
        apiId: ref("api.id"),
        routeKey: "send",
        target: ref("integration.id", "integrations/"),
    }),
};
const rest = (integration: object = {}): Program => ({
    api: declare(RestApi, { name: "orders" }),
    path: declare(RestResource, { restApi: ref("api.id"), parentId: ref("api.rootResourceId"), pathPart: "orders" }),
    method: declare(RestMethod, {
        restApi: ref("api.id"),
        resourceId: ref("path.id"),
        httpMethod: "POST",
        authorization: "AWS_IAM",
    }),
    integration: declare(RestIntegration, {
        restApi: ref("api.id"),
        resourceId: ref("path.id"),
        httpMethod: ref("method.httpMethod"),
        type: "AWS_PROXY",
        uri: ref("orders.invokeArn"),
        ...integration,
    }),
});
const body = (integration: object): Program => ({
    api: declare(RestApi, {
        name: "orders",
        body: json({
            paths: {
                "/orders": {
                    post: { "x-amazon-apigateway-integration": { uri: ref("orders.invokeArn"), ...integration } },
                },
            },
        }),
    }),
});
const queue: Program = {
    queue: declare(SqsQueue, { visibilityTimeoutSeconds: 5400 }),
    mapping: declare(EventSourceMapping, { eventSourceArn: ref("queue.arn"), functionName: ref("orders.arn") }),
};
const allowed = (principal: string): Program => ({
    permission: declare(LambdaPermission, { action: "lambda:InvokeFunction", function: ref("orders.name"), principal }),
});
const at = ["orders: timeout"];

testRule(rule, {
    valid: {
        "none, which is three seconds": lambda(undefined),
        "a minute": lambda(60),
        "as text": lambda("30"),
        "as long as a WebSocket API waits": { ...lambda(29), ...chat },
        "as long as an HTTP API waits": { ...lambda(30), ...http() },
        "as long as a REST API waits": { ...lambda(29), ...rest() },
        "as long as a REST API was told to wait": { ...lambda(50), ...rest({ timeoutMilliseconds: 55_000 }) },
        "behind an API that does not wait": {
            ...lambda(600),
            ...rest({
                type: "AWS",
                requestParameters: { "integration.request.header.X-Amz-Invocation-Type": "'Event'" },
            }),
        },
        "fifteen minutes for a queue": { ...lambda(900), ...queue },
        "fifteen minutes for a schedule": {
            ...lambda(900),
            nightly: declare(EventTarget, { rule: "nightly", arn: ref("orders.arn") }),
        },
        "fifteen minutes for a bucket": {
            ...lambda(900),
            bucket: declare(S3Bucket, {}),
            created: declare(S3BucketNotification, {
                bucket: ref("bucket.id"),
                lambdaFunctions: [{ lambdaFunctionArn: ref("orders.arn"), events: ["s3:ObjectCreated:*"] }],
            }),
        },
        "ten minutes for a step of a workflow": {
            ...lambda(600),
            workflow: declare(StateMachine, {
                roleArn: role,
                definition: json({
                    StartAt: "A",
                    States: { A: { Type: "Task", Resource: ref("orders.arn"), End: true } },
                }),
            }),
        },
        "ten minutes for events of a bucket that is declared elsewhere": {
            ...lambda(600),
            ...allowed("s3.amazonaws.com"),
        },
        "ten minutes to rotate a secret": { ...lambda(600), ...allowed("secretsmanager.amazonaws.com") },
        "ten minutes for what another function hands on": {
            ...lambda(600),
            handsOn: declare(LambdaFunctionEventInvokeConfig, {
                functionName: "first",
                destinationConfig: { onSuccess: { destination: ref("orders.arn") } },
            }),
        },
        "two minutes, where the team takes them": { given: lambda(120), options: { maxSeconds: 120 } },
    },
    invalid: {
        "longer than a WebSocket API waits": { given: { ...lambda(30), ...chat }, reports: at, weighs: ["medium"] },
        "longer than an HTTP API waits": { given: { ...lambda(31), ...http() }, reports: at, weighs: ["medium"] },
        "longer than an integration waits": {
            given: { ...lambda(20), ...http(10_000) },
            reports: at,
            weighs: ["medium"],
        },
        "longer than a REST API waits": { given: { ...lambda(30), ...rest() }, reports: at, weighs: ["medium"] },
        "longer than a document lets the API wait": {
            given: { ...lambda(20), ...body({ timeoutInMillis: 5000 }) },
            reports: at,
        },
        "longer than an API of a document waits": { given: { ...lambda(30), ...body({}) }, reports: at },
        "behind an API, and by a queue too": { given: { ...lambda(900), ...http(), ...queue }, reports: at },
        "longer than GraphQL waits": {
            given: {
                ...lambda(31),
                source: declare(AppSyncDataSource, {
                    apiId: "abcdefghijklmnopqrstuvwxyz",
                    type: "AWS_LAMBDA",
                    lambdaConfig: { functionArn: ref("orders.arn") },
                }),
            },
            reports: at,
            weighs: ["medium"],
        },
        "many minutes, called by nobody knows whom": { given: lambda(900), reports: at, weighs: ["low"] },
        "many minutes, as text": { given: lambda("300"), reports: at },
        "many minutes behind a URL": {
            given: {
                ...lambda(300),
                url: declare(LambdaFunctionUrl, { functionName: ref("orders.name"), authorizationType: "AWS_IAM" }),
            },
            reports: at,
            weighs: ["low"],
        },
        "many minutes behind a load balancer": {
            given: {
                ...lambda(300),
                group: declare(TargetGroup, { targetType: "lambda" }),
                attached: declare(TargetGroupAttachment, {
                    targetGroupArn: ref("group.arn"),
                    targetId: ref("orders.arn"),
                }),
                listener: declare(Listener, {
                    loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/a/b",
                    defaultActions: [{ type: "forward", targetGroupArn: ref("group.arn") }],
                }),
            },
            reports: at,
        },
        "many minutes for requests of an API that is declared elsewhere": {
            given: { ...lambda(600), ...allowed("apigateway.amazonaws.com") },
            reports: at,
        },
        "longer for a queue than the team takes": {
            given: { ...lambda(900), ...queue },
            options: { maxBackgroundSeconds: 300 },
            reports: at,
            weighs: ["low"],
        },
    },
    undecided: {
        "a timeout that is not known yet": { given: lambda(unknown), awaits: ["orders.timeout"] },
        "a timeout behind an API that is not known yet": {
            given: { ...lambda(unknown), ...http() },
            awaits: ["orders.timeout"],
        },
    },
});
