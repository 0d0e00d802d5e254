import { KinesisStream } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "stream-encrypted-at-rest",
    topic: "encryptedAtRest",
    of: ["stream", "broker"],
    severity: "high",
    frameworks: [cwe(311), owasp(3)],
    title: "Streams are encrypted at rest.",
    why: "Records lie on disks for as long as the stream keeps them, in plain text unless it encrypts them.",
    fix: "Set it to true.",
    sources: [
        "https://docs.aws.amazon.com/streams/latest/dev/server-side-encryption.html",
        "https://docs.aws.amazon.com/firehose/latest/dev/encryption.html",
        "https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html",
    ],
    absent: "absent, so records are stored in plain text",
    otherwise: "false, so records are stored in plain text",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key is used that AWS owns or manages",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: "Set it to key.arn, a key of your own.",
    },
    example: KinesisStream,
    bad: { shardCount: 1 },
    good: { shardCount: 1, encryptionType: "KMS", kmsKeyId: "alias/aws/kinesis" },
});
