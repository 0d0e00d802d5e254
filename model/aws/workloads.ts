import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** A place where a resource carries a role under which AWS acts for it. */
export interface RoleSlot {
    readonly type: ResourceType;
    /** Dotted path; `[]` after a step means each element of a list. */
    readonly path: string;
    /** What runs under it, in words. */
    readonly what: string;
}

/** Everything that carries a role, not functions alone. Paths: typings of @pulumi/aws 7.48.0. */
export const roleSlots: readonly RoleSlot[] = [
    { type: types.LambdaFunction, path: "role", what: "function" },
    { type: types.StateMachine, path: "roleArn", what: "state machine" },
    { type: types.Pipe, path: "roleArn", what: "pipe" },
    { type: types.Schedule, path: "target.roleArn", what: "schedule" },
    { type: types.EventTarget, path: "roleArn", what: "event target" },
    { type: types.RestIntegration, path: "credentials", what: "API integration" },
    { type: types.HttpIntegration, path: "credentialsArn", what: "API integration" },
    { type: types.AppSyncDataSource, path: "serviceRoleArn", what: "data source" },
    { type: types.FirehoseDeliveryStream, path: "extendedS3Configuration.roleArn", what: "delivery stream" },
    { type: types.FirehoseDeliveryStream, path: "kinesisSourceConfiguration.roleArn", what: "delivery stream" },
    { type: types.FirehoseDeliveryStream, path: "opensearchConfiguration.roleArn", what: "delivery stream" },
    { type: types.FirehoseDeliveryStream, path: "redshiftConfiguration.roleArn", what: "delivery stream" },
    { type: types.EcsTaskDefinition, path: "taskRoleArn", what: "task" },
    { type: types.EcsTaskDefinition, path: "executionRoleArn", what: "task's agent" },
    { type: types.IamInstanceProfile, path: "role", what: "instance profile" },
    { type: types.CodeBuildProject, path: "serviceRole", what: "build project" },
    { type: types.GlueJob, path: "roleArn", what: "Glue job" },
    { type: types.AppRunnerService, path: "instanceConfiguration.instanceRoleArn", what: "App Runner service" },
];
