/** Amazon EventBridge. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { EventArchive, EventBus, EventConnection } from "../types";
import { bad, fromVersion, good, says } from "./condition";
import { noneOf, ownKey } from "./good";
import { settings } from "./setting";

export const eventbridge = [
    settings(EventBus, "bus", {
        discreet: {
            at: (bus) => bus.logConfig.includeDetail,
            good: noneOf("FULL"),
            absent: good,
            only: says((bus) => bus.logConfig.level, noneOf("OFF")),
            fix: 'Set logConfig.includeDetail: "NONE".',
        },
    }),
    settings(EventBus, "bus", {
        customerKey: { at: (bus) => bus.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
    settings(EventArchive, "bus", {
        customerKey: {
            at: (archive) => archive.kmsKeyIdentifier,
            good: ownKey,
            absent: bad,
            // Version 6 of the provider does not have it.
            only: fromVersion(7),
        },
    }),
    settings(EventConnection, "bus", {
        customerKey: { at: (connection) => connection.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
].flat();
