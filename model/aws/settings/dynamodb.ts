/** Amazon DynamoDB, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { each } from "../place";
import { DynamoDbTable, DynamoDbTableReplica } from "../types";
import { bad, given } from "./condition";
import { on, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const dynamoDb = [
    settings(DynamoDbTable, "table", {
        customerKey: { at: (table) => table.serverSideEncryption.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(DynamoDbTable, "table", {
        customerKey: {
            at: (table) => each(table.replicas).kmsKeyArn,
            good: ownKey,
            absent: bad,
            // Where the table itself has none, that is said once.
            only: given((table) => table.serverSideEncryption.kmsKeyArn),
        },
    }),
    settings(DynamoDbTable, "table", {
        customerKey: {
            at: (table) => table.serverSideEncryption.enabled,
            good: on,
            absent: bad,
            only: given((table) => table.serverSideEncryption.kmsKeyArn),
            says: usesOwnKey,
            fix: "Set it to true.",
        },
    }),
    settings(DynamoDbTableReplica, "table", {
        customerKey: { at: (replica) => replica.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
