import {
    CloudTrailTrail,
    PUBLIC_ACL,
    type ResourceType,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketObjectLockConfiguration,
    S3BucketObjectLockConfigurationV2,
    S3BucketPolicy,
    S3BucketPublicAccessBlock,
} from "../../aws";
import { opensTo } from "../../iam";
import { type Answer, all, any, equals, holds, isTrue, not, yes } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { BUCKETS, bucketOf, isAccessLogged, LOGGINGS, namesBucket } from "./bucket-logs";

/** What the bucket that a trail writes to should be and is not, at the bucket, with what to do about it. */
export interface TrailBucketLack {
    readonly resource: Resource;
    readonly at: string;
    readonly when: Answer;
    readonly message: string;
    readonly fix: string;
    readonly profile?: "strict";
}

const ACLS: readonly ResourceType[] = [S3BucketAcl, S3BucketAclV2];
const LOCKS: readonly ResourceType[] = [S3BucketObjectLockConfiguration, S3BucketObjectLockConfigurationV2];
const OBJECT_ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:ListBucket"];

/** Of several trails with one bucket, once. */
export const trailBucketsOf = fact(
    [CloudTrailTrail, ...BUCKETS, ...LOGGINGS, ...ACLS, ...LOCKS, S3BucketPolicy, S3BucketPublicAccessBlock],
    (stack): readonly TrailBucketLack[] => {
        const buckets = stack
            .ofType(CloudTrailTrail)
            .flatMap((trail) => linked(bucketOf(stack, trail, trail.root.get("s3BucketName"))) ?? []);
        return [...new Set(buckets)].flatMap((bucket) => lacksOf(stack, bucket));
    },
);

function lacksOf(stack: Stack, resource: Resource): readonly TrailBucketLack[] {
    const beside = (types: readonly ResourceType[], question: (companion: Resource) => Answer) =>
        any(
            ...stack
                .ofType(...types)
                .map((one) => all(question(one), namesBucket(stack, one, one.root.get("bucket"), resource))),
        );
    const isOpenTo = (acl: Resource) => holds(inputOf(acl, "acl"), (text) => PUBLIC_ACL.test(text));
    const opens = (policy: Resource) => opensTo(inputOf(policy, "policy"), OBJECT_ACTIONS, stack.today);
    const blocks = (...flags: readonly string[]) =>
        beside([S3BucketPublicAccessBlock], (block) => all(...flags.map((one) => isTrue(inputOf(block, one), false))));
    const byAcl = any(isOpenTo(resource), beside(ACLS, isOpenTo));
    const byPolicy = any(opens(resource), beside([S3BucketPolicy], opens));
    const isPublic = any(
        all(byAcl, not(blocks("ignorePublicAcls"))),
        all(byPolicy, not(blocks("restrictPublicBuckets"))),
    );
    const isLocked = any(
        isTrue(inputOf(resource, "objectLockEnabled"), false),
        equals(inputOf(resource, "objectLockConfiguration.objectLockEnabled"), "Enabled"),
        beside(LOCKS, () => yes),
    );
    return [
        {
            resource,
            at: "",
            when: isPublic,
            message: "holds a trail's files and allows everyone in, so who did what is public",
            fix: "Add a BucketPublicAccessBlock with all four flags true.",
        },
        {
            resource,
            at: "logging",
            when: not(isAccessLogged(stack, resource)),
            message: "absent, and the bucket holds a trail's files: who reads or deletes them is not recorded",
            fix: "Add a BucketLogging that names it and a bucket for its logs.",
        },
        {
            resource,
            at: "objectLockEnabled",
            when: not(isLocked),
            message: "absent, so whoever may write to the bucket can delete what a trail recorded",
            fix: "Set objectLockEnabled: true, and a retention by a BucketObjectLockConfiguration.",
            profile: "strict",
        },
    ];
}
