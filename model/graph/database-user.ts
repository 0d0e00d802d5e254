import { RdsCluster, RdsInstance } from "../aws";
import type { Stack } from "./stack";

/** The ARN that a statement for `rds-db:connect` should name: of the one database of this stack, or else its form. */
export function databaseUserArn(stack: Stack): string {
    const ids = [
        ...stack.ofType(RdsCluster).map(({ name }) => `${name}.clusterResourceId`),
        ...stack.ofType(RdsInstance).map(({ name }) => `${name}.resourceId`),
    ];
    const [only, ...more] = ids;
    const id = only === undefined || more.length > 0 ? "DBI_RESOURCE_ID" : `\${${only}}`;
    return `arn:aws:rds-db:REGION:ACCOUNT:dbuser:${id}/DB_USER_NAME`;
}
