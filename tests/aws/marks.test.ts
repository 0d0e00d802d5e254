import assert from "node:assert/strict";
import { alwaysMarked } from "../../model/aws";

describe("the marks that constructors make", () => {
    const cases: Readonly<Record<string, readonly string[]>> = {
        "aws:ssm/parameter:Parameter": ["value", "valueWo"],
        "aws:secretsmanager/secretVersion:SecretVersion": ["secretBinary", "secretString", "secretStringWo"],
        "aws:iam/accessKey:AccessKey": ["secret", "sesSmtpPasswordV4"],
        "aws:lambda/function:Function": [],
        "aws-native:ssm:Parameter": [],
        "random:index/randomPassword:RandomPassword": [],
    };
    for (const [type, properties] of Object.entries(cases))
        it(`of ${type} are ${properties.join(", ") || "none"}`, () => assert.deepEqual(alwaysMarked(type), properties));
});
