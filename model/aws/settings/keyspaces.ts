/** Amazon Keyspaces. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { KeyspacesTable } from "../types";
import { bad, given } from "./condition";
import { oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const keyspaces = [
    settings(KeyspacesTable, "database", {
        recoverable: {
            at: (table) => table.pointInTimeRecovery.status,
            good: oneOf("ENABLED"),
            absent: bad,
            fix: 'Set pointInTimeRecovery: { status: "ENABLED" }.',
        },
    }),
    settings(KeyspacesTable, "database", {
        customerKey: { at: (table) => table.encryptionSpecification.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
    settings(KeyspacesTable, "database", {
        customerKey: {
            at: (table) => table.encryptionSpecification.type,
            good: oneOf("CUSTOMER_MANAGED_KMS_KEY"),
            absent: bad,
            only: given((table) => table.encryptionSpecification.kmsKeyIdentifier),
            says: usesOwnKey,
            fix: 'Set it to "CUSTOMER_MANAGED_KMS_KEY".',
        },
    }),
].flat();
