/** Amazon DynamoDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { each } from "../place";
import { DynamoDbTable, DynamoDbTableReplica } from "../types";
import { backedUp } from "./backed-up";
import { bad, both, given, good, switchedOn, unless } from "./condition";
import { atLeast, on, ownKey } from "./good";
import { somethingStays } from "./keeping";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

/** What a replica loses, the table in the other regions still has. */
const replica = { good: on, absent: bad, severity: "medium" } as const;
const unprotected = {
    says: {
        absent: "absent, so one call deletes this replica, and with it what its region reads",
        otherwise: "false, so one call deletes this replica, and with it what its region reads",
    },
};

export const dynamoDb = [
    settings(DynamoDbTable, "table", {
        protectedFromDeletion: {
            at: (table) => table.deletionProtectionEnabled,
            good: on,
            absent: bad,
            // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery_Howitworks.html
            milder: somethingStays(
                switchedOn((table) => table.pointInTimeRecovery.enabled),
                "a backup of its last state stays for 35 days",
            ),
            controls: [fsbp("DynamoDB.6")],
        },
        recoverable: {
            at: (table) => table.pointInTimeRecovery.enabled,
            good: on,
            absent: bad,
            only: unless(backedUp),
            fix: "Set pointInTimeRecovery: { enabled: true }.",
            controls: [fsbp("DynamoDB.2")],
        },
    }),
    settings(DynamoDbTable, "table", {
        protectedFromDeletion: {
            at: (table) => each(table.replicas).deletionProtectionEnabled,
            ...replica,
            ...unprotected,
        },
        recoverable: {
            at: (table) => each(table.replicas).pointInTimeRecovery,
            good: on,
            absent: bad,
            only: unless(backedUp),
        },
    }),
    settings(DynamoDbTable, "table", {
        recoverable: {
            at: (table) => table.pointInTimeRecovery.recoveryPeriodInDays,
            good: atLeast(7),
            absent: good,
            only: both(
                switchedOn((table) => table.pointInTimeRecovery.enabled),
                unless(backedUp),
            ),
            severity: "low",
            says: { otherwise: "fewer than 7 days, so what is noticed later cannot be undone" },
            fix: "Set it to 7 or more, or leave it out for 35.",
        },
    }),
    settings(DynamoDbTableReplica, "table", {
        protectedFromDeletion: {
            at: (one) => one.deletionProtectionEnabled,
            ...replica,
            ...unprotected,
        },
        recoverable: { at: (one) => one.pointInTimeRecovery, good: on, absent: bad },
    }),
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
