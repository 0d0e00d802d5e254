import { AppSyncGraphQLApi, LambdaFunction, RestStage, StateMachine } from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/logging/function-tracing";
import { testRule } from "../../support/rule-tester";

const one = (inputs: object) =>
    declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/x", ...inputs } as never);
const stage = (inputs: object) => declare(RestStage, { restApi: "a1b2c3d4e5", stageName: "live", ...inputs } as never);
const machine = (inputs: object) => declare(StateMachine, { definition: "{}", ...inputs } as never);
const graph = (inputs: object) => declare(AppSyncGraphQLApi, { authenticationType: "AWS_IAM", ...inputs } as never);

testRule(rule, {
    valid: {
        "a function": one({ tracingConfig: { mode: "Active" } }),
        "a function that a wrapper traces": one({
            environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: "/opt/otel-handler" } },
        }),
        "a stage": stage({ xrayTracingEnabled: "true" }),
        "a state machine": machine({ tracingConfiguration: { enabled: true } }),
        "a graph": graph({ xrayEnabled: true }),
    },
    invalid: {
        "a function that follows others": {
            given: one({ tracingConfig: { mode: "PassThrough" } }),
            reports: ["tracingConfig.mode"],
        },
        "a stage": { given: stage({}), reports: ["xrayTracingEnabled"] },
        "a state machine": {
            given: machine({ tracingConfiguration: { enabled: false } }),
            reports: ["tracingConfiguration.enabled"],
        },
        "a graph": { given: graph({ xrayEnabled: false }), reports: ["xrayEnabled"] },
    },
    undecided: {
        "a mode that is not known yet": {
            given: one({ tracingConfig: { mode: unknown } }),
            awaits: ["tracingConfig.mode"],
        },
    },
});
