/** By which resources a program has a service send to a queue, a topic, a bus or a bucket, and for which source it then acts. */
import { each, type Located, type Named, type Place, pathOf, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    CloudFrontDistribution,
    EventRule,
    EventTarget,
    S3Bucket,
    S3BucketNotification,
    S3BucketV2,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
} from "./types";

export interface Sender {
    /** As its principal is called: `sns`. */
    readonly service: string;
    readonly through: ResourceType;
    /** Where it names what is sent to. */
    readonly to: readonly string[];
    /** Where it names the source; empty where it is the source itself. */
    readonly from: string;
    readonly sources: readonly ResourceType[];
    /** What is sent to. */
    readonly targets: readonly ResourceType[];
}

const targets: readonly ResourceType[] = [SqsQueue, SnsTopic, S3Bucket, S3BucketV2];

export const senders: readonly Sender[] = [
    sender(
        "sns",
        SnsTopicSubscription,
        [SnsTopic],
        (one) => one.endpoint,
        (one) => one.topic,
    ),
    sender(
        "events",
        EventTarget,
        [EventRule],
        (one) => one.arn,
        (one) => one.rule,
    ),
    sender(
        "s3",
        S3BucketNotification,
        [S3Bucket, S3BucketV2],
        (one) => [each(one.queues).queueArn, each(one.topics).topicArn],
        (one) => one.bucket,
    ),
    sender("cloudfront", CloudFrontDistribution, [CloudFrontDistribution], (one) => each(one.origins).domainName),
];

function sender<T>(
    service: string,
    through: ResourceType<T>,
    sources: readonly ResourceType[],
    to: (inputs: Place<T>) => Located | readonly Located[],
    from?: Named<T>,
): Sender {
    return { service, through, sources, targets, to: pathsOf(to), from: from ? pathOf(from) : "" };
}

/** The form of the ARN by which a service tells for what it acts. https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html */
const SOURCES: Readonly<Record<string, string>> = {
    apigateway: "arn:aws:execute-api:REGION:ACCOUNT:API_ID/*",
    cloudfront: "arn:aws:cloudfront::ACCOUNT:distribution/DISTRIBUTION_ID",
    cloudtrail: "arn:aws:cloudtrail:REGION:ACCOUNT:trail/TRAIL",
    cloudwatch: "arn:aws:cloudwatch:REGION:ACCOUNT:alarm:*",
    "cognito-idp": "arn:aws:cognito-idp:REGION:ACCOUNT:userpool/POOL_ID",
    elasticloadbalancing: "arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/NAME/*",
    es: "arn:aws:es:REGION:ACCOUNT:domain/DOMAIN",
    events: "arn:aws:events:REGION:ACCOUNT:rule/RULE",
    iot: "arn:aws:iot:REGION:ACCOUNT:rule/RULE",
    lambda: "arn:aws:lambda:REGION:ACCOUNT:function:*",
    "delivery.logs": "arn:aws:logs:REGION:ACCOUNT:*",
    logs: "arn:aws:logs:REGION:ACCOUNT:*",
    "logging.s3": "arn:aws:s3:::BUCKET",
    route53: "arn:aws:route53:::hostedzone/ZONE_ID",
    s3: "arn:aws:s3:::BUCKET",
    ses: "arn:aws:ses:REGION:ACCOUNT:*",
    sns: "arn:aws:sns:REGION:ACCOUNT:TOPIC",
};

export function sourceArn(service: string): string {
    return Object.hasOwn(SOURCES, service) ? (SOURCES[service] ?? "") : "ARN";
}
