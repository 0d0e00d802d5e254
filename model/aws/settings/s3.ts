/** Amazon S3. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { answer, no, undecided } from "../../values";
import { logBucketSlots } from "../log-buckets";
import { each, one } from "../place";
import { records } from "../trail-selectors";
import {
    CloudTrailTrail,
    S3Bucket,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketLogging,
    S3BucketLoggingV2,
    S3BucketObject,
    S3BucketObjectV2,
    S3BucketPolicy,
    S3BucketServerSideEncryptionConfiguration,
    S3BucketServerSideEncryptionConfigurationV2,
    S3BucketV2,
    S3BucketVersioning,
    S3BucketVersioningV2,
    S3DirectoryBucket,
    S3FilesFileSystem,
    S3ObjectCopy,
    S3TablesTableBucket,
    S3VectorsVectorBucket,
} from "../types";
import {
    accountWide,
    bad,
    type Condition,
    companion,
    companionAt,
    either,
    given,
    good,
    says,
    switchedOn,
    unless,
    when,
} from "./condition";
import { anything, noneOf, on, oneOf, ownKey } from "./good";
import { emptied } from "./keeping";
import { settings } from "./setting";

const versioned = either(
    companion(S3BucketVersioning, (versioning) => versioning.bucket),
    companion(S3BucketVersioningV2, (versioning) => versioning.bucket),
);

/** A trail of the stack records what is done with the objects of every bucket. */
const recorded: Condition<unknown> = accountWide(CloudTrailTrail, {
    words: "where it records objects of all buckets",
    paths: ["eventSelectors", "advancedEventSelectors"],
    holds: ({ root }) =>
        records(
            { basic: root.get("eventSelectors"), advanced: root.get("advancedEventSelectors") },
            { type: "AWS::S3::Object", readOnly: false, resource: { meets: () => no, within: () => no } },
        ),
});

/** Services that write logs into buckets, and nothing else. */
const DELIVERY = /\b(?:logging\.s3|delivery\.logs|logdelivery\.elasticloadbalancing|cloudtrail)\.amazonaws\.com/;

const delivers: Condition<unknown> = {
    words: "where it lets logs be delivered",
    paths: ["policy"],
    holds: ({ root }) => {
        const policy = root.get("policy");
        return policy.state === "unknown"
            ? undecided(policy.place)
            : answer(DELIVERY.test(JSON.stringify(policy.known() ?? "")));
    },
};

/** Logs of a bucket that takes logs would be logged again. */
const takingLogs = either(
    ...logBucketSlots.map(({ type, path }) => companionAt(type, path)),
    companion(
        S3BucketAcl,
        (acl) => acl.bucket,
        when((acl) => acl.acl, "log-delivery-write"),
    ),
    companion(
        S3BucketAclV2,
        (acl) => acl.bucket,
        when((acl) => acl.acl, "log-delivery-write"),
    ),
    companion(S3BucketPolicy, (policy) => policy.bucket, delivers),
);

const takesLogs: Condition<unknown> = { ...takingLogs, words: "where it takes logs" };

const logged = either(
    companion(S3BucketLogging, (logging) => logging.bucket),
    companion(S3BucketLoggingV2, (logging) => logging.bucket),
    recorded,
);
const logging =
    "Declare aws.s3.BucketLogging for it: { bucket: bucket.bucket, targetBucket: logs.bucket, targetPrefix: bucket.bucket }, or let a trail record data events of its objects.";
const unread = { absent: "absent, so who read or deleted an object is nowhere to be read" };
const objects = emptied("objects, with all their versions,");

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

const versions =
    'Declare aws.s3.BucketVersioning for it: { bucket: bucket.bucket, versioningConfiguration: { status: "Enabled" } }.';

export const s3 = [
    settings(S3Bucket, "bucket", {
        // A bucket with object lock keeps versions: AWS switches them on.
        recoverable: {
            at: (bucket) => bucket.versioning.enabled,
            good: on,
            absent: either(
                versioned,
                switchedOn((bucket) => bucket.objectLockEnabled),
                says((bucket) => bucket.objectLockConfiguration.objectLockEnabled, oneOf("Enabled")),
            ),
            fix: versions,
            controls: [fsbp("S3.14")],
        },
        logged: {
            at: (bucket) => bucket.logging.targetBucket,
            inVersion6: "loggings[0].targetBucket",
            good: anything,
            absent: logged,
            only: unless(
                either(
                    takesLogs,
                    when((bucket) => bucket.acl, "log-delivery-write"),
                ),
            ),
            severity: "low",
            says: unread,
            fix: logging,
            controls: [fsbp("S3.9")],
        },
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...objects },
    }),
    settings(S3BucketV2, "bucket", {
        recoverable: {
            at: (bucket) => one(bucket.versionings).enabled,
            good: on,
            absent: either(
                versioned,
                switchedOn((bucket) => bucket.objectLockEnabled),
                says((bucket) => bucket.objectLockConfiguration.objectLockEnabled, oneOf("Enabled")),
            ),
            fix: versions,
        },
        logged: {
            at: (bucket) => one(bucket.loggings).targetBucket,
            good: anything,
            absent: logged,
            only: unless(
                either(
                    takesLogs,
                    when((bucket) => bucket.acl, "log-delivery-write"),
                ),
            ),
            severity: "low",
            says: unread,
            fix: logging,
        },
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...objects },
    }),
    settings([S3BucketVersioning, S3BucketVersioningV2], "bucket", {
        recoverable: {
            at: (one) => one.versioningConfiguration.status,
            good: oneOf("Enabled"),
            absent: bad,
            fix: 'Set it to "Enabled".',
        },
    }),
    settings(S3DirectoryBucket, "bucket", {
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...emptied("objects") },
    }),
    settings(S3TablesTableBucket, "bucket", {
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...emptied("tables") },
    }),
    settings(S3VectorsVectorBucket, "bucket", {
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...emptied("indexes") },
    }),
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
    settings([S3BucketServerSideEncryptionConfiguration, S3BucketServerSideEncryptionConfigurationV2], "bucket", {
        encryptedAtRest: { at: (encryption) => each(each(encryption.rules).blockedEncryptionTypes), ...blocked },
        customerKey: {
            at: (encryption) => each(encryption.rules).applyServerSideEncryptionByDefault.kmsMasterKeyId,
            good: ownKey,
            absent: bad,
        },
    }),
    // An object is encrypted as its bucket says, unless it asks for something else.
    settings([S3BucketObject, S3BucketObjectV2, S3ObjectCopy], "bucket", {
        customerKey: {
            at: (object) => object.kmsKeyId,
            good: ownKey,
            absent: unless(given((object) => object.serverSideEncryption)),
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
].flat();
