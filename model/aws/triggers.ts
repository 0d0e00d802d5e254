/** What starts functions, or tells queues, topics, buses and streams, and how. Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */
import { type Answer, any, holds, type Value } from "../values";
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    AlbTargetGroup,
    AlbTargetGroupAttachment,
    AppSyncApi,
    AppSyncDataSource,
    AppSyncGraphQLApi,
    BedrockAgent,
    BedrockAgentActionGroup,
    CloudFrontDistribution,
    CodeCommitRepository,
    CodeCommitTrigger,
    CodePipelinePipeline,
    CognitoUserPool,
    CompositeAlarm,
    ConfigOrganizationCustomRule,
    ConfigRule,
    ConnectInstance,
    ConnectLambdaAssociation,
    DocDbCluster,
    DynamoDbTable,
    EventRule,
    EventSourceMapping,
    EventTarget,
    FirehoseDeliveryStream,
    HttpApi,
    HttpAuthorizer,
    IotAuthorizer,
    IotProvisioningTemplate,
    IotTopicRule,
    KinesisStream,
    LambdaFunction,
    LambdaFunctionEventInvokeConfig,
    LambdaFunctionUrl,
    LatticeTargetGroup,
    LatticeTargetGroupAttachment,
    LexIntent,
    LogGroup,
    LogSubscriptionFilter,
    MetricAlarm,
    MqBroker,
    MskCluster,
    Pipe,
    RestApi,
    RestAuthorizer,
    S3Bucket,
    S3BucketNotification,
    S3BucketV2,
    Schedule,
    SecretsManagerSecret,
    SecretsManagerSecretRotation,
    SesReceiptRule,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
    TargetGroup,
    TargetGroupAttachment,
    TransferServer,
} from "./types";

/**
 * - request: somebody waits for the answer.
 * - event: it is left to Lambda, which tries a failed one twice more and then drops it, unless the function says where to.
 * - batch: something takes records or steps one after the other, and sees to failures itself.
 */
export type Start = "request" | "event" | "batch";

/** For what a service calls: the one resource that a Lambda permission names as its source. */
export interface Source {
    /** Where that is named. */
    readonly path: string;
    readonly types: readonly ResourceType[];
}

export interface TriggerPlace {
    readonly type: ResourceType;
    readonly start: Start;
    /** Where it names the function, or what else it calls. */
    readonly paths: readonly string[];
    /** The service that calls, as its principal's name begins; absent where it calls under a role, which needs no permission. */
    readonly as?: string;
    /** The service that calls what is no function, where that is another one. */
    readonly asToOthers?: string;
    /** For what it calls; absent where that is the resource itself. */
    readonly source?: Source;
    /** What it reads or follows, where that calls nobody itself. */
    readonly reads?: Source;
    /** A role that is given here is what it calls under. */
    readonly role?: string;
    /** How long it waits for the answer, where that is bounded. */
    readonly milliseconds?: number;
}

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const APPSYNC_WAITS = 30_000;
/** https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html */
const COGNITO_WAITS = 5_000;
/** https://docs.aws.amazon.com/connect/latest/adminguide/connect-lambda-functions.html */
const CONNECT_WAITS = 8_000;

/** What mappings and pipes read from. https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
const READ = [SqsQueue, KinesisStream, DynamoDbTable, MskCluster, MqBroker, DocDbCluster] as readonly ResourceType[];

/** What is made, and does not run: by type the property that says so, and what it says then. */
const SWITCHES: ReadonlyMap<string, readonly (readonly [property: string, off: RegExp])[]> = new Map([
    [EventSourceMapping.token, [["enabled", /^false$/i]]],
    [Pipe.token, [["desiredState", /^STOPPED$/]]],
    [Schedule.token, [["state", /^DISABLED$/]]],
    [
        EventRule.token,
        [
            ["state", /^DISABLED$/],
            ["isEnabled", /^false$/i],
        ],
    ],
    [IotTopicRule.token, [["enabled", /^false$/i]]],
]);

/** Is it switched off, as a mapping that is not enabled, or a rule that is disabled? */
export function isSwitchedOff(type: string, root: Value): Answer {
    const switches = SWITCHES.get(type) ?? [];
    return any(...switches.map(([property, off]) => holds(root.get(property), (value) => off.test(String(value)))));
}

