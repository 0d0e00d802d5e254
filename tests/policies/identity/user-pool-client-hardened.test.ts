import { CognitoManagedUserPoolClient, CognitoUserPool, CognitoUserPoolClient, SsmParameter } from "../../../model/aws";
import { UNKNOWN } from "../../../model/values";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/user-pool-client-hardened";
import { testRule } from "../../support/rule-tester";

const good = { userPoolId: "eu-west-1_Ab12Cd34E", preventUserExistenceErrors: "ENABLED" };
const client = (inputs: object) => ({ web: declare(CognitoUserPoolClient, { ...good, ...inputs }) });
const adopted = (inputs: object) => ({
    web: declare(CognitoManagedUserPoolClient, { userPoolId: "eu-west-1_Ab12Cd34E", ...inputs }),
});
const reports = (inputs: object, ...at: readonly string[]) => ({
    given: client(inputs),
    reports: at.map((one) => `web: ${one}`),
});
const setting = declare(SsmParameter, { type: "String", value: unknown });
const later = (inputs: object, ...awaits: readonly string[]) => ({
    given: { setting, ...client(inputs) },
    awaits: awaits.map((one) => `web.${one}`),
});
const passwords = { explicitAuthFlows: ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] };
const ofPool = (pool: object) => ({
    people: declare(CognitoUserPool, pool),
    ...client({ userPoolId: ref("people.id"), ...passwords }),
});

