import { RdsInstance } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "database-storage-encrypted",
    topic: "encryptedAtRest",
    of: ["database", "warehouse"],
    severity: "critical",
    frameworks: [cwe(311), owasp(3)],
    title: "Databases are encrypted at rest.",
    why: "Storage, snapshots and replicas of an unencrypted database are readable by whoever gets a copy, and it cannot be encrypted later without replacing it.",
    fix: "Set it to true (and kmsKeyId for a key of your own).",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html",
    ],
    absent: "absent, so the storage is not encrypted",
    otherwise: "false, so the storage is not encrypted",
    example: RdsInstance,
    bad: { instanceClass: "db.t4g.micro", engine: "postgres" },
    good: { instanceClass: "db.t4g.micro", engine: "postgres", storageEncrypted: true },
});
