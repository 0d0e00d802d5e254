import { IamRole, IamUser, LambdaFunction, PermissionSet, SsmActivation } from "../../../model/aws";
import { declare, type Example, ref, trusts, unknown } from "../../../pack";
import rule from "../../../policies/human-access/human-role-session-bounded";
import { testRule } from "../../support/rule-tester";

const account = "arn:aws:iam::111122223333";
const set = (more: object) => ({
    set: declare(PermissionSet, {
        name: "operators",
        instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
        ...more,
    } as Example),
});
const role = (Principal: unknown, more: object = {}, Action = "sts:AssumeRole", inputs: object = {}) => ({
    role: declare(IamRole, {
        assumeRolePolicy: { Statement: [{ Effect: "Allow", Action, Principal, ...more }] },
        ...inputs,
    } as Example),
});
const okta = { Federated: `${account}:saml-provider/okta` };
const saml = (maxSessionDuration: unknown) => role(okta, {}, "sts:AssumeRoleWithSAML", { maxSessionDuration });
const root = { AWS: `${account}:root` };
const when = (Condition: object) => ({ Condition });
const trust = ["role: assumeRolePolicy.Statement[0]"];

const today = "2026-11-28";
const activation = (more: object = {}) => ({
    given: { factory: declare(SsmActivation, { iamRole: "factory", ...more } as Example) },
    today,
});

