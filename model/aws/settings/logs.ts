/** Amazon CloudWatch Logs, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { LogGroup } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const logs = [
    settings(LogGroup, "log", {
        customerKey: { at: (group) => group.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
