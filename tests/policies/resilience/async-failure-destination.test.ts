import {
    EventTarget,
    HttpApi,
    LambdaAlias,
    LambdaFunction,
    LambdaFunctionEventInvokeConfig,
    LambdaPermission,
    S3Bucket,
    S3BucketNotification,
    SnsTopic,
    SnsTopicSubscription,
    SqsQueue,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/async-failure-destination";
import { testRule } from "../../support/rule-tester";

const report = (settings: object = {}): Program => ({
    report: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/report", ...settings }),
});
const nightly: Program = { nightly: declare(EventTarget, { rule: "nightly", arn: ref("report.arn") }) };
const failed: Program = { failed: declare(SqsQueue, {}) };
const config = (settings: object, functionName: unknown = ref("report.name")): Program => ({
    config: declare(LambdaFunctionEventInvokeConfig, { functionName, ...settings } as never),
});
const onFailure = { destinationConfig: { onFailure: { destination: ref("failed.arn") } } };
const options = { everyFunction: true };
const once = "config: destinationConfig.onFailure.destination";
const dropped = "report: deadLetterConfig";

testRule(rule, {
    valid: {
        "an event that is tried three times": { ...report(), ...nightly, ...config({ maximumRetryAttempts: 2 }) },
        "a queue for what failed": {
            given: { ...failed, ...report({ deadLetterConfig: { targetArn: ref("failed.arn") } }), ...nightly },
            options,
        },
        "a destination for what failed, tried once": {
            given: { ...failed, ...report(), ...nightly, ...config({ maximumRetryAttempts: 0, ...onFailure }) },
            options,
        },
        "a destination of the alias": {
            given: {
                ...failed,
                ...report(),
                ...nightly,
                live: declare(LambdaAlias, { functionName: ref("report.name"), functionVersion: "1", name: "live" }),
                ...config({ ...onFailure, qualifier: "live" }, ref("live.functionName")),
            },
            options,
        },
        "a function that callers wait for": {
            given: { ...report(), api: declare(HttpApi, { protocolType: "HTTP", target: ref("report.arn") }) },
            options,
        },
        "a function that nothing starts here": { given: report(), options },
    },
    invalid: {
        "one try, and nothing that keeps it": {
            given: { ...report(), ...config({ maximumRetryAttempts: 0 }) },
            reports: [once],
            weighs: ["medium"],
        },
        "one try as text, for successes alone": {
            given: {
                ...failed,
                ...report(),
                ...config({
                    maximumRetryAttempts: "0",
                    destinationConfig: { onSuccess: { destination: ref("failed.arn") } },
                }),
            },
            reports: [once],
        },
        "one try, in the strict profile, once": {
            given: { ...report(), ...nightly, ...config({ maximumRetryAttempts: 0 }) },
            options,
            reports: [once],
        },
        "a rule, in the strict profile": {
            given: { ...report(), ...nightly },
            options,
            reports: [dropped],
            weighs: ["low"],
        },
        "a topic and a bucket, in the strict profile": {
            given: {
                ...report(),
                topic: declare(SnsTopic, {}),
                subscription: declare(SnsTopicSubscription, {
                    topic: ref("topic.arn"),
                    protocol: "lambda",
                    endpoint: ref("report.arn"),
                }),
                other: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/other" }),
                bucket: declare(S3Bucket, {}),
                created: declare(S3BucketNotification, {
                    bucket: ref("bucket.id"),
                    lambdaFunctions: [{ lambdaFunctionArn: ref("other.arn"), events: ["s3:ObjectCreated:*"] }],
                }),
            },
            options,
            reports: ["other: deadLetterConfig", dropped],
        },
        "events of a bucket that is declared elsewhere, in the strict profile": {
            given: {
                ...report(),
                permission: declare(LambdaPermission, {
                    action: "lambda:InvokeFunction",
                    function: ref("report.name"),
                    principal: "s3.amazonaws.com",
                }),
            },
            options,
            reports: [dropped],
        },
    },
    undecided: {
        "tries that are not known yet": {
            given: { ...report(), ...config({ maximumRetryAttempts: unknown }) },
            awaits: ["config.maximumRetryAttempts"],
        },
        "one try of a function of another stack": {
            given: config({ maximumRetryAttempts: 0 }, "other"),
            awaits: ["config.functionName"],
        },
    },
});
