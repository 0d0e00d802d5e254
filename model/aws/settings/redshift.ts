/** Amazon Redshift. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */

import { fsbp } from "../../frameworks";
import { RedshiftCluster, RedshiftServerlessNamespace, RedshiftServerlessWorkgroup } from "../types";
import { bad, either, fromVersion, good, inherited } from "./condition";
import { off, on, oneOf, some } from "./good";
import { keptForDays, withoutSnapshot } from "./keeping";
import { settings } from "./setting";

export const redshift = [
    settings(RedshiftCluster, "warehouse", {
        encryptedAtRest: {
            at: (cluster) => cluster.encrypted,
            good: on,
            absent: either(
                fromVersion(7),
                inherited(
                    (cluster) => cluster.snapshotIdentifier,
                    (cluster) => cluster.snapshotArn,
                ),
            ),
            changed: {
                since: "2025-01-10",
                enforced: false,
                source: "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html",
            },
            controls: [fsbp("Redshift.10")],
        },
        private: {
            at: (cluster) => cluster.publiclyAccessible,
            good: off,
            absent: fromVersion(7),
            controls: [fsbp("Redshift.1")],
        },
        protectedFromDeletion: { at: (cluster) => cluster.skipFinalSnapshot, ...withoutSnapshot },
        recoverable: {
            ...keptForDays((cluster) => cluster.automatedSnapshotRetentionPeriod, "day"),
            controls: [fsbp("Redshift.3")],
        },
    }),
    settings(RedshiftServerlessWorkgroup, "warehouse", {
        private: {
            at: (workgroup) => workgroup.publiclyAccessible,
            good: off,
            absent: good,
            controls: [fsbp("RedshiftServerless.3")],
        },
    }),
    settings(RedshiftServerlessNamespace, "warehouse", {
        logged: {
            at: (namespace) => namespace.logExports,
            good: some(oneOf("connectionlog", "userlog", "useractivitylog")),
            absent: bad,
            fix: 'Set logExports: ["connectionlog", "userlog", "useractivitylog"].',
            controls: [fsbp("RedshiftServerless.6")],
        },
    }),
].flat();
