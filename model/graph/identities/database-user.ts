import { RdsCluster, RdsInstance } from "../../aws";
import { outputOf } from "../expression";
import type { Stack } from "../stack";

/** The ARN that a statement for `rds-db:connect` should name, as code: of the one database of this stack, or else its form. */
export function databaseUserArn(stack: Stack): string {
    const ids = [
        ...stack.ofType(RdsCluster).map((cluster) => outputOf(cluster, "clusterResourceId").code),
        ...stack.ofType(RdsInstance).map((instance) => outputOf(instance, "resourceId").code),
    ];
    const [only, ...more] = ids;
    return only === undefined || more.length > 0
        ? '"arn:aws:rds-db:REGION:ACCOUNT:dbuser:DBI_RESOURCE_ID/DB_USER_NAME"'
        : `pulumi.interpolate\`arn:aws:rds-db:REGION:ACCOUNT:dbuser:\${${only}}/DB_USER_NAME\``;
}