export const triggerPlaces: readonly TriggerPlace[] = [
    // Under a role of their own.
    trigger(EventSourceMapping, "batch", (mapping) => mapping.functionName, {
        reads: source(EventSourceMapping, (mapping) => mapping.eventSourceArn, ...READ),
    }),
    trigger(Pipe, "batch", (pipe) => [pipe.target, pipe.enrichment], {
        reads: source(Pipe, (pipe) => pipe.source, ...READ),
    }),
    trigger(Schedule, "event", (schedule) => schedule.target.arn),
    trigger(FirehoseDeliveryStream, "batch", ({ extendedS3Configuration }) => {
        return each(each(extendedS3Configuration.processingConfiguration.processors).parameters).parameterValue;
    }),
    trigger(CodePipelinePipeline, "event", (pipeline) => {
        return each(each(pipeline.stages).actions).configuration["FunctionName"] as Located;
    }),
    trigger(
        LambdaFunctionEventInvokeConfig,
        "event",
        ({ destinationConfig }) => [destinationConfig.onSuccess.destination, destinationConfig.onFailure.destination],
        { reads: source(LambdaFunctionEventInvokeConfig, (config) => config.functionName, LambdaFunction) },
    ),
    trigger(AppSyncDataSource, "request", (source) => source.lambdaConfig.functionArn, { milliseconds: APPSYNC_WAITS }),
    trigger(LambdaFunctionUrl, "request", (url) => url.functionName),
    // Lambda@Edge copies functions, and calls the copies.
    trigger(CloudFrontDistribution, "request", ({ defaultCacheBehavior, orderedCacheBehaviors }) => [
        each(defaultCacheBehavior.lambdaFunctionAssociations).lambdaArn,
        each(each(orderedCacheBehaviors).lambdaFunctionAssociations).lambdaArn,
    ]),

    // As a service that the function must permit.
    trigger(SecretsManagerSecretRotation, "batch", (rotation) => rotation.rotationLambdaArn, {
        as: "secretsmanager",
        source: source(SecretsManagerSecretRotation, (rotation) => rotation.secretId, SecretsManagerSecret),
    }),
    trigger(
        S3BucketNotification,
        "event",
        ({ lambdaFunctions, queues, topics }) => [
            each(lambdaFunctions).lambdaFunctionArn,
            each(queues).queueArn,
            each(topics).topicArn,
        ],
        { as: "s3", source: source(S3BucketNotification, (one) => one.bucket, S3Bucket, S3BucketV2) },
    ),
    trigger(SnsTopicSubscription, "event", (subscription) => subscription.endpoint, {
        as: "sns",
        source: source(SnsTopicSubscription, (subscription) => subscription.topic, SnsTopic),
    }),
    trigger(EventTarget, "event", (target) => target.arn, {
        as: "events",
        source: source(EventTarget, (target) => target.rule, EventRule),
        role: "roleArn",
    }),
    trigger(IotTopicRule, "event", (rule) => [each(rule.lambdas).functionArn, errorAction(rule)], { as: "iot" }),
    trigger(IotAuthorizer, "request", (authorizer) => authorizer.authorizerFunctionArn, { as: "iot" }),
    trigger(IotProvisioningTemplate, "request", (template) => template.preProvisioningHook.targetArn, { as: "iot" }),
    trigger(LogSubscriptionFilter, "event", (filter) => filter.destinationArn, {
        as: "logs",
        source: source(LogSubscriptionFilter, (filter) => filter.logGroup, LogGroup),
    }),
    trigger(CognitoUserPool, "request", ({ lambdaConfig }) => userPoolTriggers(lambdaConfig), {
        as: "cognito-idp",
        milliseconds: COGNITO_WAITS,
    }),
    trigger(SesReceiptRule, "event", (rule) => each(rule.lambdaActions).functionArn, { as: "ses" }),
    ...[MetricAlarm, CompositeAlarm].map((type) =>
        trigger<AlarmActions>(
            type as ResourceType<AlarmActions>,
            "event",
            (alarm) => [each(alarm.alarmActions), each(alarm.okActions), each(alarm.insufficientDataActions)],
            { as: "lambda.alarms.cloudwatch", asToOthers: "cloudwatch" },
        ),
    ),
    trigger(ConfigRule, "event", (rule) => rule.source.sourceIdentifier, { as: "config" }),
    trigger(ConfigOrganizationCustomRule, "event", (rule) => rule.lambdaFunctionArn, { as: "config" }),
    trigger(BedrockAgentActionGroup, "request", (group) => group.actionGroupExecutor.lambda, {
        as: "bedrock",
        source: source(BedrockAgentActionGroup, (group) => group.agentId, BedrockAgent),
    }),
    trigger(
        LexIntent,
        "request",
        ({ dialogCodeHook, fulfillmentActivity }) => [dialogCodeHook.uri, fulfillmentActivity.codeHook.uri],
        { as: "lex" },
    ),
    trigger(ConnectLambdaAssociation, "request", (association) => association.functionArn, {
        as: "connect",
        source: source(ConnectLambdaAssociation, (association) => association.instanceId, ConnectInstance),
        milliseconds: CONNECT_WAITS,
    }),
    trigger(CodeCommitTrigger, "event", ({ triggers }) => each(triggers).destinationArn, {
        as: "codecommit",
        source: source(CodeCommitTrigger, (one) => one.repositoryName, CodeCommitRepository),
    }),
    trigger(TransferServer, "request", (server) => server.function, { as: "transfer" }),
    trigger(LatticeTargetGroupAttachment, "request", (attachment) => attachment.target.id, {
        as: "vpc-lattice",
        source: source(LatticeTargetGroupAttachment, (one) => one.targetGroupIdentifier, LatticeTargetGroup),
    }),
    ...[TargetGroupAttachment, AlbTargetGroupAttachment].map((type) =>
        trigger(type, "request", (attachment) => attachment.targetId, {
            as: "elasticloadbalancing",
            source: { path: "targetGroupArn", types: [TargetGroup, AlbTargetGroup] },
        }),
    ),
    trigger(RestAuthorizer, "request", (authorizer) => authorizer.authorizerUri, {
        as: "apigateway",
        source: source(RestAuthorizer, (authorizer) => authorizer.restApi, RestApi),
        role: "authorizerCredentials",
    }),
    trigger(HttpAuthorizer, "request", (authorizer) => authorizer.authorizerUri, {
        as: "apigateway",
        source: source(HttpAuthorizer, (authorizer) => authorizer.apiId, HttpApi),
        role: "authorizerCredentialsArn",
    }),
    trigger(
        AppSyncGraphQLApi,
        "request",
        ({ lambdaAuthorizerConfig, additionalAuthenticationProviders }) => [
            lambdaAuthorizerConfig.authorizerUri,
            each(additionalAuthenticationProviders).lambdaAuthorizerConfig.authorizerUri,
        ],
        { as: "appsync" },
    ),
    trigger(
        AppSyncApi,
        "request",
        ({ eventConfig }) => each(eventConfig.authProviders).lambdaAuthorizerConfig.authorizerUri,
        { as: "appsync" },
    ),
];

