import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { failed, invoices } from "./data";
import { accountId, key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";
import { OrderFunction } from "./order-function";

/** Suppliers' invoices arrive below `incoming/`; what is read from them goes to the index. */
const zones = network.subnets.map(({ id }) => id);
export const indexInvoice = new OrderFunction("index-invoice", {
    handler: "index-invoice",
    ...either("async-failure-destination", {}, { deadLetters: failed }),
    managedPolicyArns: [aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole],
    statements: [
        {
            sid: "Read",
            actions: ["s3:GetObject", ...either("exec-role-no-unused-action", ["s3:GetObjectAcl"], [])],
            resources: [pulumi.interpolate`${invoices.arn}/incoming/*`],
        },
        {
            sid: "Write",
            actions: ["s3:PutObject"],
            resources: [
                either(
                    "lambda-recursion-terminate",
                    pulumi.interpolate`${invoices.arn}/*`,
                    pulumi.interpolate`${invoices.arn}/index/*`,
                ),
            ],
        },
        { sid: "Failed", actions: ["sqs:SendMessage"], resources: [failed.arn] },
    ],
    settings: {
        vpcConfig: {
            subnetIds: either("function-vpc-multi-az", zones.slice(0, 1), zones),
            securityGroupIds: [network.clients.id],
        },
    },
});
const arrives = new aws.lambda.Permission("invoice-arrives", {
    action: "lambda:InvokeFunction",
    function: indexInvoice.lambda.name,
    principal: "s3.amazonaws.com",
    sourceArn: invoices.arn,
    sourceAccount: accountId,
});
new aws.s3.BucketNotification(
    "invoice-arrives",
    {
        bucket: invoices.id,
        lambdaFunctions: [
            {
                lambdaFunctionArn: indexInvoice.lambda.arn,
                events: ["s3:ObjectCreated:*"],
                filterPrefix: "incoming/",
            },
        ],
    },
    { dependsOn: [arrives] },
);
new aws.lambda.RuntimeManagementConfig("index-invoice", {
    functionName: indexInvoice.lambda.name,
    ...either(
        "runtime-updates-automatic",
        { updateRuntimeOn: "Manual", runtimeVersionArn: "arn:aws:lambda:eu-west-1::runtime:0123456789abcdef" },
        { updateRuntimeOn: "Auto" },
    ),
});

/** What a release brings for those that take their code from the bucket. */
export const release = new aws.s3.BucketObjectv2("release", {
    bucket: invoices.bucket,
    key: "releases/handlers.zip",
    source: new pulumi.asset.FileArchive("./handlers"),
    kmsKeyId: key.arn,
});

/** Each shop's own figures: one function for all of them, which the shops' portal calls. It comes from the release's signed archive. */
const profile = new aws.signer.SigningProfile("release", { platformId: "AWSLambda-SHA384-ECDSA" });
export const signing = new aws.lambda.CodeSigningConfig("release", {
    allowedPublishers: { signingProfileVersionArns: [profile.versionArn] },
    policies: { untrustedArtifactOnDeployment: either("lambda-code-signing", "Warn", "Enforce") },
});
new OrderFunction("shop-figures", {
    handler: "shop-figures",
    environment: { BUCKET: invoices.bucket },
    statements: [{ sid: "Read", actions: ["s3:GetObject"], resources: [pulumi.interpolate`${invoices.arn}/index/*`] }],
    settings: {
        code: undefined,
        s3Bucket: invoices.bucket,
        s3Key: release.key,
        s3ObjectVersion: release.versionId,
        codeSigningConfigArn: signing.arn,
        tags: { tenancy: "shared" },
        ...either("tenant-data-isolation", {}, { tenancyConfig: { tenantIsolationMode: "PER_TENANT" } }),
    },
});
