import assert from "node:assert/strict";
import {
    boundBy,
    type Federation,
    federationOf,
    isCallerBound,
    onKeys,
    onSecondFactor,
    tokenIssuer,
    trustOf,
} from "../../model/iam";
import { UNKNOWN, Value } from "../../model/values";

const ORG = "o-a1b2c3d4e5";
const trusting = (...statements: readonly object[]) =>
    trustOf(
        new Value(
            {
                Version: "2012-10-17",
                Statement: statements.map((one) => ({ Effect: "Allow", Action: "sts:AssumeRole", ...one })),
            },
            "assumeRolePolicy",
        ),
    );

describe("a trust policy", () => {
    it("admits whom its Allow statements name for an assuming action, in any case and by pattern", () => {
        for (const Action of ["sts:AssumeRole", "STS:assumerole", ["sts:TagSession", "sts:AssumeRole"], "sts:*", "*"])
            assert.deepEqual(
                trusting({ Action, Principal: { AWS: "111122223333" } }).admissions.map(({ principal, when }) => [
                    principal.kind,
                    when.is,
                ]),
                [["account", "yes"]],
            );
    });
    it("admits nobody by what only tags a session, and by what denies", () => {
        assert.deepEqual(trusting({ Action: "sts:TagSession", Principal: "*" }).admissions, []);
        assert.deepEqual(trusting({ Effect: "Deny", Principal: "*" }).admissions, []);
    });
    it("admits nobody by a call that such a principal cannot make", () => {
        const cases: readonly (readonly [string, object])[] = [
            ["sts:AssumeRoleWithWebIdentity", { AWS: "*" }],
            ["sts:AssumeRoleWithSAML", { Service: "lambda.amazonaws.com" }],
            ["sts:AssumeRole", { Federated: "accounts.google.com" }],
            ["sts:AssumeRoleWithWebIdentity", { Federated: "arn:aws:iam::111122223333:saml-provider/Staff" }],
        ];
        for (const [Action, Principal] of cases) assert.deepEqual(trusting({ Action, Principal }).admissions, []);
    });
    it("admits nobody under a condition that nobody meets", () => {
        const Condition = { DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } };
        const policy = new Value(
            { Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*", Condition }] },
            "assumeRolePolicy",
        );
        assert.equal(trustOf(policy, new Date("2026-11-27")).admissions.length, 0);
        assert.equal(trustOf(policy).admissions.length, 1);
    });
    it("admits by exception with NotPrincipal", () => {
        const trust = trusting({ NotPrincipal: { AWS: "arn:aws:iam::111122223333:user/eve" } });
        assert.deepEqual([trust.admissions.length, trust.byException.length], [0, 1]);
    });
    it("keeps what is not known yet", () => {
        assert.deepEqual(trustOf(new Value(UNKNOWN, "assumeRolePolicy")).unknown, ["assumeRolePolicy"]);
        const [admission] = trusting({ Effect: UNKNOWN, Principal: "*" }).admissions;
        assert.equal(admission?.when.is, "undecided");
    });
});

