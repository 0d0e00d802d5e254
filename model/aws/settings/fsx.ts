/** Amazon FSx, which encrypts everything by itself. Lustre is for what is computed, not for what is kept. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { FsxOntapFileSystem, FsxOntapVolume, FsxOpenZfsFileSystem, FsxWindowsFileSystem } from "../types";
import { keptForDays, withoutSnapshot } from "./keeping";
import { settings } from "./setting";

export const fsx = [
    settings(FsxOntapFileSystem, "fileSystem", {
        recoverable: keptForDays((files) => files.automaticBackupRetentionDays, "none"),
    }),
    settings(FsxOntapVolume, "fileSystem", {
        protectedFromDeletion: { at: (volume) => volume.skipFinalBackup, ...withoutSnapshot },
    }),
    settings(FsxOpenZfsFileSystem, "fileSystem", {
        protectedFromDeletion: { at: (files) => files.skipFinalBackup, ...withoutSnapshot },
        recoverable: keptForDays((files) => files.automaticBackupRetentionDays, "none"),
    }),
    settings(FsxWindowsFileSystem, "fileSystem", {
        protectedFromDeletion: { at: (files) => files.skipFinalBackup, ...withoutSnapshot },
        recoverable: keptForDays((files) => files.automaticBackupRetentionDays, "enough"),
    }),
].flat();
