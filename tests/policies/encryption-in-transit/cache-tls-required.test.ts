import {
    DaxCluster,
    ElastiCacheCluster,
    ElastiCacheReplicationGroup,
    ElastiCacheServerlessCache,
    ElastiCacheUser,
    MemoryDbCluster,
    MemoryDbMultiRegionCluster,
} from "../../../model/aws";
import { declare, type Example, unknown } from "../../../pack";
import rule from "../../../policies/encryption-in-transit/cache-tls-required";
import { testRule } from "../../support/rule-tester";

type Group = NonNullable<(typeof ElastiCacheReplicationGroup)["inputs"]>;
type User = NonNullable<(typeof ElastiCacheUser)["inputs"]>;

const group = (inputs: Partial<Example<Group>>) =>
    declare(ElastiCacheReplicationGroup, { description: "sessions", userGroupIds: ["sessions"], ...inputs });
const user = (inputs: Partial<Example<User>>) =>
    declare(ElastiCacheUser, {
        userId: "app",
        userName: "app",
        engine: "valkey",
        accessString: "on ~* +@all",
        ...inputs,
    });
const memory = { nodeType: "db.t4g.small", aclName: "app" };
const memcached = { engine: "memcached", engineVersion: "1.6.22" };
const dax = { nodeType: "dax.t3.small", replicationFactor: 2, iamRoleArn: "arn:aws:iam::111122223333:role/dax" };
const regions = { multiRegionClusterNameSuffix: "orders", nodeType: "db.r7g.xlarge" };

