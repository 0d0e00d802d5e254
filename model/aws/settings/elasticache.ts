/** Amazon ElastiCache. ElastiCache Serverless takes TLS alone. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { ElastiCacheCluster, ElastiCacheReplicationGroup, ElastiCacheServerlessCache, ElastiCacheUser } from "../types";
import { bad, both, either, given, good, inherited, says, switchedOn, unless } from "./condition";
import { anything, atLeast, atLeastVersion, noneOf, off, on, oneOf, ownKey, startingWith } from "./good";
import { settings } from "./setting";

/** AWS writes it in small letters; the provider takes any. */
const valkey = oneOf("valkey");

/** A disabled user may do nothing: AWS's own way to close the user `default`. */
const disabledUser = says<(typeof ElastiCacheUser)["inputs"] & object>(
    (user) => user.accessString,
    startingWith("off"),
);

const lost = {
    absent: "absent, so no snapshots are taken: what only the cache holds is lost with it",
    otherwise: "0, so no snapshots are taken: what only the cache holds is lost with it",
};
const snapshots = { severity: "low", says: lost, fix: "Set it to 1 or more." } as const;

type Group = NonNullable<(typeof ElastiCacheReplicationGroup)["inputs"]>;

/** Valkey is; Redis, which a group is of unless said, is not. What joins a global group is as encrypted as that. */
const encryptedByDefault = either<Group>(
    says<Group>((group) => group.engine, valkey),
    inherited<Group>((group) => group.globalReplicationGroupId),
);

export const elastiCache = [
    settings(ElastiCacheReplicationGroup, "cache", {
        encryptedInTransit: {
            at: (group) => group.transitEncryptionEnabled,
            good: on,
            absent: inherited((group) => group.globalReplicationGroupId),
            milder: { when: says((group) => group.engine, valkey), severity: "low" },
            controls: [fsbp("ElastiCache.5")],
        },
        authenticated: {
            at: (group) => group.userGroupIds,
            or: (group) => [group.authToken, group.authTokenWo],
            good: anything,
            absent: bad,
            // Neither is to be had without TLS, which is asked for already.
            only: switchedOn((group) => group.transitEncryptionEnabled),
            fix: "Set userGroupIds: [group.id] (or authToken).",
            controls: [fsbp("ElastiCache.6")],
        },
        recoverable: {
            at: (group) => group.snapshotRetentionLimit,
            good: atLeast(1),
            absent: bad,
            ...snapshots,
            controls: [fsbp("ElastiCache.1")],
        },
        upgraded: {
            at: (group) => group.autoMinorVersionUpgrade,
            good: on,
            absent: good,
            controls: [fsbp("ElastiCache.2")],
        },
    }),
    settings(ElastiCacheReplicationGroup, "cache", {
        encryptedInTransit: {
            at: (group) => group.transitEncryptionMode,
            good: noneOf("preferred"),
            absent: good,
            only: switchedOn((group) => group.transitEncryptionEnabled),
            severity: "medium",
            says: { otherwise: "preferred, so connections in plain text are taken too" },
            fix: 'Set it to "required" once every client uses TLS.',
        },
    }),
    settings(ElastiCacheCluster, "cache", {
        // TLS is Memcached's here, and a member of a group follows the group.
        encryptedInTransit: {
            at: (cluster) => cluster.transitEncryptionEnabled,
            good: on,
            absent: bad,
            only: both(
                says((cluster) => cluster.engine, oneOf("memcached")),
                says((cluster) => cluster.engineVersion, atLeastVersion("1.6.12"), good),
                unless(given((cluster) => cluster.replicationGroupId)),
            ),
        },
        recoverable: {
            at: (cluster) => cluster.snapshotRetentionLimit,
            good: atLeast(1),
            absent: bad,
            only: both(
                says((cluster) => cluster.engine, oneOf("redis", "valkey")),
                unless(given((cluster) => cluster.replicationGroupId)),
            ),
            ...snapshots,
        },
        upgraded: {
            at: (cluster) => cluster.autoMinorVersionUpgrade,
            good: on,
            absent: good,
            // Memcached ignores it.
            only: unless(says((cluster) => cluster.engine, oneOf("memcached"))),
        },
    }),
    settings(ElastiCacheServerlessCache, "cache", {
        authenticated: {
            at: (cache) => cache.userGroupId,
            good: anything,
            absent: bad,
            only: says((cache) => cache.engine, oneOf("redis", "valkey")),
            profile: "strict",
            severity: "low",
            says: { absent: "absent, so whoever reaches the cache reads and writes all of it" },
            fix: "Set userGroupId: group.id.",
        },
        recoverable: {
            at: (cache) => cache.snapshotRetentionLimit,
            good: atLeast(1),
            absent: bad,
            only: says((cache) => cache.engine, oneOf("redis", "valkey")),
            ...snapshots,
        },
    }),
    settings(ElastiCacheUser, "cache", {
        authenticated: {
            at: (user) => user.noPasswordRequired,
            good: off,
            absent: good,
            only: unless(disabledUser),
            fix: "Leave it out and set authenticationMode to iam, or give passwords.",
        },
    }),
    settings(ElastiCacheUser, "cache", {
        authenticated: {
            at: (user) => user.authenticationMode.type,
            good: noneOf("no-password-required"),
            absent: good,
            only: unless(disabledUser),
            fix: 'Set it to "iam", or "password" with passwords.',
        },
    }),
    settings(ElastiCacheReplicationGroup, "cache", {
        encryptedAtRest: {
            at: (group) => group.atRestEncryptionEnabled,
            good: on,
            absent: encryptedByDefault,
            controls: [fsbp("ElastiCache.4")],
        },
        customerKey: {
            at: (group) => group.kmsKeyId,
            good: ownKey,
            absent: bad,
            only: says((group) => group.atRestEncryptionEnabled, on, encryptedByDefault),
        },
    }),
    settings(ElastiCacheServerlessCache, "cache", {
        customerKey: { at: (cache) => cache.kmsKeyId, good: ownKey, absent: bad },
    }),
].flat();
