import { RdsInstance } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "database-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["database", "warehouse", "snapshot", "replication", "secret"],
    severity: "low",
    frameworks: [cwe(311), owasp(3)],
    title: "Databases and secrets are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: "Set it to key.arn, a key of your own.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html",
    ],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: RdsInstance,
    bad: { instanceClass: "db.t4g.micro", storageEncrypted: true },
    good: {
        instanceClass: "db.t4g.micro",
        storageEncrypted: true,
        kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/orders",
    },
});
