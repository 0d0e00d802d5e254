import {
    KmsExternalKey,
    KmsGrant,
    KmsKey,
    KmsKeyPolicy,
    KmsReplicaExternalKey,
    KmsReplicaKey,
} from "../../../model/aws";
import { declare, type Example, policyOf, ref, unknown } from "../../../pack";
import rule from "../../../policies/encryption-at-rest/kms-key-policy-separation";
import { testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const keyId = `arn:aws:kms:eu-west-1:${OWN}:key/0a1b2c3d`;
const owner = { Principal: { AWS: `arn:aws:iam::${OWN}:root` }, Action: "kms:*", Resource: keyId };
const everyone = { Principal: { AWS: "*" }, Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*" };
const app = { ...everyone, Principal: { AWS: `arn:aws:iam::${OWN}:role/orders` } };
const administer = { ...app, Action: ["kms:Put*", "kms:ScheduleKeyDeletion"] };
const logs = { ...everyone, Principal: { Service: "logs.eu-west-1.amazonaws.com" } };
const groups = `arn:aws:logs:eu-west-1:${OWN}:log-group:*`;
const key = (...statements: readonly object[]) => ({
    data: declare(KmsKey, { policy: policyOf(owner, ...statements) }),
});
const policy = (document: unknown) => ({ policy: declare(KmsKeyPolicy, { keyId, policy: document } as Example) });
const grant = (granteePrincipal: string) => ({
    grant: declare(KmsGrant, { keyId, granteePrincipal, operations: ["Decrypt"] }),
});
const reports = (given: object, weighs: "critical" | "medium" | "low" = "critical", at = "data: policy") => ({
    given: given as never,
    reports: [at],
    weighs: [weighs] as const,
});

testRule(rule, {
    valid: {
        "a key without a policy": { data: declare(KmsKey, {}) },
        "AWS's own policy": key(),
        "users and administrators apart": key(app, {
            ...administer,
            Principal: { AWS: `arn:aws:iam::${OWN}:role/keys` },
        }),
        "log groups of the account": key({
            ...logs,
            Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
        }),
        "one organization": key({ ...everyone, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
        "grants for AWS's services": key({
            ...app,
            Action: "kms:CreateGrant",
            Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
        }),
        "a grant for a role of the account": grant(app.Principal.AWS),
        "a key with a policy": { given: key(), options: { everyKey: true } },
        "a key with a policy beside it": {
            given: {
                data: declare(KmsKey, {}),
                policy: declare(KmsKeyPolicy, { keyId: ref("data.id"), policy: policyOf(owner) }),
            },
            options: { everyKey: true },
        },
    },
    invalid: {
        everybody: reports(key(everyone)),
        "everybody, through a service": reports(
            key({ ...everyone, Condition: { StringEquals: { "kms:ViaService": "rds.eu-west-1.amazonaws.com" } } }),
        ),
        "callers of any account": reports(
            key({ ...everyone, Condition: { StringLike: { "kms:CallerAccount": "*" } } }),
        ),
        "a context that anybody writes": reports(
            key({ ...everyone, Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } } }),
        ),
        "log groups of anybody": reports(key(logs), "medium"),
        "another account": reports(key({ ...app, Principal: { AWS: "arn:aws:iam::444455556666:root" } }), "medium"),
        "a role that does both": reports(key({ ...app, Action: "kms:*" }), "medium"),
        "a role that does both, in two statements": reports(key(app, administer), "medium"),
        "beside the key": reports(policy(policyOf(owner, everyone)), "critical", "policy: policy"),
        "a replica": reports({ data: declare(KmsReplicaKey, { policy: policyOf(owner, everyone) } as Example) }),
        "a key with material from elsewhere": reports({
            data: declare(KmsExternalKey, { policy: policyOf(owner, everyone) }),
        }),
        "a replica of it": reports({
            data: declare(KmsReplicaExternalKey, { policy: policyOf(owner, everyone) } as Example),
        }),
        "a grant for another account's role": reports(
            grant("arn:aws:iam::444455556666:role/x"),
            "medium",
            "grant: granteePrincipal",
        ),
        "no policy, in the strict profile": {
            ...reports({ data: declare(KmsKey, {}) }, "low"),
            options: { everyKey: true },
        },
    },
    undecided: { "a policy that is not known yet": { given: policy(unknown), awaits: ["policy.policy"] } },
});
