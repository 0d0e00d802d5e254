import { hasDataApi, LambdaFunction, NeptuneCluster, RdsInstance, RdsProxy } from "../../model/aws";
import { isOf, isReached, type ReachedDatabase, reachedDatabases } from "../../model/graph";
import { all, answer, any, not } from "../../model/values";
import { cwe, declare, defineStackRule, flag, fsbp, ref, sas } from "../../pack";

const orders = { instanceClass: "db.t4g.micro", engine: "postgres" };
const report = declare(LambdaFunction, {
    role: "arn:aws:iam::111122223333:role/report",
    environment: { variables: { DB_HOST: ref("orders.address") } },
});

/**
 * Of databases that functions reach; in the strict profile of all but those that only the Data API asks. What reaches a database by
 * addresses alone, and from another stack, is not seen.
 */
export default defineStackRule({
    id: "db-iam-auth-enabled",
    severity: "medium",
    frameworks: [fsbp("RDS.10"), fsbp("RDS.12"), fsbp("Neptune.7"), cwe(522), sas(2)],
    title: "Functions sign in to databases with their role.",
    why: "A password works for whoever holds it until somebody changes it; a token of IAM ends after fifteen minutes, and a policy says whose it may be.",
    fix: "Set iamDatabaseAuthenticationEnabled: true, and allow the function's role rds-db:connect as its user of the database.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html",
        "https://docs.aws.amazon.com/neptune/latest/userguide/iam-auth.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-setup.html",
    ],
    options: { everyDatabase: flag("Also ask it of databases that no function of the stack reaches.", false) },
    strict: { everyDatabase: true },
    needs: reachedDatabases,
    bad: { orders: declare(RdsInstance, orders), report },
    good: { orders: declare(RdsInstance, { ...orders, iamDatabaseAuthenticationEnabled: true }), report },
    *check(stack, { options }) {
        for (const database of reachedDatabases(stack)) {
            const { resource, signIn } = database;
            const isAsked = any(
                isReached(database),
                all(answer(options.everyDatabase), not(hasDataApi(resource.root))),
            );
            for (const { at, when } of signIn.lacking(resource.root)) {
                const found = at.state === "absent" ? "absent" : "switched off";
                yield {
                    resource,
                    at,
                    when: all(when, signIn.isOffered(resource.root), isAsked),
                    message: `${found}, ${consequence(database)}`,
                    ...fixOf(database),
                };
            }
        }
    },
});

function consequence({ resource, clients }: ReachedDatabase): string {
    const [first, ...more] = clients.map(({ client }) => client.name);
    if (isOf(resource, NeptuneCluster))
        return "and Neptune has no passwords: whatever reaches its port may change every graph";
    if (first === undefined) return "so all sign in with passwords";
    const who = more.length === 0 ? first : `${first} and ${more.length} more`;
    return `so ${who} can sign in with a password alone`;
}

function fixOf({ resource }: ReachedDatabase) {
    if (isOf(resource, RdsProxy))
        return { fix: 'Set iamAuth: "REQUIRED", and allow the function\'s role rds-db:connect on the proxy.' };
    return isOf(resource, NeptuneCluster)
        ? { fix: "Set iamDatabaseAuthenticationEnabled: true, and allow the function's role neptune-db:connect." }
        : {};
}
