import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invoices } from "./data";
import { release, signing } from "./invoices";
import { accountId, key } from "./keys";
import { either } from "./mistakes";
import { OrderFunction } from "./order-function";

/** Labels for parcels: a function that comes out of a bucket, with layers of others. */
new OrderFunction("print-labels", {
    handler: "print-labels",
    environment: { BUCKET: invoices.bucket },
    statements: [{ sid: "Read", actions: ["s3:GetObject"], resources: [pulumi.interpolate`${invoices.arn}/labels/*`] }],
    settings: {
        runtime: either("lambda-runtime-supported", "nodejs18.x", "nodejs24.x"),
        layers: [
            either(
                "lambda-layer-trusted",
                "arn:aws:lambda:eu-west-1:444455556666:layer:label-fonts:3",
                "arn:aws:lambda:eu-west-1:015030872274:layer:AWS-Parameters-and-Secrets-Lambda-Extension-Arm64:101",
            ),
            either(
                "lambda-layer-version-pinned",
                "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension-Arm64",
                "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension-Arm64:25",
            ),
        ],
        code: undefined,
        s3Bucket: invoices.bucket,
        s3Key: either("function-code-readable", "handlers/print-labels.zip", release.key),
        codeSigningConfigArn: signing.arn,
        ...either("lambda-artifact-versioned", {}, { s3ObjectVersion: release.versionId }),
    },
});

/** Where the builds put their images, and the build that tests what is to be released. */
new aws.ecr.Repository("releases", {
    imageTagMutability: either("ecr-scan-and-immutable", "MUTABLE", "IMMUTABLE"),
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
});
const logs = new aws.cloudwatch.LogGroup("releases", {
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
const builder = new aws.iam.Role("releases", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["codebuild.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("releases", {
    role: builder.name,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                sid: "Logs",
                actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
                resources: [pulumi.interpolate`${logs.arn}:*`],
            },
        ],
    }).json,
});
new aws.codebuild.Project("releases", {
    serviceRole: builder.arn,
    encryptionKey: key.arn,
    source: { type: "GITHUB", location: "https://github.com/example/orders.git" },
    artifacts: { type: "NO_ARTIFACTS" },
    environment: {
        computeType: "BUILD_GENERAL1_SMALL",
        type: "LINUX_CONTAINER",
        image: either(
            "container-image-pinned",
            "public.ecr.aws/docker/library/node:latest",
            "public.ecr.aws/docker/library/node@sha256:3f1c2d4e5a6b7c8d9e0f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f",
        ),
        privilegedMode: either("build-not-privileged", true, false),
    },
    logsConfig: { cloudwatchLogs: { groupName: logs.name } },
});
