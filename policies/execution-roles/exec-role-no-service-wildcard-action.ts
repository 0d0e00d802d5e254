import { IamPolicy, IamRole, IamRolePolicy } from "../../model/aws";
import { granteesOf, isExecutionRole } from "../../model/graph";
import { allows, everyAction, everyResource, type Statement, serviceOf, statementName } from "../../model/iam";
import { isKnownService } from "../../model/iam/knowledge";
import { all, answer, undecided } from "../../model/values";
import { cis, cwe, defineStackRule, fsbp, functionAllowed, owasp, sas, strings } from "../../pack";

const Resource = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders";

/** Attached AWS-managed policies are judged by what they are, not statement by statement. */
export default defineStackRule({
    id: "exec-role-no-service-wildcard-action",
    severity: "high",
    frameworks: [fsbp("IAM.21"), cis("5.0", "1.15"), cwe(250), cwe(1220), sas(4), owasp(5)],
    title: "Execution roles do not allow all actions of a service.",
    why: "A whole service includes deleting its data, opening it to others and changing its policies, now and as AWS adds actions.",
    fix: "List the actions that this code calls.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    needs: [IamRole, IamRolePolicy, IamPolicy],
    options: { allowedServices: strings("Services whose whole range of actions is accepted.", ["logs", "xray"]) },
    bad: functionAllowed({ Action: "dynamodb:*", Resource }),
    good: functionAllowed({ Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource }),
    *check(stack, { options }) {
        for (const grantee of granteesOf(stack)) {
            const executes = isExecutionRole(grantee);
            for (const { statement, holder } of grantee.grants) {
                const base = { resource: holder, at: statement.path };
                // Every action on every resource is an administrator, and another policy's finding.
                if (all(everyAction(statement), everyResource(statement)).is === "yes" || statement.actions.not)
                    continue;
                for (const action of statement.actions.patterns) {
                    const wide = isWholeService(action) && !options.allowedServices.includes(serviceOf(action) ?? "");
                    if (statement.effect === "Deny" || !wide || isAdministration(action, statement)) continue;
                    yield {
                        ...base,
                        when: all(executes, allows(statement), answer(wide)),
                        message: fact(statement, action),
                    };
                }
                for (const { place } of statement.actions.unknown) {
                    yield {
                        ...base,
                        when: all(executes, allows(statement), undecided(place)),
                        message: "allows actions that are not known yet",
                    };
                }
            }
            for (const { place, holder, at } of grantee.unknown) {
                yield {
                    resource: holder,
                    at,
                    when: all(executes, undecided(place)),
                    message: "allows what is not known yet",
                };
            }
        }
    },
});

/** `s3:*`, and every pattern whose service is itself a wildcard, such as `*`, `s?:*` or `*:Get*`. */
function isWholeService(action: string): boolean {
    return serviceOf(action) === undefined || /:\*+$/.test(action);
}

function isAdministration(action: string, statement: Statement): boolean {
    return /^iam:\*+$/i.test(action) && everyResource(statement).is === "yes";
}

/** Only AWS's own names are repeated: anything else in an action's place may be anything. */
function fact(statement: Statement, action: string): string {
    const service = serviceOf(action);
    const what =
        service === undefined
            ? "every service"
            : isKnownService(service)
              ? service
              : "a service that AWS does not list";
    return `${statementName(statement)} allows every action of ${what}`;
}
