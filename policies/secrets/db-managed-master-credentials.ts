import { isOwnPassword, masterCredentials, RdsInstance } from "../../model/aws";
import { hasReadReplicas, inputOf } from "../../model/graph";
import { all, not } from "../../model/values";
import { cwe, declare, defineStackRule, placeCause, sas } from "../../pack";

const orders = { engine: "postgres", instanceClass: "db.t4g.micro", username: "orders" };

/** Not of what AWS refuses it for: replicas and, but for SQL Server, what has them, global databases, RDS Custom, Aurora Serverless v1. */
export default defineStackRule({
    id: "db-managed-master-credentials",
    severity: "high",
    frameworks: [cwe(522), cwe(798), sas(7)],
    title: "AWS makes and keeps the master password of a database.",
    why: "A password of one's own is in the program or its state, and stays the same for years; AWS's is in Secrets Manager alone, and changes every week.",
    fix: "Leave the password out and switch the flag on that lets AWS manage it.",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html",
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html",
        "https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-secrets-manager-integration.html",
        "https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-secrets-manager.html",
    ],
    needs: masterCredentials.map(({ type }) => type),
    bad: { orders: declare(RdsInstance, { ...orders, password: "correct-horse" }) },
    good: { orders: declare(RdsInstance, { ...orders, manageMasterUserPassword: true }) },
    *check(stack) {
        for (const credentials of masterCredentials)
            for (const resource of stack.ofType(credentials.type)) {
                const { password, flag } = credentials;
                const at = resource.root.get(password);
                yield {
                    resource,
                    at,
                    when: all(
                        isOwnPassword(credentials, resource.root, (path) => inputOf(resource, path)),
                        not(hasReadReplicas(stack, resource)),
                    ),
                    message: "given as a value, so it stays the same until somebody changes it by hand",
                    fix: `Leave ${password} out and set ${flag}: true; read the password from the secret that AWS makes.`,
                    cause: placeCause(resource.urn, at),
                };
            }
    },
});
