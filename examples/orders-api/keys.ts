import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

const account = aws.getCallerIdentityOutput({});
const partition = aws.getPartitionOutput({});
const region = aws.getRegionOutput({});
const root = pulumi.interpolate`arn:${partition.partition}:iam::${account.accountId}:root`;

/** One key for the service's data. IAM decides who may use it; the log service may, for this account's groups only. */
export const key = new aws.kms.Key("orders", {
    description: "Data and logs of the order service",
    enableKeyRotation: true,
    policy: aws.iam.getPolicyDocumentOutput({
        statements: [
            {
                sid: "Account",
                actions: ["kms:*"],
                resources: ["*"],
                principals: [{ type: "AWS", identifiers: [root] }],
            },
            {
                sid: "Trail",
                actions: ["kms:GenerateDataKey*", "kms:DescribeKey"],
                resources: ["*"],
                principals: [{ type: "Service", identifiers: ["cloudtrail.amazonaws.com"] }],
                conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: [account.accountId] }],
            },
            {
                sid: "Logs",
                actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
                resources: ["*"],
                principals: [
                    { type: "Service", identifiers: [pulumi.interpolate`logs.${region.region}.amazonaws.com`] },
                ],
                conditions: [
                    {
                        test: "ArnLike",
                        variable: "kms:EncryptionContext:aws:logs:arn",
                        values: [
                            pulumi.interpolate`arn:${partition.partition}:logs:${region.region}:${account.accountId}:log-group:*`,
                        ],
                    },
                ],
            },
        ],
    }).json,
});

export const accountId = account.accountId;
