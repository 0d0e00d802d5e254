import { type Named, pathOf } from "./place";
import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** A property that names the bucket to which logs are written, by its name, its ARN or its domain name. */
export interface LogBucketSlot {
    readonly type: ResourceType;
    /** As `valuesAt` reads it. */
    readonly path: string;
}

function slot<T>(type: ResourceType<T>, ...named: readonly Named<T>[]): readonly LogBucketSlot[] {
    return named.map((one) => ({ type, path: pathOf(one) }));
}

/** Paths: typings of @pulumi/aws 7.48.0; `loggings` of version 6. */
export const logBucketSlots: readonly LogBucketSlot[] = [
    slot(types.CloudTrailTrail, (trail) => trail.s3BucketName),
    slot(types.S3Bucket, (bucket) => bucket.logging.targetBucket),
    { type: types.S3Bucket, path: "loggings[].targetBucket" },
    { type: types.S3BucketV2, path: "loggings[].targetBucket" },
    slot(types.S3BucketLogging, (logging) => logging.targetBucket),
    slot(types.S3BucketLoggingV2, (logging) => logging.targetBucket),
    slot(types.CloudFrontDistribution, (distribution) => distribution.loggingConfig.bucket),
    slot(
        types.LoadBalancer,
        (balancer) => balancer.accessLogs.bucket,
        (balancer) => balancer.connectionLogs.bucket,
    ),
    slot(
        types.AlbLoadBalancer,
        (balancer) => balancer.accessLogs.bucket,
        (balancer) => balancer.connectionLogs.bucket,
    ),
    slot(types.ClassicLoadBalancer, (balancer) => balancer.accessLogs.bucket),
    slot(types.Ec2FlowLog, (flowLog) => flowLog.logDestination),
    { type: types.WafV2WebAclLoggingConfiguration, path: "logDestinationConfigs[]" },
    slot(types.LogDeliveryDestination, (to) => to.deliveryDestinationConfiguration.destinationResourceArn),
    slot(types.CodeBuildProject, (project) => project.logsConfig.s3Logs.location),
].flat();

/** The name of the bucket in `arn:aws:s3:::logs/prefix`, `logs.s3.eu-west-1.amazonaws.com`, `logs/prefix` or `logs`. */
export function bucketNameIn(text: string): string {
    return text
        .replace(/^arn:[\w-]+:s3:::/, "")
        .replace(/\.s3[.-](?:[\w-]+\.)*amazonaws\.com(?:\.cn)?$/, "")
        .replace(/\/.*$/, "");
}
