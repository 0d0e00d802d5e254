/** AWS CloudTrail, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { cis, fsbp } from "../../frameworks";
import { CloudTrailEventDataStore, CloudTrailTrail } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const cloudTrail = [
    settings(CloudTrailTrail, "trail", {
        customerKey: {
            at: (trail) => trail.kmsKeyId,
            good: ownKey,
            absent: bad,
            controls: [fsbp("CloudTrail.2"), cis("5.0", "3.5")],
        },
    }),
    settings(CloudTrailEventDataStore, "trail", {
        customerKey: { at: (store) => store.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
