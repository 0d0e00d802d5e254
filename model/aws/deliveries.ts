/** Where what cannot be delivered goes, and what ends the attempts. Source: typings of @pulumi/aws 7.48.0, and the page named. */
import { type Named, pathOf } from "./place";
import type { ResourceType } from "./resource-type";
import { EventSourceMapping, EventTarget, Pipe, Schedule, SnsTopicSubscription } from "./types";

export interface Delivery {
    readonly type: ResourceType;
    /** Where a program names what takes what failed. */
    readonly destination: string;
    /** Where it says how often, or for how long, it is tried. */
    readonly limits: readonly string[];
    /** Of a stream: by default the same records are tried until they expire, and what ends that drops them. */
    readonly isStream: boolean;
    /** Asked only where something stands here that fits. */
    readonly only?: { readonly path: string; readonly fits: RegExp };
}

/** Records of these streams; a queue keeps what failed, and Kafka and brokers are not asked here. */
const STREAM = /^arn:[\w-]+:(?:kinesis|dynamodb):/;
/** Deliveries to programs. https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html */
const PROGRAMS = /^(?:lambda|sqs|https?|firehose)$/;

export const deliveries: readonly Delivery[] = [
    delivery(
        EventSourceMapping,
        { isStream: true, only: only<Of<typeof EventSourceMapping>>((one) => one.eventSourceArn, STREAM) },
        (one) => one.destinationConfig.onFailure.destinationArn,
        (one) => one.maximumRetryAttempts,
        (one) => one.maximumRecordAgeInSeconds,
    ),
    delivery(
        Pipe,
        { isStream: true, only: only<Of<typeof Pipe>>((pipe) => pipe.source, /^arn:[\w-]+:kinesis:/) },
        (pipe) => pipe.sourceParameters.kinesisStreamParameters.deadLetterConfig.arn,
        (pipe) => pipe.sourceParameters.kinesisStreamParameters.maximumRetryAttempts,
        (pipe) => pipe.sourceParameters.kinesisStreamParameters.maximumRecordAgeInSeconds,
    ),
    delivery(
        Pipe,
        { isStream: true, only: only<Of<typeof Pipe>>((pipe) => pipe.source, /^arn:[\w-]+:dynamodb:/) },
        (pipe) => pipe.sourceParameters.dynamodbStreamParameters.deadLetterConfig.arn,
        (pipe) => pipe.sourceParameters.dynamodbStreamParameters.maximumRetryAttempts,
        (pipe) => pipe.sourceParameters.dynamodbStreamParameters.maximumRecordAgeInSeconds,
    ),
    delivery(
        EventTarget,
        { isStream: false },
        (target) => target.deadLetterConfig.arn,
        (target) => target.retryPolicy.maximumRetryAttempts,
    ),
    delivery(
        Schedule,
        { isStream: false },
        (schedule) => schedule.target.deadLetterConfig.arn,
        (schedule) => schedule.target.retryPolicy.maximumRetryAttempts,
    ),
    delivery(
        SnsTopicSubscription,
        { isStream: false, only: only<Of<typeof SnsTopicSubscription>>((one) => one.protocol, PROGRAMS) },
        (one) => one.redrivePolicy,
    ),
];

type Of<T extends { inputs?: unknown }> = NonNullable<T["inputs"]>;

function only<T>(named: Named<T>, fits: RegExp): NonNullable<Delivery["only"]> {
    return { path: pathOf(named), fits };
}

function delivery<T>(
    type: ResourceType<T>,
    kind: Pick<Delivery, "isStream" | "only">,
    destination: Named<T>,
    ...limits: readonly Named<T>[]
): Delivery {
    return { ...kind, type, destination: pathOf(destination), limits: limits.map(pathOf) };
}
