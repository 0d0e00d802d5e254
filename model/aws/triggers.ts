/** What starts functions, and how. Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    AppSyncDataSource,
    EventSourceMapping,
    EventTarget,
    IotTopicRule,
    LambdaFunctionEventInvokeConfig,
    LambdaFunctionUrl,
    LogSubscriptionFilter,
    Pipe,
    S3BucketNotification,
    Schedule,
    SecretsManagerSecretRotation,
    SnsTopicSubscription,
} from "./types";

/**
 * - request: somebody waits for the answer.
 * - event: it is left to Lambda, which tries a failed one twice more and then drops it, unless the function says where to.
 * - batch: something takes records or steps one after the other, and sees to failures itself.
 */
export type Start = "request" | "event" | "batch";

export interface TriggerPlace {
    readonly type: ResourceType;
    readonly start: Start;
    /** Where it names the function. */
    readonly paths: readonly string[];
    /** How long it waits for the answer, where that is bounded. */
    readonly milliseconds?: number;
}

/** https://docs.aws.amazon.com/general/latest/gr/appsync.html */
const APPSYNC_WAITS = 30_000;

export const triggerPlaces: readonly TriggerPlace[] = [
    trigger(EventSourceMapping, "batch", (mapping) => mapping.functionName),
    trigger(Pipe, "batch", (pipe) => [pipe.target, pipe.enrichment]),
    trigger(SecretsManagerSecretRotation, "batch", (rotation) => rotation.rotationLambdaArn),
    trigger(S3BucketNotification, "event", (one) => each(one.lambdaFunctions).lambdaFunctionArn),
    trigger(SnsTopicSubscription, "event", (subscription) => subscription.endpoint),
    trigger(EventTarget, "event", (target) => target.arn),
    trigger(Schedule, "event", (schedule) => schedule.target.arn),
    trigger(IotTopicRule, "event", (rule) => each(rule.lambdas).functionArn),
    trigger(LogSubscriptionFilter, "event", (filter) => filter.destinationArn),
    trigger(LambdaFunctionEventInvokeConfig, "event", ({ destinationConfig }) => [
        destinationConfig.onSuccess.destination,
        destinationConfig.onFailure.destination,
    ]),
    trigger(LambdaFunctionUrl, "request", (url) => url.functionName),
    trigger(AppSyncDataSource, "request", (source) => source.lambdaConfig.functionArn, APPSYNC_WAITS),
];

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

function trigger<T>(
    type: ResourceType<T>,
    start: Start,
    at: (inputs: Place<T>) => Located | readonly Located[],
    milliseconds?: number,
): TriggerPlace {
    return { type, start, paths: pathsOf(at), ...(milliseconds !== undefined && { milliseconds }) };
}
