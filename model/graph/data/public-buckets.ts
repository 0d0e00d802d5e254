import {
    accessLists,
    accessPointHooks,
    PUBLIC_ACL,
    publicAccessBlocks,
    S3AccountPublicAccessBlock,
    S3Bucket,
    S3BucketPublicAccessBlock,
    S3BucketV2,
    valuesAt,
} from "../../aws";
import { type Answer, answer, any, holds, isTrue, not, type Value } from "../../values";
import { fact } from "../fact";
import { linked } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { bucketPolicies, type HungPolicy, hungPolicies } from "./hung-policies";

const FLAGS = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"] as const;
type Flag = (typeof FLAGS)[number];

/** A block of the four flags by which S3 bars the public, and which of them are off. */
export interface OpenBlock {
    readonly resource: Resource;
    readonly at: string;
    readonly when: Answer;
    /** Those that are known to be off. */
    readonly off: readonly string[];
    /** The public has no way in all the same. */
    readonly isClosed: boolean;
}

/** All blocks of the stack. Those of buckets do not matter where the account has all flags on. */
export const openBlocks = fact(
    publicAccessBlocks.map(({ type }) => type),
    (stack): readonly OpenBlock[] => {
        const isAccountClosed = stack
            .ofType(S3AccountPublicAccessBlock)
            .some((one) => FLAGS.every((flag) => isTrue(one.root.get(flag), false).is === "yes"));
        return publicAccessBlocks.flatMap(({ type, at, standard, closedBy }) =>
            stack.ofType<unknown>(type).map((resource) => {
                const path = (flag: string) => (at === "" ? flag : `${at}.${flag}`);
                const answers = FLAGS.map((flag) => not(isTrue(resource.root.down(path(flag)), standard)));
                const off = FLAGS.filter((_, index) => answers[index]?.is === "yes");
                const isApart = closedBy !== undefined && resource.root.get(closedBy).state !== "absent";
                return {
                    resource,
                    at: path(off[0] ?? FLAGS[1]),
                    when: any(...answers),
                    off,
                    isClosed: isApart || (isAccountClosed && type.token !== S3AccountPublicAccessBlock.token),
                };
            }),
        );
    },
);

/** Does the stack bar the public from the bucket by this flag, for it or for the account? */
function isBarred(stack: Stack, bucket: Resource | undefined, flag: Flag): Answer {
    const isOn = (block: Resource) => isTrue(block.root.get(flag), false);
    const account = stack.ofType<unknown>(S3AccountPublicAccessBlock);
    const own = bucket ? (blocksByBucket(stack).get(bucket) ?? []) : [];
    return any(...account.map(isOn), ...own.map(isOn));
}

const blocksByBucket = fact([S3BucketPublicAccessBlock], (stack) => {
    const found = new Map<Resource, Resource[]>();
    for (const block of stack.ofType(S3BucketPublicAccessBlock)) {
        const bucket = bucketOf(stack, block);
        if (bucket) found.set(bucket, [...(found.get(bucket) ?? []), block]);
    }
    return found;
});

function bucketOf(stack: Stack, companion: Resource): Resource | undefined {
    return linked(stack.link<unknown>(companion, companion.root.get("bucket"), S3Bucket, S3BucketV2));
}

/** Policies of buckets and of what leads to them, and whether S3 shuts the public out whatever they say. */
export interface BucketDoor {
    readonly hung: HungPolicy;
    readonly isBarred: Answer;
}

const accessPoints = accessPointHooks.map(hungPolicies);

export const bucketDoors = fact([bucketPolicies, ...accessPoints, S3BucketPublicAccessBlock], (stack) => [
    ...bucketPolicies(stack).map((hung): BucketDoor => {
        return { hung, isBarred: isBarred(stack, hung.holder, "restrictPublicBuckets") };
    }),
    ...accessPoints.flatMap((policies) =>
        policies(stack).map((hung): BucketDoor => {
            const vpc = hung.holder && inputOf(hung.holder, "vpcConfiguration");
            return {
                hung,
                isBarred: any(
                    answer(vpc !== undefined && vpc.state !== "absent"),
                    isBarred(stack, undefined, "restrictPublicBuckets"),
                ),
            };
        }),
    ),
]);

/** A list that gives everybody, or every AWS account, something. */
export interface PublicAcl {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    readonly isBarred: Answer;
}

export const publicAcls = fact(
    [...accessLists.map(({ type }) => type), S3BucketPublicAccessBlock],
    (stack): readonly PublicAcl[] =>
        accessLists.flatMap(({ type, paths }) =>
            stack.ofType<unknown>(type).flatMap((resource) => {
                const isBucket = type.token === S3Bucket.token || type.token === S3BucketV2.token;
                const bucket = isBucket ? resource : bucketOf(stack, resource);
                return paths
                    .flatMap((path) => givenAt(resource, path))
                    .map((at) => ({
                        resource,
                        at,
                        when: holds(at, (text) => PUBLIC_ACL.test(text)),
                        isBarred: isBarred(stack, bucket, "ignorePublicAcls"),
                    }));
            }),
        ),
);

function givenAt(resource: Resource, path: string): readonly Value[] {
    const [top = ""] = path.split(/[.[]/, 1);
    return inputOf(resource, top).state === "absent" ? [] : valuesAt(resource.root, path);
}
