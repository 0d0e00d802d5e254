import { given, saysOtherThan, without } from "../given";
import { type OneOf, oneOf, perhaps, type Row, type ServiceNeeds, when } from "./need";

const OBJECT = { by: ["Bucket"], below: "/${Key}" } as const;
const GRANTS = ["GrantFullControl", "GrantRead", "GrantReadACP", "GrantWriteACP"];
const BUCKET_GRANTS = [...GRANTS, "GrantWrite"];

/** A version that is named has an action of its own. */
function versioned(plain: string, ofVersion: string): OneOf {
    return oneOf(when(without("VersionId"), plain, OBJECT), when(given("VersionId"), ofVersion, OBJECT));
}

const SOURCE = oneOf(
    { action: "s3:GetObject", by: ["CopySource"], when: () => undefined },
    { action: "s3:GetObjectVersion", by: ["CopySource"], when: () => undefined },
);

/** What a new object brings with it. An ACL of `private` is what it has anyway. */
const WITH_NEW_OBJECT: readonly Row[] = [
    { action: "s3:PutObject", ...OBJECT },
    when(given(...GRANTS), "s3:PutObjectAcl", OBJECT),
    when(saysOtherThan("ACL", /^private$/), "s3:PutObjectAcl", OBJECT),
    when(given("Tagging"), "s3:PutObjectTagging", OBJECT),
    when(given("ObjectLockMode", "ObjectLockRetainUntilDate"), "s3:PutObjectRetention", OBJECT),
    when(given("ObjectLockLegalHoldStatus"), "s3:PutObjectLegalHold", OBJECT),
];

/** What is there is compared. Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const ON_CONDITION = when((call) => given("IfMatch")(call) && undefined, "s3:GetObject", OBJECT);

/**
 * Amazon S3. A bucket that is a directory is asked otherwise (`s3express:CreateSession`).
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html and the operations' pages
 */
