/** Roles of AWS's own services: logs, copies, records, backups. */
import { IamRole, IamRolePolicy } from "../../../model/aws";
import { declare, policyOf, ref } from "../../../pack";
import { ACCOUNT, arn, type Corpus, docs, fromHere, role, trust } from "../parts";

const awsPolicy = (name: string) => `arn:aws:iam::aws:policy/${name}`;

export const platformRoles: Corpus = {
    "the logs of API Gateway": {
        source: docs("apigateway/latest/developerguide/set-up-logging.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("apigateway"),
                managedPolicyArns: [awsPolicy("service-role/AmazonAPIGatewayPushToCloudWatchLogs")],
            }),
        },
    },
    "the logs of AppSync": {
        source: docs("appsync/latest/devguide/monitoring.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("appsync", fromHere()),
                managedPolicyArns: [awsPolicy("service-role/AWSAppSyncPushToCloudWatchLogs")],
            }),
        },
    },
    "the flow logs of a VPC": {
        source: docs("vpc/latest/userguide/flow-logs-iam-role.html"),
        program: role(trust("vpc-flow-logs", fromHere(arn("ec2", "vpc-flow-log/*"))), {
            Action: [
                "logs:CreateLogGroup",
                "logs:CreateLogStream",
                "logs:DescribeLogGroups",
                "logs:DescribeLogStreams",
                "logs:PutLogEvents",
            ],
            Resource: "*",
        }),
    },
    "a trail's log group": {
        source: docs("awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html"),
        program: role(trust("cloudtrail", fromHere(arn("cloudtrail", "trail/account"))), {
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: arn("logs", `log-group:trail:log-stream:${ACCOUNT}_CloudTrail_eu-west-1*`),
        }),
    },
    "the metrics of a database": {
        source: docs("AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("monitoring.rds", fromHere()),
                managedPolicyArns: [awsPolicy("service-role/AmazonRDSEnhancedMonitoringRole")],
            }),
        },
    },
    "the replication of a bucket": {
        source: docs("AmazonS3/latest/userguide/setting-repl-config-perm-overview.html"),
        program: role(
            trust("s3", fromHere("arn:aws:s3:::orders-documents")),
            {
                Action: ["s3:GetReplicationConfiguration", "s3:ListBucket"],
                Resource: "arn:aws:s3:::orders-documents",
            },
            {
                Action: ["s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging"],
                Resource: "arn:aws:s3:::orders-documents/*",
            },
            {
                Action: ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
                Resource: "arn:aws:s3:::orders-copies/*",
            },
        ),
    },
    "the recorder of AWS Config": {
        source: docs("config/latest/developerguide/iamrole-permissions.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("config", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
                managedPolicyArns: [awsPolicy("service-role/AWS_ConfigRole")],
            }),
            policy: declare(IamRolePolicy, {
                role: ref("role.name"),
                policy: policyOf(
                    {
                        Action: ["s3:PutObject", "s3:PutObjectAcl"],
                        Resource: `arn:aws:s3:::records/AWSLogs/${ACCOUNT}/*`,
                        Condition: { StringLike: { "s3:x-amz-acl": "bucket-owner-full-control" } },
                    },
                    { Action: "s3:GetBucketAcl", Resource: "arn:aws:s3:::records" },
                    { Action: "sns:Publish", Resource: arn("sns", "records") },
                ),
            }),
        },
    },
    "the plans of AWS Backup": {
        source: docs("aws-backup/latest/devguide/iam-service-roles.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("backup", { StringEquals: { "aws:SourceAccount": ACCOUNT } }),
                managedPolicyArns: [
                    awsPolicy("service-role/AWSBackupServiceRolePolicyForBackup"),
                    awsPolicy("service-role/AWSBackupServiceRolePolicyForRestores"),
                ],
            }),
        },
    },
    "deployments of functions": {
        source: docs("codedeploy/latest/userguide/getting-started-create-service-role.html"),
        program: {
            role: declare(IamRole, {
                assumeRolePolicy: trust("codedeploy"),
                managedPolicyArns: [awsPolicy("service-role/AWSCodeDeployRoleForLambdaLimited")],
            }),
        },
    },
    "the knowledge base of a model": {
        source: docs("bedrock/latest/userguide/kb-permissions.html"),
        program: role(
            trust("bedrock", fromHere(arn("bedrock", "knowledge-base/*"))),
            {
                Action: "bedrock:InvokeModel",
                Resource: "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-embed-text-v2:0",
            },
            { Action: "aoss:APIAccessAll", Resource: arn("aoss", "collection/07tjusf2h91cunochc") },
            {
                Action: "s3:ListBucket",
                Resource: "arn:aws:s3:::orders-manuals",
                Condition: { StringEquals: { "aws:ResourceAccount": [ACCOUNT] } },
            },
            {
                Action: "s3:GetObject",
                Resource: "arn:aws:s3:::orders-manuals/*",
                Condition: { StringEquals: { "aws:ResourceAccount": [ACCOUNT] } },
            },
        ),
    },
};
