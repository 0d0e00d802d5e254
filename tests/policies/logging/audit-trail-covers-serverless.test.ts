import {
    CloudTrailEventDataStore,
    CloudTrailTrail,
    DynamoDbTable,
    LambdaFunction,
    LogGroup,
    S3Bucket,
    S3BucketAcl,
    S3BucketLogging,
    S3BucketObjectLockConfiguration,
    S3BucketPolicy,
    S3BucketPublicAccessBlock,
    S3BucketV2,
} from "../../../model/aws";
import { declare, type Example, type Program, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/logging/audit-trail-covers-serverless";
import { computed } from "../../support/programs";
import { testRule } from "../../support/rule-tester";

const safe = { s3BucketName: "audit-111122223333", isMultiRegionTrail: true, enableLogFileValidation: true };
const trail = (inputs: object = {}): Program => ({
    trail: declare(CloudTrailTrail, { ...safe, ...inputs } as Example),
});
const store = (inputs: object = {}): Program => ({ store: declare(CloudTrailEventDataStore, inputs as Example) });
const worker = { worker: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/worker" }) };
const orders = { orders: declare(DynamoDbTable, { name: "orders", hashKey: "id" }) };
const uploads = { uploads: declare(S3Bucket, { bucket: "uploads" }) };

const basic = (type: string, ...values: readonly unknown[]) => ({ dataResources: [{ type, values }] });
const selecting = (...selectors: readonly object[]) => ({ eventSelectors: selectors });
const calls = (...values: readonly unknown[]) => selecting(basic("AWS::Lambda::Function", ...values));
const field = (name: string, ...equals: readonly string[]) => ({ field: name, equals });
const advanced = (...selectors: readonly (readonly object[])[]) => ({
    advancedEventSelectors: selectors.map((fieldSelectors) => ({ fieldSelectors })),
});
const management = [field("eventCategory", "Management")];
const data = (type: string, ...more: readonly object[]) => [
    field("eventCategory", "Data"),
    field("resources.type", type),
    ...more,
];
const invocations = (...more: readonly object[]) => advanced(management, data("AWS::Lambda::Function", ...more));
const objects = (...more: readonly object[]) => advanced(management, data("AWS::S3::Object", ...more));

const audit = { audit: declare(S3Bucket, { bucket: "audit" }), archive: declare(S3Bucket, { bucket: "archive" }) };
const logged = {
    logging: declare(S3BucketLogging, { bucket: ref("audit.id"), targetBucket: ref("archive.id") } as never),
};
const intoBucket = { ...trail({ s3BucketName: ref("audit.bucket") }), ...audit };
const open = {
    policy: declare(S3BucketPolicy, {
        bucket: ref("audit.id"),
        policy: policyOf({ Principal: "*", Action: "s3:GetObject", Resource: ref("audit.arn", "", "/*") }),
    }),
};
const strict = { strictRows: true };
const selectors = (of = "trail", which = "eventSelectors") => [`${of}: ${which}`];
const missed = (given: Program, which = "eventSelectors") => ({ given, reports: selectors("trail", which) });
const missedByAdvanced = (given: Program) => missed(given, "advancedEventSelectors");

testRule(rule, {
    valid: {
        "no trail in this stack": { ...worker, ...orders, ...uploads },
        "a trail and nothing that is called": trail(),
        "management events without KMS, as AWS offers": trail(
            selecting({ excludeManagementEventSources: ["kms.amazonaws.com"] }),
        ),
        "all functions": { ...trail(calls("arn:aws:lambda")), ...worker },
        "all functions, in another partition": { ...trail(calls("arn:aws-cn:lambda")), ...worker },
        "this function": { ...trail(calls(ref("worker.arn"))), ...worker },
        "this function by a literal ARN": {
            ...trail(calls("arn:aws:lambda:eu-west-1:111122223333:function:jobs")),
            jobs: declare(LambdaFunction, { name: "jobs", role: "arn:aws:iam::111122223333:role/jobs" }),
        },
        "calls are writes": {
            ...trail(
                selecting({ ...basic("AWS::Lambda::Function", "arn:aws:lambda"), readWriteType: "WriteOnly" }, {}),
            ),
            ...worker,
        },
        "all objects": { ...trail(selecting(basic("AWS::S3::Object", "arn:aws:s3"))), ...uploads },
        "all objects, the older form": { ...trail(selecting(basic("AWS::S3::Object", "arn:aws:s3:::"))), ...uploads },
        "this bucket": { ...trail(selecting(basic("AWS::S3::Object", ref("uploads.arn", "", "/")))), ...uploads },
        "what was chosen in this bucket": {
            ...trail(selecting(basic("AWS::S3::Object", "arn:aws:s3:::uploads/contracts/"))),
            ...uploads,
        },
        "all tables": { ...trail(selecting(basic("AWS::DynamoDB::Table", "arn:aws:dynamodb"))), ...orders },
        "this table": { ...trail(selecting(basic("AWS::DynamoDB::Table", ref("orders.arn")))), ...orders },
        "reads by one trail and writes by another": {
            ...trail(
                selecting({ ...basic("AWS::DynamoDB::Table", "arn:aws:dynamodb"), readWriteType: "ReadOnly" }, {}),
            ),
            other: declare(CloudTrailTrail, {
                ...safe,
                eventSelectors: [{ ...basic("AWS::DynamoDB::Table", "arn:aws:dynamodb"), readWriteType: "WriteOnly" }],
            } as Example),
            ...orders,
        },
        "advanced selectors": { ...trail(invocations()), ...worker },
        "advanced selectors, of calls alone": { ...trail(invocations(field("eventName", "Invoke"))), ...worker },
        "advanced selectors, by the beginning of the ARN": {
            ...trail(invocations({ field: "resources.ARN", startsWiths: ["arn:aws:lambda:us-east-1:"] })),
            ...worker,
        },
        "advanced selectors without another function": {
            ...trail(
                invocations({
                    field: "resources.ARN",
                    notEquals: ["arn:aws:lambda:eu-west-1:111122223333:function:noisy"],
                }),
            ),
            ...worker,
        },
        "this bucket's objects by advanced selectors": {
            ...trail(objects({ field: "resources.ARN", startsWiths: [ref("uploads.arn", "", "/")] })),
            ...uploads,
        },
        "all but a folder of the bucket": {
            ...trail(objects({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::uploads/tmp/"] })),
            ...uploads,
        },
        "deletions, as was chosen, and reads": {
            ...trail(
                advanced(
                    management,
                    data("AWS::S3::Object", field("eventName", "DeleteObject")),
                    data("AWS::S3::Object", field("readOnly", "true")),
                ),
            ),
            ...uploads,
        },
        "an event data store": { ...store(advanced(management, data("AWS::Lambda::Function"))), ...worker },
        "an event data store has management events by default": store(),
        "data by the store, management by the trail": {
            ...trail(),
            ...store(advanced(data("AWS::Lambda::Function"))),
            ...worker,
        },
        "one region, beside a trail of all": {
            ...trail(),
            ...{ local: declare(CloudTrailTrail, { ...safe, isMultiRegionTrail: false } as Example) },
        },
        "flags as text": trail({ isMultiRegionTrail: "true", enableLogFileValidation: "true", enableLogging: "true" }),
        "switched on": trail({ enableLogging: true }),
        "what only the provider knows": trail({ enableLogging: computed, eventSelectors: computed }),
        "what state tells where nothing was said": trail({ eventSelectors: [], advancedEventSelectors: [] }),
        "not suspended": store({ suspend: "false" }),
        "the trail's own bucket is no data": { ...intoBucket, ...logged },
        "a bucket of an older token for its files": {
            ...trail({ s3BucketName: ref("audit.id") }),
            audit: declare(S3BucketV2, { bucket: "audit", loggings: [{ targetBucket: "archive" }] }),
        },
        "an open policy that is blocked": {
            ...intoBucket,
            ...logged,
            ...open,
            block: declare(S3BucketPublicAccessBlock, { bucket: ref("audit.id"), restrictPublicBuckets: true }),
        },
        "in the strict profile": {
            given: {
                ...trail({
                    s3BucketName: ref("audit.bucket"),
                    kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1a2b3c4d-5e6f-4a8b-9c0d-1e2f3a4b5c6d",
                    cloudWatchLogsGroupArn: "arn:aws:logs:eu-west-1:111122223333:log-group:audit:*",
                }),
                ...audit,
                ...logged,
                lock: declare(S3BucketObjectLockConfiguration, { bucket: ref("audit.id") }),
            },
            options: strict,
        },
    },
    invalid: {
        "switched off": { given: trail({ enableLogging: false }), reports: ["trail: enableLogging"] },
        "a store that takes nothing": { given: store({ suspend: "true" }), reports: ["store: suspend"] },
        "files that can be changed": {
            given: trail({ enableLogFileValidation: undefined }),
            reports: ["trail: enableLogFileValidation"],
        },
        "the same, as text": {
            given: trail({ enableLogFileValidation: "false" }),
            reports: ["trail: enableLogFileValidation"],
        },
        "one region": { given: trail({ isMultiRegionTrail: undefined }), reports: ["trail: isMultiRegionTrail"] },
        "one region of a store": {
            given: store({ multiRegionEnabled: false }),
            reports: ["store: multiRegionEnabled"],
        },
        "no management events": missed(trail(selecting({ includeManagementEvents: false }))),
        "only management events that write": missed(trail(selecting({ readWriteType: "WriteOnly" }))),
        "advanced selectors replace the default": missedByAdvanced(trail(advanced(data("AWS::Lambda::Function")))),
        "no data events": { ...missedByAdvanced({ ...trail(), ...worker }), weighs: ["low"] },
        "the stack owns its account's audit": {
            ...missedByAdvanced({ ...trail(), ...worker }),
            options: { ownsAudit: true },
            weighs: ["medium"],
        },
        "the same, without a trail": {
            given: { ...worker, ...orders },
            options: { ownsAudit: true },
            reports: ["orders: ", "worker: "],
        },
        "functions, tables and buckets, each once": {
            given: { ...trail(), ...worker, ...orders, ...uploads, more: uploads.uploads },
            reports: [
                ...selectors("trail", "advancedEventSelectors"),
                ...selectors("trail", "advancedEventSelectors"),
                ...selectors("trail", "advancedEventSelectors"),
            ],
        },
        "another function": missed({
            ...trail(calls(ref("other.arn"))),
            ...worker,
            other: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/other" }),
        }),
        "a function whose name begins so": missed({
            ...trail(calls("arn:aws:lambda:eu-west-1:111122223333:function:job")),
            jobs: declare(LambdaFunction, { name: "jobs", role: "arn:aws:iam::111122223333:role/jobs" }),
        }),
        "reads of functions alone": missed({
            ...trail(selecting({ ...basic("AWS::Lambda::Function", "arn:aws:lambda"), readWriteType: "ReadOnly" }, {})),
            ...worker,
        }),
        "writes of objects alone": missed({
            ...trail(selecting({ ...basic("AWS::S3::Object", "arn:aws:s3"), readWriteType: "WriteOnly" }, {})),
            ...uploads,
        }),
        "another bucket": missed({
            ...trail(selecting(basic("AWS::S3::Object", "arn:aws:s3:::uploads-old/"))),
            ...uploads,
        }),
        "advanced selectors that leave this function out": missedByAdvanced({
            ...trail(invocations({ field: "resources.ARN", notEquals: [ref("worker.arn")] })),
            ...worker,
        }),
        "advanced selectors of the bucket itself, which is no object": missedByAdvanced({
            ...trail(objects({ field: "resources.ARN", equals: ["arn:aws:s3:::uploads"] })),
            ...uploads,
        }),
        "advanced selectors that leave this bucket out": missedByAdvanced({
            ...trail(objects({ field: "resources.ARN", notStartsWiths: ["arn:aws:s3:::uploads/"] })),
            ...uploads,
        }),
        "advanced selectors of reads": missedByAdvanced({
            ...trail(objects(field("readOnly", "true"))),
            ...uploads,
        }),
        "advanced selectors of other calls": missedByAdvanced({
            ...trail(invocations({ field: "eventName", notEquals: ["Invoke"] })),
            ...worker,
        }),
        "the trail's bucket is open": { given: { ...intoBucket, ...logged, ...open }, reports: ["audit: "] },
        "the trail's bucket has a public ACL": {
            given: {
                ...intoBucket,
                ...logged,
                acl: declare(S3BucketAcl, { bucket: ref("audit.id"), acl: "public-read" }),
            },
            reports: ["audit: "],
        },
        "nobody sees who reads the trail's bucket": {
            given: { ...trail({ s3BucketName: ref("audit.bucket") }), audit: audit.audit },
            reports: ["audit: logging"],
        },
        "in the strict profile": {
            given: { ...intoBucket, ...logged },
            options: strict,
            reports: ["audit: objectLockEnabled", "trail: cloudWatchLogsGroupArn", "trail: kmsKeyId"],
        },
    },
    undecided: {
        "selectors that depend on what is not known": {
            given: {
                ...trail(selecting({ readWriteType: ref("stage.name") })),
                stage: declare(LogGroup, { name: unknown } as Example),
            },
            awaits: ["trail.eventSelectors[0].readWriteType"],
        },
        "which function is named": {
            given: {
                ...trail(calls("arn:aws:lambda:eu-west-1:111122223333:function:jobs")),
                jobs: declare(LambdaFunction, { name: unknown, role: "arn:aws:iam::111122223333:role/x" } as Example),
            },
            awaits: ["jobs.name"],
        },
    },
});
