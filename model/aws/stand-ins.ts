import {
    DynamoDbTable,
    Ec2Instance,
    EcrRepository,
    EfsFileSystem,
    EventBus,
    FirehoseDeliveryStream,
    IamRole,
    IamUser,
    KinesisStream,
    KmsKey,
    LambdaFunction,
    RdsCluster,
    RdsInstance,
    S3Bucket,
    S3BucketV2,
    SecretsManagerSecret,
    SnsTopic,
    SqsQueue,
    SsmParameter,
    StateMachine,
} from "./types";

/** A name that nobody gives. */
const NAME = "not-known-yet-0b5e1c";
const own = (service: string, rest = "") => `arn:aws:${service}:eu-west-1:000000000000:${rest}${NAME}`;

/**
 * For what is not made yet, an ARN of its type: a grant that covers it covers all of them. After each service's table in
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const standIns: ReadonlyMap<string, string> = new Map([
    [DynamoDbTable.token, own("dynamodb", "table/")],
    [Ec2Instance.token, own("ec2", "instance/")],
    [EcrRepository.token, own("ecr", "repository/")],
    [EfsFileSystem.token, own("elasticfilesystem", "file-system/")],
    [EventBus.token, own("events", "event-bus/")],
    [FirehoseDeliveryStream.token, own("firehose", "deliverystream/")],
    [IamRole.token, `arn:aws:iam::000000000000:role/${NAME}`],
    [IamUser.token, `arn:aws:iam::000000000000:user/${NAME}`],
    [KinesisStream.token, own("kinesis", "stream/")],
    [KmsKey.token, own("kms", "key/")],
    [LambdaFunction.token, own("lambda", "function:")],
    [RdsCluster.token, own("rds", "cluster:")],
    [RdsInstance.token, own("rds", "db:")],
    [S3Bucket.token, `arn:aws:s3:::${NAME}`],
    [S3BucketV2.token, `arn:aws:s3:::${NAME}`],
    [SecretsManagerSecret.token, own("secretsmanager", "secret:")],
    [SnsTopic.token, own("sns")],
    [SqsQueue.token, own("sqs")],
    [SsmParameter.token, own("ssm", "parameter/")],
    [StateMachine.token, own("states", "stateMachine:")],
]);
