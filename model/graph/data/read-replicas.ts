import { RdsInstance } from "../../aws";
import { type Answer, all, any, holds, no, not } from "../../values";
import { pointsTo } from "../link";
import { inputOf, isOf, type Resource } from "../resource";
import type { Stack } from "../stack";

/**
 * Has an instance of RDS replicas in this stack that need its master password? Those of SQL Server do not:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html#rds-secrets-manager-limitations
 */
export function hasReadReplicas(stack: Stack, database: Resource): Answer {
    if (!isOf(database, RdsInstance)) return no;
    const replicas = stack.ofType(RdsInstance).map((other) => {
        const link = stack.link(other, inputOf(other, "replicateSourceDb"), RdsInstance);
        return link.kind === "unknown" ? no : pointsTo(link, database);
    });
    return all(any(...replicas), not(holds(database.root.get("engine"), (engine) => /^sqlserver/i.test(engine))));
}
