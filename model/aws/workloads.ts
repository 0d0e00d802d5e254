import type { Value } from "../values";
import type { ResourceType } from "./resource-type";
import * as types from "./types";
import { valuesAt } from "./values-at";

/** A place where a resource carries a role under which AWS acts for it. */
interface RoleSlot {
    /** Dotted path; `[]` after a step means each element of a list. */
    readonly path: string;
    /** What runs under it, in words. */
    readonly what: string;
}

/** Everything of a serverless stack that carries a role, not functions alone. Paths: typings of @pulumi/aws 7.48.0. */
const SLOTS: Readonly<Record<string, readonly RoleSlot[]>> = {
    [types.LambdaFunction.token]: [{ path: "role", what: "function" }],
    [types.StateMachine.token]: [{ path: "roleArn", what: "state machine" }],
    [types.Pipe.token]: [
        { path: "roleArn", what: "pipe" },
        { path: "targetParameters.ecsTaskParameters.overrides.taskRoleArn", what: "task" },
        { path: "targetParameters.ecsTaskParameters.overrides.executionRoleArn", what: "task's agent" },
    ],
    [types.Schedule.token]: [{ path: "target.roleArn", what: "schedule" }],
    [types.EventTarget.token]: [{ path: "roleArn", what: "event target" }],
    [types.RestIntegration.token]: [{ path: "credentials", what: "API integration" }],
    [types.HttpIntegration.token]: [{ path: "credentialsArn", what: "API integration" }],
    "aws:apigateway/authorizer:Authorizer": [{ path: "authorizerCredentials", what: "API authorizer" }],
    "aws:apigatewayv2/authorizer:Authorizer": [{ path: "authorizerCredentialsArn", what: "API authorizer" }],
    [types.AppSyncDataSource.token]: [{ path: "serviceRoleArn", what: "data source" }],
    "aws:appsync/graphQLApi:GraphQLApi": [
        { path: "logConfig.cloudwatchLogsRoleArn", what: "GraphQL API's log" },
        { path: "mergedApiExecutionRoleArn", what: "merged GraphQL API" },
    ],
    [types.FirehoseDeliveryStream.token]: [
        "extendedS3Configuration",
        "extendedS3Configuration.s3BackupConfiguration",
        "extendedS3Configuration.dataFormatConversionConfiguration.schemaConfiguration",
        "httpEndpointConfiguration",
        "httpEndpointConfiguration.s3Configuration",
        "httpEndpointConfiguration.secretsManagerConfiguration",
        "icebergConfiguration",
        "icebergConfiguration.s3Configuration",
        "kinesisSourceConfiguration",
        "mskSourceConfiguration.authenticationConfiguration",
        "opensearchConfiguration",
        "opensearchConfiguration.s3Configuration",
        "opensearchConfiguration.vpcConfig",
        "opensearchserverlessConfiguration",
        "opensearchserverlessConfiguration.s3Configuration",
        "opensearchserverlessConfiguration.vpcConfig",
        "elasticsearchConfiguration",
        "elasticsearchConfiguration.s3Configuration",
        "elasticsearchConfiguration.vpcConfig",
        "redshiftConfiguration",
        "redshiftConfiguration.s3Configuration",
        "redshiftConfiguration.s3BackupConfiguration",
        "redshiftConfiguration.secretsManagerConfiguration",
        "snowflakeConfiguration",
        "snowflakeConfiguration.s3Configuration",
        "snowflakeConfiguration.secretsManagerConfiguration",
        "splunkConfiguration.s3Configuration",
        "splunkConfiguration.secretsManagerConfiguration",
    ].map((configuration) => ({ path: `${configuration}.roleArn`, what: "delivery stream" })),
    [types.EcsTaskDefinition.token]: [
        { path: "taskRoleArn", what: "task" },
        { path: "executionRoleArn", what: "task's agent" },
    ],
    [types.IamInstanceProfile.token]: [{ path: "role", what: "instance profile" }],
    [types.CodeBuildProject.token]: [
        { path: "serviceRole", what: "build project" },
        { path: "buildBatchConfig.serviceRole", what: "batch of builds" },
    ],
    [types.GlueJob.token]: [{ path: "roleArn", what: "Glue job" }],
    "aws:glue/crawler:Crawler": [{ path: "role", what: "Glue crawler" }],
    [types.AppRunnerService.token]: [
        { path: "instanceConfiguration.instanceRoleArn", what: "App Runner service" },
        { path: "sourceConfiguration.authenticationConfiguration.accessRoleArn", what: "App Runner service's source" },
    ],
    "aws:batch/jobDefinition:JobDefinition": [
        { path: "containerProperties{}.jobRoleArn", what: "batch job" },
        { path: "containerProperties{}.executionRoleArn", what: "batch job's agent" },
    ],
    "aws:iot/topicRule:TopicRule": [
        "cloudwatchAlarms[]",
        "cloudwatchLogs[]",
        "cloudwatchMetrics[]",
        "dynamodbs[]",
        "dynamodbv2s[]",
        "elasticsearch[]",
        "firehoses[]",
        "iotAnalytics[]",
        "iotEvents[]",
        "kineses[]",
        "republishes[]",
        "s3[]",
        "sns[]",
        "sqs[]",
        "stepFunctions[]",
        "timestreams[]",
        "errorAction.cloudwatchAlarm",
        "errorAction.cloudwatchLogs",
        "errorAction.cloudwatchMetric",
        "errorAction.dynamodb",
        "errorAction.dynamodbv2",
        "errorAction.elasticsearch",
        "errorAction.firehose",
        "errorAction.iotAnalytics",
        "errorAction.iotEvents",
        "errorAction.kinesis",
        "errorAction.republish",
        "errorAction.s3",
        "errorAction.sns",
        "errorAction.sqs",
        "errorAction.stepFunctions",
        "errorAction.timestream",
    ].map((action) => ({ path: `${action}.roleArn`, what: "IoT rule" })),
    "aws:cognito/userPool:UserPool": [{ path: "smsConfiguration.snsCallerArn", what: "user pool's text messages" }],
};

