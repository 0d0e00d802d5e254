import assert from "node:assert/strict";
import { cognitoTrust, isCognitoIdentity, parsePolicy, trustsCognito } from "../../model/iam";
import { Value } from "../../model/values";

const POOL = "us-gov-west-1:0aef1b4c-0000-4000-8000-000000000000";
const trusting = (issuer: string, keys = issuer) => {
    const Condition = {
        StringEquals: { [`${keys}:aud`]: POOL },
        "ForAnyValue:StringLike": { [`${keys}:amr`]: "authenticated" },
    };
    const Statement = {
        Effect: "Allow",
        Action: "sts:AssumeRoleWithWebIdentity",
        Principal: { Federated: issuer },
        Condition,
    };
    const [statement] = parsePolicy(new Value({ Version: "2012-10-17", Statement })).statements;
    assert.ok(statement);
    return statement;
};

describe("a statement that trusts Cognito's identity pools", () => {
    for (const issuer of [
        "cognito-identity.amazonaws.com",
        "cognito-identity-us-gov.amazonaws.com",
        "cognito-identity.cn-north-1.amazonaws.com.cn",
    ]) {
        it(`is read by the keys of its own partition's issuer: ${issuer}`, () => {
            assert.ok(isCognitoIdentity(issuer) && trustsCognito(trusting(issuer)));
            const { namesPool, pools, authenticated, unauthenticated } = cognitoTrust(trusting(issuer));
            assert.deepEqual([namesPool.is, pools, authenticated, unauthenticated], ["yes", [POOL], true, false]);
        });
    }
    it("is not held by the keys of another partition's", () => {
        const statement = trusting("cognito-identity-us-gov.amazonaws.com", "cognito-identity.amazonaws.com");
        assert.equal(cognitoTrust(statement).namesPool.is, "no");
    });
    it("is none that trusts a user pool", () => {
        assert.ok(
            !trustsCognito(trusting("arn:aws:iam::111122223333:oidc-provider/cognito-idp.eu-west-1.amazonaws.com/p")),
        );
    });
});
