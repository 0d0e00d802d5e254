/** AWS X-Ray, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { XRayEncryptionConfig } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const xray = [
    settings(XRayEncryptionConfig, "log", {
        customerKey: { at: (traces) => traces.keyId, good: ownKey, absent: bad },
    }),
].flat();
