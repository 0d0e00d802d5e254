import { DOCS, type EscalationPath, hackTricks, passRole, pathfinding, takeOver } from "./escalation-path";

/** Paths through tasks, batch jobs and App Runner services. */
export const CONTAINER_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-ecs", {
        service: "ecs-tasks.amazonaws.com",
        title: "Register a task definition with a role and run it",
        needs: ["ecs:RegisterTaskDefinition"],
        anyOf: ["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService", "ecs:CreateTaskSet"],
        effect: "A container of its own runs under the role it passes.",
        sources: [
            "https://rhinosecuritylabs.com/aws/weaponizing-ecs-task-definitions-steal-credentials-running-containers/",
            pathfinding("ecs-003"),
            pathfinding("ecs-004"),
        ],
    }),
    passRole("pass-role-ecs-override", {
        service: "ecs-tasks.amazonaws.com",
        title: "Run a task with another role and command",
        needs: [],
        anyOf: ["ecs:RunTask", "ecs:StartTask"],
        effect: "A command of its own runs in an existing task definition's container, under the role it passes.",
        documentedFor: ["events", "scheduler", "pipes"],
        sources: [
            `${DOCS}/AmazonECS/latest/APIReference/API_TaskOverride.html`,
            `${DOCS}/AmazonECS/latest/developerguide/CWE_IAM_role.html`,
        ],
    }),
    passRole("pass-role-batch", {
        service: "ecs-tasks.amazonaws.com",
        title: "Register a Batch job with a role and submit it",
        needs: ["batch:RegisterJobDefinition", "batch:SubmitJob"],
        effect: "A container of its own runs under the role it passes.",
        sources: [hackTricks("aws-batch-privesc")],
    }),
    takeOver("batch-submit-job", "job-definition", {
        title: "Submit a Batch job with a command of its own",
        needs: ["batch:SubmitJob"],
        effect: "Its command runs under the role of that job definition, in place of the one that is defined.",
        sources: [`${DOCS}/batch/latest/APIReference/API_ContainerOverrides.html`, hackTricks("aws-batch-privesc")],
    }),
    takeOver("ecs-execute-command", "task", {
        title: "Open a shell in a container",
        needs: ["ecs:ExecuteCommand"],
        effect: "It has the credentials of the task's role.",
        sources: [hackTricks("aws-ecs-privesc")],
    }),
    passRole("pass-role-app-runner", {
        service: "tasks.apprunner.amazonaws.com",
        title: "Create an App Runner service with a role",
        needs: ["apprunner:CreateService"],
        effect: "A container of its own runs under the role it passes.",
        sources: [
            "https://blog.appsecco.com/getting-shell-and-data-access-in-aws-app-runner-3632e844bc77",
            pathfinding("apprunner-001"),
        ],
    }),
    takeOver("update-app-runner-service", "app-service", {
        title: "Give an App Runner service another image",
        needs: ["apprunner:UpdateService"],
        effect: "A container of its own runs under the role of that service.",
        sources: [
            "https://blog.appsecco.com/getting-shell-and-data-access-in-aws-app-runner-3632e844bc77",
            pathfinding("apprunner-002"),
        ],
    }),
];
