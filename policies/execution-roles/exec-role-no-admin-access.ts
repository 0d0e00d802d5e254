import { IamPolicy, IamRole, IamRolePolicy } from "../../model/aws";
import { type Grant, granteesOf, isExecutionRole } from "../../model/graph";
import { allows, everyAction, everyResource, someMember, statementName } from "../../model/iam";
import { all, answer, any } from "../../model/values";
import { cis, cwe, defineStackRule, fsbp, functionAllowed, owasp, sas } from "../../pack";

const ADMINISTRATORS = /^arn:[\w-]+:iam::aws:policy\/(?:AdministratorAccess|PowerUserAccess|IAMFullAccess)$/;
export default defineStackRule({
    id: "exec-role-no-admin-access",
    severity: "critical",
    frameworks: [fsbp("IAM.1"), cis("5.0", "1.15"), cis("7.0", "2.14"), cwe(250), cwe(269), sas(4), owasp(5)],
    title: "No execution role is an administrator.",
    why: "One flaw in the code that runs under it hands over the whole account.",
    fix: "List the actions that this code calls, on the ARNs of the resources that it calls them on.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    needs: [IamRole, IamRolePolicy, IamPolicy],
    bad: functionAllowed({ Action: "*", Resource: "*" }),
    good: functionAllowed({
        Action: "dynamodb:GetItem",
        Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
    }),
    *check(stack) {
        for (const grantee of granteesOf(stack)) {
            const executes = isExecutionRole(grantee);
            for (const grant of grantee.grants) {
                yield {
                    resource: grant.holder,
                    when: all(executes, administrates(grant)),
                    at: grant.statement.path,
                    message: fact(grant),
                };
            }
            for (const { arn, holder, at } of grantee.attached) {
                const message = `allows all that ${arn.split("/").at(-1)} does: whoever runs under this role administers the account`;
                yield { resource: holder, when: all(executes, answer(ADMINISTRATORS.test(arn))), at, message };
            }
        }
    },
});

function administrates({ statement }: Grant) {
    // All of IAM is everything else by one more call.
    const wide = any(
        everyAction(statement),
        someMember(statement.actions, (action) => /^iam:\*+$/i.test(action)),
    );
    return all(allows(statement), everyResource(statement), wide);
}

function fact({ statement }: Grant): string {
    const what = statement.actions.not
        ? "all actions but a few"
        : everyAction(statement).is === "yes"
          ? "every action"
          : "every IAM action";
    return `${statementName(statement)} allows ${what} on every resource: whoever runs under this role administers the account`;
}
