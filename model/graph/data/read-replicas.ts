import { RdsInstance } from "../../aws";
import { type Answer, all, any, holds, no, not } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { pointsTo, possible } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/** What replicas are made from, by each that may be it. */
const replicaLinks = fact([RdsInstance], (stack) =>
    grouped(
        stack.ofType(RdsInstance).map((replica) => {
            const link = stack.link(replica, inputOf(replica, "replicateSourceDb"), RdsInstance);
            return [link, possible(link) as readonly Resource[]] as const;
        }),
    ),
);

/**
 * Has an instance of RDS replicas in this stack that need its master password? Those of SQL Server do not:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
export function hasReadReplicas(stack: Stack, database: Resource): Answer {
    if (!isOf(database, RdsInstance)) return no;
    const replicas = replicaLinks(stack).get(database) ?? [];
    return all(
        any(...replicas.map((link) => pointsTo(link, database))),
        not(holds(database.root.get("engine"), (engine) => /^sqlserver/i.test(engine))),
    );
}
