import {
    BackupVaultPolicy,
    KmsKey,
    S3BucketPolicy,
    SecretsManagerSecretPolicy,
    SqsQueue,
    SqsQueuePolicy,
} from "../../../model/aws";
import { declare, type Example, json, unknown } from "../../../pack";
import rule from "../../../policies/resilience/resource-policy-no-lockout";
import { testRule } from "../../support/rule-tester";

const Resource = ["arn:aws:s3:::data", "arn:aws:s3:::data/*"];
const deny = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource };
const document = (...Statement: readonly object[]) => json({ Version: "2012-10-17", Statement });
const bucket = (statement: object) => ({
    policy: declare(S3BucketPolicy, { bucket: "data", policy: document({ ...deny, ...statement }) }),
});
const ofQueue = document({ ...deny, Principal: { AWS: "*" }, Action: "SQS:*", Resource: "*" });
const reports = (given: object) => ({ given: given as never, reports: ["policy: policy"] });
const key = (inputs: object) => ({ data: declare(KmsKey, inputs as Example) });

testRule(rule, {
    valid: {
        "plain connections": bucket({ Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        "whoever comes elsewhere": bucket({ Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" } } }),
        "one action": bucket({ Action: "s3:DeleteObject" }),
        "objects alone": bucket({ Resource: "arn:aws:s3:::data/*" }),
        "all but one role": bucket({
            Principal: undefined,
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:role/admin" },
        }),
        "all but a change of policy": bucket({
            Action: undefined,
            NotAction: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
        }),
        "one account": bucket({ Principal: { AWS: "444455556666" } }),
        "a policy that is not known yet": {
            policy: declare(S3BucketPolicy, { bucket: "data", policy: unknown } as Example),
        },
        "AWS's check on": key({ bypassPolicyLockoutSafetyCheck: false }),
        "nobody deletes recovery points": {
            policy: declare(BackupVaultPolicy, {
                backupVaultName: "main",
                policy: document({ ...deny, Action: "backup:DeleteRecoveryPoint", Resource: "*" }),
            }),
        },
    },
    invalid: {
        "everything of the service": reports(bucket({})),
        everything: reports(bucket({ Action: "*", Resource: "*" })),
        "everything but reading": reports(bucket({ Action: undefined, NotAction: "s3:GetObject" })),
        "all but root": reports(
            bucket({ Condition: { StringNotEquals: { "aws:PrincipalArn": "arn:aws:iam::111122223333:root" } } }),
        ),
        "whoever comes with TLS": reports(bucket({ Condition: { Bool: { "aws:SecureTransport": "true" } } })),
        "a queue": reports({ policy: declare(SqsQueuePolicy, { queueUrl: "https://sqs.example", policy: ofQueue }) }),
        "a queue's own": { given: { jobs: declare(SqsQueue, { policy: ofQueue }) }, reports: ["jobs: policy"] },
        "a secret": reports({
            policy: declare(SecretsManagerSecretPolicy, {
                secretArn: "arn",
                policy: document({ ...deny, Action: "secretsmanager:*", Resource: "*" }),
            }),
        }),
        "AWS's check off": {
            given: key({ bypassPolicyLockoutSafetyCheck: "true" }),
            reports: ["data: bypassPolicyLockoutSafetyCheck"],
        },
    },
});
