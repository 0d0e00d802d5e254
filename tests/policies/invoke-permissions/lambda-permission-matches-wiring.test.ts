import {
    AppSyncGraphQLApi,
    BedrockAgent,
    BedrockAgentActionGroup,
    CloudFrontDistribution,
    CodeCommitRepository,
    CodeCommitTrigger,
    CognitoUserPool,
    ConfigRule,
    ConnectInstance,
    ConnectLambdaAssociation,
    EventRule,
    EventTarget,
    HttpApi,
    HttpAuthorizer,
    HttpIntegration,
    HttpRoute,
    HttpStage,
    IotTopicRule,
    LambdaAlias,
    LambdaFunction,
    LambdaFunctionUrl,
    LambdaPermission,
    LatticeTargetGroup,
    LatticeTargetGroupAttachment,
    LexIntent,
    LoadBalancer,
    LogGroup,
    LogSubscriptionFilter,
    MetricAlarm,
    type ResourceType,
    RestApi,
    RestAuthorizer,
    RestIntegration,
    RestMethod,
    RestResource,
    S3Bucket,
    S3BucketNotification,
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
    SesReceiptRule,
    SnsTopic,
    SnsTopicSubscription,
    TargetGroup,
    TargetGroupAttachment,
    TransferServer,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/invoke-permissions/lambda-permission-matches-wiring";
import { testRule } from "../../support/rule-tester";

const of = (type: ResourceType, inputs: object) => declare(type as ResourceType<object>, inputs);
const role = "arn:aws:iam::111122223333:role/orders";
const functions: Program = {
    orders: of(LambdaFunction, { role, name: "orders" }),
    audit: of(LambdaFunction, { role, name: "audit" }),
    live: of(LambdaAlias, { name: "live", functionName: ref("orders.name"), functionVersion: "1" }),
};
const permits = (principal: string, sourceArn: unknown, more: object = {}): Program => ({
    permission: of(LambdaPermission, {
        action: "lambda:InvokeFunction",
        function: ref("orders.name"),
        principal,
        ...(sourceArn !== undefined && { sourceArn }),
        ...more,
    }),
});

/** By what starts a function: who is permitted, for what, and what of the program calls the function. */
type Kind = readonly [principal: string, source: unknown, program: (called: string) => Program];

const httpApi = (called: string, routeKey = "GET /orders"): Program => ({
    source: of(HttpApi, { protocolType: routeKey.startsWith("$") ? "WEBSOCKET" : "HTTP" }),
    integration: of(HttpIntegration, {
        apiId: ref("source.id"),
        integrationType: "AWS_PROXY",
        integrationUri: ref(`${called}.invokeArn`),
    }),
    route: of(HttpRoute, { apiId: ref("source.id"), routeKey, target: ref("integration.id", "integrations/") }),
});
const restApi = (called: string): Program => {
    const at = { restApi: ref("source.id"), resourceId: ref("resource.id"), httpMethod: "GET" };
    return {
        source: of(RestApi, {}),
        resource: of(RestResource, {
            restApi: ref("source.id"),
            parentId: ref("source.rootResourceId"),
            pathPart: "orders",
        }),
        method: of(RestMethod, { ...at, authorization: "AWS_IAM" }),
        integration: of(RestIntegration, { ...at, type: "AWS_PROXY", uri: ref(`${called}.invokeArn`) }),
    };
};
const openApi = (type: ResourceType, called: string): Program => ({
    source: of(type, {
        body: json({
            paths: {
                "/orders": { get: { "x-amazon-apigateway-integration": { uri: ref(`${called}.invokeArn`) } } },
            },
        }),
    }),
});

const kinds: Readonly<Record<string, Kind>> = {
    "a topic's subscription": [
        "sns.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(SnsTopic, {}),
            subscription: of(SnsTopicSubscription, {
                topic: ref("source.arn"),
                protocol: "lambda",
                endpoint: ref(`${called}.arn`),
            }),
        }),
    ],
    "a rule's target": [
        "events.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(EventRule, { scheduleExpression: "rate(1 day)" }),
            target: of(EventTarget, { rule: ref("source.name"), arn: ref(`${called}.arn`) }),
        }),
    ],
    "a bucket's notification": [
        "s3.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(S3Bucket, {}),
            notification: of(S3BucketNotification, {
                bucket: ref("source.id"),
                lambdaFunctions: [{ lambdaFunctionArn: ref(`${called}.arn`), events: ["s3:ObjectCreated:*"] }],
            }),
        }),
    ],
    "a user pool's trigger": [
        "cognito-idp.amazonaws.com",
        ref("source.arn"),
        (called) => ({ source: of(CognitoUserPool, { lambdaConfig: { preSignUp: ref(`${called}.arn`) } }) }),
    ],
    "a user pool's sender of mail": [
        "cognito-idp.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(CognitoUserPool, {
                lambdaConfig: { customEmailSender: { lambdaArn: ref(`${called}.arn`), lambdaVersion: "V1_0" } },
            }),
        }),
    ],
    "a log group's subscription": [
        "logs.eu-west-1.amazonaws.com",
        ref("source.arn", "", ":*"),
        (called) => ({
            source: of(LogGroup, {}),
            filter: of(LogSubscriptionFilter, {
                logGroup: ref("source.name"),
                filterPattern: "",
                destinationArn: ref(`${called}.arn`),
            }),
        }),
    ],
    "a secret's rotation": [
        "secretsmanager.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(SecretsManagerSecret, {}),
            rotation: of(SecretsManagerSecretRotation, {
                secretId: ref("source.id"),
                rotationLambdaArn: ref(`${called}.arn`),
            }),
        }),
    ],
    "a receipt rule": [
        "ses.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(SesReceiptRule, {
                ruleSetName: "inbound",
                lambdaActions: [{ functionArn: ref(`${called}.arn`), position: 1 }],
            }),
        }),
    ],
    "an alarm's action": [
        "lambda.alarms.cloudwatch.amazonaws.com",
        ref("source.arn"),
        (called) => ({ source: of(MetricAlarm, { alarmActions: [ref(`${called}.arn`)] }) }),
    ],
    "a rule of IoT": [
        "iot.amazonaws.com",
        ref("source.arn"),
        (called) => ({ source: of(IotTopicRule, { lambdas: [{ functionArn: ref(`${called}.arn`) }] }) }),
    ],
    "a rule of IoT, where it fails": [
        "iot.amazonaws.com",
        ref("source.arn"),
        (called) => ({ source: of(IotTopicRule, { errorAction: { lambda: { functionArn: ref(`${called}.arn`) } } }) }),
    ],
    "a rule of AWS Config": [
        "config.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(ConfigRule, { source: { owner: "CUSTOM_LAMBDA", sourceIdentifier: ref(`${called}.arn`) } }),
        }),
    ],
    "an agent's action group": [
        "bedrock.amazonaws.com",
        ref("source.agentArn"),
        (called) => ({
            source: of(BedrockAgent, {}),
            group: of(BedrockAgentActionGroup, {
                agentId: ref("source.id"),
                actionGroupExecutor: { lambda: ref(`${called}.arn`) },
            }),
        }),
    ],
    "a bot's intent": [
        "lex.amazonaws.com",
        ref("source.arn", "", ":*"),
        (called) => ({
            source: of(LexIntent, {
                fulfillmentActivity: { type: "CodeHook", codeHook: { uri: ref(`${called}.arn`), messageVersion: "1" } },
            }),
        }),
    ],
    "a contact centre": [
        "connect.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(ConnectInstance, {}),
            association: of(ConnectLambdaAssociation, {
                instanceId: ref("source.id"),
                functionArn: ref(`${called}.arn`),
            }),
        }),
    ],
    "a repository's trigger": [
        "codecommit.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(CodeCommitRepository, { repositoryName: "shop" }),
            trigger: of(CodeCommitTrigger, {
                repositoryName: ref("source.repositoryName"),
                triggers: [{ name: "all", events: ["all"], destinationArn: ref(`${called}.arn`) }],
            }),
        }),
    ],
    "a file server's sign-in": [
        "transfer.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(TransferServer, { identityProviderType: "AWS_LAMBDA", function: ref(`${called}.arn`) }),
        }),
    ],
    "a target group": [
        "elasticloadbalancing.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(TargetGroup, { targetType: "lambda" }),
            attachment: of(TargetGroupAttachment, {
                targetGroupArn: ref("source.arn"),
                targetId: ref(`${called}.arn`),
            }),
        }),
    ],
    "a target group of VPC Lattice": [
        "vpc-lattice.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(LatticeTargetGroup, { type: "LAMBDA" }),
            attachment: of(LatticeTargetGroupAttachment, {
                targetGroupIdentifier: ref("source.id"),
                target: { id: ref(`${called}.arn`) },
            }),
        }),
    ],
    "an HTTP API's route": ["apigateway.amazonaws.com", ref("source.executionArn", "", "/*/*"), httpApi],
    "a WebSocket API's route": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/*/$connect"),
        (called) => httpApi(called, "$connect"),
    ],
    "a quick-created API": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/*/$default"),
        (called) => ({ source: of(HttpApi, { protocolType: "HTTP", target: ref(`${called}.arn`) }) }),
    ],
    "a route, permitted by way of its stage": [
        "apigateway.amazonaws.com",
        ref("stage.executionArn", "", "/*"),
        (called) => ({ ...httpApi(called), stage: of(HttpStage, { apiId: ref("source.id"), name: "live" }) }),
    ],
    "an HTTP API's authorizer": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/authorizers/*"),
        (called) => ({
            source: of(HttpApi, { protocolType: "HTTP" }),
            authorizer: of(HttpAuthorizer, {
                apiId: ref("source.id"),
                authorizerType: "REQUEST",
                authorizerUri: ref(`${called}.invokeArn`),
            }),
        }),
    ],
    "a REST API's method": ["apigateway.amazonaws.com", ref("source.executionArn", "", "/*/GET/orders"), restApi],
    "a REST API's authorizer": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/authorizers/*"),
        (called) => ({
            source: of(RestApi, {}),
            authorizer: of(RestAuthorizer, { restApi: ref("source.id"), authorizerUri: ref(`${called}.invokeArn`) }),
        }),
    ],
    "a REST API's document": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/*/GET/orders"),
        (called) => openApi(RestApi, called),
    ],
    "an HTTP API's document": [
        "apigateway.amazonaws.com",
        ref("source.executionArn", "", "/*/*/orders"),
        (called) => openApi(HttpApi, called),
    ],
    "AppSync's authorizer": [
        "appsync.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            source: of(AppSyncGraphQLApi, {
                authenticationType: "AWS_LAMBDA",
                lambdaAuthorizerConfig: { authorizerUri: ref(`${called}.arn`) },
            }),
        }),
    ],
    "a distribution before a function's URL": [
        "cloudfront.amazonaws.com",
        ref("source.arn"),
        (called) => ({
            url: of(LambdaFunctionUrl, { functionName: ref(`${called}.name`), authorizationType: "AWS_IAM" }),
            source: of(CloudFrontDistribution, { origins: [{ originId: "url", domainName: ref("url.functionUrl") }] }),
        }),
    ],
};

