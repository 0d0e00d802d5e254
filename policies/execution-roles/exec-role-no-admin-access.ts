import {
    attachesAdministrator,
    type Held,
    type Identity,
    identitiesOf,
    isJudgedBy,
    makesAdministrator,
    placeOf,
    saidOfCode,
    unreadOf,
    whoActs,
    workloadsOf,
} from "../../model/graph";
import { type Statement, statementName } from "../../model/iam";
import { all, no, undecided } from "../../model/values";
import { cis, cwe, defineStackRule, fsbp, functionAllowed, owasp, sas } from "../../pack";

/**
 * Roles that only people assume, for a session, may administer; users and groups are human-policy-no-admin-access's. A denial or a boundary that holds an administrator back is named in the finding: it is one change away from being lifted.
 */
export default defineStackRule({
    id: "exec-role-no-admin-access",
    severity: "critical",
    frameworks: [fsbp("IAM.1"), cis("5.0", "1.15"), cis("7.0", "2.14"), cwe(250), cwe(269), sas(4), owasp(5)],
    title: "No program, pipeline or customer is an administrator.",
    why: "One flaw in the code, the pipeline or the application behind it hands over the whole account.",
    fix: "List the actions that this code calls, on the ARNs of the resources that it calls them on.",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"],
    needs: [identitiesOf, workloadsOf],
    bad: functionAllowed({ Action: "*", Resource: "*" }),
    good: functionAllowed({
        Action: "dynamodb:GetItem",
        Resource: "arn:aws:dynamodb:eu-west-1:111122223333:table/orders",
    }),
    *check(stack) {
        for (const identity of identitiesOf(stack)) {
            const executes = isJudgedBy(identity, "administration");
            for (const held of identity.held) {
                const makes = makesAdministrator(identity, held.statement);
                const when = makes.is === "no" ? no : all(executes, makes);
                if (when.is === "no") {
                    yield { resource: held.holder, at: held.at, when, message: "" };
                    continue;
                }
                const message = `${fact(held, identity)}${saidOfCode(stack, identity, held)}`;
                // What nobody has yet is not in anybody's hands.
                const severity = identity.kind === "policy" ? "high" : "critical";
                yield { ...placeOf(held), when, message, severity };
            }
            for (const attached of identity.attached) {
                const when = all(executes, attachesAdministrator(identity, attached));
                if (when.is === "no") continue;
                const message = `allows all that ${attached.arn.split("/").at(-1)} does: ${whoActs(identity)} administers the account${held(identity)}${saidOfCode(stack, identity, attached)}`;
                yield { ...placeOf(attached), when, message };
            }
            yield* unreadOf(identity, executes);
            // What lives in other stacks is named here, once, and not by every policy on roles.
            for (const { place, holder, at, elsewhere } of identity.unread) {
                if (elsewhere)
                    yield { resource: holder, at, when: all(executes, undecided(place)), message: ELSEWHERE };
            }
        }
        for (const { resource, at, role } of workloadsOf(stack)) {
            if (role.kind === "outside" || role.kind === "unknown")
                yield { resource, at, when: undecided(at.place), message: ELSEWHERE };
        }
    },
});

const ELSEWHERE = "allows what another stack or program declares: it is judged there";

function fact({ statement }: Held, identity: Identity): string {
    return `${statementName(statement)} allows ${what(statement)} on every resource: ${whoActs(identity)} administers the account${held(identity)}`;
}

function what({ actions }: Statement): string {
    if (actions.not) return "all actions but a few";
    return actions.patterns.some((pattern) => /^\*+(?::\*+)?$/.test(pattern)) ? "every action" : "every IAM action";
}

function held({ boundary, permissions }: Identity): string {
    if (boundary.kind === "unread")
        return ", as far as its permissions boundary, which is declared elsewhere, does not hold it back";
    const effective = permissions.allows("iam:CreatePolicyVersion");
    return effective.is === "no" ? ", held back only by its permissions boundary or a denial" : "";
}
