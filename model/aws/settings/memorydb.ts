/** Amazon MemoryDB. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { MemoryDbCluster, MemoryDbMultiRegionCluster, MemoryDbSnapshot } from "../types";
import { bad, good, says, unless } from "./condition";
import { atLeast, noneOf, off, on, ownKey } from "./good";
import { settings } from "./setting";

export const memoryDb = [
    settings(MemoryDbCluster, "cache", {
        encryptedInTransit: { at: (cluster) => cluster.tlsEnabled, good: on, absent: good },
        authenticated: {
            at: (cluster) => cluster.aclName,
            good: noneOf("open-access"),
            absent: good,
            // Without TLS there is no other list, and TLS is asked for already.
            only: unless(says((cluster) => cluster.tlsEnabled, off)),
            fix: "Set it to acl.name, a list of users of your own.",
        },
        recoverable: {
            at: (cluster) => cluster.snapshotRetentionLimit,
            good: atLeast(1),
            absent: bad,
            says: {
                absent: "absent, so no snapshots are taken: what is deleted or overwritten here is lost",
                otherwise: "0, so no snapshots are taken: what is deleted or overwritten here is lost",
            },
            fix: "Set it to 7, or the days that a mistake may go unnoticed.",
        },
        upgraded: { at: (cluster) => cluster.autoMinorVersionUpgrade, good: on, absent: good },
    }),
    settings(MemoryDbMultiRegionCluster, "cache", {
        encryptedInTransit: { at: (cluster) => cluster.tlsEnabled, good: on, absent: good },
    }),
    settings(MemoryDbCluster, "cache", {
        customerKey: { at: (cluster) => cluster.kmsKeyArn, good: ownKey, absent: bad },
    }),
    settings(MemoryDbSnapshot, "cache", {
        customerKey: { at: (snapshot) => snapshot.kmsKeyArn, good: ownKey, absent: bad },
    }),
].flat();
