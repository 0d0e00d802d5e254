import { LambdaFunction } from "../../model/aws";
import { cwe, defineSettingRule, sas } from "../../pack";

export default defineSettingRule({
    id: "lambda-env-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["function"],
    severity: "medium",
    frameworks: [cwe(311), sas(7)],
    title: "Functions' variables, code and filters are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: "Set it to key.arn, a key of your own.",
    sources: [
        "https://docs.aws.amazon.com/lambda/latest/dg/security-encryption-at-rest.html",
        "https://docs.aws.amazon.com/lambda/latest/dg/encrypt-zip-package.html",
    ],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: LambdaFunction,
    bad: {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: { variables: { TABLE: "orders" } },
        sourceKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/orders",
    },
    good: {
        role: "arn:aws:iam::111122223333:role/orders",
        environment: { variables: { TABLE: "orders" } },
        kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/orders",
        sourceKmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/orders",
    },
});