/** Other resources carry their role in a property of such a name. Grafana's and QuickSight's roles are no roles of IAM. */
const OTHER_SLOT = /(?:^r|R)ole(?:Arn)?$/;
const NO_CARRIERS = /^aws:(?:iam|grafana|quicksight|workmail|ssoadmin)\/|^pulumi:/;

/** The types that are known to carry roles. */
export const roleCarriers: readonly ResourceType[] = Object.keys(SLOTS).map((token) => ({ token }));

/** A role that a resource carries, with what runs under it. */
export interface CarriedRole {
    readonly at: Value;
    /** `function`, `state machine`, … */
    readonly what: string;
}

/** The roles that a resource carries, of the types above or of any other that names a role. */
export function carriedRoles(token: string, root: Value): readonly CarriedRole[] {
    const known = Object.hasOwn(SLOTS, token) ? SLOTS[token] : undefined;
    if (!known && !mayCarry(token)) return NOTHING;
    return known ? atSlots(root, known) : atOtherSlots(root, token);
}

const NOTHING: readonly CarriedRole[] = [];
const others = new Map<string, boolean>();

/** Asked of each resource, among which few types are different. */
function mayCarry(token: string): boolean {
    let found = others.get(token);
    if (found === undefined) {
        found = token.startsWith("aws:") && !NO_CARRIERS.test(token);
        others.set(token, found);
    }
    return found;
}

function atSlots(root: Value, slots: readonly RoleSlot[]): readonly CarriedRole[] {
    const found: CarriedRole[] = [];
    for (const { path, what } of slots) for (const at of valuesAt(root, path)) if (given(at)) found.push({ at, what });
    return found;
}

function atOtherSlots(root: Value, token: string): readonly CarriedRole[] {
    const found: CarriedRole[] = [];
    for (const key of root.keys()) {
        const at = isOtherSlot(key) ? root.get(key) : undefined;
        if (at && given(at)) found.push({ at, what: token.split(":").at(-1) ?? token });
    }
    return found;
}

const otherSlots = new Map<string, boolean>();

/** Asked of each property of each resource, among which few are different. */
function isOtherSlot(key: string): boolean {
    let found = otherSlots.get(key);
    if (found === undefined) {
        found = OTHER_SLOT.test(key);
        otherSlots.set(key, found);
    }
    return found;
}

/** The paths that name roles, by type, for a test that they exist. */
export function roleSlotPaths(): readonly (readonly [string, string])[] {
    return Object.entries(SLOTS).flatMap(([token, slots]) => slots.map(({ path }): [string, string] => [token, path]));
}

function given(at: Value): boolean {
    return at.state === "unknown" || at.text() !== undefined;
}
