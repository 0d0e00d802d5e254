import {
    bucketNameIn,
    logBucketSlots,
    type ResourceType,
    S3Bucket,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketLogging,
    S3BucketLoggingV2,
    S3BucketV2,
    valuesAt,
} from "../../aws";
import { type Answer, answer, any, equals, no, undecided, type Value } from "../../values";
import { fact } from "../fact";
import { type Link, pointsTo, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";

export const BUCKETS: readonly ResourceType[] = [S3Bucket, S3BucketV2];
export const LOGGINGS: readonly ResourceType[] = [S3BucketLogging, S3BucketLoggingV2];
const ACLS: readonly ResourceType[] = [S3BucketAcl, S3BucketAclV2];

/** The bucket that a property names: by name, ARN or domain name, with or without a path. */
export function bucketOf(stack: Stack, from: Resource, value: Value): Link {
    const text = value.text();
    const found = text === undefined ? undefined : stack.named(bucketNameIn(text), ...BUCKETS);
    return found ? { kind: "found", resource: found } : stack.link<unknown>(from, value, ...BUCKETS);
}

/** Does this property of the other resource name the bucket? */
export function namesBucket(stack: Stack, from: Resource, value: Value, bucket: Resource): Answer {
    return pointsTo(bucketOf(stack, from, value), bucket);
}

/** The buckets of the stack that logs are written to, or may be. */
export const logBucketsOf = fact(
    [...BUCKETS, ...ACLS, ...logBucketSlots.map(({ type }) => type)],
    (stack): ReadonlyMap<Resource, Answer> => {
        const found = new Map<Resource, Answer>();
        const add = (bucket: Resource, when: Answer) => found.set(bucket, any(found.get(bucket) ?? no, when));
        for (const { type, path } of logBucketSlots) {
            for (const from of stack.ofType(type)) {
                for (const value of valuesAt(from.root, path)) {
                    const link = bucketOf(stack, from, value);
                    const when = link.kind === "candidates" ? undecided(link.awaits) : answer(true);
                    for (const bucket of possible(link)) add(bucket, when);
                }
            }
        }
        for (const bucket of stack.ofType(...BUCKETS)) add(bucket, isForDelivery(inputOf(bucket, "acl")));
        for (const acl of stack.ofType(...ACLS)) {
            for (const bucket of possible(bucketOf(stack, acl, acl.root.get("bucket"))))
                add(bucket, isForDelivery(inputOf(acl, "acl")));
        }
        return found;
    },
);

function isForDelivery(acl: Value): Answer {
    return acl.state === "unknown" ? undecided(acl.place) : equals(acl, "log-delivery-write");
}

/** Are requests to the bucket logged, by its own words or a resource beside it? */
export function isAccessLogged(stack: Stack, bucket: Resource): Answer {
    const own = ["logging", "loggings"].map((path) => inputOf(bucket, path));
    return any(
        ...own.map((one) => (one.state === "unknown" ? undecided(one.place) : answer(one.items().length > 0))),
        ...stack.ofType(...LOGGINGS).map((logging) => namesBucket(stack, logging, logging.root.get("bucket"), bucket)),
    );
}
