/** Amazon SES. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { SesConfigurationSet, SesV2ConfigurationSet } from "../types";
import { bad } from "./condition";
import { oneOf } from "./good";
import { settings } from "./setting";

export const ses = [
    settings(SesV2ConfigurationSet, "mail", {
        encryptedInTransit: { at: (set) => set.deliveryOptions.tlsPolicy, good: oneOf("REQUIRE"), absent: bad },
    }),
    settings(SesConfigurationSet, "mail", {
        encryptedInTransit: {
            at: (set) => set.deliveryOptions.tlsPolicy,
            good: oneOf("Require"),
            absent: bad,
            fix: 'Set deliveryOptions: { tlsPolicy: "Require" }.',
        },
    }),
].flat();
