/** AWS CloudTrail. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { cis, fsbp } from "../../frameworks";
import { CloudTrailEventDataStore, CloudTrailTrail } from "../types";
import { bad, good } from "./condition";
import { anything, off, on } from "./good";
import { settings } from "./setting";

export const cloudtrail = [
    settings(CloudTrailTrail, "trail", {
        logged: {
            at: (trail) => trail.enableLogging,
            good: on,
            absent: good,
            says: { otherwise: "false, so nothing is recorded" },
            fix: "Set enableLogging: true, or leave it out.",
        },
    }),
    settings(CloudTrailTrail, "trail", {
        logged: {
            at: (trail) => trail.enableLogFileValidation,
            good: on,
            absent: bad,
            says: {
                absent: "absent, so files of the trail can be changed unseen",
                otherwise: "false, so files of the trail can be changed unseen",
            },
            fix: "Set enableLogFileValidation: true.",
            controls: [fsbp("CloudTrail.4"), cis("5.0", "3.2"), cis("7.0", "4.2")],
        },
    }),
    settings(CloudTrailTrail, "trail", {
        logged: {
            at: (trail) => trail.cloudWatchLogsGroupArn,
            good: anything,
            absent: bad,
            profile: "strict",
            severity: "low",
            says: { absent: "absent, so no alarm can watch what it records" },
            fix: "Set cloudWatchLogsGroupArn to a group's ARN with :* behind it, and cloudWatchLogsRoleArn.",
            controls: [fsbp("CloudTrail.5")],
        },
    }),
    settings(CloudTrailTrail, "trail", {
        logged: {
            at: (trail) => trail.kmsKeyId,
            good: anything,
            absent: bad,
            profile: "strict",
            severity: "low",
            says: { absent: "absent, so whoever may read the bucket may read what it records" },
            fix: "Set kmsKeyId to the ARN of a key that only auditors may decrypt with.",
            controls: [fsbp("CloudTrail.2"), cis("5.0", "3.5"), cis("7.0", "4.5")],
        },
    }),
    settings(CloudTrailEventDataStore, "trail", {
        logged: {
            at: (store) => store.suspend,
            good: off,
            absent: good,
            says: { otherwise: "true, so nothing is recorded" },
            fix: "Leave suspend out.",
        },
        protectedFromDeletion: { at: (store) => store.terminationProtectionEnabled, good: on, absent: good },
    }),
].flat();
