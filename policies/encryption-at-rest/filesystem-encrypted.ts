import { EbsVolume } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "filesystem-encrypted",
    topic: "encryptedAtRest",
    of: ["fileSystem", "host", "volume"],
    severity: "high",
    frameworks: [cwe(311), owasp(3)],
    title: "File systems and volumes are encrypted at rest.",
    why: "Snapshots and copies of a disk that is not encrypted are readable by whoever gets one, and it cannot be encrypted later without replacing it.",
    fix: "Set it to true (and kmsKeyId for a key of your own).",
    sources: [
        "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
        "https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html",
    ],
    absent: "absent, so what is stored is not encrypted",
    otherwise: "false, so what is stored is not encrypted",
    strictly: {
        topic: "customerKey",
        absent: "absent, so a key that AWS manages is used",
        otherwise: "names a key that AWS manages",
        fix: "Set it to key.arn, a key of your own.",
    },
    example: EbsVolume,
    bad: { availabilityZone: "eu-central-1a", size: 8 },
    good: { availabilityZone: "eu-central-1a", size: 8, encrypted: true },
});
