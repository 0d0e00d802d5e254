import {
    accessLists,
    accessPointHooks,
    PUBLIC_ACL,
    publicAccessBlocks,
    type ResourceType,
    S3AccountPublicAccessBlock,
    S3Bucket,
    S3BucketOwnershipControls,
    S3BucketPublicAccessBlock,
    S3BucketV2,
    S3ControlMultiRegionAccessPoint,
    valuesAt,
} from "../../aws";
import { type Answer, answer, any, equals, holds, isTrue, no, not, propertyOf, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
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

const BLOCKS = publicAccessBlocks.map(({ type }) => type);

/** All blocks of the stack. Those of buckets do not matter where the account has all flags on. */
export const openBlocks = fact(BLOCKS, (stack): readonly OpenBlock[] => {
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
});

/** Does the stack bar the public from the bucket by this flag, for it or for the account? */
function isBarred(stack: Stack, bucket: Resource | undefined, flag: Flag): Answer {
    const isOn = (block: Resource) => isTrue(block.root.get(flag), false);
    const account = stack.ofType<unknown>(S3AccountPublicAccessBlock);
    const own = bucket ? (blocksByBucket(stack).get(bucket) ?? []) : [];
    return any(...account.map(isOn), ...own.map(isOn));
}

const blocksByBucket = besideBuckets(S3BucketPublicAccessBlock);
const ownershipByBucket = besideBuckets(S3BucketOwnershipControls);

function besideBuckets(type: ResourceType) {
    return fact([type], (stack) =>
        grouped(stack.ofType<unknown>(type).map((one) => [one, [bucketOf(stack, one) ?? []].flat()] as const)),
    );
}

/** Whether lists are disabled: S3 refuses to set one then. https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
function isWithoutLists(stack: Stack, bucket: Resource | undefined): Answer {
    const controls = bucket ? (ownershipByBucket(stack).get(bucket) ?? []) : [];
    return any(...controls.map(({ root }) => equals(root.down("rule.objectOwnership"), "BucketOwnerEnforced")));
}

function bucketOf(stack: Stack, companion: Resource): Resource | undefined {
    return linked(stack.link<unknown>(companion, companion.root.get("bucket"), S3Bucket, S3BucketV2));
}

/** Policies of buckets and of what leads to them, and whether S3 shuts the public out whatever they say. */
export interface BucketDoor {
    readonly hung: HungPolicy;
    readonly isBarred: Answer;
}

const accessPoints = accessPointHooks.map(hungPolicies);

export const bucketDoors = fact([bucketPolicies, ...accessPoints, ...BLOCKS], (stack) => [
    ...bucketPolicies(stack).map((hung): BucketDoor => {
        return { hung, isBarred: isBarred(stack, hung.holder, "restrictPublicBuckets") };
    }),
    ...accessPoints.flatMap((policies) =>
        policies(stack).map((hung): BucketDoor => {
            return { hung, isBarred: any(isShut(stack, hung), isBarred(stack, undefined, "restrictPublicBuckets")) };
        }),
    ),
]);

/** Is the access point of a VPC, or does its own block, whose flags are on by default, bar the public? */
function isShut(stack: Stack, { holder, resource }: HungPolicy): Answer {
    const door = holder ?? regionsOf(stack, resource);
    const block = publicAccessBlocks.find(({ type }) => type.token === door?.type);
    if (!door || !block) return no;
    const isApart = block.closedBy !== undefined && inputOf(door, block.closedBy).state !== "absent";
    return any(answer(isApart), isTrue(door.root.down(`${block.at}.restrictPublicBuckets`), block.standard));
}

/** The access point of several regions that a policy names. */
function regionsOf(stack: Stack, policy: Resource): Resource | undefined {
    const name = policy.root.down("details.name").text();
    if (name === undefined) return undefined;
    return stack
        .ofType<unknown>(S3ControlMultiRegionAccessPoint)
        .find(({ root }) => root.down("details.name").text() === name);
}

/** A list that gives everybody, or every AWS account, something. */
export interface PublicAcl {
    readonly resource: Resource;
    readonly at: Value;
    readonly when: Answer;
    readonly isBarred: Answer;
}

export const publicAcls = fact(
    [...accessLists.map(({ type }) => type), S3BucketPublicAccessBlock, S3BucketOwnershipControls],
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
                        isBarred: any(isBarred(stack, bucket, "ignorePublicAcls"), isWithoutLists(stack, bucket)),
                    }));
            }),
        ),
);

function givenAt(resource: Resource, path: string): readonly Value[] {
    return inputOf(resource, propertyOf(path)).state === "absent" ? [] : valuesAt(resource.root, path);
}