const wired = (name: string, called: string): Program => {
    const [principal, source, program] = kinds[name] as Kind;
    return { ...functions, ...program(called), ...permits(principal, source) };
};
const topic = (endpoint: unknown): Program => ({
    ...functions,
    source: of(SnsTopic, {}),
    subscription: of(SnsTopicSubscription, { topic: ref("source.arn"), protocol: "lambda", endpoint }),
});
const ofTopic = ref("source.arn");

const owned = (service: string, resource: string) => `arn:aws:${service}:eu-west-1:111122223333:${resource}`;
/** What the service never calls for. */
const OTHER_KINDS: readonly (readonly [principal: string, source: string, more?: object])[] = [
    ["sns.amazonaws.com", "arn:aws:s3:::uploads", { sourceAccount: "111122223333" }],
    ["sns.amazonaws.com", owned("sns", "orders:0a1b2c3d-1111-2222-3333-444455556666")],
    ["s3.amazonaws.com", "arn:aws:s3:::uploads/*", { sourceAccount: "111122223333" }],
    ["events.amazonaws.com", owned("sns", "orders")],
    ["events.amazonaws.com", owned("events", "event-bus/shop")],
    ["events.amazonaws.com.cn", "arn:aws-cn:scheduler:cn-north-1:111122223333:schedule/default/nightly"],
    ["elasticloadbalancing.amazonaws.com", owned("elasticloadbalancing", "loadbalancer/app/shop/50dc6c495c0c9188")],
    ["cognito-idp.amazonaws.com", owned("cognito-identity", "identitypool/eu-west-1:0a1b2c3d")],
    ["apigateway.amazonaws.com", "arn:aws:apigateway:eu-west-1::/restapis/a1b2c3"],
    ["apigateway.amazonaws.com", owned("execute-api", "a1b2c3")],
    ["vpc-lattice.amazonaws.com", owned("vpc-lattice", "service/svc-0a1b2c3d")],
    ["logs.eu-west-1.amazonaws.com", owned("kinesis", "stream/logs")],
];

