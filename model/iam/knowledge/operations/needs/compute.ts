import { given, without } from "../given";
import { type OneOf, oneOf, perhaps, type ServiceNeeds, when } from "./need";
import { AUTOMATIONS } from "./orders";

/** With a version or an alias the action is asked of that. */
const INVOKE: OneOf = oneOf(
    when(without("Qualifier"), "lambda:InvokeFunction", { by: ["FunctionName"] }),
    when(given("Qualifier"), "lambda:InvokeFunction", { by: ["FunctionName"], below: ":${Qualifier}" }),
);

/** Code, layers and networks are read for who brings them. Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html */
const FROM_ELSEWHERE = perhaps(
    "s3:GetObject",
    "s3:GetObjectVersion",
    "ecr:BatchGetImage",
    "ecr:GetDownloadUrlForLayer",
    "ecr:GetRepositoryPolicy",
    "ecr:SetRepositoryPolicy",
    "lambda:GetLayerVersion",
    "ec2:DescribeSecurityGroups",
    "ec2:DescribeSubnets",
    "ec2:DescribeVpcs",
);

/** Sources: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html and API_InvokeWithResponseStream.html, API_GetLayerVersionByArn.html beside it */
export const lambda: ServiceNeeds = {
    types: {
        "function alias": { by: ["FunctionName"] },
        "function version": { by: [] },
        layerVersion: { by: ["LayerName"] },
    },
    operations: {
        CreateFunction: ["lambda:CreateFunction", FROM_ELSEWHERE],
        UpdateFunctionCode: ["lambda:UpdateFunctionCode", FROM_ELSEWHERE],
        UpdateFunctionConfiguration: ["lambda:UpdateFunctionConfiguration", FROM_ELSEWHERE],
        PublishLayerVersion: ["lambda:PublishLayerVersion", perhaps("s3:GetObject", "s3:GetObjectVersion")],
        Invoke: [INVOKE],
        InvokeWithResponseStream: [INVOKE],
        GetLayerVersionByArn: [{ action: "lambda:GetLayerVersion", by: ["Arn"] }],
    },
};

/**
 * A task's roles, and a schedule's, are passed to the service.
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security_iam_id-based-policy-examples.html and
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html
 */
export const ecs: ServiceNeeds = {
    operations: {
        RunTask: ["ecs:RunTask", { action: "iam:PassRole", by: ["taskDefinition"], whose: "roles" }],
        StartTask: ["ecs:StartTask", { action: "iam:PassRole", by: ["taskDefinition"], whose: "roles" }],
    },
};

const SCHEDULED_ROLE = { action: "iam:PassRole", by: ["Target.RoleArn"] } as const;

export const scheduler: ServiceNeeds = {
    operations: {
        CreateSchedule: ["scheduler:CreateSchedule", SCHEDULED_ROLE],
        UpdateSchedule: ["scheduler:UpdateSchedule", SCHEDULED_ROLE],
    },
};

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_CreateDistributionWithTags.html */
export const cloudfront: ServiceNeeds = {
    operations: { CreateDistributionWithTags: ["cloudfront:CreateDistribution", "cloudfront:TagResource"] },
};

/** A parameter may stand for a secret. Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html */
const MAY_BE_SECRET = perhaps("secretsmanager:GetSecretValue");

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html */
export const ssm: ServiceNeeds = {
    types: { parameter: { by: ["Name", "Names", "Path"] }, bucket: { by: [] } },
    operations: {
        ...AUTOMATIONS.operations,
        GetParameter: ["ssm:GetParameter", MAY_BE_SECRET],
        GetParameters: ["ssm:GetParameters", MAY_BE_SECRET],
    },
};

export const logs: ServiceNeeds = {
    types: {
        "log-stream": { by: ["logGroupName"], below: ":log-stream:${logStreamName}" },
    },
};

/**
 * Who turns a service's logs on has their delivery made.
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
 */
const DELIVERS_LOGS = perhaps(
    "logs:CreateLogDelivery",
    "logs:GetLogDelivery",
    "logs:UpdateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:DescribeResourcePolicies",
    "logs:DescribeLogGroups",
    "s3:GetBucketPolicy",
    "s3:PutBucketPolicy",
    "firehose:TagDeliveryStream",
);

/**
 * Sources: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permissions-for-launch-templates.html and
 * https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html
 */
export const ec2: ServiceNeeds = {
    operations: {
        RunInstances: ["ec2:RunInstances", perhaps("iam:PassRole", "ec2:CreateTags")],
        CreateFlowLogs: ["ec2:CreateFlowLogs", perhaps("iam:PassRole"), DELIVERS_LOGS],
        DeleteFlowLogs: ["ec2:DeleteFlowLogs", DELIVERS_LOGS],
    },
};

/** Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-launch-template-permissions.html */
export const autoscaling: ServiceNeeds = {
    operations: {
        CreateAutoScalingGroup: [
            "autoscaling:CreateAutoScalingGroup",
            perhaps("ec2:RunInstances", "ec2:CreateTags", "iam:PassRole", "iam:CreateServiceLinkedRole"),
        ],
        UpdateAutoScalingGroup: [
            "autoscaling:UpdateAutoScalingGroup",
            perhaps("ec2:RunInstances", "ec2:CreateTags", "iam:PassRole"),
        ],
    },
};

/** Source: https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
export const stepfunctions: ServiceNeeds = {
    operations: {
        CreateStateMachine: ["states:CreateStateMachine", DELIVERS_LOGS],
        UpdateStateMachine: ["states:UpdateStateMachine", DELIVERS_LOGS],
    },
};

/** Source: https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html */
export const wafv2: ServiceNeeds = {
    operations: {
        PutLoggingConfiguration: ["wafv2:PutLoggingConfiguration", DELIVERS_LOGS],
        DeleteLoggingConfiguration: ["wafv2:DeleteLoggingConfiguration", DELIVERS_LOGS],
    },
};

/**
 * An integration and an authorizer may have a role, a stage logs.
 * Sources: https://docs.aws.amazon.com/apigateway/latest/developerguide/permissions.html and http-api-logging.html beside it
 */
export const apigateway: ServiceNeeds = { always: [perhaps("iam:PassRole"), DELIVERS_LOGS] };
