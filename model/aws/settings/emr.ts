/** Amazon EMR. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { inJson } from "../place";
import { EmrSecurityConfiguration } from "../types";
import { good } from "./condition";
import { atLeast, on } from "./good";
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
    // https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html
    settings(EmrSecurityConfiguration, "analytics", {
        tokensDemanded: {
            at: ({ configuration }) =>
                inJson(configuration, "InstanceMetadataServiceConfiguration", "MinimumInstanceMetadataServiceVersion"),
            good: atLeast(2),
            absent: good,
            severity: "medium",
            says: { otherwise: "allows requests without a token on every node of the clusters" },
            fix: "Set MinimumInstanceMetadataServiceVersion: 2.",
        },
    }),
].flat();
