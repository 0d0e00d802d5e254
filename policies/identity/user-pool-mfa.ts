import { CognitoUserPool } from "../../model/aws";
import { userPoolsOf } from "../../model/graph";
import { all, equals, every, filled, isTrue, not, some } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, sas } from "../../pack";

/** Users who sign in with another identity provider are asked there, and programs that get tokens of their own nowhere. */
export default defineStackRule({
    id: "user-pool-mfa",
    severity: "medium",
    frameworks: [fsbp("Cognito.5"), cwe(308), sas(2)],
    title: "User pools ask their users for a second factor.",
    why: "A password alone lets in whoever guessed it, or found it in what another site has lost.",
    fix: 'Set mfaConfiguration: "ON" and softwareTokenMfaConfiguration: { enabled: true }.',
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/authentication-flows-selection-sdk.html",
    ],
    needs: userPoolsOf,
    bad: { customers: declare(CognitoUserPool, { name: "customers" }) },
    good: {
        customers: declare(CognitoUserPool, {
            name: "customers",
            mfaConfiguration: "ON",
            softwareTokenMfaConfiguration: { enabled: true },
        }),
    },
    *check(stack) {
        for (const { resource, input, signsIn } of userPoolsOf(stack)) {
            const at = input("mfaConfiguration");
            const first = input<readonly string[]>("signInPolicy.allowedFirstAuthFactors");
            const hasPasskeys = some(first, (factor) => equals(factor, "WEB_AUTHN"));
            const asks = all(
                filled(first),
                every(first, (factor) => equals(factor, "WEB_AUTHN")),
            );
            const asked = (when: ReturnType<typeof all>) => ({ resource, at, when: all(signsIn, not(asks), when) });
            yield {
                ...asked(not(equals(at, "ON", "OPTIONAL"))),
                message: `${at.state === "absent" ? "absent" : "switched off"}, so a password alone is enough`,
                ...(hasPasskeys.is === "yes" && { severity: "low" }),
            };
            yield {
                ...asked(equals(at, "OPTIONAL")),
                message: "left to each user, and most have none: a password alone is enough for those",
                severity: "low",
            };
            const kinds = [filled(input("smsConfiguration")), filled(input("emailMfaConfiguration"))];
            const hasKind = [...kinds, isTrue(input("softwareTokenMfaConfiguration.enabled"), false)];
            yield {
                ...asked(all(equals(at, "ON"), ...hasKind.map(not))),
                message: "demands a second factor, and no kind of it is switched on: Cognito refuses such a pool",
                fix: "Set softwareTokenMfaConfiguration: { enabled: true }.",
                severity: "low",
            };
        }
    },
});
