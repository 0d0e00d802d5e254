/** Amazon Timestream, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { TimestreamDatabase, TimestreamInfluxDb, TimestreamInfluxDbCluster } from "../types";
import { bad, good } from "./condition";
import { off, ownKey } from "./good";
import { settings } from "./setting";

export const timestream = [
    settings(TimestreamDatabase, "database", {
        customerKey: { at: (db) => db.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(TimestreamInfluxDb, "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good },
    }),
    settings(TimestreamInfluxDbCluster, "database", {
        private: { at: (cluster) => cluster.publiclyAccessible, good: off, absent: good },
    }),
].flat();
