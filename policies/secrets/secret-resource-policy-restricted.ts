import { SecretsManagerSecret, SecretsManagerSecretPolicy } from "../../model/aws";
import { letIn, secretPolicies } from "../../model/graph";
import { isTrue, not } from "../../model/values";
import { cis, cwe, declare, defineStackRule, policyOf, ref, sas, trustedAccounts } from "../../pack";

const db = declare(SecretsManagerSecret, { name: "prod/db" });
const reader = { Action: "secretsmanager:GetSecretValue", Resource: "*", Principal: { AWS: "*" } };
const policy = (statement: object) =>
    declare(SecretsManagerSecretPolicy, {
        secretArn: ref("db.arn"),
        blockPublicPolicy: true,
        policy: policyOf(statement),
    });

/** A denial of what does not come through an endpoint opens nothing. */
export default defineStackRule({
    id: "secret-resource-policy-restricted",
    severity: "high",
    frameworks: [cis("7.0", "2.21"), cwe(732), sas(7)],
    title: "A secret's policy names who reads it.",
    why: "Whoever reads a secret has what it opens, and nothing tells later where that was copied to.",
    fix: "Name in Principal the one role that reads it, and set blockPublicPolicy: true.",
    sources: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"],
    options: { trustedAccounts },
    needs: secretPolicies,
    bad: { db, policy: policy(reader) },
    good: { db, policy: policy({ ...reader, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }) },
    *check(stack, { options }) {
        for (const hung of secretPolicies(stack))
            yield* letIn(stack, hung, { trusted: options.trustedAccounts, actions: "not all" });
        for (const resource of stack.ofType(SecretsManagerSecretPolicy)) {
            const at = resource.inputs.blockPublicPolicy;
            const message = `${at.state === "absent" ? "absent" : "false"}, so Secrets Manager takes a policy that makes the secret public`;
            const fix = "Set blockPublicPolicy: true.";
            yield { resource, at, when: not(isTrue(at, false)), message, fix, severity: "low" };
        }
    },
});
