import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { failed, shipped } from "./data";
import { getOrder, nightlyReport } from "./functions";
import { accountId, key } from "./keys";
import { either } from "./mistakes";

/** The nightly run. */
const nightly = new aws.cloudwatch.EventRule("nightly", { scheduleExpression: "cron(0 2 * * ? *)" });
new aws.cloudwatch.EventTarget("nightly", {
    rule: nightly.name,
    arn: nightlyReport.lambda.arn,
    ...either("event-source-failure-handling", {}, { deadLetterConfig: { arn: failed.arn } }),
    retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 3 },
});
new aws.lambda.Permission("nightly", {
    action: "lambda:InvokeFunction",
    function: nightlyReport.lambda.name,
    principal: "events.amazonaws.com",
    ...either("lambda-permission-source-required", {}, { sourceArn: nightly.arn }),
});
/** The report once told of shipped orders too. */
const leftover = () =>
    new aws.lambda.Permission("shipped", {
        action: "lambda:InvokeFunction",
        function: nightlyReport.lambda.name,
        principal: "sns.amazonaws.com",
        sourceArn: shipped.arn,
    });
either("lambda-permission-matches-wiring", leftover, () => undefined)();
new aws.sqs.QueuePolicy("failed-orders", {
    queueUrl: failed.id,
    policy: {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "UndeliveredEvents",
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: failed.arn,
                Condition: { ArnEquals: { "aws:SourceArn": nightly.arn } },
            },
            {
                Sid: "UndeliveredMessages",
                Effect: "Allow",
                Principal: { Service: "sns.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: failed.arn,
                Condition: { ArnEquals: { "aws:SourceArn": shipped.arn } },
            },
            {
                Sid: "TlsOnly",
                Effect: "Deny",
                Principal: "*",
                Action: "sqs:*",
                Resource: failed.arn,
                Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
        ],
    },
});

/** A refund waits for a look at the order, then runs by itself. */
const logs = new aws.cloudwatch.LogGroup("refund", {
    name: "/aws/vendedlogs/states/refund",
    retentionInDays: 365,
    deletionProtectionEnabled: true,
    kmsKeyId: key.arn,
});
const role = new aws.iam.Role("refund", {
    assumeRolePolicy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Action: "sts:AssumeRole",
                Principal: { Service: "states.amazonaws.com" },
                Condition: { StringEquals: { "aws:SourceAccount": accountId } },
            },
        ],
    }),
});
const policy = new aws.iam.RolePolicy("refund", {
    role: role.id,
    policy: pulumi.jsonStringify({
        Version: "2012-10-17",
        Statement: [
            { Sid: "LookUp", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: getOrder.lambda.arn },
            { Sid: "OwnState", Effect: "Allow", Action: ["kms:Decrypt", "kms:GenerateDataKey"], Resource: key.arn },
            {
                // Delivery of logs has no resources to name.
                Sid: "DeliverLogs",
                Effect: "Allow",
                Action: [
                    "logs:CreateLogDelivery",
                    "logs:GetLogDelivery",
                    "logs:UpdateLogDelivery",
                    "logs:DeleteLogDelivery",
                    "logs:ListLogDeliveries",
                    "logs:PutResourcePolicy",
                    "logs:DescribeResourcePolicies",
                    "logs:DescribeLogGroups",
                ],
                Resource: "*",
            },
        ],
    }),
});
new aws.sfn.StateMachine(
    "refund",
    {
        roleArn: role.arn,
        definition: pulumi.jsonStringify({
            StartAt: "LookUp",
            States: {
                LookUp: {
                    Type: "Task",
                    Resource: "arn:aws:states:::lambda:invoke",
                    Parameters: { FunctionName: getOrder.lambda.arn },
                    End: true,
                },
            },
        }),
        loggingConfiguration: {
            level: either("step-functions-logging", "OFF", "ERROR"),
            includeExecutionData: false,
            logDestination: pulumi.interpolate`${logs.arn}:*`,
        },
        tracingConfiguration: { enabled: true },
        encryptionConfiguration: either(
            "workflow-encrypted-cmk",
            { type: "AWS_OWNED_KEY" },
            { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key.arn },
        ),
    },
    { dependsOn: [policy] },
);
