import { AthenaWorkgroup } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "analytics-encrypted",
    topic: "encryptedAtRest",
    of: ["analytics", "artifacts", "build"],
    severity: "medium",
    frameworks: [cwe(311), owasp(3)],
    title: "What queries, jobs and builds store is encrypted.",
    why: "Catalogs, results, logs and artifacts tell as much as the data that they are made of, and are less guarded.",
    fix: "Set it to true.",
    sources: [
        "https://docs.aws.amazon.com/athena/latest/ug/encryption.html",
        "https://docs.aws.amazon.com/glue/latest/dg/encryption-at-rest.html",
        "https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html",
    ],
    absent: "absent, so what is stored is not encrypted",
    otherwise: "switched off, so what is stored is not encrypted",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key is used that AWS owns or manages",
        otherwise: "names a key of AWS, whose use the account does not decide on",
        fix: "Set it to key.arn, a key of your own.",
    },
    example: AthenaWorkgroup,
    bad: { name: "orders", configuration: { enforceWorkgroupConfiguration: false } },
    good: { name: "orders", configuration: { enforceWorkgroupConfiguration: true } },
});
