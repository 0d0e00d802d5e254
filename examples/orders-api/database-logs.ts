import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { key } from "./keys";

/** Who read and changed what in the search domain; its service writes it for this account alone. */
export const searchAudit = new aws.cloudwatch.LogGroup("search-audit", { retentionInDays: 365, kmsKeyId: key.arn });

const { accountId } = aws.getCallerIdentityOutput({});
new aws.cloudwatch.LogResourcePolicy("search-audit", {
    policyName: "search-audit",
    policyDocument: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "es.amazonaws.com" },
                Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
                Resource: pulumi.interpolate`${searchAudit.arn}:*`,
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
        ],
    }),
});

/** Takes what the database's server measures to CloudWatch. */
export const monitoring = new aws.iam.Role("database-monitoring", {
    assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "monitoring.rds.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
        ],
    }),
});
new aws.iam.RolePolicyAttachment("database-monitoring", {
    role: monitoring.name,
    policyArn: aws.iam.ManagedPolicy.AmazonRDSEnhancedMonitoringRole,
});
