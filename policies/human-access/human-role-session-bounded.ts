import { durationSeconds, outlastsDays, PermissionSet, SsmActivation } from "../../model/aws";
import { inputOf, lacksSecondFactor, peoplesRolesOf, permissionSetsOf } from "../../model/graph";
import { atStatement, endsWithin, statementName } from "../../model/iam";
import { all, holds, no, type Value } from "../../model/values";
import { cwe, declare, defineStackRule, integer, sas } from "../../pack";

const instanceArn = "arn:aws:sso:::instance/ssoins-1234567890abcdef";
const CONSOLE = /^https:\/\/(?:[\w-]+\.)*(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)(?:[/?#]|$)/i;

const MONTH = 31;

/** What a SAML provider asks of people before it vouches for them, its own set-up says. */
export default defineStackRule({
    id: "human-role-session-bounded",
    severity: "medium",
    frameworks: [cwe(613), cwe(308), sas(2)],
    title: "People's sessions are short, and begin with a second factor.",
    why: "Whoever gets hold of a session, a password or a key works on with it until it ends.",
    fix: "Leave the session at AWS's hour, and let people ask for a new one.",
    sources: [
        "https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html",
    ],
    needs: [peoplesRolesOf, permissionSetsOf, SsmActivation],
    options: {
        maxMinutes: integer("How many minutes a session may last.", 60, 15, 720),
        maxActivationDays: integer(
            "For how many days an activation of Systems Manager may register machines.",
            7,
            1,
            30,
        ),
    },
    bad: { operators: declare(PermissionSet, { name: "operators", instanceArn, sessionDuration: "PT12H" }) },
    good: { operators: declare(PermissionSet, { name: "operators", instanceArn, sessionDuration: "PT1H" }) },
    *check(stack, { options }) {
        const isLong = (seconds: number | undefined) => (seconds ?? 0) > 60 * options.maxMinutes;
        const message = `allows sessions of more than ${options.maxMinutes} minutes`;
        for (const { role, trust, when } of peoplesRolesOf(stack)) {
            const duration = role.root.get("maxSessionDuration");
            const long = holds(duration, (seconds) => isLong(Number(seconds)));
            yield { resource: role, at: duration, when: all(when, long), message, severity: "low" };
            for (const admission of trust.admissions) {
                const isNamed = admission.principal.kind === "arn";
                const whom = isNamed ? "a user by an access key alone" : "people who showed no second factor";
                yield {
                    resource: role,
                    ...atStatement(admission.statement),
                    when: lacksSecondFactor(trust, admission),
                    message: `${statementName(admission.statement)} allows ${whom}`,
                    // Until a day that is near, who has no second factor has a time.
                    ...(endsWithin(admission.statement.conditions, MONTH, stack.today) && { severity: "low" }),
                    fix: 'Add Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } }. Or name the one role that assumes it.',
                };
            }
        }
        for (const set of permissionSetsOf(stack)) {
            const { sessionDuration, relayState } = set.inputs;
            const long = holds(sessionDuration, (text) => isLong(durationSeconds(text)));
            yield { resource: set, at: sessionDuration, when: long, message, severity: "low" };
            yield {
                resource: set,
                at: relayState,
                when: holds(relayState, (url) => url !== "" && !CONSOLE.test(url)),
                message: "leads people who have signed in to a page that is not AWS's console",
                fix: "Set relayState to a page of the AWS console, or leave it out.",
                severity: "low",
            };
        }
        for (const activation of stack.ofType(SsmActivation)) {
            const ends = inputOf(activation, "expirationDate");
            yield {
                resource: activation,
                at: ends,
                when: stack.today ? outlastsDays(ends, options.maxActivationDays, stack.today) : no,
                message: `allows whoever has the code to register machines for more than ${options.maxActivationDays} days`,
                ...(isForOne(activation.inputs.registrationLimit) && { severity: "low" }),
                fix: "Leave expirationDate out, for a day, and make a new activation when machines are added.",
            };
        }
    },
});

/** One machine, unless more are said. */
function isForOne(limit: Value): boolean {
    return holds(limit, (count) => Number(count) > 1).is === "no";
}
