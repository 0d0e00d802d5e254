import {
    BISHOP_FOX,
    DOCS,
    type EscalationPath,
    hackTricks,
    passRole,
    pathfinding,
    RHINO,
    RHINO_2,
    takeOver,
} from "./escalation-path";

/** Paths through functions and state machines. */
export const FUNCTION_PATHS: readonly EscalationPath[] = [
    passRole("pass-role-lambda-invoke", {
        service: "lambda.amazonaws.com",
        title: "Pass a role to a new function and run it",
        needs: ["lambda:CreateFunction"],
        anyOf: ["lambda:InvokeFunction", "lambda:AddPermission"],
        effect: "Code of its own runs under the role it passes.",
        sources: [RHINO, BISHOP_FOX, pathfinding("lambda-001"), pathfinding("lambda-006")],
    }),
    passRole("pass-role-lambda-event-source", {
        service: "lambda.amazonaws.com",
        title: "Pass a role to a new function and have an event source run it",
        needs: ["lambda:CreateFunction", "lambda:CreateEventSourceMapping"],
        effect: "Code of its own runs under the role it passes, as soon as the source has an event.",
        sources: [RHINO, BISHOP_FOX, pathfinding("lambda-002")],
    }),
    passRole("pass-role-lambda-update", {
        service: "lambda.amazonaws.com",
        title: "Give an existing function another role",
        needs: ["lambda:UpdateFunctionConfiguration"],
        effect: "A function it controls or can change, its own among them, runs under the role it passes.",
        sources: [hackTricks("aws-lambda-privesc"), `${DOCS}/lambda/latest/api/API_UpdateFunctionConfiguration.html`],
    }),
    passRole("pass-role-lambda-edge", {
        service: "lambda.amazonaws.com",
        title: "Pass a role to a new function and have CloudFront run it",
        needs: [
            "lambda:CreateFunction",
            "lambda:PublishVersion",
            "lambda:GetFunction",
            "lambda:EnableReplication",
            "cloudfront:UpdateDistribution",
        ],
        effect: "Code of its own runs at the next request to the distribution, under the role it passes.",
        provided: "the role trusts edgelambda.amazonaws.com too",
        sources: [`${DOCS}/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html`],
    }),
    takeOver("update-function-code", "function", {
        title: "Replace the code of a function",
        needs: ["lambda:UpdateFunctionCode"],
        effect: "Code of its own runs under the role of that function.",
        sources: [RHINO, BISHOP_FOX, pathfinding("lambda-003")],
    }),
    takeOver("update-function-layers", "function", {
        title: "Add a layer, or a variable that loads code, to a function",
        needs: ["lambda:UpdateFunctionConfiguration"],
        effect: "Code of its own runs under the role of that function.",
        sources: [RHINO_2, hackTricks("aws-lambda-privesc")],
    }),
    passRole("pass-role-states", {
        service: "states.amazonaws.com",
        title: "Create a state machine with a role and start it",
        needs: ["states:CreateStateMachine"],
        anyOf: ["states:StartExecution", "states:StartSyncExecution"],
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
    takeOver("update-state-machine", "state-machine", {
        title: "Rewrite a state machine",
        needs: ["states:UpdateStateMachine"],
        effect: "It calls any AWS action that the role of that state machine may call.",
        sources: [hackTricks("aws-stepfunctions-privesc")],
    }),
];
