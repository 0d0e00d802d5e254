import * as aws from "@pulumi/aws";
import { either } from "./mistakes";

/** Shops that buy from us; each is invited. */
export const customers = new aws.cognito.UserPool("customers", {
    mfaConfiguration: either("user-pool-mfa", "OFF", "ON"),
    softwareTokenMfaConfiguration: { enabled: true },
    passwordPolicy: {
        minimumLength: either("user-pool-password-policy", 8, 14),
        requireLowercase: true,
        requireNumbers: true,
        requireSymbols: true,
        requireUppercase: true,
        temporaryPasswordValidityDays: 1,
    },
    userPoolAddOns: { advancedSecurityMode: either("user-pool-threat-protection", "AUDIT", "ENFORCED") },
    userPoolTier: "PLUS",
    autoVerifiedAttributes: ["email"],
    adminCreateUserConfig: { allowAdminCreateUserOnly: either("user-pool-self-signup-intended", false, true) },
    deletionProtection: "ACTIVE",
});

export const shop = new aws.cognito.UserPoolClient("shop", {
    userPoolId: customers.id,
    explicitAuthFlows: [
        either("user-pool-client-hardened", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH"),
        "ALLOW_REFRESH_TOKEN_AUTH",
    ],
    preventUserExistenceErrors: "ENABLED",
    enableTokenRevocation: true,
    accessTokenValidity: 60,
    idTokenValidity: 60,
    refreshTokenValidity: 30,
    tokenValidityUnits: { accessToken: "minutes", idToken: "minutes", refreshToken: "days" },
});
