/** Amazon Athena. Its results lie in S3, which encrypts them in any case. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { AthenaDatabase, AthenaWorkgroup } from "../types";
import { bad, given, good, switchedOn, unless } from "./condition";
import { noneOf, on, ownKey } from "./good";
import { usesOwnKey } from "./own-key";
import { settings } from "./setting";

export const athena = [
    settings(AthenaWorkgroup, "analytics", {
        encryptedAtRest: {
            at: ({ configuration }) => configuration.enforceWorkgroupConfiguration,
            good: on,
            absent: good,
            only: unless(switchedOn(({ configuration }) => configuration.enableMinimumEncryptionConfiguration)),
            says: { otherwise: "false, so how results are encrypted is what each client says" },
            fix: "Leave it out, or set enableMinimumEncryptionConfiguration to true.",
            controls: [fsbp("Athena.1")],
        },
        customerKey: {
            at: ({ configuration }) => configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn,
            good: ownKey,
            absent: bad,
            only: unless(switchedOn(({ configuration }) => configuration.managedQueryResultsConfiguration.enabled)),
        },
    }),
    settings(AthenaWorkgroup, "analytics", {
        customerKey: {
            at: ({ configuration }) => configuration.managedQueryResultsConfiguration.encryptionConfiguration.kmsKey,
            good: ownKey,
            absent: bad,
            only: switchedOn(({ configuration }) => configuration.managedQueryResultsConfiguration.enabled),
        },
    }),
    settings(AthenaWorkgroup, "analytics", {
        customerKey: {
            at: ({ configuration }) => configuration.resultConfiguration.encryptionConfiguration.encryptionOption,
            good: noneOf("SSE_S3"),
            absent: bad,
            only: given(({ configuration }) => configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn),
            says: usesOwnKey,
            fix: 'Set it to "SSE_KMS".',
        },
    }),
    settings(AthenaDatabase, "analytics", {
        customerKey: {
            at: (database) => database.encryptionConfiguration.encryptionOption,
            good: noneOf("SSE_S3"),
            absent: bad,
            only: given((database) => database.encryptionConfiguration.kmsKey),
            says: usesOwnKey,
            fix: 'Set it to "SSE_KMS".',
        },
    }),
    settings(AthenaDatabase, "analytics", {
        customerKey: { at: (database) => database.encryptionConfiguration.kmsKey, good: ownKey, absent: bad },
    }),
].flat();