testRule(rule, {
    valid: {
        "a queue's, which the SDK makes beside its own mapping": {
            ...functions,
            subscription: of({ token: "aws:sqs:QueueEventSubscription" }, {}),
            permission: declare(
                LambdaPermission,
                { action: "lambda:*", function: "orders", principal: "sqs.amazonaws.com" },
                { parent: "subscription" },
            ),
        },
        "a service of which nothing is known": {
            ...functions,
            ...permits("something.amazonaws.com", owned("other", "thing/1")),
        },
        "an ARN that is made of something else": {
            ...functions,
            name: of(SnsTopic, {}),
            alarm: of(MetricAlarm, {}),
            ...permits("events.amazonaws.com", ref("orders.name", "arn:aws:events:eu-west-1:111122223333:rule/")),
        },
        ...Object.fromEntries(Object.keys(kinds).map((name) => [name, wired(name, "orders")])),
        "a topic of another stack": {
            ...functions,
            ...permits("sns.amazonaws.com", "arn:aws:sns:eu-west-1:111122223333:elsewhere"),
        },
        "a source that another stack tells": { ...functions, ...permits("sns.amazonaws.com", unknown) },
        "an account, which is no service": { ...functions, ...permits("444455556666", undefined) },
        "no source": { ...functions, ...permits("sns.amazonaws.com", undefined) },
        "an alias that the trigger calls": {
            ...topic(ref("live.arn")),
            ...permits("sns.amazonaws.com", ofTopic, { qualifier: ref("live.name") }),
        },
        "an alias, named as a text": {
            ...topic("arn:aws:lambda:us-east-1:123456789012:function:orders:live"),
            ...permits("sns.amazonaws.com", ofTopic, { qualifier: "live" }),
        },
        "one route of two": {
            ...functions,
            ...httpApi("orders"),
            ...permits("apigateway.amazonaws.com", ref("source.executionArn", "", "/*/GET/orders")),
        },
    },
    invalid: {
        ...Object.fromEntries(
            Object.keys(kinds).map((name) => [
                `${name}, of another function`,
                { given: wired(name, "audit"), reports: ["permission: sourceArn"] },
            ]),
        ),
        "a topic without subscriptions": {
            given: { ...functions, source: of(SnsTopic, {}), ...permits("sns.amazonaws.com", ofTopic) },
            reports: ["permission: sourceArn"],
        },
        "a schedule, which calls under a role": {
            given: { ...functions, ...permits("scheduler.amazonaws.com", undefined) },
            reports: ["permission: principal"],
        },
        "a queue, which Lambda reads by itself": {
            given: { ...functions, ...permits("sqs.amazonaws.com", "arn:aws:sqs:eu-west-1:111122223333:jobs") },
            reports: ["permission: principal"],
        },
        ...Object.fromEntries(
            OTHER_KINDS.map(([principal, sourceArn, more]) => [
                `${principal} for ${sourceArn}`,
                {
                    given: { ...functions, ...permits(principal, sourceArn, more) },
                    reports: ["permission: sourceArn"],
                    weighs: ["medium"] as const,
                },
            ]),
        ),
        "EventBridge for a topic of the stack": {
            given: { ...topic(ref("orders.arn")), ...permits("events.amazonaws.com", ofTopic) },
            reports: ["permission: sourceArn"],
        },
        "a load balancer of the stack in place of its target group": {
            given: {
                ...functions,
                balancer: of(LoadBalancer, {}),
                ...permits("elasticloadbalancing.amazonaws.com", ref("balancer.arn")),
            },
            reports: ["permission: sourceArn"],
        },
        "a log group without what follows its name": {
            given: {
                ...functions,
                ...permits("logs.amazonaws.com", "arn:aws:logs:eu-west-1:111122223333:log-group:/app/orders"),
            },
            reports: ["permission: sourceArn"],
        },
        "the alias, where the function itself is called": {
            given: {
                ...topic("arn:aws:lambda:us-east-1:123456789012:function:orders"),
                ...permits("sns.amazonaws.com", ofTopic, { qualifier: "live" }),
            },
            reports: ["permission: qualifier"],
        },
        "the function itself, where the alias is called": {
            given: { ...topic(ref("live.arn")), ...permits("sns.amazonaws.com", ofTopic) },
            reports: ["permission: qualifier"],
        },
    },
    undecided: {
        "a subscription of which it is not known whom it calls": {
            given: { ...topic(unknown), ...permits("sns.amazonaws.com", ofTopic) },
            awaits: ["subscription.endpoint"],
        },
    },
});
