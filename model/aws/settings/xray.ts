/** AWS X-Ray, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { XRayEncryptionConfig } from "../types";
import { bad, given } from "./condition";
import { oneOf, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const xray = [
    settings(XRayEncryptionConfig, "log", {
        customerKey: { at: (traces) => traces.keyId, good: ownKey, absent: bad },
    }),
    settings(XRayEncryptionConfig, "log", {
        customerKey: {
            at: (traces) => traces.type,
            good: oneOf("KMS"),
            absent: bad,
            only: given((traces) => traces.keyId),
            says: usesOwnKey,
            fix: 'Set it to "KMS".',
        },
    }),
].flat();
