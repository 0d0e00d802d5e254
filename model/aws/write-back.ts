/** What a function does to start itself again, by what starts it. */
import type { ResourceType } from "./resource-type";
import { DynamoDbTable, KinesisStream, S3Bucket, S3BucketV2, SnsTopic, SqsQueue } from "./types";

export interface WriteBack {
    readonly type: ResourceType;
    readonly actions: readonly string[];
    /**
     * Does Lambda end such a loop after some sixteen calls, unless the function is told to allow it?
     * https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
     */
    readonly isEnded: boolean;
}

export const writeBacks: readonly WriteBack[] = [
    { type: SqsQueue, actions: ["sqs:SendMessage"], isEnded: true },
    { type: SnsTopic, actions: ["sns:Publish"], isEnded: true },
    { type: S3Bucket, actions: [], isEnded: true },
    { type: S3BucketV2, actions: [], isEnded: true },
    { type: KinesisStream, actions: ["kinesis:PutRecord", "kinesis:PutRecords"], isEnded: false },
    {
        type: DynamoDbTable,
        actions: ["dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:BatchWriteItem"],
        isEnded: false,
    },
];

/** What makes a bucket tell of an event; a deletion leaves nothing for the next one. */
export const bucketEvents: readonly (readonly [event: RegExp, action: string])[] = [
    [/^s3:ObjectCreated:/, "s3:PutObject"],
    [/^s3:ObjectTagging:/, "s3:PutObjectTagging"],
    [/^s3:ObjectAcl:/, "s3:PutObjectAcl"],
];
