import {
    AppSyncGraphQLApi,
    CloudFrontDistribution,
    LambdaFunction,
    RestStage,
    SsmParameter,
    StateMachine,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/function-tracing";
import { testRule } from "../../support/rule-tester";

const one = (inputs: object) =>
    declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/x", ...inputs } as never);
const stage = (inputs: object) => declare(RestStage, { restApi: "a1b2c3d4e5", stageName: "live", ...inputs } as never);
const machine = (inputs: object) => declare(StateMachine, { definition: "{}", ...inputs } as never);
const graph = (inputs: object) => declare(AppSyncGraphQLApi, { authenticationType: "AWS_IAM", ...inputs } as never);

const setting = declare(SsmParameter, { type: "String", value: unknown });
const cdn = (behaviors: object) => ({ cdn: declare(CloudFrontDistribution, behaviors as never) });
const associated = (lambdaArn: unknown) => ({
    lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }],
});

testRule(rule, {
    valid: {
        "a function": one({ tracingConfig: { mode: "Active" } }),
        "a function that a wrapper traces": one({
            environment: { variables: { AWS_LAMBDA_EXEC_WRAPPER: "/opt/otel-handler" } },
        }),
        "a function at the edge": {
            fn: one({}),
            ...cdn({ defaultCacheBehavior: associated(ref("fn.qualifiedArn")) }),
        },
        "a function at the edge of some paths": {
            fn: one({}),
            ...cdn({ defaultCacheBehavior: {}, orderedCacheBehaviors: [{}, associated(ref("fn.qualifiedArn"))] }),
        },
        "a stage": stage({ xrayTracingEnabled: "true" }),
        "a state machine": machine({ tracingConfiguration: { enabled: true } }),
        "a graph": graph({ xrayEnabled: true }),
    },
    invalid: {
        "a function beside one at the edge": {
            given: {
                fn: one({}),
                other: one({ name: "other" }),
                ...cdn({ defaultCacheBehavior: associated(ref("fn.qualifiedArn")) }),
            },
            reports: ["other: tracingConfig.mode"],
        },
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
            given: { setting, fn: one({ tracingConfig: { mode: ref("setting.value") } }) },
            awaits: ["fn.tracingConfig.mode"],
        },
    },
});
