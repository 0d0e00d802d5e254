/** Amazon EventBridge with its schedules and pipes, which encrypt everything by themselves. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { EventArchive, EventBus, EventConnection, Pipe, Schedule } from "../types";
import { bad, fromVersion } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const events = [
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
    settings(Pipe, "pipe", {
        customerKey: { at: (pipe) => pipe.kmsKeyIdentifier, good: ownKey, absent: bad },
    }),
    settings(Schedule, "schedule", {
        customerKey: { at: (schedule) => schedule.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
