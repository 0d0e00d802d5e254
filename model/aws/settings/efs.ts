/** Amazon EFS. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { EfsFileSystem } from "../types";
import { bad } from "./condition";
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
        customerKey: { at: (files) => files.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
