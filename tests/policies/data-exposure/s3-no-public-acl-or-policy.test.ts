import {
    S3AccessPoint,
    S3Bucket,
    S3BucketAcl,
    S3BucketAclV2,
    S3BucketObject,
    S3BucketOwnershipControls,
    S3BucketPolicy,
    S3BucketPublicAccessBlock,
    S3BucketV2,
    S3ControlAccessPointPolicy,
    S3ControlMultiRegionAccessPoint,
    S3ControlMultiRegionAccessPointPolicy,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/s3-no-public-acl-or-policy";
import { computed } from "../../support/programs";
import { type InvalidCase, testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const objects = "arn:aws:s3:::data/*";
const read = { Action: "s3:GetObject", Resource: objects };
const everyone = { ...read, Principal: "*" };
const data = { data: declare(S3Bucket, { bucket: "data" }) };
const under = (statement: object) => ({
    ...data,
    policy: declare(S3BucketPolicy, { bucket: ref("data.id"), policy: policyOf(statement) }),
});
const bound = (Condition: object, statement: object = everyone) => under({ ...statement, Condition });
const distribution = `arn:aws:cloudfront::${OWN}:distribution/E1A2B3C4D5`;
const cloudFront = { ...read, Principal: { Service: "cloudfront.amazonaws.com" } };
const barring = (flag: string) => ({
    block: declare(S3BucketPublicAccessBlock, { bucket: ref("data.id"), [flag]: true } as Example),
});
const groups = "http://acs.amazonaws.com/groups";
const grant = (uri: string) => ({ type: "Group", permissions: ["READ"], uri });
const reports = (
    given: object,
    at = "policy: policy",
    ...weighs: readonly ("critical" | "high" | "medium" | "low")[]
): InvalidCase => ({
    given: given as never,
    reports: [at],
    ...(weighs.length > 0 && { weighs }),
});
const accessPoint = {
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `arn:aws:s3:eu-west-1:${OWN}:accesspoint/door/object/*`,
};

testRule(rule, {
    valid: {
        "a private bucket": { data: declare(S3Bucket, { bucket: "data", acl: "private" }) },
        "an access list that only the provider knows": {
            data: declare(S3Bucket, { bucket: "data", acl: computed } as Example),
        },
        "one distribution": bound({ StringEquals: { "AWS:SourceArn": distribution } }, cloudFront),
        "an origin access identity": under({
            ...read,
            Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1A2B3C4D5" },
        }),
        "load balancers' logs": under({
            Principal: { AWS: "arn:aws:iam::127311923021:root" },
            Action: "s3:PutObject",
            Resource: objects,
        }),
        "access points of the account": bound(
            { StringEquals: { "s3:DataAccessPointAccount": OWN } },
            { ...everyone, Action: "*" },
        ),
        "one VPC": bound({ StringEquals: { "aws:SourceVpc": "vpc-0a1b2c3d4e5f60718" } }),
        "a network of /8": bound({ IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }),
        "one key to encrypt with": bound({
            StringEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": `arn:aws:kms:eu-west-1:${OWN}:key/1a2b` },
        }),
        "log delivery by a list": { data: declare(S3Bucket, { grants: [grant(`${groups}/s3/LogDelivery`)] }) },
        "lists in use": {
            controls: declare(S3BucketOwnershipControls, {
                bucket: "data",
                rule: { objectOwnership: "BucketOwnerPreferred" },
            }),
        },
        "lists disabled": {
            given: {
                controls: declare(S3BucketOwnershipControls, {
                    bucket: "data",
                    rule: { objectOwnership: "BucketOwnerEnforced" },
                }),
            },
            options: { listsDisabled: true },
        },
    },
    invalid: {
        everybody: reports(under(everyone), "policy: policy", "critical"),
        "everybody who has an account elsewhere": reports(
            under({ ...read, Principal: { Federated: "graph.facebook.com" } }),
        ),
        "every VPC": reports(bound({ StringLike: { "aws:SourceVpc": "vpc-*" } })),
        "a network of /7": reports(bound({ IpAddress: { "aws:SourceIp": "10.0.0.0/7" } })),
        "objects with a tag": reports(bound({ StringEquals: { "s3:ExistingObjectTag/public": "yes" } })),
        "uploads that the owner gets": reports(
            bound({ StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
        ),
        "access points of every account": reports(bound({ StringLike: { "s3:DataAccessPointAccount": "*" } })),
        "every distribution": reports(under(cloudFront), "policy: policy", "high"),
        "logs of anybody's trails": reports(
            under({ Principal: { Service: "cloudtrail.amazonaws.com" }, Action: "s3:PutObject", Resource: objects }),
            "policy: policy",
            "medium",
        ),
        "a distribution, if there is one": reports(
            bound({ StringEqualsIfExists: { "AWS:SourceArn": distribution } }, cloudFront),
        ),
        "all other distributions": reports(bound({ StringNotEquals: { "AWS:SourceArn": distribution } }, cloudFront)),
        "distributions of every account": reports(bound({ StringLike: { "AWS:SourceArn": "*" } }, cloudFront)),
        "everybody, where S3 bars the public": reports(
            { ...under(everyone), ...barring("restrictPublicBuckets") },
            "policy: policy",
            "medium",
        ),
        "every action for a role": reports(
            under({
                Principal: { AWS: `arn:aws:iam::${OWN}:role/x` },
                Action: "s3:*",
                Resource: `arn:aws:s3:eu-west-1:${OWN}:accesspoint/door`,
            }),
            "policy: policy",
            "medium",
        ),
        "an access point": reports(
            {
                door: declare(S3AccessPoint, {
                    bucket: "data",
                    policy: policyOf(accessPoint),
                    publicAccessBlockConfiguration: { restrictPublicBuckets: false },
                }),
            },
            "door: policy",
            "critical",
        ),
        "an access point whose block is on, as by default": reports(
            { door: declare(S3AccessPoint, { bucket: "data", policy: policyOf(accessPoint) }) },
            "door: policy",
            "medium",
        ),
        "one of several regions whose block is on, as by default": reports(
            {
                door: declare(S3ControlMultiRegionAccessPoint, {
                    details: { name: "door", regions: [{ bucket: "data" }] },
                }),
                policy: declare(S3ControlMultiRegionAccessPointPolicy, {
                    details: { name: "door", policy: policyOf(accessPoint) },
                }),
            },
            "policy: details.policy",
            "medium",
        ),
        "a list of a bucket that takes none": reports(
            {
                data: declare(S3Bucket, { bucket: "data", acl: "public-read" }),
                controls: declare(S3BucketOwnershipControls, {
                    bucket: ref("data.id"),
                    rule: { objectOwnership: "BucketOwnerEnforced" },
                }),
            },
            "data: acl",
            "medium",
        ),
        "a list of a bucket that takes them": reports(
            {
                data: declare(S3Bucket, { bucket: "data", acl: "public-read" }),
                controls: declare(S3BucketOwnershipControls, {
                    bucket: ref("data.id"),
                    rule: { objectOwnership: "ObjectWriter" },
                }),
            },
            "data: acl",
            "critical",
        ),
        "an access point's policy, beside it": reports({
            policy: declare(S3ControlAccessPointPolicy, {
                accessPointArn: accessPoint.Resource,
                policy: policyOf(accessPoint),
            }),
        }),
        "an access point of a VPC": reports(
            {
                door: declare(S3AccessPoint, {
                    bucket: "data",
                    vpcConfiguration: { vpcId: "vpc-0a1b" },
                    policy: policyOf(accessPoint),
                }),
            },
            "door: policy",
            "medium",
        ),
        "an access point of several regions": reports(
            {
                policy: declare(S3ControlMultiRegionAccessPointPolicy, {
                    details: { name: "door", policy: policyOf(accessPoint) },
                }),
            },
            "policy: details.policy",
        ),
        "a public list": reports({ data: declare(S3Bucket, { acl: "public-read" }) }, "data: acl", "critical"),
        "for everybody with an account": reports(
            { data: declare(S3BucketV2, { acl: "authenticated-read" }) },
            "data: acl",
        ),
        "beside the bucket": reports(
            { acl: declare(S3BucketAclV2, { bucket: "data", acl: "public-read-write" }) },
            "acl: acl",
        ),
        "by a grant": reports(
            { data: declare(S3Bucket, { grants: [grant(`${groups}/global/AllUsers`)] }) },
            "data: grants[0].uri",
        ),
        "by a grant beside it": reports(
            {
                acl: declare(S3BucketAcl, {
                    bucket: "data",
                    accessControlPolicy: {
                        owner: { id: "a1b2" },
                        grants: [
                            {
                                permission: "READ",
                                grantee: { type: "Group", uri: `${groups}/global/AuthenticatedUsers` },
                            },
                        ],
                    },
                }),
            },
            "acl: accessControlPolicy.grants[0].grantee.uri",
        ),
        "of an object": reports({ page: declare(S3BucketObject, { bucket: "data", acl: "public-read" }) }, "page: acl"),
        "a list that S3 ignores": reports(
            {
                ...data,
                ...barring("ignorePublicAcls"),
                acl: declare(S3BucketAcl, { bucket: ref("data.id"), acl: "public-read" }),
            },
            "acl: acl",
            "medium",
        ),
        "lists in use, in the strict profile": {
            given: {
                controls: declare(S3BucketOwnershipControls, {
                    bucket: "data",
                    rule: { objectOwnership: "ObjectWriter" },
                }),
            },
            options: { listsDisabled: true },
            reports: ["controls: rule.objectOwnership"],
        },
    },
    undecided: {
        "a policy that is not known yet": {
            given: { policy: declare(S3BucketPolicy, { bucket: "data", policy: unknown } as Example) },
            awaits: ["policy.policy"],
        },
        "a list that is not known yet": {
            given: {
                acl: declare(S3BucketAcl, { bucket: "data", acl: ref("data.acl") } as Example),
                data: declare(S3Bucket, { acl: computed } as Example),
            },
            awaits: ["acl.acl"],
        },
    },
});
