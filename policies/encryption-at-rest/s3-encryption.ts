import { S3BucketServerSideEncryptionConfiguration } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "s3-encryption",
    topic: "encryptedAtRest",
    of: ["bucket"],
    severity: "medium",
    frameworks: [cwe(311), owasp(3)],
    title: "No bucket undoes the encryption that S3 has by default.",
    why: "S3 encrypts every object by itself; what a bucket says beside that can only make it weaker, or put it under a key of your own.",
    fix: "Leave it out.",
    sources: [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html",
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html",
    ],
    absent: "absent, so objects are not encrypted",
    otherwise: "says otherwise, so objects are less protected than by default",
    strictly: {
        topic: "customerKey",
        absent: "absent, so objects are encrypted with a key that AWS owns or manages",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: 'Set it to key.arn, a key of your own (of a bucket with sseAlgorithm: "aws:kms" beside it).',
    },
    example: S3BucketServerSideEncryptionConfiguration,
    bad: { bucket: "orders", rules: [{ blockedEncryptionTypes: ["NONE"] }] },
    good: { bucket: "orders", rules: [{ blockedEncryptionTypes: ["SSE-C"] }] },
});
