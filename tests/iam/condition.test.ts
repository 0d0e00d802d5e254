import assert from "node:assert/strict";
import { type Narrowing, narrowing, parsePolicy } from "../../model/iam";
import { Value } from "../../model/values";

const CASES: readonly (readonly [string, object, Narrowing])[] = [
    ["no condition", {}, "nothing"],
    [
        "the service through which a key is used",
        { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } },
        "resource",
    ],
    ["what was encrypted", { StringEquals: { "kms:EncryptionContext:tenant": "a" } }, "resource"],
    ["a key by its alias", { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/orders" } }, "resource"],
    ["a key by the alias of the request", { StringEquals: { "kms:RequestAlias": "alias/orders" } }, "resource"],
    ["the tags of a resource", { StringEquals: { "aws:ResourceTag/app": "orders" } }, "resource"],
    [
        "one secret",
        { ArnEquals: { "secretsmanager:SecretId": "arn:aws:secretsmanager:us-east-1:1:secret:a" } },
        "resource",
    ],
    ["whose key it is: one's own anyway", { StringEquals: { "kms:CallerAccount": "111122223333" } }, "nothing"],
    [
        "any alias, or none at all",
        { "ForAllValues:StringEquals": { "kms:ResourceAliases": "alias/orders" } },
        "nothing",
    ],
    ["what make a key is", { StringEquals: { "kms:KeySpec": "SYMMETRIC_DEFAULT" } }, "circumstances"],
    ["which version of a secret", { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } }, "circumstances"],
    ["whether folders are read to their end", { Bool: { "ssm:Recursive": "false" } }, "circumstances"],
    ["the caller's network", { StringEquals: { "aws:SourceVpce": "vpce-1" } }, "circumstances"],
];

describe("what conditions narrow", () => {
    for (const [name, Condition, expected] of CASES)
        it(`${name}: ${expected}`, () => {
            const { statements } = parsePolicy(new Value({ Statement: { Action: "*", Condition } }, "policy"));
            assert.equal(statements[0] && narrowing(statements[0]), expected);
        });
});
