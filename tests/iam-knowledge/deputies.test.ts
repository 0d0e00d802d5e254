import assert from "node:assert/strict";
import { deputyAdvice, isCognitoIdentity, tokenIssuer } from "../../model/iam";

describe("services that act for whoever set them up", () => {
    it("are told on a page of AWS's to say for whom", () => {
        for (const service of [
            "scheduler",
            "events",
            "pipes",
            "states",
            "firehose",
            "logs",
            "bedrock",
            "vpc-flow-logs",
        ])
            assert.match(deputyAdvice(service) ?? "", /^https:\/\/docs\.aws\.amazon\.com\/\S+\.html$/);
    });
    it("are none of those that run one's own code", () => {
        for (const service of ["lambda", "edgelambda", "ec2", "ecs-tasks", "codebuild", "constructor"])
            assert.equal(deputyAdvice(service), undefined);
    });
});

describe("issuers of tokens", () => {
    it("that many share are told by the claim that names their customer", () => {
        for (const [host, claim] of [
            ["token.actions.githubusercontent.com", "sub"],
            ["gitlab.com", "sub"],
            ["app.terraform.io", "sub"],
            ["accounts.google.com", "aud"],
            ["graph.facebook.com", "app_id"],
        ] as const) {
            const issuer = tokenIssuer(host);
            assert.deepEqual([issuer.shared, issuer.claims[0]], [true, claim], host);
        }
    });
    it("of one's own take any claim, but for a cluster, whose service accounts share one audience", () => {
        assert.deepEqual(tokenIssuer("login.example.com").claims, []);
        assert.deepEqual(tokenIssuer("gitlab.example.com").claims, []);
        assert.deepEqual(tokenIssuer("oidc.eks.cn-north-1.amazonaws.com.cn/id/0a1b").claims, ["sub"]);
        assert.ok(!isCognitoIdentity("cognito-idp.eu-west-1.amazonaws.com/eu-west-1_a1b2c3"));
    });
});
