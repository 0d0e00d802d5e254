/** Amazon Aurora DSQL. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { DsqlCluster } from "../types";
import { bad, good } from "./condition";
import { off, on } from "./good";
import { settings } from "./setting";

export const dsql = [
    settings(DsqlCluster, "database", {
        protectedFromDeletion: { at: (cluster) => cluster.deletionProtectionEnabled, good: on, absent: bad },
    }),
    settings(DsqlCluster, "database", {
        protectedFromDeletion: {
            at: (cluster) => cluster.forceDestroy,
            good: off,
            absent: good,
            says: { otherwise: "true, so the cluster is deleted in spite of its protection" },
            fix: "Set it to false, or leave it out.",
        },
    }),
].flat();