testRule(rule, {
    valid: {
        "TLS and users": group({ transitEncryptionEnabled: true }),
        "TLS as text, and a token": group({
            transitEncryptionEnabled: "true" as never,
            userGroupIds: [],
            authToken: "placeholder-token-0123456789",
        }),
        "a token that is never stored": declare(ElastiCacheReplicationGroup, {
            description: "sessions",
            transitEncryptionEnabled: true,
            authTokenWo: unknown,
        }),
        "a token that is made in this stack": declare(ElastiCacheReplicationGroup, {
            description: "sessions",
            transitEncryptionEnabled: true,
            authToken: unknown,
        }),
        "nothing but TLS": group({ transitEncryptionEnabled: true, transitEncryptionMode: "required" }),
        "a mode without TLS says nothing": group({
            globalReplicationGroupId: "sessions",
            transitEncryptionMode: "preferred",
        }),
        "a member of a global group, which follows the first": declare(ElastiCacheReplicationGroup, {
            description: "sessions",
            globalReplicationGroupId: unknown,
        }),
        "Memcached with TLS": declare(ElastiCacheCluster, { ...memcached, transitEncryptionEnabled: true }),
        "Memcached that has none yet": declare(ElastiCacheCluster, { engine: "memcached", engineVersion: "1.6.6" }),
        "Memcached of a release before": declare(ElastiCacheCluster, { engine: "memcached", engineVersion: "1.5.16" }),
        "a node of Redis, which cannot have it": declare(ElastiCacheCluster, { engine: "redis" }),
        "a member of a group": declare(ElastiCacheCluster, { replicationGroupId: unknown }),
        "a serverless cache with users": declare(ElastiCacheServerlessCache, { engine: "valkey", userGroupId: "app" }),
        "a serverless cache by default": declare(ElastiCacheServerlessCache, { engine: "redis" }),
        "a serverless Memcached, which knows no users": declare(ElastiCacheServerlessCache, { engine: "memcached" }),
        "a user by IAM": user({ authenticationMode: { type: "iam" } }),
        "a user by password": user({ noPasswordRequired: false, passwords: ["Placeholder-000000"] }),
        "the user `default`, switched off": user({
            userName: "default",
            accessString: "off -@all",
            noPasswordRequired: true,
        }),
        "the same by its mode": user({
            userName: "default",
            accessString: "off -@all",
            authenticationMode: { type: "no-password-required" },
        }),
        "MemoryDB's default": declare(MemoryDbCluster, memory),
        "MemoryDB, said aloud": declare(MemoryDbCluster, { ...memory, tlsEnabled: true }),
        "MemoryDB of several regions": declare(MemoryDbMultiRegionCluster, regions),
        "the same, said aloud": declare(MemoryDbMultiRegionCluster, { ...regions, tlsEnabled: true }),
        "DAX with TLS": declare(DaxCluster, { ...dax, clusterEndpointEncryptionType: "TLS" }),
    },
    invalid: {
        "switched off": {
            given: group({ engine: "redis", transitEncryptionEnabled: false }),
            reports: ["transitEncryptionEnabled"],
            weighs: ["high"],
        },
        "absent, where no engine is named, which is Redis": {
            given: group({}),
            reports: ["transitEncryptionEnabled"],
            weighs: ["high"],
        },
        "Valkey without TLS": {
            given: group({ engine: "Valkey", transitEncryptionEnabled: "False" as never }),
            reports: ["transitEncryptionEnabled"],
            weighs: ["low"],
        },
        "an engine that is not known yet": {
            given: group({ engine: unknown }),
            reports: ["transitEncryptionEnabled"],
            weighs: ["low"],
        },
        "plain text besides": {
            given: group({ transitEncryptionEnabled: true, transitEncryptionMode: "preferred" }),
            reports: ["transitEncryptionMode"],
            weighs: ["medium"],
        },
        "no users and no token": {
            given: group({ transitEncryptionEnabled: true, userGroupIds: [] }),
            reports: ["userGroupIds"],
            weighs: ["medium"],
        },
        "neither named": {
            given: declare(ElastiCacheReplicationGroup, { description: "sessions", transitEncryptionEnabled: true }),
            reports: ["userGroupIds"],
        },
        "Memcached without TLS": {
            given: declare(ElastiCacheCluster, memcached),
            reports: ["transitEncryptionEnabled"],
        },
        "Memcached, in another case": {
            given: declare(ElastiCacheCluster, { ...memcached, engine: "Memcached" }),
            reports: ["transitEncryptionEnabled"],
        },
        "Memcached of the first release with TLS": {
            given: declare(ElastiCacheCluster, { engine: "memcached", engineVersion: "1.6.12" }),
            reports: ["transitEncryptionEnabled"],
        },
        "Memcached of the newest release": {
            given: declare(ElastiCacheCluster, { engine: "memcached", transitEncryptionEnabled: false }),
            reports: ["transitEncryptionEnabled"],
            weighs: ["high"],
        },
        "a serverless cache without users, under the strict profile": {
            given: declare(ElastiCacheServerlessCache, { engine: "redis" }),
            options: { strictRows: true },
            reports: ["userGroupId"],
            weighs: ["low"],
        },
        "a user without a password": {
            given: user({ noPasswordRequired: true }),
            reports: ["noPasswordRequired"],
            weighs: ["medium"],
        },
        "a user without a password, by the mode": {
            given: user({ authenticationMode: { type: "no-password-required" } }),
            reports: ["authenticationMode.type"],
        },
        "MemoryDB without TLS, and so without users: once": {
            given: declare(MemoryDbCluster, { ...memory, aclName: "open-access", tlsEnabled: false }),
            reports: ["tlsEnabled"],
            weighs: ["high"],
        },
        "MemoryDB for everybody": {
            given: declare(MemoryDbCluster, { ...memory, aclName: "open-access" }),
            reports: ["aclName"],
            weighs: ["medium"],
        },
        "MemoryDB of several regions without TLS": {
            given: declare(MemoryDbMultiRegionCluster, { ...regions, tlsEnabled: false }),
            reports: ["tlsEnabled"],
        },
        "DAX by default": { given: declare(DaxCluster, dax), reports: ["clusterEndpointEncryptionType"] },
        "DAX without TLS": {
            given: declare(DaxCluster, { ...dax, clusterEndpointEncryptionType: "NONE" }),
            reports: ["clusterEndpointEncryptionType"],
            weighs: ["high"],
        },
    },
    undecided: {
        "TLS that is not known yet": {
            given: group({ transitEncryptionEnabled: unknown }),
            awaits: ["transitEncryptionEnabled"],
        },
        "a version of Memcached that is not known yet": {
            given: declare(ElastiCacheCluster, { engine: "memcached", engineVersion: unknown }),
            awaits: ["engineVersion"],
        },
        "a list of users that is not known yet": {
            given: declare(MemoryDbCluster, { ...memory, aclName: unknown }),
            awaits: ["aclName"],
        },
    },
});
