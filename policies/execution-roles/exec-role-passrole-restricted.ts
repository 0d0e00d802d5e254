import {
    type Identity,
    identitiesOf,
    narrowerPassRole,
    onGrants,
    passedToCondition,
    placeOf,
    type Stack,
} from "../../model/graph";
import {
    type Extent,
    extentOf,
    isWildcard,
    requiredOn,
    type Statement,
    shownResource,
    statementName,
    worksOn,
    worksThrough,
} from "../../model/iam";
import { type Answer, all, answer, any, undecided, unless } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, type Judgement, sas } from "../../pack";

const KEYS = ["iam:PassedToService", "iam:AssociatedResourceArn"];
const RunTask = { Action: "ecs:RunTask", Resource: "arn:aws:ecs:eu-west-1:111122223333:task-definition/report" };

/**
 * A role can only be passed within its account, so a wildcard in place of the account alone names one role. Administrators,
 * `NotAction`, `NotResource` and AWS-managed policies are other rules' findings.
 */
export default defineStackRule({
    id: "exec-role-passrole-restricted",
    severity: "high",
    frameworks: [cwe(269), cwe(441), sas(4)],
    title: "Whoever may pass roles passes named ones, to a named service.",
    why: "A role that can be passed can be used: whoever takes over this code or this credential runs work under it, with all that it may do.",
    fix: "Name in Resource the roles that are passed, and require iam:PassedToService.",
    sources: [
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
    ],
    needs: identitiesOf,
    bad: functionAllowed(RunTask, { Action: "iam:PassRole", Resource: "*" }),
    good: functionAllowed(RunTask, {
        Action: "iam:PassRole",
        Resource: "arn:aws:iam::111122223333:role/report-task",
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    }),
    *check(stack) {
        const passes = (action: string) => /^iam:passrole$/i.test(action);
        yield* onGrants(stack, "dataRights", passes, ({ held }, identity) => {
            const { statement } = held;
            if (statement.resources?.not) return undefined;
            const when = worksThrough(identity.permissions, statement, "iam:PassRole");
            return { ...placeOf(held), ...judged(stack, identity, statement, when) };
        });
    },
});

function judged(stack: Stack, identity: Identity, statement: Statement, when: Answer): Omit<Judgement, "at"> {
    const { permissions } = identity;
    const extent = extentOf(permissions, statement, "iam:PassRole");
    const required = requiredOn(permissions, statement, "iam:PassRole", ...KEYS);
    // A condition that is not known yet may be the one that is asked for.
    const demanded = any(answer(required.length > 0), ...statement.unknown.map((place) => undecided(place)));
    const base = `${statementName(statement)} allows iam:PassRole on`;
    if (extent === "named") {
        const message = `${base} named roles without iam:PassedToService: they can be passed to any service that they trust`;
        return { when: unless(when, demanded), message, severity: "medium", fix: passedToCondition(identity) };
    }
    const message = `${base} ${whichRoles(statement, extent)}: each of them, and each that is made later, can be put to use`;
    const fix = narrowerPassRole(stack, identity);
    if (extent === "any" || demanded.is === "no") return { when, message, severity: "high", fix };
    // How much it weighs, a condition tells that is not known yet.
    return { when: all(when, demanded), message, severity: "medium", fix };
}

function whichRoles({ resources }: Statement, extent: Extent): string {
    const open = resources?.patterns.find((pattern) => isWildcard(pattern) && worksOn("iam:PassRole", pattern));
    const shown = open === undefined ? "" : ` (${shownResource(open)})`;
    return extent === "any" ? `every role${shown}` : `roles of a path or beginning of a name${shown}`;
}
