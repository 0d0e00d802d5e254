/** Amazon ElastiCache. A single node has no such setting, a member of a group follows the group, and serverless caches are always encrypted. Source: typings and documentation of @pulumi/aws 6.83.4 and 7.48.0. */
import { fsbp } from "../../frameworks";
import { ElastiCacheReplicationGroup, ElastiCacheServerlessCache } from "../types";
import { bad, either, inherited, says, when } from "./condition";
import { on, ownKey } from "./good";
import { settings } from "./setting";

type Group = NonNullable<(typeof ElastiCacheReplicationGroup)["inputs"]>;

/** Valkey is; Redis, which a group is of unless said, is not. What joins a global group is as encrypted as that. */
const encryptedByDefault = either<Group>(
    when<Group>((group) => group.engine, "valkey"),
    inherited<Group>((group) => group.globalReplicationGroupId),
);

export const elastiCache = [
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