interface AlarmActions {
    readonly alarmActions: readonly string[];
    readonly okActions: readonly string[];
    readonly insufficientDataActions: readonly string[];
}

/** Services that call under a role of the caller's and never by a permission. Source: each service's page on Lambda. */
export const callsUnderRole: ReadonlySet<string> = new Set([
    "codepipeline",
    "firehose",
    "pipes",
    "scheduler",
    "states",
]);

/** What Lambda itself reads from, under the function's own role. Source: https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html */
export const readByLambda: ReadonlySet<string> = new Set(["dynamodb", "kafka", "kinesis", "mq", "sqs"]);

/** Services that wait for no answer, by which a permission tells of a trigger that lives elsewhere. */
export const permittedStarts: ReadonlyMap<string, Start> = new Map([
    ["codecommit", "event"],
    ["config", "event"],
    ["events", "event"],
    ["iot", "event"],
    ["lambda.alarms.cloudwatch", "event"],
    ["logs", "event"],
    ["s3", "event"],
    ["secretsmanager", "batch"],
    ["ses", "event"],
    ["sns", "event"],
]);

function errorAction(rule: Place<NonNullable<(typeof IotTopicRule)["inputs"]>>): Located {
    return rule.errorAction.lambda.functionArn;
}

type LambdaConfig = NonNullable<NonNullable<(typeof CognitoUserPool)["inputs"]>["lambdaConfig"]>;

function userPoolTriggers(config: Place<LambdaConfig>): readonly Located[] {
    return [
        config.createAuthChallenge,
        config.customEmailSender.lambdaArn,
        config.customMessage,
        config.customSmsSender.lambdaArn,
        config.defineAuthChallenge,
        config.postAuthentication,
        config.postConfirmation,
        config.preAuthentication,
        config.preSignUp,
        config.preTokenGeneration,
        config.preTokenGenerationConfig.lambdaArn,
        config.userMigration,
        config.verifyAuthChallengeResponse,
    ];
}

function source<T>(_of: ResourceType<T>, at: (inputs: Place<T>) => Located, ...types: readonly ResourceType[]): Source {
    return { path: pathsOf(at)[0] ?? "", types };
}

function trigger<T>(
    type: ResourceType<T>,
    start: Start,
    at: (inputs: Place<T>) => Located | readonly Located[],
    more: Omit<TriggerPlace, "type" | "start" | "paths"> = {},
): TriggerPlace {
    return { type, start, paths: pathsOf(at), ...more };
}
