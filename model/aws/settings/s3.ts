/** Amazon S3. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { one } from "../place";
import { S3Bucket, S3BucketV2, S3BucketVersioning, S3BucketVersioningV2 } from "../types";
import { bad, companion, either } from "./condition";
import { on, oneOf } from "./good";
import { settings } from "./setting";

const versioned = either(
    companion(S3BucketVersioning, (versioning) => versioning.bucket),
    companion(S3BucketVersioningV2, (versioning) => versioning.bucket),
);

export const s3 = [
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
