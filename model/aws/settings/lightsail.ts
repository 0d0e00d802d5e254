/** Amazon Lightsail. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { LightsailBucket, LightsailDatabase } from "../types";
import { good } from "./condition";
import { off, on } from "./good";
import { emptied, withoutSnapshot } from "./keeping";
import { settings } from "./setting";

export const lightsail = [
    settings(LightsailBucket, "bucket", {
        protectedFromDeletion: { at: (bucket) => bucket.forceDelete, ...emptied("objects") },
    }),
    settings(LightsailDatabase, "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good },
        protectedFromDeletion: { at: (db) => db.skipFinalSnapshot, ...withoutSnapshot },
        recoverable: { at: (db) => db.backupRetentionEnabled, good: on, absent: good },
    }),
].flat();
