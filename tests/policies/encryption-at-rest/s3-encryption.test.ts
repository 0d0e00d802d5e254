import {
    KmsKey,
    S3Bucket,
    S3BucketObject,
    S3BucketObjectV2,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationV2,
    S3BucketV2,
    S3FilesFileSystem,
    S3ObjectCopy,
    S3TablesTableBucket,
    S3VectorsVectorBucket,
    SsmParameter,
} from "../../../model/aws";
import { declare, type Example, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/s3-encryption";
import { testRule } from "../../support/rule-tester";

const options = { strictRows: true };
const kmsMasterKeyId = "arn:aws:kms:eu-west-1:111122223333:key/orders";
const byKey = { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId } };
const bySsm = { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } };
const setting = declare(SsmParameter, { type: "String", value: unknown });
const orders = declare(S3Bucket, {});
const inline = (rule: object) =>
    declare(S3Bucket, { serverSideEncryptionConfiguration: { rule } } as Example as Example<never>);
const plural = (...defaults: readonly object[]) =>
    declare(S3BucketV2, {
        serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: defaults }] }],
    } as Example);
const companion = (bucket: unknown, ...rules: readonly object[]) =>
    declare(S3BucketServerSideEncryptionConfiguration, { bucket, rules } as Example);
const companionV2 = (bucket: unknown, ...rules: readonly object[]) =>
    declare(S3BucketServerSideEncryptionConfigurationV2, { bucket, rules } as Example);
const object = { bucket: "orders", key: "list" };
const files = { bucket: "arn:aws:s3:::orders", roleArn: "arn:aws:iam::111122223333:role/files" };

testRule(rule, {
    valid: {
        "a bucket that says nothing, encrypted by S3": declare(S3Bucket, { bucket: "orders" }),
        "S3's own encryption, said aloud": inline(bySsm),
        "the account's key for S3": inline({ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" } }),
        "keys of requests refused": inline({ ...byKey, blockedEncryptionTypes: ["SSE-C"] }),
        "the same, in a configuration of its own": companion("orders", { ...byKey, blockedEncryptionTypes: ["SSE-C"] }),
        "the same, in the older one": companionV2("orders", { ...byKey, blockedEncryptionTypes: ["SSE-C"] }),
        "an object that says nothing": declare(S3BucketObject, object),
        "tables, always encrypted": declare(S3TablesTableBucket, { name: "orders" }),

        "a key of one's own": { given: inline(byKey), options },
        "a key that the program makes": {
            given: {
                key: declare(KmsKey, {}),
                orders: inline({
                    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: ref("key.arn") },
                }),
            },
            options,
        },
        "the older shape": { given: plural({ sseAlgorithm: "aws:kms", kmsMasterKeyId }), options },
        "a configuration of its own": { given: { orders, own: companion(ref("orders.id"), byKey) }, options },
        "a configuration that names the bucket": {
            given: { orders: declare(S3Bucket, { bucket: "orders" }), own: companion("orders", byKey) },
            options,
        },
        "the older configuration": {
            given: { orders: declare(S3BucketV2, {}), own: companionV2(ref("orders.bucket"), byKey) },
            options,
        },
        "an object, as its bucket says": { given: declare(S3BucketObjectV2, object), options },
        "an object with a key of its own": {
            given: declare(S3BucketObject, { ...object, kmsKeyId: kmsMasterKeyId }),
            options,
        },
        "a newer object with a key of its own": {
            given: declare(S3BucketObjectV2, { ...object, kmsKeyId: kmsMasterKeyId }),
            options,
        },
        "a copy with a key of its own": {
            given: declare(S3ObjectCopy, { ...object, source: "a/b", kmsKeyId: kmsMasterKeyId }),
            options,
        },
        "tables under a key": {
            given: declare(S3TablesTableBucket, {
                encryptionConfiguration: { sseAlgorithm: "aws:kms", kmsKeyArn: kmsMasterKeyId },
            }),
            options,
        },
        "vectors under a key": {
            given: declare(S3VectorsVectorBucket, {
                vectorBucketName: "orders",
                encryptionConfigurations: [{ sseType: "aws:kms", kmsKeyArn: kmsMasterKeyId }],
            }),
            options,
        },
        "files under a key": { given: declare(S3FilesFileSystem, { ...files, kmsKeyId: kmsMasterKeyId }), options },
    },
    invalid: {
        "keys of requests let in again": {
            given: inline({ ...byKey, blockedEncryptionTypes: ["NONE"] }),
            reports: ["serverSideEncryptionConfiguration.rule.blockedEncryptionTypes[0]"],
            weighs: ["low"],
        },
        "the same, in a configuration of its own": {
            given: companion("orders", { ...byKey, blockedEncryptionTypes: ["NONE"] }),
            reports: ["rules[0].blockedEncryptionTypes[0]"],
            weighs: ["low"],
        },
        "the same, in the older one": {
            given: companionV2("orders", { ...byKey, blockedEncryptionTypes: ["NONE"] }),
            reports: ["rules[0].blockedEncryptionTypes[0]"],
            weighs: ["low"],
        },

        "no key at all": {
            given: declare(S3Bucket, { bucket: "orders" }),
            options,
            reports: ["serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId"],
            weighs: ["low"],
        },
        "a key that AWS manages": {
            given: inline({
                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" },
            }),
            options,
            reports: ["serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId"],
        },
        "the older shape without a key": {
            given: plural({ sseAlgorithm: "AES256" }),
            options,
            reports: [
                "serverSideEncryptionConfigurations[0].rules[0].applyServerSideEncryptionByDefaults[0].kmsMasterKeyId",
            ],
        },
        "a configuration without a key, said there": {
            given: { orders, own: companion(ref("orders.id"), bySsm) },
            options,
            reports: ["own: rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"],
        },
        "the older configuration without a key": {
            given: companionV2("elsewhere", bySsm),
            options,
            reports: ["rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId"],
        },
        "another bucket's configuration": {
            given: { orders, other: declare(S3Bucket, {}), own: companion(ref("other.id"), byKey) },
            options,
            reports: [
                "orders: serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId",
            ],
        },
        "an object that asks for S3's own key": {
            given: declare(S3BucketObject, { ...object, serverSideEncryption: "AES256" }),
            options,
            reports: ["kmsKeyId"],
        },
        "a newer object that does": {
            given: declare(S3BucketObjectV2, { ...object, serverSideEncryption: "aws:kms" }),
            options,
            reports: ["kmsKeyId"],
        },
        "a copy that does": {
            given: declare(S3ObjectCopy, { ...object, source: "a/b", serverSideEncryption: "AES256" }),
            options,
            reports: ["kmsKeyId"],
        },
        "tables without a key": {
            given: declare(S3TablesTableBucket, { name: "orders" }),
            options,
            reports: ["encryptionConfiguration.kmsKeyArn"],
        },
        "vectors without a key": {
            given: declare(S3VectorsVectorBucket, { vectorBucketName: "orders" }),
            options,
            reports: ["encryptionConfigurations[0].kmsKeyArn"],
        },
        "files without a key": { given: declare(S3FilesFileSystem, files), options, reports: ["kmsKeyId"] },
    },
    undecided: {
        "a configuration of which it is not known whose it is": {
            given: { orders, own: companion(unknown, byKey) },
            options,
            awaits: ["own.bucket"],
        },
        "rules not known yet": {
            given: {
                setting,
                own: declare(S3BucketServerSideEncryptionConfiguration, {
                    bucket: "orders",
                    rules: ref("setting.value"),
                } as Example),
            },
            options,
            awaits: ["own.rules"],
        },
    },
});
