import { StateMachine } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "workflow-encrypted-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["workflow"],
    severity: "low",
    frameworks: [cwe(311), owasp(3)],
    title: "Workflows and their histories are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: 'Set encryptionConfiguration: { type: "CUSTOMER_MANAGED_KMS_KEY", kmsKeyId: key.arn }.',
    sources: ["https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html"],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: StateMachine,
    bad: {
        roleArn: "arn:aws:iam::111122223333:role/orders",
        definition: "{}",
    },
    good: {
        roleArn: "arn:aws:iam::111122223333:role/orders",
        definition: "{}",
        encryptionConfiguration: {
            type: "CUSTOMER_MANAGED_KMS_KEY",
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/orders",
        },
    },
});
