/** AWS Database Migration Service. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { DmsInstanceProfile, DmsReplicationInstance } from "../types";
import { bad, good } from "./condition";
import { off, on, ownKey } from "./good";
import { settings } from "./setting";

export const dms = [
    settings(DmsReplicationInstance, "replication", {
        private: {
            at: (instance) => instance.publiclyAccessible,
            good: off,
            // DMS itself makes it public; the provider always sends false.
            absent: good,
            controls: [fsbp("DMS.1")],
        },
        upgraded: {
            at: (instance) => instance.autoMinorVersionUpgrade,
            good: on,
            // Here too the provider sends false.
            absent: bad,
            controls: [fsbp("DMS.6")],
        },
        customerKey: { at: (instance) => instance.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(DmsInstanceProfile, "replication", {
        private: {
            at: (profile) => profile.publiclyAccessible,
            good: off,
            absent: bad,
            says: {
                absent: "absent, which DMS takes for true: what migrates under this profile gets a public address",
            },
        },
    }),
].flat();
