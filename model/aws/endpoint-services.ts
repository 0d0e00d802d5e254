import type { ResourceType } from "./resource-type";
import * as types from "./types";

/**
 * The service that a client of a resource calls, as the last part of its endpoint's `serviceName`. Source:
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const endpointServices: ReadonlyMap<ResourceType, string> = new Map<ResourceType, string>([
    [types.DynamoDbTable, "dynamodb"],
    [types.S3Bucket, "s3"],
    [types.S3BucketV2, "s3"],
    [types.SqsQueue, "sqs"],
    [types.SnsTopic, "sns"],
    [types.SecretsManagerSecret, "secretsmanager"],
    [types.SsmParameter, "ssm"],
    [types.KmsKey, "kms"],
    [types.KinesisStream, "kinesis-streams"],
    [types.FirehoseDeliveryStream, "kinesis-firehose"],
    [types.EventBus, "events"],
    [types.StateMachine, "states"],
    [types.LambdaFunction, "lambda"],
]);
