/** Amazon Redshift. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import {
    RedshiftCluster,
    RedshiftServerlessNamespace,
    RedshiftServerlessWorkgroup,
    RedshiftSnapshotCopyGrant,
} from "../types";
import { bad, either, fromVersion, good, inherited, switchedOn } from "./condition";
import { off, on, oneOf, ownKey, some } from "./good";
import { keptForDays, withoutSnapshot } from "./keeping";
import { settings } from "./setting";

const password = { absent: "absent, so the admin password is encrypted with a key that AWS manages" };

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
        upgraded: {
            at: (cluster) => cluster.allowVersionUpgrade,
            good: on,
            absent: good,
            controls: [fsbp("Redshift.6")],
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
    settings(RedshiftCluster, "warehouse", {
        customerKey: {
            at: (cluster) => cluster.kmsKeyId,
            good: ownKey,
            absent: inherited(
                (cluster) => cluster.snapshotIdentifier,
                (cluster) => cluster.snapshotArn,
            ),
        },
    }),
    settings(RedshiftCluster, "warehouse", {
        customerKey: {
            at: (cluster) => cluster.masterPasswordSecretKmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((cluster) => cluster.manageMasterPassword),
            says: password,
        },
    }),
    settings(RedshiftSnapshotCopyGrant, "warehouse", {
        customerKey: { at: (grant) => grant.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(RedshiftServerlessNamespace, "warehouse", {
        customerKey: { at: (namespace) => namespace.kmsKeyId, good: ownKey, absent: bad },
    }),
    settings(RedshiftServerlessNamespace, "warehouse", {
        customerKey: {
            at: (namespace) => namespace.adminPasswordSecretKmsKeyId,
            good: ownKey,
            absent: bad,
            only: switchedOn((namespace) => namespace.manageAdminPassword),
            says: password,
        },
    }),
].flat();
