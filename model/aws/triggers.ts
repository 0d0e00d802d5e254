/** What starts functions, and how. Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html */
import { each, type Located, type Place, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    AppSyncDataSource,
    EventSourceMapping,
    EventTarget,
    IotTopicRule,
    LambdaFunctionUrl,
    LogSubscriptionFilter,
    Pipe,
    S3BucketNotification,
    Schedule,
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
    /** Where it names what the events come from. */
    readonly from: readonly string[];
}

export const triggerPlaces: readonly TriggerPlace[] = [
    trigger(
        EventSourceMapping,
        "batch",
        (mapping) => mapping.functionName,
        (mapping) => mapping.eventSourceArn,
    ),
    trigger(
        Pipe,
        "batch",
        (pipe) => [pipe.target, pipe.enrichment],
        (pipe) => pipe.source,
    ),
    trigger(
        S3BucketNotification,
        "event",
        (one) => each(one.lambdaFunctions).lambdaFunctionArn,
        (one) => one.bucket,
    ),
    trigger(
        SnsTopicSubscription,
        "event",
        (subscription) => subscription.endpoint,
        (subscription) => subscription.topic,
    ),
    trigger(
        EventTarget,
        "event",
        (target) => target.arn,
        (target) => target.rule,
    ),
    trigger(Schedule, "event", (schedule) => schedule.target.arn),
    trigger(IotTopicRule, "event", (rule) => each(rule.lambdas).functionArn),
    trigger(
        LogSubscriptionFilter,
        "event",
        (filter) => filter.destinationArn,
        (filter) => filter.logGroup,
    ),
    trigger(LambdaFunctionUrl, "request", (url) => url.functionName),
    trigger(AppSyncDataSource, "request", (source) => source.lambdaConfig.functionArn),
];

/** Services that leave events to Lambda, by which a permission tells of a trigger that lives elsewhere. */
export const eventServices: ReadonlySet<string> = new Set([
    "codecommit",
    "config",
    "events",
    "iot",
    "logs",
    "s3",
    "secretsmanager",
    "ses",
    "sns",
]);

function trigger<T>(
    type: ResourceType<T>,
    start: Start,
    at: (inputs: Place<T>) => Located | readonly Located[],
    from: (inputs: Place<T>) => Located | readonly Located[] = () => [],
): TriggerPlace {
    return { type, start, paths: pathsOf(at), from: pathsOf(from) };
}
