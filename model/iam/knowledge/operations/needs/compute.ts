import { given, without } from "../given";
import { type OneOf, oneOf, perhaps, type ServiceNeeds, when } from "./need";

/** With a version or an alias the action is asked of that. */
const INVOKE: OneOf = oneOf(
    when(without("Qualifier"), "lambda:InvokeFunction", { by: ["FunctionName"] }),
    when(given("Qualifier"), "lambda:InvokeFunction", { by: ["FunctionName"], below: ":${Qualifier}" }),
);

/** Sources: https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html and API_InvokeWithResponseStream.html, API_GetLayerVersionByArn.html beside it */
export const lambda: ServiceNeeds = {
    types: { function: { by: ["FunctionName", "Resource", "ResourceArn"] } },
    operations: {
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
    types: { schedule: { by: ["Name"] } },
    operations: {
        CreateSchedule: ["scheduler:CreateSchedule", SCHEDULED_ROLE],
        UpdateSchedule: ["scheduler:UpdateSchedule", SCHEDULED_ROLE],
    },
};

/** Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_CreateDistributionWithTags.html */
export const cloudfront: ServiceNeeds = {
    operations: { CreateDistributionWithTags: ["cloudfront:CreateDistribution", "cloudfront:TagResource"] },
};

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html */
export const ssm: ServiceNeeds = {
    types: { parameter: { by: ["Name", "Names", "Path"] }, bucket: { by: [] } },
};

export const logs: ServiceNeeds = {
    types: {
        "log-group": { by: ["logGroupName", "logGroupNames", "logGroupIdentifier", "logGroupIdentifiers"] },
        "log-stream": { by: ["logGroupName"], below: ":log-stream:${logStreamName}" },
    },
};

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/permissions-for-launch-templates.html */
export const ec2: ServiceNeeds = {
    operations: { RunInstances: ["ec2:RunInstances", perhaps("iam:PassRole", "ec2:CreateTags")] },
};
