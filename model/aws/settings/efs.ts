/** Amazon EFS. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { EfsBackupPolicy, EfsFileSystem, EfsReplicationConfiguration } from "../types";
import { backedUp } from "./backed-up";
import { bad, companion, either, given, switchedOn } from "./condition";
import { anything, noneOf, on, ownKey } from "./good";
import { settings } from "./setting";

export const efs = [
    settings(EfsFileSystem, "fileSystem", {
        encryptedAtRest: {
            at: (files) => files.encrypted,
            good: on,
            absent: bad,
            controls: [fsbp("EFS.1"), fsbp("EFS.8"), cis("5.0", "2.3.1"), cis("7.0", "3.3.1")],
        },
        customerKey: {
            at: (files) => files.kmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((files) => files.encrypted),
        },
        // https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html: in one zone EFS backs up by itself, elsewhere only its console does.
        recoverable: {
            at: (files) => files,
            good: anything,
            absent: either(
                companion(EfsBackupPolicy, (policy) => policy.fileSystemId),
                given((files) => files.availabilityZoneName),
                backedUp,
            ),
            says: { absent: "has no backup policy, so what is deleted or overwritten here is lost" },
            fix: 'Add an aws.efs.BackupPolicy with fileSystemId: files.id and backupPolicy: { status: "ENABLED" }.',
            controls: [fsbp("EFS.2")],
        },
    }),
    settings(EfsBackupPolicy, "fileSystem", {
        recoverable: {
            at: (policy) => policy.backupPolicy.status,
            good: noneOf("DISABLED"),
            absent: bad,
            fix: 'Set backupPolicy: { status: "ENABLED" }.',
        },
    }),
    // What it makes is always encrypted; what was there before is judged by itself.
    settings(EfsReplicationConfiguration, "fileSystem", {
        customerKey: {
            at: (replication) => replication.destination.kmsKeyId,
            good: ownKey,
            absent: given((replication) => replication.destination.fileSystemId),
        },
    }),
].flat();