describe("whoever may come", () => {
    const bound = (...statements: readonly object[]) => {
        const trust = trusting({ Principal: "*" }, ...statements);
        const [admission] = trust.admissions;
        assert.ok(admission);
        return isCallerBound(trust, admission).is;
    };
    const denying = (Condition: object | undefined, more: object = {}) =>
        bound({ Effect: "Deny", Principal: "*", ...(Condition && { Condition }), ...more });

    it("is bound by a denial of all others", () => {
        assert.equal(denying({ StringNotEquals: { "aws:PrincipalOrgID": ORG } }), "yes");
        assert.equal(
            denying({ StringNotEqualsIfExists: { "aws:PrincipalOrgID": ORG } }, { Principal: { AWS: "*" } }),
            "yes",
        );
        assert.equal(denying({ ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }), "yes");
        assert.equal(denying(undefined, { Action: "sts:*" }), "yes");
    });
    it("is bound by a denial that leaves out the services of AWS, or several callers", () => {
        const PrincipalOrgID = { "aws:PrincipalOrgID": ORG };
        assert.equal(
            denying({ StringNotEquals: PrincipalOrgID, BoolIfExists: { "aws:PrincipalIsAWSService": "false" } }),
            "yes",
        );
        assert.equal(
            denying({
                StringNotEquals: PrincipalOrgID,
                ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/audit" },
            }),
            "yes",
        );
    });
    it("is bound to those whom a denial excepts", () => {
        const NotPrincipal = { AWS: "arn:aws:iam::111122223333:role/deploy" };
        assert.equal(bound({ Effect: "Deny", NotPrincipal }), "yes");
    });
    it("is not bound by a denial of some, under a further condition, of another action or of someone", () => {
        assert.equal(denying({ StringEquals: { "aws:PrincipalOrgID": ORG } }), "no");
        assert.equal(denying({ StringNotEquals: { "aws:PrincipalTag/team": "orders" } }), "no");
        assert.equal(
            denying({ StringNotEquals: { "aws:PrincipalOrgID": ORG }, Bool: { "aws:SecureTransport": "false" } }),
            "no",
        );
        assert.equal(denying({ StringNotEquals: { "aws:PrincipalOrgID": ORG } }, { Action: "sts:TagSession" }), "no");
        assert.equal(bound({ Effect: "Deny", Principal: { AWS: "111122223333" } }), "no");
        assert.equal(denying({ Bool: { "aws:PrincipalIsAWSService": "false" } }), "no");
    });
    it("is bound by keys that every signed request has, also where they need not be there", () => {
        const allowing = (Condition: object) => {
            const trust = trusting({ Principal: "*", Condition });
            const [admission] = trust.admissions;
            assert.ok(admission);
            return isCallerBound(trust, admission).is;
        };
        assert.equal(allowing({ StringEqualsIfExists: { "aws:PrincipalAccount": "111122223333" } }), "yes");
        assert.equal(allowing({ ArnLikeIfExists: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" } }), "yes");
        assert.equal(allowing({ StringEqualsIfExists: { "aws:PrincipalOrgID": ORG } }), "no");
        assert.equal(allowing({ IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" } }), "no");
    });
    it("is bound by a denial of the one call that it can make", () => {
        const trust = trusting({ Action: "sts:*", Principal: "*" }, { Effect: "Deny", Principal: "*" });
        const [admission] = trust.admissions;
        assert.ok(admission);
        assert.equal(isCallerBound(trust, admission).is, "yes");
    });
    it("is not bound by a denial that holds for the services of AWS alone", () => {
        const PrincipalOrgID = { "aws:PrincipalOrgID": ORG };
        for (const key of ["aws:PrincipalIsAWSService", "aws:ViaAWSService"])
            for (const operator of ["Bool", "BoolIfExists"]) {
                assert.equal(denying({ StringNotEquals: PrincipalOrgID, [operator]: { [key]: "true" } }), "no");
                assert.equal(denying({ StringNotEquals: PrincipalOrgID, [operator]: { [key]: "false" } }), "yes");
            }
    });
    it("is undecided where a denial's conditions are not known yet", () => {
        assert.equal(bound({ Effect: "Deny", Principal: "*", Condition: UNKNOWN }), "undecided");
    });
});

describe("a second factor", () => {
    const asked = (Condition: object | undefined, ...more: readonly object[]) => {
        const trust = trusting({ Principal: { AWS: "111122223333" }, ...(Condition && { Condition }) }, ...more);
        const [admission] = trust.admissions;
        assert.ok(admission);
        return boundBy(trust, admission, onSecondFactor).is;
    };
    const refused = (Condition: object) => asked(undefined, { Effect: "Deny", Principal: "*", Condition });
    it("is asked for by its presence or its age, or by a denial", () => {
        assert.equal(asked({ Bool: { "aws:MultiFactorAuthPresent": true } }), "yes");
        assert.equal(asked({ NumericLessThan: { "aws:MultiFactorAuthAge": 3600 } }), "yes");
        assert.equal(asked({ Null: { "aws:MultiFactorAuthAge": "false" } }), "yes");
        assert.equal(refused({ BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } }), "yes");
        assert.equal(refused({ Null: { "aws:MultiFactorAuthAge": "true" } }), "yes");
        assert.equal(refused({ NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": "3600" } }), "yes");
    });
    it("is not asked for where it may be missing", () => {
        assert.equal(asked({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } }), "no");
        assert.equal(asked({ Bool: { "aws:MultiFactorAuthPresent": "false" } }), "no");
        assert.equal(asked({ Null: { "aws:MultiFactorAuthPresent": "false" } }), "no");
        assert.equal(refused({ Bool: { "aws:MultiFactorAuthPresent": "false" } }), "no");
    });
    it("is one binding among others", () => {
        const trust = trusting({
            Principal: { AWS: "111122223333" },
            Condition: { StringEquals: { "sts:ExternalId": "x", "aws:PrincipalTag/team": "orders" } },
        });
        const [admission] = trust.admissions;
        assert.ok(admission);
        assert.equal(boundBy(trust, admission, onKeys("sts:externalid")).is, "yes");
        assert.equal(boundBy(trust, admission, onKeys("aws:principaltag/")).is, "yes");
        assert.equal(boundBy(trust, admission, onKeys("aws:principalorgid")).is, "no");
    });
});

describe("a federated principal", () => {
    const arnOf = (host: string) => `arn:aws:iam::111122223333:oidc-provider/${host}`;
    const federation = (
        Federated: string,
        Condition?: unknown,
        Action = "sts:AssumeRoleWithWebIdentity",
    ): Federation => {
        const trust = trusting({ Action, Principal: { Federated }, ...(Condition !== undefined && { Condition }) });
        const [admission] = trust.admissions;
        const found = admission && federationOf(trust, admission);
        assert.ok(found);
        return found;
    };
    const said = ({ anybody, owner }: Federation) =>
        anybody.is === "yes" ? "anybody" : owner.is === "yes" ? "owner" : anybody.is === "no" ? "one" : "undecided";
    const subject = (host: string, value: unknown, operator = "StringLike", claim = "sub") =>
        said(federation(arnOf(host), { [operator]: { [`${host}:${claim}`]: value } }));

    const GITHUB = "token.actions.githubusercontent.com";
    const EKS = "oidc.eks.eu-west-1.amazonaws.com/id/0A1B2C3D4E5F60718293A4B5C6D7E8F9";
    const cases: readonly (readonly [string, unknown, string])[] = [
        [GITHUB, "repo:example/orders:ref:refs/heads/main", "one"],
        [GITHUB, "repo:example/orders:*", "one"],
        [GITHUB, "repo:example/*", "owner"],
        [GITHUB, "repo:example/*:ref:refs/heads/main", "owner"],
        [GITHUB, "repo:example/orders*", "owner"],
        [GITHUB, ["repo:example/orders:*", "repo:example/*"], "owner"],
        [GITHUB, "repo:example*", "anybody"],
        [GITHUB, "repo:*", "anybody"],
        [GITHUB, "repo:*/orders:*", "anybody"],
        [GITHUB, "*", "anybody"],
        [GITHUB, ["repo:example/orders:*", "repo:*"], "anybody"],
        [GITHUB, "repo:example/orders", "one"],
        [GITHUB, "repo:example@42/orders@4711:ref:refs/heads/main", "one"],
        [GITHUB, "repository_owner_id:42:*", "owner"],
        [GITHUB, "repository_owner_id:42:repository_id:4711:*", "one"],
        [GITHUB, "environment:prod:repo:example/orders", "one"],
        [GITHUB, "*:repo:example/orders:*", "one"],
        [GITHUB, "*repo:example/orders:*", "anybody"],
        [GITHUB, "job_workflow_ref:example/shared/.github/workflows/deploy.yml@refs/heads/main", "one"],
        [GITHUB, "repo:*:ref:refs/heads/main", "anybody"],
        [GITHUB, "repo:*:environment:prod", "anybody"],
        [GITHUB, "repo:*/*:environment:prod", "anybody"],
        [GITHUB, "workflow:deploy:*", "anybody"],
        [GITHUB, "environment:prod:*", "anybody"],
        [GITHUB, "environment:prod", "anybody"],
        [GITHUB, "ref:refs/heads/main:*", "anybody"],
        [GITHUB, "actor:octocat:*", "anybody"],
        [GITHUB, "repo:example*/orders:*", "anybody"],
        [GITHUB, "repo:exampl?/orders:*", "anybody"],
        ["gitlab.com", "project_path:example/team/orders:*", "one"],
        ["gitlab.com", "project_path:example/team/*", "owner"],
        ["gitlab.com", "ref_type:branch:ref:main", "anybody"],
        ["app.terraform.io", "organization:*:project:shop:workspace:orders:run_phase:*", "anybody"],
        ["app.terraform.io", "*:workspace:orders:*", "anybody"],
        ["app.terraform.io", "workspace:orders:run_phase:apply", "anybody"],
        ["agent.buildkite.com", "organization:example:*", "owner"],
        ["agent.buildkite.com", "organization:exam*:pipeline:orders:*", "anybody"],
        ["agent.buildkite.com", "pipeline:orders:ref:refs/heads/main", "anybody"],
        ["api.pulumi.com/oidc", "pulumi:deploy:org:example:project:shop:stack:prod:operation:*", "one"],
        ["api.pulumi.com/oidc", "pulumi:environments:org:example:env:shop/prod", "one"],
        ["api.pulumi.com/oidc", "pulumi:deploy:org:example:*", "owner"],
        ["api.pulumi.com/oidc", "pulumi:deploy:org:*:project:shop:stack:prod:*", "anybody"],
        ["api.pulumi.com/oidc", "pulumi:deploy:*", "anybody"],
        ["oidc.vercel.com", "owner:example:project:shop:environment:production", "one"],
        ["oidc.vercel.com", "owner:*:project:shop:environment:production", "anybody"],
        ["scalr.io", "account:example:environment:prod:workspace:*", "owner"],
        ["oidc.circleci.com/org/3fa85f64-5717-4562-b3fc-2c963f66afa6", "org/3fa85f64/project/0c2a/user/*", "one"],
        ["oidc.circleci.com/org/3fa85f64-5717-4562-b3fc-2c963f66afa6", "org/3fa85f64/project/*", "owner"],
        ["example.app.spacelift.io", "space:prod:stack:orders:run_type:*:scope:*", "one"],
        ["example.app.spacelift.io", "space:*", "owner"],
        ["api.bitbucket.org/2.0/workspaces/example/pipelines-config/identity/oidc", "*:{an-environment}:*", "owner"],
        ["accounts.google.com", "1148*", "anybody"],
        ["accounts.google.com", "114800000000000000000", "one"],
        [GITHUB, "repository_owner:example*", "anybody"],
        [GITHUB, UNKNOWN, "one"],
        ["gitlab.com", "project_path:example/orders:ref_type:branch:ref:main", "one"],
        ["gitlab.com", "project_path:example/*:ref_type:branch:ref:main", "owner"],
        ["gitlab.com", "project_path:*:ref_type:branch:ref:main", "anybody"],
        ["gitlab.com", "project_path:example*", "anybody"],
        ["app.terraform.io", "organization:example:project:shop:workspace:orders:run_phase:*", "one"],
        ["app.terraform.io", "organization:example:workspace:orders:run_phase:*", "one"],
        ["app.terraform.io", "organization:example:*", "owner"],
        ["app.terraform.io", "organization:example*", "anybody"],
        ["agent.buildkite.com", "organization:example:pipeline:orders:*", "one"],
        ["agent.buildkite.com", "*:pipeline:orders:*", "anybody"],
        [EKS, "system:serviceaccount:orders:worker", "one"],
        [EKS, "system:serviceaccount:orders:*", "owner"],
        [EKS, "system:serviceaccount:*:worker", "anybody"],
        [EKS, "system:*", "anybody"],
        ["api.bitbucket.org/2.0/workspaces/example/pipelines-config/identity/oidc", "{a-repository}:*", "one"],
        ["login.example.com", "client-1", "one"],
    ];
    for (const [host, value, expected] of cases)
        it(`${tokenIssuer(host).name} with ${String(value)} lets in ${expected}`, () => {
            assert.equal(subject(host.toLowerCase(), value), expected);
        });
    it("reads a star as a character where the operator does: no repository is called so", () => {
        const trust = trusting({
            Action: "sts:AssumeRoleWithWebIdentity",
            Principal: { Federated: `arn:aws:iam::111122223333:oidc-provider/${GITHUB}` },
            Condition: { StringEquals: { [`${GITHUB}:sub`]: "repo:example/*" } },
        });
        assert.deepEqual(trust.admissions, []);
    });
    it("always has its claims, so that they cannot be missing", () => {
        assert.equal(subject(GITHUB, "repo:example/orders:*", "StringLikeIfExists"), "one");
        assert.equal(subject(GITHUB, "repo:example/orders:*", "ForAllValues:StringLike"), "one");
        assert.equal(subject(GITHUB, "repo:example/orders:*", "StringNotLike"), "anybody");
    });
    it("is not told by a claim that many share", () => {
        assert.equal(subject(GITHUB, "sts.amazonaws.com", "StringEquals", "aud"), "anybody");
        assert.equal(subject(EKS.toLowerCase(), "sts.amazonaws.com", "StringEquals", "aud"), "anybody");
        assert.equal(subject("login.example.com", "client-1", "StringEquals", "aud"), "one");
        assert.equal(subject(GITHUB, "example/orders", "StringEquals", "repository"), "one");
        assert.equal(subject(GITHUB, "example/*", "StringLike", "repository"), "owner");
        assert.equal(subject(GITHUB, "example*", "StringLike", "repository"), "anybody");
        assert.equal(subject(GITHUB, "example", "StringEquals", "repository_owner"), "owner");
        assert.equal(subject(GITHUB, "exam*", "StringLike", "repository_owner"), "anybody");
        assert.equal(subject("agent.buildkite.com", "example", "StringEquals", "organization_slug"), "owner");
        assert.equal(subject("api.pulumi.com/oidc", "example", "StringEquals", "aud"), "owner");
        assert.equal(subject("oidc.circleci.com/org/3fa85f64", "3fa85f64", "StringEquals", "aud"), "owner");
        assert.equal(
            subject(GITHUB, "example/shared/.github/workflows/deploy.yml@*", "StringLike", "job_workflow_ref"),
            "one",
        );
    });
    it("is told by the stricter of two conditions", () => {
        const both = {
            StringLike: { [`${GITHUB}:sub`]: "repo:example/*" },
            StringEquals: { [`${GITHUB}:repository`]: "example/orders" },
        };
        assert.equal(said(federation(arnOf(GITHUB), both)), "one");
    });
    it("of a web identity is told by the application", () => {
        const google = { StringEquals: { "accounts.google.com:aud": "66677788899" } };
        assert.equal(said(federation("accounts.google.com", google)), "one");
        assert.equal(said(federation("accounts.google.com")), "anybody");
        assert.equal(
            said(federation("graph.facebook.com", { StringEquals: { "graph.facebook.com:app_id": "1" } })),
            "one",
        );
        assert.equal(federation("www.amazon.com").wanted, "www.amazon.com:app_id");
    });
    it("of SAML is told by any of the assertion's claims", () => {
        const provider = "arn:aws:iam::111122223333:saml-provider/Staff";
        const Condition = { StringEquals: { "SAML:aud": "https://signin.aws.amazon.com/saml" } };
        const saml = federation(provider, Condition, "sts:AssumeRoleWithSAML");
        assert.deepEqual([saml.kind, said(saml)], ["saml", "one"]);
        assert.equal(said(federation(provider, undefined, "sts:AssumeRoleWithSAML")), "anybody");
    });
    it("that is not known yet is the one whose claims are asked for", () => {
        const Condition = { StringLike: { [`${GITHUB}:sub`]: "repo:*" } };
        assert.equal(federation(UNKNOWN, Condition).issuer?.name, "GitHub Actions");
        assert.equal(said(federation(UNKNOWN, Condition)), "anybody");
        assert.equal(said(federation(UNKNOWN, { StringEquals: { "login.example.com:aud": "client-1" } })), "one");
        assert.equal(federation(UNKNOWN, { StringEquals: { "SAML:aud": "x" } }).kind, "saml");
        assert.equal(said(federation(UNKNOWN)), "anybody");
    });
    it("waits for conditions that are not known yet", () => {
        assert.equal(said(federation(arnOf(GITHUB), UNKNOWN)), "undecided");
        assert.equal(said(federation(arnOf(GITHUB), { StringLike: UNKNOWN })), "undecided");
    });
    it("may be Cognito's identity pools, in every partition", () => {
        for (const host of [
            "cognito-identity.amazonaws.com",
            "cognito-identity-us-gov.amazonaws.com",
            "cognito-identity.cn-north-1.amazonaws.com.cn",
        ])
            assert.equal(federation(host).kind, "cognito-identity");
    });
});
