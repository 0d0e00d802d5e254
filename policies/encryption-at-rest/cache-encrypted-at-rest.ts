import { ElastiCacheReplicationGroup } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "cache-encrypted-at-rest",
    topic: "encryptedAtRest",
    of: ["cache"],
    severity: "high",
    frameworks: [cwe(311), owasp(3)],
    title: "Caches are encrypted at rest.",
    why: "What a cache swaps to disk, and its backups, are readable by whoever gets a copy, and it cannot be encrypted later without replacing it.",
    fix: "Set it to true; the cache is replaced.",
    sources: [
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html",
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionAtRest.html",
    ],
    absent: "absent, so what the cache writes to disks is not encrypted",
    otherwise: "false, so what the cache writes to disks is not encrypted",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key is used that AWS owns or manages",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: "Set it to key.arn, a key of your own.",
    },
    example: ElastiCacheReplicationGroup,
    bad: { description: "orders", engine: "redis" },
    good: { description: "orders", engine: "redis", atRestEncryptionEnabled: true },
});
