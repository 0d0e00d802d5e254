import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invoices, table } from "./data";
import { accountId, key } from "./keys";
import { either } from "./mistakes";
import * as network from "./network";

/** What else holds orders: what happened to them, what people ask of them, and a copy of everything. */

/** Each change of an order, for those who want to know. */
new aws.kinesis.Stream("order-changes", {
    streamModeDetails: { streamMode: "ON_DEMAND" },
    retentionPeriod: 48,
    ...either("stream-encrypted-at-rest", {}, { encryptionType: "KMS", kmsKeyId: key.arn }),
});

/** What people look at again and again comes from memory. */
const accelerator = new aws.iam.Role("orders-accelerator", {
    assumeRolePolicy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                actions: ["sts:AssumeRole"],
                principals: [{ type: "Service", identifiers: ["dax.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [accountId] }],
            },
        ],
    }).json,
});
new aws.iam.RolePolicy("orders-accelerator", {
    role: accelerator.name,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            { actions: ["dynamodb:GetItem", "dynamodb:DescribeTable"], resources: [table.arn] },
            { actions: ["kms:Decrypt"], resources: [key.arn] },
        ],
    }).json,
});
const subnets = new aws.dax.SubnetGroup("orders", { subnetIds: network.subnets.map(({ id }) => id) });
new aws.dax.Cluster("orders", {
    clusterName: "orders",
    iamRoleArn: accelerator.arn,
    nodeType: "dax.t3.small",
    replicationFactor: 3,
    clusterEndpointEncryptionType: "TLS",
    subnetGroupName: either("database-in-private-subnets", undefined, subnets.name),
    securityGroupIds: [network.orders.id],
    serverSideEncryption: { enabled: either("cache-encrypted-at-rest", false, true) },
});

/** The catalogue is another team's API: what of it orders may cache is said here. */
new aws.apigateway.MethodSettings("catalogue", {
    restApi: "a1b2c3d4e5",
    stageName: "orders",
    methodPath: "*/*",
    settings: {
        cachingEnabled: true,
        cacheDataEncrypted: either("api-cache-encrypted", false, true),
        loggingLevel: "ERROR",
        dataTraceEnabled: false,
        throttlingBurstLimit: 50,
        throttlingRateLimit: 100,
    },
});

/** Where the people who run the shop ask for figures. */
new aws.athena.Workgroup("figures", {
    configuration: {
        enforceWorkgroupConfiguration: either("analytics-encrypted", false, true),
        resultConfiguration: {
            outputLocation: pulumi.interpolate`s3://${invoices.bucket}/figures/`,
            encryptionConfiguration: { encryptionOption: "SSE_KMS", kmsKeyArn: key.arn },
        },
    },
});

new aws.backup.Vault("orders", { kmsKeyArn: either("backup-ecr-cmk", undefined, key.arn) });
