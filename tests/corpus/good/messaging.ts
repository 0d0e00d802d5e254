/** Roles that send, receive and stream. */
import { declare, ref } from "../../../pack";
import { arn, type Corpus, docs, fromHere, globalArn, lambda, role, SnsTopic, SqsQueue, trust } from "../parts";

const stream = arn("kinesis", "stream/orders");

export const messagingRoles: Corpus = {
    "a consumer of a queue": {
        source: docs("lambda/latest/dg/services-sqs-configure.html"),
        program: {
            queue: declare(SqsQueue, { sqsManagedSseEnabled: true }),
            ...lambda({
                Action: [
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:ReceiveMessage",
                ],
                Resource: ref("queue.arn"),
            }),
        },
    },
    "a producer for a queue": {
        source: docs("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-iam-policies.html"),
        program: lambda({
            Action: ["sqs:GetQueueUrl", "sqs:SendMessage"],
            Resource: arn("sqs", "orders"),
        }),
    },
    "the redrive of a FIFO queue": {
        source: docs("AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html"),
        program: lambda(
            {
                Action: [
                    "sqs:CancelMessageMoveTask",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:ListMessageMoveTasks",
                    "sqs:ReceiveMessage",
                    "sqs:StartMessageMoveTask",
                ],
                Resource: arn("sqs", "orders-dlq.fifo"),
            },
            { Action: "sqs:SendMessage", Resource: arn("sqs", "orders.fifo") },
        ),
    },
    "a publisher to a topic": {
        source: docs("sns/latest/dg/sns-using-identity-based-policies.html"),
        program: {
            topic: declare(SnsTopic, { kmsMasterKeyId: "alias/orders-events" }),
            ...lambda({ Action: "sns:Publish", Resource: ref("topic.arn") }),
        },
    },
    "text messages to phone numbers": {
        source: docs("sns/latest/dg/sns-sms-access-management.html"),
        program: lambda({ Action: "sns:Publish", Resource: "*" }),
        advises: {
            "exec-role-no-resource-star": "A phone number has no ARN, and the same statement reaches every topic.",
        },
    },
    "text messages to phone numbers, and to no topic": {
        source: docs("sns/latest/dg/sns-sms-access-management.html"),
        program: lambda(
            { Action: "sns:Publish", Resource: "*" },
            { Effect: "Deny", Action: "sns:Publish", Resource: "arn:aws:sns:*:*:*" },
        ),
    },
    "text messages of a user pool": {
        source: docs("cognito/latest/developerguide/cognito-user-pool-settings-sms.html"),
        program: role(
            trust("cognito-idp", {
                StringEquals: {
                    "sts:ExternalId": "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
                    ...(fromHere() as { StringEquals: object }).StringEquals,
                },
                ArnLike: { "aws:SourceArn": arn("cognito-idp", "userpool/eu-west-1_Example1") },
            }),
            { Action: "sns:publish", Resource: "*" },
        ),
        advises: {
            "exec-role-no-resource-star": "A phone number has no ARN, and the same statement reaches every topic.",
        },
    },
    "mail from one identity": {
        source: docs("ses/latest/dg/control-user-access.html"),
        program: lambda({
            Action: ["ses:SendEmail", "ses:SendRawEmail"],
            Resource: [arn("ses", "identity/example.com"), arn("ses", "configuration-set/orders")],
            Condition: { StringEquals: { "ses:FromAddress": "orders@example.com" } },
        }),
    },
    "a producer for a stream": {
        source: docs("streams/latest/dev/controlling-access.html"),
        program: lambda({
            Action: ["kinesis:DescribeStreamSummary", "kinesis:PutRecord", "kinesis:PutRecords"],
            Resource: stream,
        }),
    },
    "a consumer of a stream": {
        source: docs("lambda/latest/dg/services-kinesis-create.html"),
        program: lambda(
            {
                Action: [
                    "kinesis:DescribeStream",
                    "kinesis:DescribeStreamSummary",
                    "kinesis:GetRecords",
                    "kinesis:GetShardIterator",
                    "kinesis:ListShards",
                ],
                Resource: stream,
            },
            { Action: "kinesis:ListStreams", Resource: "*" },
        ),
    },
    "a consumer with enhanced fan-out": {
        source: docs("lambda/latest/dg/services-kinesis-create.html"),
        program: lambda(
            {
                Action: ["kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:ListShards"],
                Resource: stream,
            },
            { Action: "kinesis:SubscribeToShard", Resource: `${stream}/consumer/orders:*` },
            { Action: "kinesis:ListStreams", Resource: "*" },
        ),
    },
    "a consumer of a Kafka cluster": {
        source: docs("lambda/latest/dg/with-msk-permissions.html"),
        program: lambda(
            {
                Action: ["kafka:DescribeCluster", "kafka:DescribeClusterV2", "kafka:GetBootstrapBrokers"],
                Resource: arn("kafka", "cluster/orders/abcd1234-5678-90ab-cdef-abcd1234abcd-1"),
            },
            {
                Action: [
                    "kafka-cluster:AlterGroup",
                    "kafka-cluster:Connect",
                    "kafka-cluster:DescribeClusterDynamicConfiguration",
                    "kafka-cluster:DescribeGroup",
                    "kafka-cluster:DescribeTopic",
                    "kafka-cluster:ReadData",
                ],
                Resource: [
                    arn("kafka", "cluster/orders/abcd1234-5678-90ab-cdef-abcd1234abcd-1"),
                    arn("kafka", "topic/orders/abcd1234-5678-90ab-cdef-abcd1234abcd-1/orders"),
                    arn("kafka", "group/orders/abcd1234-5678-90ab-cdef-abcd1234abcd-1/*"),
                ],
            },
            {
                Action: [
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcs",
                ],
                Resource: "*",
            },
        ),
    },
    "events to a bus": {
        source: docs("eventbridge/latest/userguide/eb-use-identity-based.html"),
        program: lambda({
            Action: "events:PutEvents",
            Resource: arn("events", "event-bus/orders"),
            Condition: { StringEquals: { "events:source": "com.example.orders" } },
        }),
    },
    "messages to the clients of a WebSocket API": {
        source: docs("apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html"),
        program: lambda({
            Action: "execute-api:ManageConnections",
            Resource: `${arn("execute-api", "a1b2c3d4e5")}/production/POST/@connections/*`,
        }),
    },
    "a delivery stream with a transformation and a key": {
        source: docs("firehose/latest/dev/controlling-access.html"),
        program: role(
            trust("firehose", { StringEquals: { "sts:ExternalId": "111122223333" } }),
            {
                Action: [
                    "s3:AbortMultipartUpload",
                    "s3:GetBucketLocation",
                    "s3:GetObject",
                    "s3:ListBucket",
                    "s3:ListBucketMultipartUploads",
                    "s3:PutObject",
                ],
                Resource: ["arn:aws:s3:::orders-archive", "arn:aws:s3:::orders-archive/*"],
            },
            {
                Action: [
                    "kinesis:DescribeStream",
                    "kinesis:GetShardIterator",
                    "kinesis:GetRecords",
                    "kinesis:ListShards",
                ],
                Resource: stream,
            },
            {
                Action: ["kms:Decrypt", "kms:GenerateDataKey"],
                Resource: arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                Condition: {
                    StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" },
                    StringLike: { "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::orders-archive/*" },
                },
            },
            {
                Action: "logs:PutLogEvents",
                Resource: arn("logs", "log-group:/aws/kinesisfirehose/orders:log-stream:S3Delivery"),
            },
            {
                Action: ["lambda:InvokeFunction", "lambda:GetFunctionConfiguration"],
                Resource: arn("lambda", "function:transform:$LATEST"),
            },
        ),
    },
    "a rule of IoT": {
        source: docs("iot/latest/developerguide/iot-create-role.html"),
        program: role(
            trust("iot", fromHere(arn("iot", "rule/readings"))),
            { Action: "dynamodb:PutItem", Resource: arn("dynamodb", "table/readings") },
            { Action: "sqs:SendMessage", Resource: arn("sqs", "failed-readings") },
        ),
    },
    "messages to devices": {
        source: docs("iot/latest/developerguide/pub-sub-policy.html"),
        program: lambda({ Action: "iot:Publish", Resource: arn("iot", "topic/devices/${aws:PrincipalTag/fleet}/*") }),
    },
    "invalidations of a distribution": {
        source: docs("AmazonCloudFront/latest/DeveloperGuide/security_iam_id-based-policy-examples.html"),
        program: lambda({
            Action: ["cloudfront:CreateInvalidation", "cloudfront:GetInvalidation"],
            Resource: globalArn("cloudfront", "distribution/EDFDVBD6EXAMPLE"),
        }),
    },
};
