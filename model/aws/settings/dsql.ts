/** Amazon Aurora DSQL, which encrypts everything by itself. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { DsqlCluster } from "../types";
import { bad } from "./condition";
import { ownKey } from "./good";
import { settings } from "./setting";

export const dsql = [
    settings(DsqlCluster, "database", {
        customerKey: { at: (cluster) => cluster.kmsEncryptionKey, good: ownKey, absent: bad },
    }),
].flat();
