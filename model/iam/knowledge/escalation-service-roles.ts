import { type EscalationPath, hackTricks, passRole, pathfinding, RHINO } from "./escalation-path";

const DOCS = "https://docs.aws.amazon.com";
const AGENTCORE = "https://sonraisecurity.com/blog/aws-agentcore-privilege-escalation-bedrock-scp-fix/";
const CODESTAR = "https://rhinosecuritylabs.com/aws/escalating-aws-iam-privileges-undocumented-codestar-api/";

/** Paths through `iam:PassRole` to services that call other services, and to managed platforms. */
export const SERVICE_ROLE_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-states", {
        service: "states.amazonaws.com",
        title: "Create a state machine with a role and start it",
        needs: ["states:CreateStateMachine", "states:StartExecution"],
        effect: "It calls any AWS action that the role it passes may call, through SDK integrations.",
        sources: [
            hackTricks("aws-stepfunctions-privesc"),
            `${DOCS}/step-functions/latest/dg/supported-services-awssdk.html`,
        ],
    }),
    passRole("pass-role-states-test", {
        service: "states.amazonaws.com",
        title: "Test a state under a role",
        needs: ["states:TestState"],
        effect: "It calls any AWS action that the role it passes may call, without a state machine.",
        sources: [
            hackTricks("aws-stepfunctions-privesc"),
            `${DOCS}/step-functions/latest/dg/test-state-isolation.html`,
        ],
    }),
    passRole("pass-role-states-update", {
        service: "states.amazonaws.com",
        title: "Give a state machine another role and definition",
        needs: ["states:UpdateStateMachine"],
        effect: "It calls any AWS action that the role it passes may call, when the machine next runs.",
        sources: [hackTricks("aws-stepfunctions-privesc")],
    }),
    passRole("pass-role-scheduler", {
        service: "scheduler.amazonaws.com",
        title: "Schedule a call under a role",
        needs: [],
        anyOf: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule"],
        effect: "It calls any writing AWS action that the role it passes may call, through universal targets.",
        sources: [
            hackTricks("eventbridgescheduler-privesc"),
            `${DOCS}/scheduler/latest/UserGuide/managing-targets-universal.html`,
        ],
    }),
    passRole("pass-role-pipes", {
        service: "pipes.amazonaws.com",
        title: "Create or change a pipe with a role",
        needs: [],
        anyOf: ["pipes:CreatePipe", "pipes:UpdatePipe"],
        effect: "It reads the sources and calls the targets that the role it passes is for.",
        sources: [
            hackTricks("aws-eventbridge-pipes-privesc"),
            `${DOCS}/eventbridge/latest/userguide/eb-pipes-permissions.html`,
        ],
    }),
    passRole("pass-role-events", {
        service: "events.amazonaws.com",
        title: "Add a target with a role to a rule",
        needs: ["events:PutTargets"],
        effect: "It starts the tasks, commands and state machines that the role it passes is for.",
        sources: [
            hackTricks("aws-eventbridge-privesc"),
            `${DOCS}/eventbridge/latest/userguide/eb-events-iam-roles.html`,
        ],
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
    passRole("pass-role-code-interpreter", {
        service: "bedrock-agentcore.amazonaws.com",
        title: "Create a code interpreter with a role and run code in it",
        needs: [
            "bedrock-agentcore:CreateCodeInterpreter",
            "bedrock-agentcore:StartCodeInterpreterSession",
            "bedrock-agentcore:InvokeCodeInterpreter",
        ],
        effect: "Code of its own runs under the role it passes.",
        sources: [AGENTCORE, pathfinding("bedrock-001")],
    }),
    passRole("pass-role-agent-runtime", {
        service: "bedrock-agentcore.amazonaws.com",
        title: "Create an agent runtime with a role and call it",
        needs: ["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:InvokeAgentRuntime"],
        effect: "A container of its own runs under the role it passes.",
        sources: [
            hackTricks("aws-bedrock-agentcore-privesc"),
            `${DOCS}/bedrock-agentcore/latest/devguide/runtime-permissions.html`,
        ],
    }),
    passRole("pass-role-emr", {
        service: "elasticmapreduce.amazonaws.com",
        title: "Start an EMR cluster with its roles",
        needs: ["elasticmapreduce:RunJobFlow"],
        effect: "Steps of its own run under the instance role it passes.",
        sources: [hackTricks("aws-emr-privesc")],
    }),
    passRole("pass-role-emr-serverless", {
        service: "emr-serverless.amazonaws.com",
        title: "Start an EMR Serverless job with a role",
        needs: ["emr-serverless:StartJobRun"],
        effect: "A script of its own runs under the role it passes.",
        sources: [
            hackTricks("aws-emr-serverless-privesc"),
            `${DOCS}/emr/latest/EMR-Serverless-UserGuide/jobs-runtime-role.html`,
        ],
    }),
    passRole("pass-role-ssm-automation", {
        service: "ssm.amazonaws.com",
        title: "Start an automation with a role",
        needs: ["ssm:StartAutomationExecution"],
        effect: "A runbook calls any AWS action that the role it passes may call.",
        sources: [hackTricks("aws-ssm-privesc"), `${DOCS}/systems-manager/latest/userguide/automation-setup-iam.html`],
    }),
    passRole("pass-role-identity-pool", {
        service: "cognito-identity.amazonaws.com",
        title: "Give an identity pool other roles",
        needs: ["cognito-identity:SetIdentityPoolRoles"],
        effect: "Whoever gets credentials from the pool, guests too, has the permissions of the role it passes.",
        sources: [
            hackTricks("aws-cognito-privesc"),
            `${DOCS}/cognitoidentity/latest/APIReference/API_SetIdentityPoolRoles.html`,
        ],
    }),
    passRole("pass-role-codestar", {
        service: "codestar.amazonaws.com",
        title: "Create a CodeStar project with a role",
        needs: ["codestar:CreateProject"],
        effect: "The project's service role deploys what it likes.",
        endedOn: "2024-07-31",
        sources: [RHINO, CODESTAR],
    }),
];
