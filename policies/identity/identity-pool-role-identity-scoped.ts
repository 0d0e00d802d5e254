import { CognitoIdentityPoolRoleAttachment, IamRolePolicy } from "../../model/aws";
import { allowed, identityOf, poolRolesOf, possible, unreadOf } from "../../model/graph";
import { isAboutOwnData, isUserData, listed, statementName } from "../../model/iam";
import { all, answer, equals, undecided, type Value } from "../../model/values";
import { cwe, declare, defineStackRule, identityPoolProgram, owasp, policyOf, ref } from "../../pack";

const customers = (Resource: string) => ({
    ...identityPoolProgram("authenticated"),
    policy: declare(IamRolePolicy, { role: ref("role.name"), policy: policyOf({ Action: "s3:GetObject", Resource }) }),
});

/** Judged are objects of S3 and items of DynamoDB. Data that all customers share in a table is exempted with that reason. */
export default defineStackRule({
    id: "identity-pool-role-identity-scoped",
    severity: "medium",
    frameworks: [cwe(639), owasp(5)],
    title: "Those who signed in reach their own data only.",
    why: "The credentials are in the customer's hands: whatever the page would never ask for, the customer may ask for all the same.",
    fix: 'Put "${cognito-identity.amazonaws.com:sub}" into the prefix in Resource, or require it by dynamodb:LeadingKeys or s3:prefix.',
    sources: ["https://docs.aws.amazon.com/cognito/latest/developerguide/iam-roles.html#access-policies"],
    needs: poolRolesOf,
    bad: customers("arn:aws:s3:::invoices/customers/*"),
    good: customers("arn:aws:s3:::invoices/customers/${cognito-identity.amazonaws.com:sub}/*"),
    *check(stack) {
        for (const { slot, role, at, attachment } of poolRolesOf(stack)) {
            if (slot === "unauthenticated") continue;
            if (possible(role).length === 0)
                yield { resource: attachment, at, when: undecided(at.place), message: ELSEWHERE };
            for (const one of possible(role)) {
                const identity = identityOf(stack, one);
                if (!identity) continue;
                const sure = role.kind === "found" ? answer(true) : undecided(at.place);
                for (const { held, actions, when } of allowed(identity, isUserData)) {
                    const others = actions.filter(({ action }) => !isAboutOwnData(held.statement, action));
                    if (others.length === 0) continue;
                    const named = listed(others.map(({ action }) => action));
                    yield {
                        resource: held.holder,
                        at: held.at,
                        when: all(sure, when),
                        message: `${statementName(held.statement)} allows everyone who signed in ${named} on what is others'`,
                    };
                }
                yield* unreadOf(identity, sure);
            }
        }
        for (const attachment of stack.ofType(CognitoIdentityPoolRoleAttachment)) {
            for (const item of attachment.root.get("roleMappings").items()) {
                const mapping = item as Value;
                const resolution = mapping.get("ambiguousRoleResolution");
                yield {
                    resource: attachment,
                    at: resolution,
                    when: all(equals(mapping.get("type"), "Token"), equals(resolution, "AuthenticatedRole")),
                    message: "allows whoever brings a token without a role of its own the role of all customers",
                    fix: 'Set ambiguousRoleResolution: "Deny".',
                };
            }
        }
    },
});

const ELSEWHERE = "hands those who signed in a role that is declared elsewhere";
