import {
    type Allowed,
    type Identity,
    identitiesOf,
    narrowerResource,
    onceConditionsAreKnown,
    onGrants,
    placeOf,
} from "../../model/graph";
import { extentOf, listed, narrowing, openNames, openResource, shownResource, statementName } from "../../model/iam";
import { cwe, defineStackRule, functionAllowed, owasp, type Severity, sas } from "../../pack";

const READS = /^(?:secretsmanager:getsecretvalue|ssm:getparameter(?:s|sbypath|history)?)$/i;
const Action = "secretsmanager:GetSecretValue";

/**
 * A namespace (`parameter/prod/orders/*`, `secret:orders-*`) is a name. `secretsmanager:BatchGetSecretValue` can only stand on `*`, and
 * gives no secret that GetSecretValue does not. AWS-managed policies and `NotResource` are other rules' findings.
 */
export default defineStackRule({
    id: "exec-role-secret-read-scoped",
    severity: "critical",
    frameworks: [cwe(522), cwe(732), sas(7), owasp(3)],
    title: "Roles, users and groups read the secrets of their own application.",
    why: "One flaw in this code, or one stolen credential, gives away every password and key of the account, of other teams and of other environments too.",
    fix: "Name the secret's ARN, or the path that holds this application's parameters in this environment.",
    sources: [
        "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html",
        "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
    ],
    needs: identitiesOf,
    bad: functionAllowed({ Action, Resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:*" }),
    good: functionAllowed({
        Action,
        Resource: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders-??????",
    }),
    *check(stack) {
        const reads = (action: string) => READS.test(action);
        yield* onGrants(stack, "dataRights", reads, (grant, identity) => {
            const found = judged(identity, grant);
            if (!found) return undefined;
            const fix = narrowerResource(stack, identity, found.actions);
            const when = onceConditionsAreKnown(grant.when, grant.held.statement);
            return { ...found, ...placeOf(grant.held), when, fix };
        });
    },
});

function judged({ permissions }: Identity, { held: { statement }, actions }: Allowed): Finding | undefined {
    const narrow = narrowing(statement);
    if (statement.resources?.not || narrow === "resource") return undefined;
    const reached = actions.map(({ action }) => ({
        action,
        extent: extentOf(permissions, statement, action),
        open: openNames(statement, action),
    }));
    const every = reached.filter(({ extent }) => extent === "any");
    // A pattern that would open all is held back by a boundary or denial where the extent is less than that.
    const some = reached.filter(
        ({ action, extent, open }) => extent === "family" && open.some((pattern) => !openResource(action, pattern)),
    );
    const found = every.length > 0 ? every : some;
    if (found.length === 0) return undefined;
    const names = found.map(({ action }) => action);
    const pattern = found.flatMap(({ open }) => open)[0];
    const shown = pattern === undefined ? "" : ` (${shownResource(pattern)})`;
    const kinds = new Set(names.map((action) => (/^ssm:/i.test(action) ? "parameter" : "secret")));
    const what = `every ${[...kinds].join(" and ")}${every.length > 0 ? "" : " whose name goes on alike"}`;
    const weight = every.length > 0 ? "critical" : "high";
    return {
        actions: names,
        message: `${statementName(statement)} allows ${listed(names)} on ${what}${shown}`,
        severity: narrow === "circumstances" ? "medium" : weight,
    };
}

interface Finding {
    readonly actions: readonly string[];
    readonly message: string;
    readonly severity: Severity;
}
