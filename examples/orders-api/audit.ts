import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invoices } from "./data";
import { fulfilOrder } from "./functions";
import { accountId, key } from "./keys";
import { either } from "./mistakes";
import { vpc } from "./network";

type Statement = aws.types.input.iam.GetPolicyDocumentStatementArgs;

/** A bucket that services of AWS write to, for this account alone. */
function logBucket(name: string, statements: (bucket: aws.s3.Bucket) => readonly Statement[]): aws.s3.Bucket {
    const bucket = new aws.s3.Bucket(name, { objectLockEnabled: true });
    new aws.s3.BucketPublicAccessBlock(name, {
        bucket: bucket.id,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
    });
    new aws.s3.BucketVersioning(name, { bucket: bucket.id, versioningConfiguration: { status: "Enabled" } });
    new aws.s3.BucketServerSideEncryptionConfiguration(name, {
        bucket: bucket.id,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
    });
    const everything = [bucket.arn, pulumi.interpolate`${bucket.arn}/*`];
    new aws.s3.BucketPolicy(name, {
        bucket: bucket.id,
        policy: aws.iam.getPolicyDocumentOutput({
            statements: [
                {
                    sid: "TlsOnly",
                    effect: "Deny",
                    actions: ["s3:*"],
                    resources: everything,
                    principals: [{ type: "*", identifiers: ["*"] }],
                    conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
                },
                ...statements(bucket),
            ],
        }).json,
    });
    return bucket;
}

/** A service may write to a bucket, for resources of this account. */
function writes(service: string, bucket: aws.s3.Bucket): Statement {
    return {
        actions: ["s3:PutObject"],
        resources: [pulumi.interpolate`${bucket.arn}/*`],
        principals: [{ type: "Service", identifiers: [service] }],
        conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
    };
}

const accessLogs = logBucket("access-logs", (bucket) => [
    writes("logging.s3.amazonaws.com", bucket),
    writes("delivery.logs.amazonaws.com", bucket),
]);
const audit = logBucket("audit", (bucket) => [
    writes("cloudtrail.amazonaws.com", bucket),
    { ...writes("cloudtrail.amazonaws.com", bucket), actions: ["s3:GetBucketAcl"], resources: [bucket.arn] },
]);
for (const [name, bucket] of Object.entries({ audit, invoices }))
    new aws.s3.BucketLogging(name, { bucket: bucket.id, targetBucket: accessLogs.id, targetPrefix: `${name}/` });

/** Who did what in the account, and with which order. */
const trailLogs = new aws.cloudwatch.LogGroup("audit", {
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
const trailRole = new aws.iam.Role("audit", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("audit", {
    role: trailRole.name,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
                resources: [pulumi.interpolate`${trailLogs.arn}:*`],
            },
        ],
    }).json,
});
const dataEventsOf = (type: string) => ({
    name: type,
    fieldSelectors: [
        { field: "eventCategory", equals: ["Data"] },
        { field: "resources.type", equals: [type] },
    ],
});
new aws.cloudtrail.Trail("audit", {
    s3BucketName: audit.id,
    isMultiRegionTrail: true,
    enableLogFileValidation: true,
    kmsKeyId: key.arn,
    cloudWatchLogsGroupArn: pulumi.interpolate`${trailLogs.arn}:*`,
    cloudWatchLogsRoleArn: trailRole.arn,
    advancedEventSelectors: [
        { name: "Management", fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }] },
        ...either(
            "audit-trail-covers-serverless",
            [],
            ["AWS::Lambda::Function", "AWS::DynamoDB::Table", "AWS::S3::Object"].map(dataEventsOf),
        ),
    ],
});

for (const vpcId of either("edge-and-storage-access-logs", [], [vpc.id]))
    new aws.ec2.FlowLog("orders", {
        vpcId,
        trafficType: "REJECT",
        logDestinationType: "s3",
        logDestination: accessLogs.arn,
    });

/** Orders that nobody fulfils wake somebody up. */
const operations = new aws.sns.Topic("operations", { kmsMasterKeyId: key.arn });
new aws.sns.TopicPolicy("operations", {
    arn: operations.arn,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                sid: "Alarms",
                actions: ["sns:Publish"],
                resources: [operations.arn],
                principals: [{ type: "Service", identifiers: ["cloudwatch.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
            {
                sid: "TlsOnly",
                effect: "Deny",
                actions: ["sns:Publish"],
                resources: [operations.arn],
                principals: [{ type: "*", identifiers: ["*"] }],
                conditions: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
            },
        ],
    }).json,
});
new aws.cloudwatch.MetricAlarm("fulfil-order-errors", {
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: fulfilOrder.lambda.name },
    statistic: "Sum",
    period: 300,
    evaluationPeriods: 1,
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    alarmActions: [operations.arn],
    actionsEnabled: either("alarm-actions-enabled", false, true),
});
