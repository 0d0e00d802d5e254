/**
 * What starts tasks of ECS in which people may open a shell, and where it says so.
 * Paths: typings of `@pulumi/aws` 7.48.0. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
import type { ResourceType } from "./resource-type";
import {
    EcsDaemon,
    EcsDaemonTaskDefinition,
    EcsService,
    EcsTaskDefinition,
    EventTarget,
    Pipe,
    Schedule,
} from "./types";

export interface TaskLauncher {
    readonly type: ResourceType;
    readonly isEnabled: string;
    readonly cluster: string;
    readonly task: string;
    readonly taskType: ResourceType;
}

const launcher = (type: ResourceType, isEnabled: string, cluster: string, task: string): TaskLauncher => ({
    ...{ type, isEnabled, cluster, task },
    taskType: EcsTaskDefinition,
});

export const taskLaunchers: readonly TaskLauncher[] = [
    launcher(EcsService, "enableExecuteCommand", "cluster", "taskDefinition"),
    {
        ...launcher(EcsDaemon, "enableExecuteCommand", "clusterArn", "daemonTaskDefinitionArn"),
        taskType: EcsDaemonTaskDefinition,
    },
    launcher(EventTarget, "ecsTarget.enableExecuteCommand", "arn", "ecsTarget.taskDefinitionArn"),
    launcher(
        Schedule,
        "target.ecsParameters.enableExecuteCommand",
        "target.arn",
        "target.ecsParameters.taskDefinitionArn",
    ),
    launcher(
        Pipe,
        "targetParameters.ecsTaskParameters.enableExecuteCommand",
        "target",
        "targetParameters.ecsTaskParameters.taskDefinitionArn",
    ),
];

/** Where a cluster says what becomes of these sessions. */
export const EXEC_CONFIGURATION = "configuration.executeCommandConfiguration";
