/** Amazon S3. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { each, one } from "../place";
import {
    S3Bucket,
    S3BucketObject,
    S3BucketObjectV2,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationV2,
    S3BucketV2,
    S3BucketVersioning,
    S3BucketVersioningV2,
    S3FilesFileSystem,
    S3ObjectCopy,
    S3TablesTableBucket,
    S3VectorsVectorBucket,
} from "../types";
import { bad, companion, either, given, good, unless } from "./condition";
import { noneOf, on, oneOf, ownKey } from "./good";
import { settings } from "./setting";

const versioned = either(
    companion(S3BucketVersioning, (versioning) => versioning.bucket),
    companion(S3BucketVersioningV2, (versioning) => versioning.bucket),
);

/** What a configuration of its own says is judged there. */
const encrypted = either(
    companion(S3BucketServerSideEncryptionConfiguration, (encryption) => encryption.bucket),
    companion(S3BucketServerSideEncryptionConfigurationV2, (encryption) => encryption.bucket),
);

/** S3 refuses keys that each request brings along (SSE-C) in new buckets from March 2026 on, unless nothing is blocked. */
const blocked = {
    good: noneOf("NONE"),
    absent: good,
    severity: "low",
    says: { otherwise: "blocks none, so objects may be encrypted with keys that nobody here keeps" },
    fix: 'Leave blockedEncryptionTypes out, or set it to ["SSE-C"].',
} as const;

export const s3 = [
    settings(S3Bucket, "bucket", {
        encryptedAtRest: {
            at: (bucket) => each(bucket.serverSideEncryptionConfiguration.rule.blockedEncryptionTypes),
            ...blocked,
        },
        customerKey: {
            at: (bucket) =>
                bucket.serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId,
            good: ownKey,
            absent: encrypted,
        },
    }),
    settings(S3BucketV2, "bucket", {
        customerKey: {
            at: (bucket) =>
                one(one(one(bucket.serverSideEncryptionConfigurations).rules).applyServerSideEncryptionByDefaults)
                    .kmsMasterKeyId,
            good: ownKey,
            absent: encrypted,
        },
    }),
    settings(S3BucketServerSideEncryptionConfiguration, "bucket", {
        encryptedAtRest: { at: (encryption) => each(each(encryption.rules).blockedEncryptionTypes), ...blocked },
        customerKey: {
            at: (encryption) => each(encryption.rules).applyServerSideEncryptionByDefault.kmsMasterKeyId,
            good: ownKey,
            absent: bad,
        },
    }),
    settings(S3BucketServerSideEncryptionConfigurationV2, "bucket", {
        encryptedAtRest: { at: (encryption) => each(each(encryption.rules).blockedEncryptionTypes), ...blocked },
        customerKey: {
            at: (encryption) => each(encryption.rules).applyServerSideEncryptionByDefault.kmsMasterKeyId,
            good: ownKey,
            absent: bad,
        },
    }),
    // An object is encrypted as its bucket says, unless it asks for something else.
    settings(S3BucketObject, "bucket", {
        customerKey: {
            at: (object) => object.kmsKeyId,
            good: ownKey,
            absent: unless(given((object) => object.serverSideEncryption)),
        },
    }),
    settings(S3BucketObjectV2, "bucket", {
        customerKey: {
            at: (object) => object.kmsKeyId,
            good: ownKey,
            absent: unless(given((object) => object.serverSideEncryption)),
        },
    }),
    settings(S3ObjectCopy, "bucket", {
        customerKey: {
            at: (copy) => copy.kmsKeyId,
            good: ownKey,
            absent: unless(given((copy) => copy.serverSideEncryption)),
        },
    }),
    settings(S3TablesTableBucket, "bucket", {
        customerKey: { at: (bucket) => bucket.encryptionConfiguration.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(S3VectorsVectorBucket, "bucket", {
        customerKey: { at: (bucket) => one(bucket.encryptionConfigurations).kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(S3FilesFileSystem, "bucket", {
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(S3Bucket, "bucket", {
        recoverable: { at: (bucket) => bucket.versioning.enabled, good: on, absent: versioned },
    }),
    settings(S3BucketV2, "bucket", {
        recoverable: { at: (bucket) => one(bucket.versionings).enabled, good: on, absent: versioned },
    }),
    settings(S3BucketVersioning, "bucket", {
        recoverable: { at: (one) => one.versioningConfiguration.status, good: oneOf("Enabled"), absent: bad },
    }),
    settings(S3BucketVersioningV2, "bucket", {
        recoverable: { at: (one) => one.versioningConfiguration.status, good: oneOf("Enabled"), absent: bad },
    }),
].flat();
