import { IamAccessKey, IamUser } from "../../model/aws";
import { credentialsOf } from "../../model/graph";
import { answer } from "../../model/values";
import { cis, cwe, declare, defineStackRule, fsbp, ref } from "../../pack";

/** A user of the stack that is called root is a user like others. */
export default defineStackRule({
    id: "no-root-access-key",
    severity: "critical",
    frameworks: [fsbp("IAM.4"), cis("5.0", "1.3"), cwe(798), cwe(250)],
    title: "The root user of the account has no access key.",
    why: "No policy, no boundary and no second factor holds it back: whoever copies the key owns the account, its bill and its closing.",
    fix: "Remove it, delete the key in the account, and give what needs it a role.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html#ru-bp-access-keys"],
    needs: credentialsOf,
    bad: { key: declare(IamAccessKey, { user: "root" }) },
    good: {
        importer: declare(IamUser, { name: "importer" }),
        key: declare(IamAccessKey, { user: ref("importer.name") }),
    },
    *check(stack) {
        for (const { kind, resource, at, isRoots } of credentialsOf(stack)) {
            if (kind !== "access key") continue;
            yield { resource, at, when: answer(isRoots), message: "holds an access key of the account's root user" };
        }
    },
});
