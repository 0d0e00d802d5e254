import { KmsKey } from "../../model/aws";
import { keyPolicies, keyRoles, letIn } from "../../model/graph";
import { atStatement, statementName } from "../../model/iam";
import { absent } from "../../model/values";
import { cis, cwe, declare, defineStackRule, flag, fsbp, policyOf, sas, trustedAccounts } from "../../pack";

const owner = { Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" };
const everyone = { Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" };
const key = (...statements: readonly object[]) => ({
    data: declare(KmsKey, { enableKeyRotation: true, policy: policyOf(owner, ...statements) }),
});
const Condition = {
    StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "rds.eu-west-1.amazonaws.com" },
};

/** The statement that gives the owner's account kms:* is AWS's own: it hands the decision to IAM. */
export default defineStackRule({
    id: "kms-key-policy-separation",
    severity: "critical",
    frameworks: [fsbp("KMS.5"), cis("7.0", "2.21"), cwe(732), cwe(653), sas(7)],
    title: "A key's policy names who uses it, and those who use it do not administer it.",
    why: "A key is the last thing between whoever copied the data and reading it.",
    fix: 'Name in Principal the roles that use it, or demand StringEquals: { "kms:CallerAccount": "ACCOUNT" }.',
    sources: [
        "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
        "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-services.html",
        "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html",
    ],
    options: {
        trustedAccounts,
        everyKey: flag("Also ask that each key have a policy of its own.", false),
    },
    strict: { everyKey: true },
    needs: keyPolicies,
    bad: key(everyone),
    good: key({ ...everyone, Condition }),
    *check(stack, { options }) {
        for (const hung of keyPolicies(stack)) {
            yield* letIn(stack, hung, { trusted: options.trustedAccounts, services: () => "medium" });
            for (const { resource, statement, when } of keyRoles(hung)) {
                const message = `${statementName(statement)} allows one role to use the key and to administer it`;
                const fix =
                    "Give kms:PutKeyPolicy, kms:ScheduleKeyDeletion and the like to a role that may not decrypt.";
                yield { resource, ...atStatement(statement), when, message, fix, severity: "medium" };
            }
            if (!options.everyKey || !hung.holder) continue;
            const message = "absent, so AWS's own policy holds: who uses the key is for IAM alone to say";
            const fix = "Set policy: name the roles that use the key and, apart from them, those that administer it.";
            yield { resource: hung.resource, at: "policy", when: absent(hung.at), message, fix, severity: "low" };
        }
    },
});
