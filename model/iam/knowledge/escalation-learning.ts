import {
    DOCS,
    type EscalationPath,
    hackTricks,
    PMAPPER,
    passRole,
    pathfinding,
    RHINO_2,
    takeOver,
} from "./escalation-path";

const AGENTCORE = "https://sonraisecurity.com/blog/aws-agentcore-privilege-escalation-bedrock-scp-fix/";
const AUTHORIZATION = `${DOCS}/service-authorization/latest/reference`;

/** Paths through machine learning and agents. */
export const LEARNING_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-sagemaker-notebook", {
        service: "sagemaker.amazonaws.com",
        title: "Create a SageMaker notebook with a role",
        needs: ["sagemaker:CreateNotebookInstance"],
        effect: "Its code runs under the role it passes, from the notebook or its lifecycle configuration.",
        sources: [RHINO_2, pathfinding("sagemaker-001")],
    }),
    passRole("pass-role-sagemaker-job", {
        service: "sagemaker.amazonaws.com",
        title: "Start a SageMaker job with a role",
        needs: [],
        anyOf: [
            "sagemaker:CreateTrainingJob",
            "sagemaker:CreateProcessingJob",
            "sagemaker:CreateHyperParameterTuningJob",
        ],
        effect: "A container of its own runs under the role it passes.",
        sources: [PMAPPER, pathfinding("sagemaker-002"), pathfinding("sagemaker-003")],
    }),
    takeOver("notebook-url", "notebook", {
        title: "Open a SageMaker notebook",
        needs: ["sagemaker:CreatePresignedNotebookInstanceUrl"],
        effect: "Its code runs under the role of that notebook.",
        sources: [RHINO_2, pathfinding("sagemaker-004")],
    }),
    takeOver("notebook-lifecycle", "notebook", {
        title: "Give a SageMaker notebook a start script",
        needs: [
            "sagemaker:CreateNotebookInstanceLifecycleConfig",
            "sagemaker:StopNotebookInstance",
            "sagemaker:UpdateNotebookInstance",
            "sagemaker:StartNotebookInstance",
        ],
        effect: "A script of its own runs under the role of that notebook.",
        sources: [
            "https://www.plerion.com/blog/privilege-escalation-with-sagemaker-and-execution-roles",
            pathfinding("sagemaker-005"),
        ],
    }),
    takeOver("studio-url", "user-profile", {
        title: "Open SageMaker Studio as a user of it",
        needs: ["sagemaker:CreatePresignedDomainUrl"],
        effect: "Its code runs under the role of that user profile, or of the domain.",
        sources: [`${DOCS}/sagemaker/latest/APIReference/API_CreatePresignedDomainUrl.html`],
    }),
    passRole("pass-role-studio", {
        service: "sagemaker.amazonaws.com",
        title: "Give SageMaker Studio another role and open it",
        needs: ["sagemaker:CreateApp", "sagemaker:CreatePresignedDomainUrl"],
        anyOf: ["sagemaker:UpdateUserProfile", "sagemaker:CreateUserProfile", "sagemaker:UpdateDomain"],
        effect: "Its code runs under the role it passes.",
        sources: [`${DOCS}/sagemaker/latest/APIReference/API_UserSettings.html`],
    }),
    passRole("pass-role-braket", {
        service: "braket.amazonaws.com",
        title: "Start a Braket job with a role",
        needs: ["braket:CreateJob"],
        effect: "A script of its own runs under the role it passes.",
        sources: [`${DOCS}/braket/latest/APIReference/API_CreateJob.html`],
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
    takeOver("use-code-interpreter", "code-interpreter", {
        title: "Run code in a code interpreter",
        needs: ["bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore:InvokeCodeInterpreter"],
        effect: "Code of its own runs under the role of that interpreter.",
        sources: [
            "https://sonraisecurity.com/blog/sandboxed-to-compromised-new-research-exposes-credential-exfiltration-paths-in-aws-code-interpreters/",
            pathfinding("bedrock-002"),
        ],
    }),
    passRole("pass-role-agent-runtime", {
        service: "bedrock-agentcore.amazonaws.com",
        title: "Create or change an agent runtime with a role and call it",
        needs: ["bedrock-agentcore:InvokeAgentRuntime"],
        anyOf: ["bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore:UpdateAgentRuntime"],
        effect: "A container of its own runs under the role it passes.",
        sources: [
            hackTricks("aws-bedrock-agentcore-privesc"),
            `${DOCS}/bedrock-agentcore/latest/devguide/runtime-permissions.html`,
        ],
    }),
    passRole("pass-role-agent-harness", {
        service: "bedrock-agentcore.amazonaws.com",
        title: "Create or change an agent's harness with a role and call it",
        needs: ["bedrock-agentcore:InvokeHarness"],
        anyOf: ["bedrock-agentcore:CreateHarness", "bedrock-agentcore:UpdateHarness"],
        effect: "Tools of its own run under the role it passes.",
        sources: [`${AUTHORIZATION}/list_amazonbedrockagentcore.html`],
    }),
    passRole("pass-role-agent-browser", {
        service: "bedrock-agentcore.amazonaws.com",
        title: "Create an agent's browser with a role and drive it",
        needs: [
            "bedrock-agentcore:CreateBrowser",
            "bedrock-agentcore:StartBrowserSession",
            "bedrock-agentcore:ConnectBrowserAutomationStream",
        ],
        effect: "The browser that it drives holds the credentials of the role it passes.",
        sources: [
            `${DOCS}/bedrock-agentcore/latest/devguide/browser-tool.html`,
            hackTricks("aws-bedrock-agentcore-privesc"),
        ],
    }),
];
