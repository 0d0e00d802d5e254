/** Amazon Keyspaces. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { KeyspacesTable } from "../types";
import { bad } from "./condition";
import { oneOf } from "./good";
import { settings } from "./setting";

export const keyspaces = [
    settings(KeyspacesTable, "database", {
        recoverable: {
            at: (table) => table.pointInTimeRecovery.status,
            good: oneOf("ENABLED"),
            absent: bad,
            fix: 'Set pointInTimeRecovery to { status: "ENABLED" }.',
        },
    }),
].flat();
