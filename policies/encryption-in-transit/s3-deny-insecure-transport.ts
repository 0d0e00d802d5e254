import { S3Bucket, S3BucketPolicy } from "../../model/aws";
import { bucketPolicies, openToPlainText, websiteBuckets } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, fsbp, json, ref } from "../../pack";

/** Reading, writing and deleting what is in the bucket, and listing it. */
const USES = [
    ...["s3:GetObject", "s3:PutObject", "s3:DeleteObject"].map((action) => ({ action, below: "/*" })),
    { action: "s3:ListBucket" },
];
/** Refusing plain HTTP would refuse all that its visitors ask for. */
const WEBSITE = {
    message: "allows plain HTTP, which is all that the website endpoint of a bucket knows",
    fix: "Serve the pages by aws.cloudfront.Distribution, with originAccessControlId, and take the website configuration away; then deny what comes without TLS.",
    severity: "medium",
} as const;
const tlsOnly = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [ref("orders.arn"), ref("orders.arn", "", "/*")],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

/**
 * An `Allow` that asks for TLS denies nothing: the account's own identities need no word of the bucket's policy. Nor does
 * `NumericLessThan` on `s3:TlsVersion`, for what comes without TLS has no version of it.
 */
export default defineStackRule({
    id: "s3-deny-insecure-transport",
    severity: "high",
    frameworks: [fsbp("S3.5"), cis("5.0", "2.1.1"), cis("7.0", "3.1.1"), cwe(319)],
    title: "Buckets refuse whatever comes without TLS.",
    why: "S3 also answers over plain HTTP, where whoever is on the way reads and changes objects, and sees what presigned addresses are signed with.",
    fix: 'Deny everybody s3:* on the bucket and on its objects, under Bool: { "aws:SecureTransport": "false" }.',
    sources: [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html",
    ],
    needs: [bucketPolicies, websiteBuckets],
    bad: { orders: declare(S3Bucket, { bucket: "orders" }) },
    good: {
        orders: declare(S3Bucket, { bucket: "orders" }),
        policy: declare(S3BucketPolicy, {
            bucket: ref("orders.bucket"),
            policy: json({ Version: "2012-10-17", Statement: [tlsOnly] }),
        }),
    },
    *check(stack) {
        const websites = websiteBuckets(stack);
        for (const hung of bucketPolicies(stack)) {
            const isWebsite = hung.holder !== undefined && websites.has(hung.holder);
            yield { ...hung, ...openToPlainText(hung, USES), ...(isWebsite && WEBSITE) };
        }
    },
});
