/** AWS Lambda. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import type { Located } from "../place";
import { EventSourceMapping, LambdaCapacityProvider, LambdaFunction } from "../types";
import { bad, both, fromVersion, given, says, unless, when } from "./condition";
import { notEmpty, oneOf, ownKey } from "./good";
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
    settings(LambdaFunction, "function", {
        customerKey: {
            at: (fn) => fn.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: says((fn) => fn.environment.variables, notEmpty),
        },
    }),
    settings(LambdaFunction, "function", {
        customerKey: {
            at: (fn) => fn.sourceKmsKeyArn,
            good: ownKey,
            absent: bad,
            // Images lie in a registry, and version 6 of the provider does not have it.
            only: both(fromVersion(7), unless(when((fn) => fn.packageType, "Image"))),
            says: { absent: "absent, so the code is encrypted with a key that AWS owns" },
            severity: "low",
        },
    }),
    settings(LambdaCapacityProvider, "function", {
        customerKey: { at: (provider) => provider.kmsKeyArn, good: ownKey, absent: bad, severity: "low" },
    }),
    settings(EventSourceMapping, "function", {
        customerKey: {
            at: (mapping) => mapping.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: given((mapping) => mapping.filterCriteria),
            says: {
                absent: "absent, so the filters, which tell what data looks like, are encrypted with a key that AWS owns",
            },
            severity: "low",
        },
    }),
].flat();
