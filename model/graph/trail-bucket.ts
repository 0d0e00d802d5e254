import {
    CloudTrailTrail,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketObjectLockConfiguration,
    S3BucketObjectLockConfigurationV2,
    S3BucketPolicy,
    S3BucketPublicAccessBlock,
    type ResourceType,
} from "../aws";
import { opensTo } from "../iam";
import { type Answer, answer, any, holds, isFalse, isTrue, undecided } from "../values";
import { BUCKETS, bucketOf, isAccessLogged, namesBucket } from "./bucket-logs";
import { linked } from "./link";
import { type Resource, saidAt } from "./resource";
import type { Stack } from "./stack";
