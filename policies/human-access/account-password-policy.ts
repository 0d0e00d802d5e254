import { IamAccountPasswordPolicy } from "../../model/aws";
import { all, answer, any, holds, isFalse, not, type Value } from "../../model/values";
import { cis, cwe, defineRule, flag, integer, sas } from "../../pack";

/**
 * Absent is AWS's default: six characters, nothing remembered, no classes, no end. NIST SP 800-63B advises against classes of
 * characters and against an end, so both are asked for in the strict profile alone.
 */
export default defineRule({
    id: "account-password-policy",
    severity: "medium",
    frameworks: [cis("5.0", "1.7"), cis("5.0", "1.8"), cwe(521), sas(2)],
    title: "Passwords of the account's users are long, and none is used again.",
    why: "Short passwords are guessed, and old ones are in the lists that others guess from.",
    fix: "Set minimumPasswordLength: 14 and passwordReusePrevention: 24.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
        "https://pages.nist.gov/800-63-4/sp800-63b.html",
    ],
    options: {
        minimumLength: integer("How many characters a password must have.", 14, 6, 128),
        remembered: integer("How many earlier passwords may not be used again.", 24, 1, 24),
        characterClasses: flag("Also ask for lower case, upper case, numbers and symbols.", false),
        maxAgeDays: integer("After how many days a password must end; 0 for never.", 0, 0, 1095),
    },
    strict: { characterClasses: true, maxAgeDays: 90 },
    bad: { minimumPasswordLength: 8, passwordReusePrevention: 24 },
    good: { minimumPasswordLength: 14, passwordReusePrevention: 24 },
    resource: IamAccountPasswordPolicy,
    *check(policy, { options }) {
        const { minimumLength, remembered, characterClasses, maxAgeDays } = options;
        const { minimumPasswordLength: length, passwordReusePrevention: reuse, maxPasswordAge: age } = policy;
        yield {
            when: not(atLeast(length, minimumLength)),
            at: length,
            message: `allows passwords of fewer than ${minimumLength} characters`,
        };
        yield {
            when: not(atLeast(reuse, remembered)),
            at: reuse,
            message: `allows passwords that are among the last ${remembered}`,
        };
        const classes = [
            policy.requireLowercaseCharacters,
            policy.requireUppercaseCharacters,
            policy.requireNumbers,
            policy.requireSymbols,
        ];
        const missing = classes.find((one) => isFalse(one, false).is === "yes") ?? classes[0];
        yield {
            when: all(answer(characterClasses), any(...classes.map((one) => isFalse(one, false)))),
            at: missing ?? "",
            message: "allows passwords without some class of characters",
            fix: "Set requireLowercaseCharacters, requireUppercaseCharacters, requireNumbers and requireSymbols.",
        };
        yield {
            when: all(
                answer(maxAgeDays > 0),
                not(holds(age, (days) => Number(days) >= 1 && Number(days) <= maxAgeDays)),
            ),
            at: age,
            message: `allows passwords that are older than ${maxAgeDays} days`,
            fix: `Set maxPasswordAge: ${maxAgeDays}.`,
        };
    },
});

function atLeast(value: Value, least: number) {
    return holds(value, (text) => Number(text) >= least);
}
