/** Where S3 is told whom its access control lists let in, and to bar the public whatever they and policies say. Source: typings of @pulumi/aws 7.48.0. */
import { each, type Located, type Named, type Place, pathOf, pathsOf } from "./place";
import type { ResourceType } from "./resource-type";
import {
    S3AccessPoint,
    S3AccountPublicAccessBlock,
    S3Bucket,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketObject,
    S3BucketObjectV2,
    S3BucketPublicAccessBlock,
    S3BucketV2,
    S3ControlMultiRegionAccessPoint,
    S3ObjectCopy,
} from "./types";

export interface PublicAccessBlock {
    readonly type: ResourceType;
    /** The block that holds the four flags; empty where they are the resource's own. */
    readonly at: string;
    /** What a flag is that is not given. */
    readonly standard: boolean;
    /** Where this is given, the public has no way in anyway. */
    readonly closedBy?: string;
}

export const publicAccessBlocks: readonly PublicAccessBlock[] = [
    { type: S3BucketPublicAccessBlock, at: "", standard: false },
    { type: S3AccountPublicAccessBlock, at: "", standard: false },
    block(
        S3AccessPoint,
        (one) => one.publicAccessBlockConfiguration,
        (one) => one.vpcConfiguration,
    ),
    block(S3ControlMultiRegionAccessPoint, (one) => one.details.publicAccessBlock),
];

function block<T>(type: ResourceType<T>, at: Named<T>, closedBy?: (inputs: Place<T>) => Located): PublicAccessBlock {
    return { type, at: pathOf(at), standard: true, ...(closedBy && { closedBy: pathOf(closedBy) }) };
}

/** A canned list, or a group, of everybody or of everybody with an AWS account. */
export const PUBLIC_ACL =
    /^(?:public-read|public-read-write|authenticated-read)$|\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

/** Where access control lists of buckets and objects say to whom. */
export const accessLists: readonly { readonly type: ResourceType; readonly paths: readonly string[] }[] = [
    list(S3Bucket, (one) => [one.acl, each(one.grants).uri]),
    list(S3BucketV2, (one) => [one.acl, each(one.grants).uri]),
    list(S3BucketAcl, (one) => [one.acl, each(one.accessControlPolicy.grants).grantee.uri]),
    list(S3BucketAclV2, (one) => [one.acl, each(one.accessControlPolicy.grants).grantee.uri]),
    list(S3BucketObject, (one) => [one.acl]),
    list(S3BucketObjectV2, (one) => [one.acl]),
    list(S3ObjectCopy, (one) => [one.acl, each(one.grants).uri]),
];

function list<T>(type: ResourceType<T>, at: (inputs: Place<T>) => readonly Located[]) {
    return { type, paths: pathsOf(at) };
}
