import { KmsKey } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "kms-key-rotation",
    topic: "rotated",
    of: ["key"],
    severity: "medium",
    frameworks: [cwe(324), owasp(3)],
    title: "Keys for encryption rotate.",
    why: "The longer one key encrypts, the more is open once its material is known; AWS replaces the material and still reads what is old.",
    fix: "Set enableKeyRotation: true.",
    sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"],
    absent: "absent, so the key never rotates",
    otherwise: "false, so the key never rotates",
    example: KmsKey,
    bad: { description: "orders" },
    good: { description: "orders", enableKeyRotation: true },
});
