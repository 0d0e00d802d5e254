/** Amazon EMR. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { inJson } from "../place";
import { EmrSecurityConfiguration } from "../types";
import { good } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

export const emr = [
    settings(EmrSecurityConfiguration, "analytics", {
        encryptedAtRest: {
            at: (security) => inJson(security.configuration, "EncryptionConfiguration", "EnableAtRestEncryption"),
            good: on,
            // Without a word of encryption it is about something else.
            absent: good,
        },
    }),
].flat();
