import { CognitoUserPoolClient } from "../../model/aws";
import { clientWeaknesses, userPoolClientsOf, type Weakness } from "../../model/graph";
import { cwe, declare, defineStackRule, integer, sas } from "../../pack";

const HOUR = 3600;
const DAY = 24 * HOUR;
const web = {
    userPoolId: "eu-west-1_Ab12Cd34E",
    allowedOauthFlowsUserPoolClient: true,
    allowedOauthScopes: ["openid"],
    callbackUrls: ["https://shop.example.com/signed-in"],
    preventUserExistenceErrors: "ENABLED",
};

/** Without a limit on who may write an attribute, standard ones are writable, and none of the pool's own. */
export default defineStackRule({
    id: "user-pool-client-hardened",
    severity: "medium",
    frameworks: [cwe(287), cwe(204), cwe(613), sas(2)],
    title: "Clients of user pools keep passwords and tokens where they belong.",
    why: "Tokens in addresses and over plain HTTP are read by others, long-lived ones stay with thieves, and a client that tells who has an account helps to guess passwords.",
    fix: 'Use the code flow over HTTPS with SRP, set preventUserExistenceErrors: "ENABLED", and leave enableTokenRevocation on.',
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-client-apps.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-managing-errors.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-with-identity-providers.html",
    ],
    options: {
        maxAccessTokenHours: integer("For how many hours an access or ID token may be valid.", 8, 1, 24),
        maxRefreshTokenDays: integer(
            "For how many days a refresh token may be valid that does not rotate.",
            90,
            1,
            3650,
        ),
    },
    needs: userPoolClientsOf,
    bad: { web: declare(CognitoUserPoolClient, { ...web, allowedOauthFlows: ["code", "implicit"] }) },
    good: { web: declare(CognitoUserPoolClient, { ...web, allowedOauthFlows: ["code"] }) },
    *check(stack, { options: { maxAccessTokenHours: hours, maxRefreshTokenDays: days } }) {
        const bounds = { accessToken: hours * HOUR, idToken: hours * HOUR, refreshToken: days * DAY };
        const texts = textsWith(`${hours} hours`, `${days} days`);
        for (const client of userPoolClientsOf(stack))
            for (const { kind, at, when, isHint } of clientWeaknesses(client, bounds)) {
                const { absent = texts[kind].otherwise, otherwise, fix } = texts[kind];
                const message = at.state === "absent" ? absent : otherwise;
                yield { resource: client.resource, at, when, message, fix, ...(isHint && { severity: "low" }) };
            }
    },
});

interface Text {
    readonly absent?: string;
    readonly otherwise: string;
    readonly fix: string;
}

const textsWith = (access: string, refresh: string): Readonly<Record<Weakness, Text>> => ({
    "implicit flow": {
        otherwise: "allows the implicit flow, whose tokens stand in the browser's address and history",
        fix: 'Set it to ["code"], and let the app use PKCE.',
    },
    "typed passwords": {
        otherwise: "allows apps to send passwords as they are typed",
        fix: 'Name "ALLOW_USER_SRP_AUTH" in place of "ALLOW_USER_PASSWORD_AUTH".',
    },
    "no secret": {
        absent: "absent, so a program gets tokens for the client's id alone",
        otherwise: "switched off, so a program gets tokens for the client's id alone",
        fix: "Set generateSecret: true.",
    },
    "plain address": {
        otherwise: "allows plain HTTP, over which others read the code that signs a user in",
        fix: "Name an address that begins with https://; http://localhost is for tests.",
    },
    "tells who has an account": {
        absent: "absent, which is LEGACY: whoever asks is told whether somebody has an account",
        otherwise: "not ENABLED, so whoever asks is told whether somebody has an account",
        fix: 'Set preventUserExistenceErrors: "ENABLED".',
    },
    "no revocation": {
        otherwise: "switched off, so tokens stay valid after a user has signed out everywhere",
        fix: "Leave it out, or set it to true.",
    },
    "writes authority": {
        otherwise: "allows users to write an attribute that says what they may do, or whose data is theirs",
        fix: "Leave that attribute out, and let a function or an administrator write it.",
    },
    "long access": {
        otherwise: `exceeds ${access}, for which a stolen token is of use; without a unit, hours are meant`,
        fix: `Set it to ${access} or less, with its unit in tokenValidityUnits.`,
    },
    "long refresh": {
        otherwise: `exceeds ${refresh}, for which a stolen token is of use; without a unit, days are meant`,
        fix: `Set it to ${refresh} or less, with its unit in tokenValidityUnits, or let it rotate: refreshTokenRotation: { feature: "ENABLED" }.`,
    },
});
