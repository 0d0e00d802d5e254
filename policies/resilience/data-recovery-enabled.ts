import { S3Bucket } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

export default defineSettingRule({
    id: "data-recovery-enabled",
    topic: "recoverable",
    of: ["bucket", "cache", "database", "fileSystem", "snapshot", "table", "warehouse"],
    production: true,
    severity: "medium",
    frameworks: [cwe(404), sas(11)],
    title: "Data in production can be brought back.",
    why: "What a faulty deployment, a mistake or an intruder deletes or overwrites is lost for good without versions or backups.",
    fix: "Set it to true.",
    sources: [
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html",
        "https://docs.aws.amazon.com/prescriptive-guidance/latest/backup-recovery/welcome.html",
    ],
    absent: "absent, so what is deleted or overwritten here is lost",
    otherwise: "switched off, so what is deleted or overwritten here is lost",
    exampleStack: "prod",
    example: S3Bucket,
    bad: { bucket: "orders" },
    good: { bucket: "orders", versioning: { enabled: true } },
});
