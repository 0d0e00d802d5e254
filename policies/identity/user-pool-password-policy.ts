import { CognitoUserPool } from "../../model/aws";
import { userPoolsOf } from "../../model/graph";
import { all, answer, any, holds, isFalse, not, present, type Value } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, integer, sas } from "../../pack";

const CLASSES = ["requireLowercase", "requireUppercase", "requireNumbers", "requireSymbols"] as const;
/** Without a policy Cognito asks for eight characters of all classes, and a temporary password ends after a week. */
const STANDARD_LENGTH = 8;
const MOST_TEMPORARY_DAYS = 7;

const strong = {
    minimumLength: 14,
    requireLowercase: true,
    requireUppercase: true,
    requireNumbers: true,
    requireSymbols: true,
};

/** What Cognito asks for without a policy, and a long password without some class, are hints. */
export default defineStackRule({
    id: "user-pool-password-policy",
    severity: "medium",
    frameworks: [fsbp("Cognito.3"), cwe(521), sas(2)],
    title: "User pools take long passwords alone.",
    why: "Short passwords are guessed, and a temporary one lies in a mailbox until it ends.",
    fix: "Set passwordPolicy: { minimumLength: 14, requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true }.",
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html",
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html",
    ],
    options: { minimumLength: integer("How many characters a password must have.", 14, 6, 99) },
    needs: userPoolsOf,
    bad: { customers: declare(CognitoUserPool, { passwordPolicy: { ...strong, minimumLength: 6 } }) },
    good: { customers: declare(CognitoUserPool, { passwordPolicy: strong }) },
    *check(stack, { options: { minimumLength } }) {
        for (const { resource, input, signsIn } of userPoolsOf(stack)) {
            const policy = input("passwordPolicy");
            const [length, days] = ["minimumLength", "temporaryPasswordValidityDays"].map((key) =>
                input(`passwordPolicy.${key}`),
            ) as [Value, Value];
            const flags = CLASSES.map((key) => input(`passwordPolicy.${key}`));
            const lacksClass = all(present(policy), any(...flags.map((flag) => isFalse(flag, false))));
            const isShort = all(present(policy), not(holds(length, (text) => Number(text) >= minimumLength)));
            const isStandard = all(
                holds(length, (text) => Number(text) >= STANDARD_LENGTH),
                not(lacksClass),
            );
            yield {
                resource,
                at: policy,
                when: all(signsIn, not(present(policy)), answer(minimumLength > STANDARD_LENGTH)),
                message: `absent, so passwords of ${STANDARD_LENGTH} characters are enough`,
                severity: "low",
            };
            yield {
                resource,
                at: length,
                when: all(signsIn, isShort),
                message: `allows passwords of less than ${minimumLength} characters`,
                ...(isStandard.is === "yes" && { severity: "low" }),
            };
            yield {
                resource,
                at: flags.find((flag) => isFalse(flag, false).is === "yes") ?? policy,
                when: all(signsIn, lacksClass),
                message: "allows passwords without some class of characters",
                ...(isShort.is === "no" && { severity: "low" }),
            };
            yield {
                resource,
                at: days,
                when: all(
                    signsIn,
                    holds(days, (text) => Number(text) > MOST_TEMPORARY_DAYS),
                ),
                message: `allows temporary passwords for more than ${MOST_TEMPORARY_DAYS} days`,
                fix: `Set it to ${MOST_TEMPORARY_DAYS} or less.`,
            };
        }
    },
});
