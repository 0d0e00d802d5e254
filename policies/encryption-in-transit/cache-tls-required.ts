import { ElastiCacheReplicationGroup } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "cache-tls-required",
    topic: "encryptedInTransit",
    of: ["cache"],
    severity: "high",
    frameworks: [cwe(319), cwe(306), owasp(3)],
    title: "Caches speak TLS, and ask who is there.",
    why: "Sessions, tokens and records pass between functions and the cache; whoever is on the way reads plain text, and whoever reaches a cache that asks nobody reads and writes all that it holds.",
    fix: "Set it to true.",
    sources: [
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html",
        "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html",
        "https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html",
        "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html",
    ],
    absent: "absent, so what passes between clients and the cache is plain text",
    otherwise: "switched off, so what passes between clients and the cache is plain text",
    also: {
        topic: "authenticated",
        severity: "medium",
        absent: "absent, and no token is given either: whoever reaches the cache reads and writes all of it",
        otherwise: "asks for no password, so whoever reaches the cache reads and writes what this allows",
        fix: "Let users sign in.",
    },
    example: ElastiCacheReplicationGroup,
    bad: { description: "sessions", engine: "redis" },
    good: { description: "sessions", engine: "redis", transitEncryptionEnabled: true, userGroupIds: ["sessions"] },
});
