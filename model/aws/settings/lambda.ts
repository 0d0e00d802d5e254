/** AWS Lambda. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { each, type Located } from "../place";
import { CloudFrontDistribution, EventSourceMapping, LambdaCapacityProvider, LambdaFunction } from "../types";
import { bad, both, type Condition, companion, either, fromVersion, given, says, unless, when } from "./condition";
import { notEmpty, oneOf, ownKey } from "./good";
import { settings } from "./setting";

/**
 * CloudFront runs it, where neither X-Ray nor a key for its archive is to be had.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
 */
const atEdge: Condition<unknown> = {
    ...either(
        companion(
            CloudFrontDistribution,
            (distribution) => each(distribution.defaultCacheBehavior.lambdaFunctionAssociations).lambdaArn,
        ),
        companion(
            CloudFrontDistribution,
            (distribution) => each(each(distribution.orderedCacheBehaviors).lambdaFunctionAssociations).lambdaArn,
        ),
    ),
    words: "where CloudFront runs it",
};

export const lambda = [
    settings(LambdaFunction, "function", {
        traced: {
            at: (one) => one.tracingConfig.mode,
            good: oneOf("Active"),
            // A wrapper traces by itself, as the layers of OpenTelemetry and of vendors do.
            absent: given((one) => one.environment.variables.AWS_LAMBDA_EXEC_WRAPPER as Located),
            only: unless(atEdge),
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
            only: both(
                fromVersion(7),
                unless(
                    either(
                        when((fn) => fn.packageType, "Image"),
                        atEdge,
                    ),
                ),
            ),
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
