/** AWS Backup. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { BackupLogicallyAirGappedVault, BackupVault } from "../types";
import { bad, fromVersion } from "./condition";
import { ownKey } from "./good";
import { emptied } from "./keeping";
import { settings } from "./setting";

export const backup = [
    settings(BackupVault, "backup", {
        protectedFromDeletion: { at: (vault) => vault.forceDestroy, ...emptied("recovery points") },
    }),
    settings(BackupVault, "backup", {
        customerKey: { at: (vault) => vault.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(BackupLogicallyAirGappedVault, "backup", {
        customerKey: {
            at: (vault) => vault.encryptionKeyArn,
            good: ownKey,
            absent: bad,
            // Version 6 of the provider does not have it.
            only: fromVersion(7),
        },
    }),
].flat();
