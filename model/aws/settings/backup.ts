/** AWS Backup. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { BackupVault } from "../types";
import { emptied } from "./keeping";
import { settings } from "./setting";

export const backup = [
    settings(BackupVault, "backup", {
        protectedFromDeletion: { at: (vault) => vault.forceDestroy, ...emptied("recovery points") },
    }),
].flat();
