import { DOCS, type EscalationPath, hackTricks, passRole } from "./escalation-path";

/** Paths through `iam:PassRole` to services that call others, or hand the role out. */
export const SERVICE_ROLE_PATHS: readonly EscalationPath[] = [
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
    passRole("pass-role-api-integration", {
        service: "apigateway.amazonaws.com",
        title: "Give an API an integration with another role",
        needs: ["apigateway:PUT", "apigateway:POST"],
        effect: "Requests to the API call AWS services under the role it passes.",
        sources: [`${DOCS}/apigateway/latest/api/API_PutIntegration.html`],
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
    passRole("pass-role-user-pool-group", {
        service: "cognito-idp.amazonaws.com",
        title: "Give a user pool's group another role",
        needs: [],
        anyOf: ["cognito-idp:CreateGroup", "cognito-idp:UpdateGroup"],
        effect: "Members of the group have the permissions of the role it passes.",
        provided: "an identity pool takes the role from the token",
        sources: [`${DOCS}/cognito/latest/developerguide/cognito-user-pools-user-groups.html`],
    }),
];
