import { CognitoRiskConfiguration, CognitoUserPool } from "../../model/aws";
import { inputOf, userPoolsOf } from "../../model/graph";
import { all, answer, equals, filled, not } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

/** It costs by user and month, so it is of the strict profile. Users of other identity providers are watched over there. */
export default defineStackRule({
    id: "user-pool-threat-protection",
    severity: "low",
    profile: "strict",
    frameworks: [fsbp("Cognito.1"), fsbp("Cognito.4"), cwe(307), sas(2), sas(8)],
    title: "User pools act on sign-ins that look like an attack.",
    why: "Passwords from other sites' leaks are tried one after the other, and nothing stops who has a right one.",
    fix: 'Set userPoolTier: "PLUS" and userPoolAddOns: { advancedSecurityMode: "ENFORCED" }.',
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html",
    ],
    needs: [userPoolsOf, CognitoRiskConfiguration],
    bad: { customers: declare(CognitoUserPool, { userPoolAddOns: { advancedSecurityMode: "AUDIT" } }) },
    good: { customers: declare(CognitoUserPool, { userPoolAddOns: { advancedSecurityMode: "ENFORCED" } }) },
    *check(stack) {
        for (const { resource, input, signsIn } of userPoolsOf(stack)) {
            const mode = input("userPoolAddOns.advancedSecurityMode");
            const tier = input("userPoolTier");
            const enforces = equals(mode, "ENFORCED");
            yield {
                resource,
                at: mode,
                when: all(signsIn, not(enforces)),
                message:
                    equals(mode, "AUDIT").is === "yes"
                        ? "allows sign-ins that look like an attack, and only counts them"
                        : "absent or switched off, so nobody looks at how users sign in",
            };
            const custom = input("userPoolAddOns.advancedSecurityAdditionalFlows.customAuthMode");
            const asksByFunction = filled(input("lambdaConfig.defineAuthChallenge"));
            yield {
                resource,
                at: custom,
                when: all(signsIn, enforces, asksByFunction, not(equals(custom, "ENFORCED"))),
                message: "absent or AUDIT, so sign-ins that a function asks for are only counted",
                fix: 'Set userPoolAddOns.advancedSecurityAdditionalFlows: { customAuthMode: "ENFORCED" }.',
            };
            yield {
                resource,
                at: tier,
                when: all(signsIn, enforces, filled(tier), not(equals(tier, "PLUS"))),
                message: "has no threat protection: Cognito refuses it outside of the plan PLUS",
            };
        }
        for (const resource of stack.ofType(CognitoRiskConfiguration))
            for (const path of ACTIONS) {
                const at = inputOf(resource, path);
                yield {
                    resource,
                    at,
                    when: all(answer(at.state !== "absent"), equals(at, "NO_ACTION")),
                    message: "allows the sign-in in spite of the risk",
                    fix: path.startsWith("compromised")
                        ? 'Set eventAction: "BLOCK".'
                        : 'Set eventAction: "MFA_IF_CONFIGURED".',
                };
            }
    },
});

/** What is done about a password that is known to have leaked, and about a sign-in that is most likely somebody else's. */
const ACTIONS = [
    "compromisedCredentialsRiskConfiguration.actions.eventAction",
    "accountTakeoverRiskConfiguration.actions.highAction.eventAction",
];
