/** Amazon Timestream for InfluxDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { TimestreamInfluxDb, TimestreamInfluxDbCluster } from "../types";
import { good } from "./condition";
import { off } from "./good";
import { settings } from "./setting";

export const timestream = [
    settings(TimestreamInfluxDb, "database", {
        private: { at: (db) => db.publiclyAccessible, good: off, absent: good },
    }),
    settings(TimestreamInfluxDbCluster, "database", {
        private: { at: (cluster) => cluster.publiclyAccessible, good: off, absent: good },
    }),
].flat();
