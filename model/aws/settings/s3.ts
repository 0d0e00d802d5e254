/** Amazon S3. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { one } from "../place";
import {
    S3Bucket,
    S3BucketV2,
    S3BucketVersioning,
    S3BucketVersioningV2,
    S3DirectoryBucket,
    S3TablesTableBucket,
    S3VectorsVectorBucket,
} from "../types";
import { bad, companion, either, says, switchedOn } from "./condition";
import { on, oneOf } from "./good";
import { emptied } from "./keeping";
import { settings } from "./setting";

const versioned = either(
    companion(S3BucketVersioning, (versioning) => versioning.bucket),
    companion(S3BucketVersioningV2, (versioning) => versioning.bucket),
);

const objects = emptied("objects, with all their versions,");

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
            controls: [fsbp("S3.14")],
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
        },
        protectedFromDeletion: { at: (bucket) => bucket.forceDestroy, ...objects },
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
    settings(S3BucketVersioning, "bucket", {
        recoverable: { at: (one) => one.versioningConfiguration.status, good: oneOf("Enabled"), absent: bad },
    }),
    settings(S3BucketVersioningV2, "bucket", {
        recoverable: { at: (one) => one.versioningConfiguration.status, good: oneOf("Enabled"), absent: bad },
    }),
].flat();
