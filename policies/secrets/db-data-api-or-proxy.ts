import { canBeAskedWithoutConnection, hasDataApi, LambdaFunction, RdsCluster } from "../../model/aws";
import { isOf, isReached, reachedDatabases } from "../../model/graph";
import { all, isTrue, not } from "../../model/values";
import { cwe, declare, defineStackRule, ref, sas } from "../../pack";

const orders = { engine: "aurora-postgresql" };
const report = declare(LambdaFunction, {
    role: "arn:aws:iam::111122223333:role/report",
    environment: { variables: { DB_HOST: ref("orders.endpoint") } },
});

/** A cluster to which functions sign in with their role, as db-iam-auth-enabled asks, holds no password of theirs either. */
export default defineStackRule({
    id: "db-data-api-or-proxy",
    severity: "low",
    frameworks: [cwe(522), sas(7)],
    title: "Functions ask Aurora through the Data API or a proxy.",
    why: "A function that opens connections itself holds the database's password in its memory, and many at once exhaust the connections.",
    fix: "Set enableHttpEndpoint: true and call rds-data with the secret's ARN, or put an aws.rds.Proxy before it.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-proxy.html",
    ],
    needs: reachedDatabases,
    bad: { orders: declare(RdsCluster, orders), report },
    good: {
        orders: declare(RdsCluster, { ...orders, enableHttpEndpoint: true }),
        report: declare(LambdaFunction, {
            role: "arn:aws:iam::111122223333:role/report",
            environment: { variables: { LEDGER: ref("orders.arn") } },
        }),
    },
    *check(stack) {
        for (const database of reachedDatabases(stack)) {
            const { resource, isBehindProxy } = database;
            if (!isOf(resource, RdsCluster) || isBehindProxy) continue;
            yield {
                resource,
                at: resource.inputs.enableHttpEndpoint,
                when: all(
                    isReached(database),
                    canBeAskedWithoutConnection(resource.root),
                    not(hasDataApi(resource.root)),
                    not(isTrue(resource.inputs.iamDatabaseAuthenticationEnabled, false)),
                ),
                message: "absent or false, and no proxy stands before it, so functions connect with a password",
            };
        }
    },
});