export const s3: ServiceNeeds = {
    types: { bucket: { by: ["Bucket"] }, object: OBJECT },
    operations: {
        // Objects
        GetObject: [versioned("s3:GetObject", "s3:GetObjectVersion"), perhaps("s3:ListBucket")],
        HeadObject: [versioned("s3:GetObject", "s3:GetObjectVersion"), perhaps("s3:ListBucket")],
        SelectObjectContent: ["s3:GetObject"],
        GetObjectAcl: [versioned("s3:GetObjectAcl", "s3:GetObjectVersionAcl")],
        PutObjectAcl: [versioned("s3:PutObjectAcl", "s3:PutObjectVersionAcl")],
        GetObjectTagging: [versioned("s3:GetObjectTagging", "s3:GetObjectVersionTagging")],
        PutObjectTagging: [versioned("s3:PutObjectTagging", "s3:PutObjectVersionTagging")],
        DeleteObjectTagging: [versioned("s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging")],
        GetObjectTorrent: [versioned("s3:GetObjectTorrent", "s3:GetObjectVersionTorrent")],
        GetObjectAttributes: [
            versioned("s3:GetObject", "s3:GetObjectVersion"),
            versioned("s3:GetObjectAttributes", "s3:GetObjectVersionAttributes"),
            perhaps("s3:ListBucket"),
        ],
        PutObject: [...WITH_NEW_OBJECT, ON_CONDITION],
        CopyObject: [
            SOURCE,
            ...WITH_NEW_OBJECT,
            perhaps("s3:GetObjectTagging", "s3:GetObjectVersionTagging", "s3:PutObjectTagging", "s3:ListBucket"),
        ],
        DeleteObject: [
            versioned("s3:DeleteObject", "s3:DeleteObjectVersion"),
            when(given("BypassGovernanceRetention"), "s3:BypassGovernanceRetention", OBJECT),
            ON_CONDITION,
        ],
        DeleteObjects: [
            oneOf(
                { action: "s3:DeleteObject", by: ["Bucket"], below: "/*", when: without("Delete.Objects[].VersionId") },
                {
                    action: "s3:DeleteObjectVersion",
                    by: ["Bucket"],
                    below: "/*",
                    when: given("Delete.Objects[].VersionId"),
                },
            ),
            when(given("BypassGovernanceRetention"), "s3:BypassGovernanceRetention", { by: ["Bucket"], below: "/*" }),
        ],
        PutObjectRetention: [
            "s3:PutObjectRetention",
            when(given("BypassGovernanceRetention"), "s3:BypassGovernanceRetention", OBJECT),
        ],
        WriteGetObjectResponse: ["s3-object-lambda:WriteGetObjectResponse"],
        // Uploads in parts
        CreateMultipartUpload: WITH_NEW_OBJECT,
        UploadPart: ["s3:PutObject"],
        UploadPartCopy: [SOURCE, "s3:PutObject", perhaps("s3:ListBucket")],
        CompleteMultipartUpload: ["s3:PutObject", ON_CONDITION],
        ListParts: ["s3:ListMultipartUploadParts"],
        ListMultipartUploads: ["s3:ListBucketMultipartUploads"],
        // Lists
        HeadBucket: ["s3:ListBucket"],
        ListObjects: ["s3:ListBucket"],
        ListObjectsV2: ["s3:ListBucket"],
        ListObjectVersions: ["s3:ListBucketVersions"],
        ListBuckets: ["s3:ListAllMyBuckets"],
        ListDirectoryBuckets: ["s3express:ListAllMyDirectoryBuckets"],
        CreateSession: ["s3express:CreateSession"],
        RenameObject: ["s3express:CreateSession"],
        // Settings of buckets
        CreateBucket: [
            "s3:CreateBucket",
            when(given("ACL", ...BUCKET_GRANTS), "s3:PutBucketAcl", { by: ["Bucket"] }),
            when(given("ObjectOwnership"), "s3:PutBucketOwnershipControls", { by: ["Bucket"] }),
            perhaps("s3:PutBucketObjectLockConfiguration", "s3:PutBucketVersioning", "s3:TagResource"),
        ],
        DeleteBucketAnalyticsConfiguration: ["s3:PutAnalyticsConfiguration"],
        GetBucketAnalyticsConfiguration: ["s3:GetAnalyticsConfiguration"],
        ListBucketAnalyticsConfigurations: ["s3:GetAnalyticsConfiguration"],
        PutBucketAnalyticsConfiguration: ["s3:PutAnalyticsConfiguration"],
        DeleteBucketCors: ["s3:PutBucketCORS"],
        DeleteBucketEncryption: ["s3:PutEncryptionConfiguration"],
        GetBucketEncryption: ["s3:GetEncryptionConfiguration"],
        PutBucketEncryption: ["s3:PutEncryptionConfiguration"],
        DeleteBucketIntelligentTieringConfiguration: ["s3:PutIntelligentTieringConfiguration"],
        GetBucketIntelligentTieringConfiguration: ["s3:GetIntelligentTieringConfiguration"],
        ListBucketIntelligentTieringConfigurations: ["s3:GetIntelligentTieringConfiguration"],
        PutBucketIntelligentTieringConfiguration: ["s3:PutIntelligentTieringConfiguration"],
        DeleteBucketInventoryConfiguration: ["s3:PutInventoryConfiguration"],
        GetBucketInventoryConfiguration: ["s3:GetInventoryConfiguration"],
        ListBucketInventoryConfigurations: ["s3:GetInventoryConfiguration"],
        PutBucketInventoryConfiguration: ["s3:PutInventoryConfiguration"],
        DeleteBucketLifecycle: ["s3:PutLifecycleConfiguration"],
        GetBucketLifecycle: ["s3:GetLifecycleConfiguration"],
        GetBucketLifecycleConfiguration: ["s3:GetLifecycleConfiguration"],
        PutBucketLifecycle: ["s3:PutLifecycleConfiguration"],
        PutBucketLifecycleConfiguration: ["s3:PutLifecycleConfiguration"],
        CreateBucketMetadataConfiguration: ["s3:CreateBucketMetadataTableConfiguration"],
        DeleteBucketMetadataConfiguration: ["s3:DeleteBucketMetadataTableConfiguration"],
        GetBucketMetadataConfiguration: ["s3:GetBucketMetadataTableConfiguration"],
        DeleteBucketMetricsConfiguration: ["s3:PutMetricsConfiguration"],
        GetBucketMetricsConfiguration: ["s3:GetMetricsConfiguration"],
        ListBucketMetricsConfigurations: ["s3:GetMetricsConfiguration"],
        PutBucketMetricsConfiguration: ["s3:PutMetricsConfiguration"],
        DeleteBucketOwnershipControls: ["s3:PutBucketOwnershipControls"],
        DeleteBucketReplication: ["s3:PutReplicationConfiguration"],
        GetBucketReplication: ["s3:GetReplicationConfiguration"],
        PutBucketReplication: ["s3:PutReplicationConfiguration", perhaps("iam:PassRole")],
        DeleteBucketTagging: ["s3:PutBucketTagging"],
        GetBucketAccelerateConfiguration: ["s3:GetAccelerateConfiguration"],
        PutBucketAccelerateConfiguration: ["s3:PutAccelerateConfiguration"],
        GetBucketNotificationConfiguration: ["s3:GetBucketNotification"],
        PutBucketNotificationConfiguration: ["s3:PutBucketNotification"],
        GetObjectLockConfiguration: ["s3:GetBucketObjectLockConfiguration"],
        PutObjectLockConfiguration: ["s3:PutBucketObjectLockConfiguration"],
        DeletePublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
        GetPublicAccessBlock: ["s3:GetBucketPublicAccessBlock"],
        PutPublicAccessBlock: ["s3:PutBucketPublicAccessBlock"],
    },
};
