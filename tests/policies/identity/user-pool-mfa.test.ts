import { CognitoManagedUserPoolClient, CognitoUserPool, CognitoUserPoolClient, SsmParameter } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/user-pool-mfa";
import { testRule } from "../../support/rule-tester";

const token = { softwareTokenMfaConfiguration: { enabled: true } };
const pool = declare(CognitoUserPool, { name: "people" });
const setting = declare(SsmParameter, { type: "String", value: unknown });
const client = (inputs: object) => declare(CognitoUserPoolClient, { userPoolId: ref("people.id"), ...inputs });
const adopted = (inputs: object) => declare(CognitoManagedUserPoolClient, { userPoolId: ref("people.id"), ...inputs });
const reports = (given: object, severity: "medium" | "low" = "medium") => ({
    given: { people: declare(CognitoUserPool, given) },
    reports: ["people: mfaConfiguration"],
    weighs: [severity] as const,
});
const open = { reports: ["people: mfaConfiguration"] };

testRule(rule, {
    valid: {
        "by text message": { mfaConfiguration: "ON", smsConfiguration: { externalId: "x", snsCallerArn: "arn" } },
        "by mail": { mfaConfiguration: "ON", emailMfaConfiguration: { subject: "Your code" } },
        "switched on as text": { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: "true" } },
        "passkeys alone": { signInPolicy: { allowedFirstAuthFactors: ["WEB_AUTHN"] } },
        "users of another provider": { people: pool, web: client({ supportedIdentityProviders: ["Okta", "Google"] }) },
        "users of another provider, by Cognito's own client": {
            people: pool,
            web: adopted({ supportedIdentityProviders: ["Okta"] }),
        },
        "programs alone": { people: pool, importer: client({ allowedOauthFlows: ["client_credentials"] }) },
    },
    invalid: {
        "said to be off": reports({ mfaConfiguration: "OFF" }),
        "a factor that nobody is asked for": reports(token),
        "each user decides": reports({ mfaConfiguration: "OPTIONAL", ...token }, "low"),
        "demanded, and no kind of it": reports({ mfaConfiguration: "ON" }, "low"),
        "demanded, and the only kind is off": reports(
            { mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: false } },
            "low",
        ),
        "passkeys beside passwords": reports(
            { signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "WEB_AUTHN"] } },
            "low",
        ),
        "passwords alone": reports({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD"] } }),
        "codes by mail": reports({ signInPolicy: { allowedFirstAuthFactors: ["PASSWORD", "EMAIL_OTP"] } }),
        "own users beside others": {
            given: { people: pool, web: client({ supportedIdentityProviders: ["Okta", "COGNITO"] }) },
            ...open,
        },
        "one client of two": {
            given: {
                people: pool,
                web: client({ supportedIdentityProviders: ["Okta"] }),
                app: client({ explicitAuthFlows: ["ALLOW_USER_SRP_AUTH"] }),
            },
            ...open,
        },
        "no provider named": {
            given: { people: pool, web: client({ supportedIdentityProviders: [] }) },
            ...open,
        },
        "another pool's client": {
            given: {
                people: pool,
                web: declare(CognitoUserPoolClient, {
                    userPoolId: "eu-west-1_Ab12Cd34E",
                    supportedIdentityProviders: ["Okta"],
                }),
            },
            ...open,
        },
        "programs beside users": {
            given: {
                people: pool,
                web: client({ allowedOauthFlows: ["code"] }),
                importer: client({ allowedOauthFlows: ["client_credentials"] }),
            },
            ...open,
        },
    },
    undecided: {
        "not known yet": {
            given: { setting, people: declare(CognitoUserPool, { mfaConfiguration: ref("setting.value") }) },
            awaits: ["people.mfaConfiguration"],
        },
        "which providers": {
            given: { setting, people: pool, web: client({ supportedIdentityProviders: [ref("setting.value")] }) },
            awaits: ["web.supportedIdentityProviders[0]"],
        },
        "which provider": {
            given: {
                setting,
                people: pool,
                web: client({ supportedIdentityProviders: ["Okta", ref("setting.value")] }),
            },
            awaits: ["web.supportedIdentityProviders[1]"],
        },
    },
});
