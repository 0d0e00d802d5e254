/** Amazon EventBridge Scheduler, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { Schedule } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const scheduler = [
    settings(Schedule, "schedule", {
        customerKey: { at: (schedule) => schedule.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
