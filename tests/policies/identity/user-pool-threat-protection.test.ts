import { CognitoRiskConfiguration, CognitoUserPool, CognitoUserPoolClient, SsmParameter } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/identity/user-pool-threat-protection";
import { testRule } from "../../support/rule-tester";

const pool = (inputs: object) => ({ people: declare(CognitoUserPool, inputs) });
const enforced = { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } };
const byFunction = { lambdaConfig: { defineAuthChallenge: "arn:aws:lambda:eu-west-1:111122223333:function:ask" } };
const risk = (leaked: string, taken: string) => ({
    risks: declare(CognitoRiskConfiguration, {
        userPoolId: "eu-west-1_Ab12Cd34E",
        compromisedCredentialsRiskConfiguration: { actions: { eventAction: leaked } },
        accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: taken, notify: true } } },
    }),
});
const mode = { reports: ["people: userPoolAddOns.advancedSecurityMode"] };

testRule(rule, {
    valid: {
        "of its plan": pool({ ...enforced, userPoolTier: "PLUS" }),
        "sign-ins by a function": pool({
            userPoolAddOns: {
                advancedSecurityMode: "ENFORCED",
                advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" },
            },
            ...byFunction,
        }),
        "risks that are acted on": risk("BLOCK", "MFA_REQUIRED"),
        "users of another provider": {
            ...pool({}),
            web: declare(CognitoUserPoolClient, { userPoolId: ref("people.id"), supportedIdentityProviders: ["Okta"] }),
        },
    },
    invalid: {
        "nothing said": { given: pool({}), ...mode },
        "switched off": { given: pool({ userPoolAddOns: { advancedSecurityMode: "OFF" } }), ...mode },
        "a plan without it": {
            given: pool({ ...enforced, userPoolTier: "ESSENTIALS" }),
            reports: ["people: userPoolTier"],
        },
        "sign-ins by a function, counted": {
            given: pool({ ...enforced, ...byFunction }),
            reports: ["people: userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode"],
        },
        "leaked passwords": {
            given: risk("NO_ACTION", "BLOCK"),
            reports: ["risks: compromisedCredentialsRiskConfiguration.actions.eventAction"],
        },
        "somebody else's sign-ins": {
            given: risk("BLOCK", "NO_ACTION"),
            reports: ["risks: accountTakeoverRiskConfiguration.actions.highAction.eventAction"],
        },
    },
    undecided: {
        "which mode": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                ...pool({ userPoolAddOns: { advancedSecurityMode: ref("setting.value") } }),
            },
            awaits: ["people.userPoolAddOns.advancedSecurityMode"],
        },
    },
});
