import { DynamoDbTable } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "dynamodb-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["table"],
    severity: "medium",
    frameworks: [cwe(311), owasp(3)],
    title: "Tables and their replicas are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: "Set serverSideEncryption: { enabled: true, kmsKeyArn: key.arn }, and kmsKeyArn of each replica.",
    sources: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/EncryptionAtRest.html"],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: DynamoDbTable,
    bad: { name: "orders", hashKey: "id", serverSideEncryption: { enabled: true } },
    good: {
        name: "orders",
        hashKey: "id",
        serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/orders" },
    },
});
