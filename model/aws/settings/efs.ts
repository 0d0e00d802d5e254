/** Amazon EFS. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { EfsFileSystem, EfsReplicationConfiguration } from "../types";
import { bad, given, switchedOn } from "./condition";
import { on, ownKey } from "./good";
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
