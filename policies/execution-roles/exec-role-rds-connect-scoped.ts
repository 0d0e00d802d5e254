import {
    type Allowed,
    databaseUserArn,
    type Identity,
    identitiesOf,
    onceConditionsAreKnown,
    onGrants,
    placeOf,
} from "../../model/graph";
import { narrowing, openLogins, shownResource, statementName, unknownLogins } from "../../model/iam";
import { all, undecided } from "../../model/values";
import { cwe, defineStackRule, functionAllowed, type Judgement, sas } from "../../pack";

const Action = "rds-db:connect";
const logins = "arn:aws:rds-db:eu-west-1:111122223333:dbuser:";

/** AWS-managed policies, administrators and `NotResource` are other rules' findings. */
export default defineStackRule({
    id: "exec-role-rds-connect-scoped",
    severity: "high",
    frameworks: [cwe(732), sas(4)],
    title: "Roles, users and groups log in to a named database as a named user.",
    why: "A login as any user is a login as the database's owner: whoever takes over this code or this credential reads, changes and drops everything in it.",
    fix: "Name the database's resource id and the user that the application has in it.",
    sources: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html"],
    needs: identitiesOf,
    bad: functionAllowed({ Action, Resource: `${logins}db-ABCDEFGHIJKL01234/*` }),
    good: functionAllowed({ Action, Resource: `${logins}db-ABCDEFGHIJKL01234/orders` }),
    *check(stack) {
        const fix = `Name the database and the user: Resource: ${databaseUserArn(stack)} (of a proxy, the prx-… that ends its ARN).`;
        const connects = (action: string) => action.toLowerCase() === Action;
        yield* onGrants(stack, "dataRights", connects, (grant, identity) => {
            const found = judged(identity, grant);
            return found && { ...found, ...placeOf(grant.held), fix };
        });
    },
});

function judged({ permissions }: Identity, { held, when }: Allowed): Omit<Judgement, "at"> | undefined {
    const { statement } = held;
    if (statement.resources?.not) return undefined;
    const base = `${statementName(statement)} allows rds-db:connect`;
    const open = openLogins(permissions, statement);
    const [login] = [...open.filter(({ user }) => user), ...open];
    if (!login) {
        const places = unknownLogins(statement);
        const message = `${base} as a user that is not known yet`;
        return places.length > 0 ? { when: all(when, undecided(...places)), message } : undefined;
    }
    const to = login.database ? "to every database" : "to a database";
    const message = `${base} ${to} as ${login.user ? "every user" : "a named user"} (${shownResource(login.pattern)})`;
    const known = onceConditionsAreKnown(when, statement);
    return { when: known, message, severity: login.user && narrowing(statement) === "nothing" ? "high" : "medium" };
}
