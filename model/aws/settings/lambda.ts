/** AWS Lambda. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import type { Located } from "../place";
import { LambdaFunction } from "../types";
import { given } from "./condition";
import { oneOf } from "./good";
import { settings } from "./setting";

export const lambda = [
    settings(LambdaFunction, "function", {
        traced: {
            at: (one) => one.tracingConfig.mode,
            good: oneOf("Active"),
            // A wrapper traces by itself, as the layers of OpenTelemetry and of vendors do.
            absent: given((one) => one.environment.variables.AWS_LAMBDA_EXEC_WRAPPER as Located),
            fix: 'Set tracingConfig: { mode: "Active" }, and allow the role xray:PutTraceSegments and xray:PutTelemetryRecords.',
        },
    }),
].flat();