testRule(rule, {
    valid: {
        "nothing said but that": client({}),
        "one machine's own addresses": client({
            callbackUrls: ["http://localhost:3000/a", "http://localhost", "http://127.0.0.1:8080", "http://[::1]/a"],
        }),
        "an app's own scheme": client({ callbackUrls: ["shop://signed-in", "com.example.shop:/signed-in"] }),
        "HTTPS, in capitals": client({ logoutUrls: ["HTTPS://SHOP.EXAMPLE.COM"] }),
        "HTTPS, of who knows whom": client({ callbackUrls: [`https://${UNKNOWN}/a`] }),
        "revocation as text": client({ enableTokenRevocation: "true" }),
        "lifetimes with units": client({
            accessTokenValidity: 60,
            idTokenValidity: "60",
            refreshTokenValidity: 43_200,
            tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "minutes" },
        }),
        "lifetimes without": client({ accessTokenValidity: 1, idTokenValidity: 8, refreshTokenValidity: 30 }),
        "Cognito's default": client({ refreshTokenValidity: 0 }),
        "a year, each of use once": client({ refreshTokenValidity: 365, refreshTokenRotation: { feature: "ENABLED" } }),
        "who the user is": client({ writeAttributes: ["email", "name", "custom:favorite_color", "custom:company"] }),
        "what another provider says": client({
            supportedIdentityProviders: ["Okta"],
            allowedOauthScopes: ["openid", "profile"],
            writeAttributes: ["custom:role"],
        }),
        "what an administrator writes": client({ writeAttributes: ["dev:custom:role"] }),
        "what apps may read": client({ readAttributes: ["custom:role"] }),
        "flows that are switched off": client({
            allowedOauthFlows: ["implicit"],
            allowedOauthFlowsUserPoolClient: false,
        }),
        "a server that signs users in": client({ explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"] }),
        "users who are moved over": ofPool({
            lambdaConfig: { userMigration: "arn:aws:lambda:eu-west-1:111122223333:function:move" },
        }),
        "a program with its secret": {
            web: declare(CognitoUserPoolClient, {
                userPoolId: "eu-west-1_Ab12Cd34E",
                allowedOauthFlows: ["client_credentials"],
                generateSecret: true,
            }),
        },
        "a client that a service made": adopted({}),
    },
    invalid: {
        "as text": reports(
            { allowedOauthFlows: ["implicit"], allowedOauthFlowsUserPoolClient: "true" },
            "allowedOauthFlows",
        ),
        "flows, and no word of OAuth": reports({ allowedOauthFlows: ["implicit"] }, "allowedOauthFlows"),
        "absent is LEGACY": reports({ preventUserExistenceErrors: undefined }, "preventUserExistenceErrors"),
        "said to be": reports({ preventUserExistenceErrors: "LEGACY" }, "preventUserExistenceErrors"),
        "no revocation": reports({ enableTokenRevocation: false }, "enableTokenRevocation"),
        "no revocation, as text": reports({ enableTokenRevocation: "false" }, "enableTokenRevocation"),
        "plain HTTP": reports({ callbackUrls: ["https://a.example.com", "http://shop.example.com"] }, "callbackUrls"),
        "plain HTTP at the end": reports({ logoutUrls: ["http://shop.example.com"] }, "logoutUrls"),
        "a name that begins as one's own": reports({ callbackUrls: ["http://localhost.example.com"] }, "callbackUrls"),
        "by default": reports({ defaultRedirectUri: "http://shop.example.com" }, "defaultRedirectUri"),
        "passwords as typed": reports(passwords, "explicitAuthFlows"),
        "passwords as typed, by their old name": reports(
            { explicitAuthFlows: ["USER_PASSWORD_AUTH"] },
            "explicitAuthFlows",
        ),
        "passwords as typed, to a server": {
            ...reports({ ...passwords, generateSecret: true }, "explicitAuthFlows"),
            weighs: ["low"],
        },
        "other triggers": {
            given: ofPool({ lambdaConfig: { preSignUp: "arn" } }),
            reports: ["web: explicitAuthFlows"],
        },
        "a program without a secret": reports({ allowedOauthFlows: ["client_credentials"] }, "generateSecret"),
        "sixty hours": reports({ accessTokenValidity: 60 }, "accessTokenValidity"),
        "a day": { ...reports({ idTokenValidity: 24 }, "idTokenValidity"), weighs: ["low"] },
        "a day in minutes": reports(
            { accessTokenValidity: 1440, tokenValidityUnits: { accessToken: "minutes" } },
            "accessTokenValidity",
        ),
        "the unit of another token": reports(
            { accessTokenValidity: 60, tokenValidityUnits: { idToken: "minutes" } },
            "accessTokenValidity",
        ),
        "ten years": { ...reports({ refreshTokenValidity: 3650 }, "refreshTokenValidity"), weighs: ["medium"] },
        "half a year": { ...reports({ refreshTokenValidity: 180 }, "refreshTokenValidity"), weighs: ["low"] },
        "ten years, each of use once": reports(
            { refreshTokenValidity: 3650, refreshTokenRotation: { feature: "ENABLED" } },
            "refreshTokenValidity",
        ),
        "a year, without rotation": reports(
            { refreshTokenValidity: 365, refreshTokenRotation: { feature: "DISABLED" } },
            "refreshTokenValidity",
        ),
        "what the team allows": {
            ...reports({ refreshTokenValidity: 30 }, "refreshTokenValidity"),
            options: { maxRefreshTokenDays: 7 },
        },
        "a role": reports({ writeAttributes: ["email", "custom:role"] }, "writeAttributes"),
        "what another provider says, and users change": reports(
            {
                supportedIdentityProviders: ["Okta"],
                allowedOauthScopes: ["openid", "aws.cognito.signin.user.admin"],
                writeAttributes: ["custom:role"],
            },
            "writeAttributes",
        ),
        "what own users change too": reports(
            {
                supportedIdentityProviders: ["Okta", "COGNITO"],
                allowedOauthScopes: ["openid"],
                writeAttributes: ["custom:role"],
            },
            "writeAttributes",
        ),
        "a flag": reports({ writeAttributes: ["custom:isAdmin"] }, "writeAttributes"),
        "whose data it is": reports({ writeAttributes: ["custom:tenant_id"] }, "writeAttributes"),
        "what a service made, as the program changes it": {
            given: adopted({ preventUserExistenceErrors: "LEGACY" }),
            reports: ["web: preventUserExistenceErrors"],
        },
    },
    undecided: {
        "which flows": later({ allowedOauthFlows: ["code", ref("setting.value")] }, "allowedOauthFlows[1]"),
        "where to": later({ callbackUrls: [ref("setting.value")] }, "callbackUrls[0]"),
        "where to, over plain HTTP": later({ callbackUrls: [ref("setting.value", "http://")] }, "callbackUrls[0]"),
        "in which unit": later(
            { accessTokenValidity: 60, tokenValidityUnits: { accessToken: ref("setting.value") } },
            "tokenValidityUnits.accessToken",
        ),
        "whether it tells": later({ preventUserExistenceErrors: ref("setting.value") }, "preventUserExistenceErrors"),
    },
});
