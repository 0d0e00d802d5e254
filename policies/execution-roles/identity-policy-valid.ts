import { IamGroupPolicy, IamPolicy, IamRole, IamRolePolicy, IamUserPolicy } from "../../model/aws";
import { listed, type PolicyKind, problemsOf } from "../../model/iam";
import { answer, any, undecided, type Value } from "../../model/values";
import { cwe, defineRule, policyOf } from "../../pack";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

/** What such a policy would allow is nobody's: other rules judge the statements that AWS could read. */
export default defineRule({
    id: "identity-policy-valid",
    severity: "medium",
    frameworks: [cwe(1173)],
    title: "Policies of identities are such as AWS accepts.",
    why: "AWS refuses the whole policy: the deployment stops half-way, and a denial in it denies nothing.",
    fix: "Write it by the grammar: Version, and in each statement Effect (Allow or Deny), Action and Resource, in trust policies Principal.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_effect.html",
    ],
    bad: { policy: policyOf({ Effect: "deny", Action: "dynamodb:DeleteTable", Resource }) },
    good: { policy: policyOf({ Effect: "Deny", Action: "dynamodb:DeleteTable", Resource }) },
    resource: [IamRolePolicy, IamRole, IamPolicy, IamUserPolicy, IamGroupPolicy],
    *check(_inputs, { root }) {
        for (const [policy, kind] of documentsOf(root)) {
            const { problems, unknown } = problemsOf(policy, kind);
            const [first] = problems;
            // One finding a document: AWS refuses it as a whole.
            yield {
                when: any(answer(first !== undefined), ...unknown.map((place) => undecided(place))),
                at: first?.path ?? policy,
                message: `holds what AWS refuses: ${listed(problems.map(({ reason }) => reason))}`,
            };
        }
    },
});

function documentsOf(root: Value): readonly (readonly [Value, PolicyKind])[] {
    const inline = root.get("inlinePolicies").items();
    const documents = [root.get("policy"), ...inline.map((one) => (one as Value).get("policy"))];
    return [
        ...documents.map((one) => [one, "identity"] as const),
        [root.get("assumeRolePolicy"), "trust"] as const,
    ].filter(([one]) => one.state !== "absent");
}
