import { LogGroup } from "../../model/aws";
import { cwe, defineSettingRule, owasp } from "../../pack";

export default defineSettingRule({
    id: "log-group-cmk",
    profile: "strict",
    topic: "customerKey",
    of: ["log", "trail"],
    severity: "low",
    frameworks: [cwe(311), owasp(3)],
    title: "Logs, event data stores and traces are encrypted with a key of your own.",
    why: "Who may use a key of AWS's own nobody here decides: access to the data cannot be cut off by its policy, nor seen in the key's own trail.",
    fix: "Set it to key.arn, a key of your own whose policy lets in the service that writes here.",
    sources: [
        "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
        "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
    ],
    absent: "absent, so a key is used that AWS owns or manages",
    otherwise: "names a key of AWS, whose use the account does not decide on",
    example: LogGroup,
    bad: { name: "/orders" },
    good: { name: "/orders", kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/orders" },
});
