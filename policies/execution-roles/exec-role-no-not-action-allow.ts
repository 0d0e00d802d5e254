import { IamGroupPolicy, IamPolicy, IamRole, IamRolePolicy, IamUserPolicy } from "../../model/aws";
import {
    allows,
    atStatement,
    isEverything,
    listed,
    type Members,
    parsePolicy,
    type Statement,
    shownAction,
    shownResource,
    statementName,
} from "../../model/iam";
import { undecided, type Value } from "../../model/values";
import { cwe, defineRule, policyOf, sas } from "../../pack";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

/** Trust policies and policies of resources are other rules' matter. A denial with either element is a usual guard rail. */
export default defineRule({
    id: "exec-role-no-not-action-allow",
    severity: "high",
    frameworks: [cwe(732), sas(4)],
    title: "What a policy allows is listed, not left over: no Allow with NotAction or NotResource.",
    why: "It allows whatever the list leaves out, in every service, and all that AWS and your teams add later.",
    fix: "List in Action what is called, and in Resource what it is called on.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html",
    ],
    bad: { policy: policyOf({ NotAction: ["iam:*", "organizations:*"], Resource }) },
    good: { policy: policyOf({ Action: "dynamodb:GetItem", Resource }) },
    resource: [IamRolePolicy, IamRole, IamPolicy, IamUserPolicy, IamGroupPolicy],
    *check(_inputs, { root }) {
        for (const document of documentsOf(root)) {
            const { statements, unknown } = parsePolicy(document);
            for (const place of unknown)
                yield { when: undecided(place), at: document, message: "allows what is not known yet" };
            for (const statement of statements) {
                const left = [leftOver(statement.actions), leftOver(statement.resources)].some(Boolean);
                if (left) yield { when: allows(statement), ...atStatement(statement), message: fact(statement) };
            }
        }
    },
});

/** The policy of a resource, or the inline policies of a role. */
function documentsOf(root: Value): readonly Value[] {
    const inline = root.get("inlinePolicies");
    if (inline.state === "unknown") return [inline];
    return [root.get("policy"), ...inline.items().map((one) => (one as Value).get("policy"))];
}

/** Everything but everything is nothing. */
function leftOver(members: Members | undefined): members is Members {
    return members?.not === true && !members.patterns.some(isEverything);
}

function fact(statement: Statement): string {
    const { actions, resources } = statement;
    const what = actions.not
        ? `every action but those it lists${among(actions, shownAction)}`
        : listed(actions.patterns.map(shownAction));
    const where = resources?.not ? ` on every resource but those it lists${among(resources, shownResource)}` : "";
    return `${statementName(statement)} allows ${what || "actions"}${where}`;
}

function among({ patterns }: Members, shown: (pattern: string) => string): string {
    return patterns.length === 0 ? "" : ` (${listed(patterns.map(shown))})`;
}
