import { SecretsManagerSecret, SecretsManagerSecretPolicy } from "../../../model/aws";
import { declare, type Example, policyOf, unknown } from "../../../pack";
import rule from "../../../policies/secrets/secret-resource-policy-restricted";
import { testRule } from "../../support/rule-tester";

const OWN = "111122223333";
const secretArn = `arn:aws:secretsmanager:eu-west-1:${OWN}:secret:prod/db-AbCdEf`;
const read = { Action: "secretsmanager:GetSecretValue", Resource: "*" };
const everyone = { ...read, Principal: "*" };
const role = { ...read, Principal: { AWS: `arn:aws:iam::${OWN}:role/reader` } };
const service = { ...read, Principal: { Service: "appflow.amazonaws.com" } };
const policy = (document: unknown, inputs: object = {}) => ({
    policy: declare(SecretsManagerSecretPolicy, {
        secretArn,
        blockPublicPolicy: true,
        policy: document,
        ...inputs,
    } as Example),
});
const under = (...statements: readonly object[]) => policy(policyOf(...statements));
const reports = (given: object, weighs: "high" | "medium" | "low" = "high") => ({
    given: given as never,
    reports: ["policy: policy"],
    weighs: [weighs] as const,
});
const elsewhere = { StringNotEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } };

testRule(rule, {
    valid: {
        "one role": under(role),
        "one endpoint": under({
            ...everyone,
            Condition: { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d4e5f60718" } },
        }),
        "a denial alone": under({ ...everyone, Effect: "Deny", Condition: elsewhere }),
        "all who come elsewhere denied": under(everyone, { ...everyone, Effect: "Deny", Condition: elsewhere }),
        "a key in other letters": under({
            ...everyone,
            Condition: { StringEquals: { "AWS:principalorgid": "o-a1b2c3d4e5" } },
        }),
        "a service for the account": under({ ...service, Condition: { StringEquals: { "aws:SourceAccount": OWN } } }),
    },
    invalid: {
        everybody: reports(under(everyone)),
        "every endpoint": reports(under({ ...everyone, Condition: { StringLike: { "aws:SourceVpce": "vpce-*" } } })),
        "with a tag": reports(
            under({ ...everyone, Condition: { StringEquals: { "aws:PrincipalTag/team": "orders" } } }),
        ),
        "of the resource's account": reports(
            under({ ...everyone, Condition: { StringEquals: { "aws:ResourceAccount": OWN } } }),
        ),
        "a service for anybody": reports(under(service)),
        "another account": reports(under({ ...read, Principal: { AWS: "arn:aws:iam::444455556666:root" } }), "medium"),
        "its own policy": {
            given: { db: declare(SecretsManagerSecret, { policy: policyOf(everyone) }) },
            reports: ["db: policy"],
        },
        "public policies let through": {
            given: policy(policyOf(role), { blockPublicPolicy: "false" }),
            reports: ["policy: blockPublicPolicy"],
            weighs: ["low"],
        },
    },
    undecided: { "a policy that is not known yet": { given: policy(unknown), awaits: ["policy.policy"] } },
});
