import { IamGroup, IamGroupPolicyAttachment, IamUser, IamUserPolicyAttachment } from "../../model/aws";
import { credentialsOf, linked, policiesOfUsers } from "../../model/graph";
import { any } from "../../model/values";
import { cis, cwe, declare, defineStackRule, fsbp, ref } from "../../pack";

const policyArn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

/** A user with credentials in this stack is no-iam-user-credentials' finding: there the user is to go, and not to join a group. */
export default defineStackRule({
    id: "identity-permissions-through-groups",
    severity: "low",
    frameworks: [fsbp("IAM.2"), cis("5.0", "1.14"), cwe(266)],
    title: "Users have their permissions through groups.",
    why: "What is given to one user by himself is forgotten when his work changes: nobody reviews users one by one.",
    fix: "Attach it to a group and make the user a member; better still, let people assume a role.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html"],
    needs: policiesOfUsers,
    bad: {
        clara: declare(IamUser, { name: "clara" }),
        attachment: declare(IamUserPolicyAttachment, { user: ref("clara.name"), policyArn }),
    },
    good: {
        staff: declare(IamGroup, { name: "staff" }),
        attachment: declare(IamGroupPolicyAttachment, { group: ref("staff.name"), policyArn }),
    },
    *check(stack) {
        const withCredentials = new Set(credentialsOf(stack).flatMap(({ user }) => linked(user) ?? []));
        const named = new Set(credentialsOf(stack).flatMap(({ at }) => at.text() ?? []));
        for (const { resource, at, users } of policiesOfUsers(stack)) {
            const others = users.filter(({ user, name }) => {
                const here = linked(user);
                return !(here ? withCredentials.has(here) : named.has(name ?? ""));
            });
            const message = "allows a user what comes through no group";
            yield { resource, at, when: any(...others.map(({ isThere }) => isThere)), message };
        }
    },
});