testRule(rule, {
    valid: {
        "an activation for a day, as AWS has it": activation(),
        "an activation for a few days": activation({ expirationDate: "2026-12-01T00:00:00Z", registrationLimit: 100 }),
        "an activation that has ended": activation({ expirationDate: "2020-01-01T00:00:00Z" }),
        "an activation for as long as the team allows": {
            ...activation({ expirationDate: "2026-12-20T00:00:00Z" }),
            options: { maxActivationDays: 30 },
        },
        "trust that has ended": {
            given: role(root, when({ DateLessThan: { "aws:CurrentTime": "2020-01-01T00:00:00Z" } })),
            today,
        },
        "sessions of Identity Center alone": role(
            root,
            when({
                ArnLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/*" },
            }),
        ),
        "sessions of other roles alone": role(root, when({ StringEquals: { "aws:PrincipalType": "AssumedRole" } })),
        "sessions of one other role": role(root, when({ StringLike: { "aws:userid": "AROAEXAMPLEROLEID2345:*" } })),
        "nobody at all, by a denial": {
            role: declare(IamRole, {
                assumeRolePolicy: {
                    Statement: [
                        { Effect: "Allow", Action: "sts:AssumeRole", Principal: root },
                        { Effect: "Deny", Action: "sts:*", Principal: "*" },
                    ],
                },
                maxSessionDuration: 43200,
            } as Example),
        },
        "nobody without a second factor, by a denial": {
            role: declare(IamRole, {
                assumeRolePolicy: {
                    Statement: [
                        { Effect: "Allow", Action: "sts:AssumeRole", Principal: root },
                        {
                            Effect: "Deny",
                            Action: "sts:AssumeRole",
                            Principal: { AWS: "*" },
                            Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
                        },
                    ],
                },
            } as Example),
        },
        "nobody without a recent second factor, by a denial": {
            role: declare(IamRole, {
                assumeRolePolicy: {
                    Statement: [
                        { Effect: "Allow", Action: "sts:AssumeRole", Principal: root },
                        {
                            Effect: "Deny",
                            Action: "sts:AssumeRole",
                            Principal: root,
                            Condition: { NumericGreaterThanIfExists: { "aws:MultiFactorAuthAge": 3600 } },
                        },
                    ],
                },
            } as Example),
        },
        "nothing said": set({}),
        "sixty minutes": set({ sessionDuration: "PT60M" }),
        "of what the team allows": { given: set({ sessionDuration: "PT8H" }), options: { maxMinutes: 480 } },
        "no duration": set({ sessionDuration: "an hour" }),
        "a page of the console": set({
            relayState: "https://eu-west-1.console.aws.amazon.com/cloudwatch/home#dashboards:",
        }),
        "a page of the console in China": set({ relayState: "https://console.amazonaws.cn/s3" }),
        "a SAML role, whose provider asks for the second factor": saml(3600),
        "a program's long session": {
            role: declare(IamRole, { assumeRolePolicy: trusts("lambda"), maxSessionDuration: 43_200 }),
        },
        "a pipeline's long session": role(
            { Federated: `${account}:oidc-provider/token.actions.githubusercontent.com` },
            {},
            "sts:AssumeRoleWithWebIdentity",
            { maxSessionDuration: 43_200 },
        ),
        "a second factor": role(root, when({ Bool: { "aws:MultiFactorAuthPresent": "true" } })),
        "a second factor, as a boolean": role(root, when({ Bool: { "aws:MultiFactorAuthPresent": true } })),
        "a recent second factor": role(root, when({ NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } })),
        "a second factor at some time": role(root, when({ Null: { "aws:MultiFactorAuthAge": "false" } })),
        "another company's programs": role(
            { AWS: "arn:aws:iam::444455556666:root" },
            when({ StringEquals: { "sts:ExternalId": "a1b2c3" } }),
        ),
        "one role by its name": role({ AWS: `${account}:role/deploy` }),
        "a function's role": {
            ...role({ AWS: [`${account}:root`], Service: "lambda.amazonaws.com" }),
            orders: declare(LambdaFunction, { role: ref("role.arn") }),
        },
    },
    invalid: {
        "an activation for years": {
            ...activation({ expirationDate: "2099-01-01T00:00:00Z" }),
            reports: ["factory: expirationDate"],
            weighs: ["low"],
        },
        "an activation for a month, and a hundred machines": {
            ...activation({ expirationDate: "2026-12-25T00:00:00+01:00", registrationLimit: "100" }),
            reports: ["factory: expirationDate"],
            weighs: ["medium"],
        },
        "everybody of an account, until a day that is near": {
            given: role(root, when({ DateLessThan: { "aws:CurrentTime": "2026-12-05T00:00:00Z" } })),
            today,
            reports: trust,
            weighs: ["low"],
        },
        "everybody of an account, until a day that is far": {
            given: role(root, when({ DateLessThan: { "aws:CurrentTime": "2099-01-01T00:00:00Z" } })),
            today,
            reports: trust,
            weighs: ["medium"],
        },
        "users of an account": {
            given: role(root, when({ StringEquals: { "aws:PrincipalType": "User" } })),
            reports: trust,
        },
        "by a tag that anyone gives himself": {
            given: role(root, when({ StringEquals: { "aws:PrincipalTag/team": "orders" } })),
            reports: trust,
        },
        "an age that may be missing": {
            given: role(root, when({ NumericLessThanIfExists: { "aws:MultiFactorAuthAge": "3600" } })),
            reports: trust,
        },
        "a key that temporary credentials have anyway": {
            given: role(root, when({ Null: { "aws:MultiFactorAuthPresent": "false" } })),
            reports: trust,
        },
        "access keys, by a denial that they escape": {
            given: {
                role: declare(IamRole, {
                    assumeRolePolicy: {
                        Statement: [
                            { Effect: "Allow", Action: "sts:AssumeRole", Principal: root },
                            {
                                Effect: "Deny",
                                Action: "sts:AssumeRole",
                                Principal: { AWS: "*" },
                                Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } },
                            },
                        ],
                    },
                } as Example),
            },
            reports: trust,
        },
        "twelve hours": {
            given: set({ sessionDuration: "PT12H" }),
            reports: ["set: sessionDuration"],
            weighs: ["low"],
        },
        "in minutes": { given: set({ sessionDuration: "PT720M" }), reports: ["set: sessionDuration"] },
        "a minute more than an hour": { given: set({ sessionDuration: "PT1H1M" }), reports: ["set: sessionDuration"] },
        "a page of somebody else's": {
            given: set({ relayState: "https://console.aws.amazon.com.example.org/" }),
            reports: ["set: relayState"],
        },
        "a SAML role's": { given: saml(43_200), reports: ["role: maxSessionDuration"] },
        "as text": { given: saml("7200"), reports: ["role: maxSessionDuration"] },
        "everybody of an account": { given: role(root), reports: trust, weighs: ["medium"] },
        "a user": { given: role({ AWS: `${account}:user/clara` }), reports: trust },
        "a second factor only where there is one to ask for": {
            given: role(root, when({ BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } })),
            reports: trust,
        },
        "no second factor": {
            given: role(root, when({ Bool: { "aws:MultiFactorAuthPresent": "false" } })),
            reports: trust,
        },
    },
    undecided: {
        "a duration that is not known": { given: set({ sessionDuration: unknown }), awaits: ["set.sessionDuration"] },
        "conditions that are not known": {
            given: role(root, when(unknown as never)),
            awaits: ["role.assumeRolePolicy.Statement[0].Condition"],
        },
        "whose session it is": {
            given: {
                role: declare(IamRole, { assumeRolePolicy: unknown, maxSessionDuration: 43_200 } as Example),
                clara: declare(IamUser, {}),
            },
            awaits: ["role.assumeRolePolicy"],
        },
    },
});
