import { BackupVault } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "backup-ecr-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["backup", "registry"],
    severity: "low",
    frameworks: [cwe(311), owasp(3)],
    title: "Backups and registries are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: "Set it to key.arn, a key of your own.",
    sources: [
        "https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html",
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/encryption-at-rest.html",
    ],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: BackupVault,
    bad: { name: "orders" },
    good: { name: "orders", kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/orders" },
});
