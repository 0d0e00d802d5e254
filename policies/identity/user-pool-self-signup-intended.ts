import { CognitoUserPool, isForInsiders } from "../../model/aws";
import { userPoolsOf } from "../../model/graph";
import { all, answer, any, equals, filled, isTrue, not, present, some } from "../../model/values";
import { cwe, declare, defineStackRule, flag, sas } from "../../pack";

/**
 * Shops want strangers to sign up, so a pool is asked whose name says that it is for those who work here; in the strict profile, each.
 */
export default defineStackRule({
    id: "user-pool-self-signup-intended",
    severity: "low",
    frameworks: [cwe(287), sas(2)],
    title: "Who joins a user pool is who is meant to.",
    why: "Whoever finds the client's id signs up by himself, and is let in wherever being signed in is enough.",
    fix: "Set adminCreateUserConfig: { allowAdminCreateUserOnly: true }, or exempt the pool of a public app with that reason.",
    sources: [
        "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-admin-create-user-policy.html",
        "https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html",
    ],
    options: { everyPool: flag("Whether pools are asked whose names do not say that they are for insiders.", false) },
    strict: { everyPool: true },
    needs: userPoolsOf,
    bad: { staff: declare(CognitoUserPool, { name: "staff", autoVerifiedAttributes: ["email"] }) },
    good: {
        staff: declare(CognitoUserPool, {
            name: "staff",
            autoVerifiedAttributes: ["email"],
            adminCreateUserConfig: { allowAdminCreateUserOnly: true },
        }),
    },
    *check(stack, { options: { everyPool } }) {
        for (const { resource, input, signsIn } of userPoolsOf(stack)) {
            const at = input("adminCreateUserConfig.allowAdminCreateUserOnly");
            const isOpen = all(signsIn, not(isTrue(at, false)));
            const isAsked = everyPool || isForInsiders(resource.name, input("name").text() ?? "");
            yield {
                resource,
                at,
                when: all(answer(isAsked), isOpen),
                message: `${at.state === "absent" ? "absent" : "switched off"}, so anyone on the internet may sign up`,
            };
            const [verified, confirms] = [input("autoVerifiedAttributes"), input("lambdaConfig.preSignUp")];
            yield {
                resource,
                at: verified,
                when: all(isOpen, not(filled(verified)), any(present(confirms), answer(everyPool))),
                message: "absent, so nobody who signs up shows that the address is his",
                fix: 'Set autoVerifiedAttributes: ["email"].',
            };
            const recovery = input<readonly object[]>("accountRecoverySetting.recoveryMechanisms");
            const isBy = (...names: readonly string[]) =>
                some(recovery, (one) => any(...names.map((name) => equals(one.down("name"), name))));
            yield {
                resource,
                at: recovery,
                when: all(signsIn, isBy("verified_phone_number"), not(isBy("verified_email", "admin_only"))),
                message: "by text message alone, so whoever takes over the phone number takes over the account",
                fix: 'Name { name: "verified_email", priority: 1 } first.',
            };
        }
    },
});
