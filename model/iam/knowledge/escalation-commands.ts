import { DOCS, type EscalationPath, hackTricks, PMAPPER, passRole, pathfinding, takeOver } from "./escalation-path";

/** Paths through services that run commands on what is running. */
export const COMMAND_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-ssm-automation", {
        service: "ssm.amazonaws.com",
        title: "Start an automation with a role",
        needs: ["ssm:StartAutomationExecution"],
        effect: "A runbook calls any AWS action that the role it passes may call.",
        sources: [hackTricks("aws-ssm-privesc"), `${DOCS}/systems-manager/latest/userguide/automation-setup-iam.html`],
    }),
    takeOver("ssm-send-command", "instance", {
        title: "Run a command on an instance",
        needs: ["ssm:SendCommand"],
        effect: "It has the credentials of the instance's role.",
        sources: [PMAPPER, pathfinding("ssm-002")],
    }),
    takeOver("ssm-start-session", "instance", {
        title: "Open a session on an instance",
        needs: ["ssm:StartSession"],
        effect: "It has the credentials of the instance's role.",
        sources: [PMAPPER, pathfinding("ssm-001")],
    }),
    takeOver("ssm-association", "instance", {
        title: "Have State Manager run a document on an instance",
        needs: [],
        anyOf: ["ssm:CreateAssociation", "ssm:UpdateAssociation"],
        effect: "It has the credentials of the instance's role.",
        sources: [hackTricks("aws-ssm-privesc")],
    }),
    takeOver("ssm-resume-session", "session", {
        title: "Take up another's session on an instance",
        needs: ["ssm:ResumeSession"],
        effect: "It has the credentials of the instance's role, in a session that somebody else opened.",
        sources: [`${DOCS}/systems-manager/latest/APIReference/API_ResumeSession.html`],
    }),
    takeOver("ssm-document", "document", {
        title: "Rewrite a document of Systems Manager",
        needs: ["ssm:UpdateDocument", "ssm:UpdateDocumentDefaultVersion"],
        effect: "Commands of its own run wherever an association, a window or a person runs the document next.",
        sources: [`${DOCS}/systems-manager/latest/APIReference/API_UpdateDocumentDefaultVersion.html`],
    }),
    takeOver("ssm-maintenance-window", "maintenance-window", {
        title: "Have a maintenance window run commands",
        needs: ["ssm:RegisterTaskWithMaintenanceWindow", "ssm:RegisterTargetWithMaintenanceWindow"],
        effect: "Commands of its own run on the instances it registers, with the credentials of their roles.",
        sources: [
            `${DOCS}/systems-manager/latest/APIReference/API_RegisterTaskWithMaintenanceWindow.html`,
            hackTricks("aws-ssm-privesc"),
        ],
    }),
    takeOver("codedeploy-revision", "deployment-group", {
        title: "Deploy a revision of its own",
        needs: [
            "codedeploy:CreateDeployment",
            "codedeploy:RegisterApplicationRevision",
            "codedeploy:GetDeploymentConfig",
        ],
        deciding: ["codedeploy:CreateDeployment"],
        effect: "The revision's scripts run on the group's instances, with the credentials of their role.",
        sources: [
            `${DOCS}/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html`,
            hackTricks("aws-codedeploy-privesc"),
        ],
    }),
];
