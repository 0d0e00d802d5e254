/** AWS CloudTrail. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { CloudTrailEventDataStore } from "../types";
import { good } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

export const cloudTrail = [
    settings(CloudTrailEventDataStore, "trail", {
        protectedFromDeletion: { at: (store) => store.terminationProtectionEnabled, good: on, absent: good },
    }),
].flat();
