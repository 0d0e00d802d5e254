/** AWS AppSync, which encrypts its caches by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { AppSyncApiCache } from "../types";
import { good } from "./condition";
import { on } from "./good";
import { settings } from "./setting";

export const appSync = [
    settings(AppSyncApiCache, "apiCache", {
        encryptedAtRest: {
            at: (cache) => cache.atRestEncryptionEnabled,
            good: on,
            absent: good,
            severity: "low",
            says: { otherwise: "false, which AppSync does not heed any more: it says the opposite of what holds" },
            fix: "Leave it out, or set it to true.",
        },
    }),
].flat();
