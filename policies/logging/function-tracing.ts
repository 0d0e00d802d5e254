import { LambdaFunction } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

const role = "arn:aws:iam::111122223333:role/orders";

/** HTTP APIs cannot be traced. A function that a wrapper traces, as OpenTelemetry's does, needs no X-Ray. */
export default defineSettingRule({
    id: "function-tracing",
    topic: "traced",
    of: ["function", "apiStage", "workflow", "graphApi"],
    severity: "low",
    profile: "strict",
    frameworks: [cwe(778), sas(5)],
    title: "Requests can be followed through functions, APIs and workflows.",
    why: "Without traces nobody can tell which call of which service a failure or a theft came from.",
    fix: "Switch tracing on.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
        "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-xray.html",
        "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html",
        "https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html",
    ],
    absent: "absent, so requests are not traced from here",
    otherwise: "switched off, so requests are not traced from here",
    example: LambdaFunction,
    bad: { role },
    good: { role, tracingConfig: { mode: "Active" } },
});
