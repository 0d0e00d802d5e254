import { SqsQueue } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "messaging-encrypted-at-rest",
    topic: "encryptedAtRest",
    of: ["queue", "topic", "bus", "pipe", "schedule"],
    severity: "medium",
    frameworks: [cwe(311), owasp(3)],
    title: "Queues are encrypted at rest.",
    why: "SQS encrypts every queue by itself; only who says so gets one whose messages lie on disks in plain text.",
    fix: "Leave it out, or name a key of your own: kmsMasterKeyId.",
    sources: [
        "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html",
        "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption.html",
    ],
    absent: "absent, so messages are not encrypted",
    otherwise: "false without a kmsMasterKeyId, so messages are stored in plain text",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key is used that AWS owns",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: "Set it to key.arn, a key of your own whose policy lets in the services that send here.",
    },
    example: SqsQueue,
    bad: { name: "orders", sqsManagedSseEnabled: false },
    good: { name: "orders" },
});
