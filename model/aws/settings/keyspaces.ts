/** Amazon Keyspaces, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { KeyspacesTable } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const keyspaces = [
    settings(KeyspacesTable, "database", {
        customerKey: { at: (table) => table.encryptionSpecification.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
].flat();
