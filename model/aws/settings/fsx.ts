/** Amazon FSx, which encrypts everything by itself. Lustre is for what is computed, not for what is kept. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import {
    FsxFileCache,
    FsxLustreFileSystem,
    FsxOntapFileSystem,
    FsxOntapVolume,
    FsxOpenZfsFileSystem,
    FsxWindowsFileSystem,
} from "../types";
import { bad, when } from "./condition";
import { ownKey } from "./good";
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
    settings(FsxFileCache, "fileSystem", {
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(FsxLustreFileSystem, "fileSystem", {
        customerKey: {
            at: (files) => files.kmsKeyId,
            good: ownKey,
            absent: bad,
            // A scratch file system, as it is unless said, takes no key.
            only: when((files) => files.deploymentType, "PERSISTENT_1", "PERSISTENT_2"),
        },
    }),
    settings(FsxOntapFileSystem, "fileSystem", {
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(FsxOpenZfsFileSystem, "fileSystem", {
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(FsxWindowsFileSystem, "fileSystem", {
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
