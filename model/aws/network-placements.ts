/**
 * Where a resource says in which subnets, behind which security groups and on which ports it answers.
 * Paths: typings of `@pulumi/aws` 7.48.0; default ports: AWS's documentation of each engine.
 */
import { type Answer, equals, isFalse, isTrue, no, type Value } from "../values";
import type { ResourceType } from "./resource-type";
import * as types from "./types";

/** What a resource is to the network. */
export type NetworkRole =
    /** It runs somebody's code, and answers on any port. */
    | "host"
    /** It runs code, and accepts no connection. */
    | "client"
    /** It answers on its own ports, and opens no connection itself. */
    | "store"
    /** It hands on what it accepts. */
    | "forwarder";

export interface NetworkPlacement {
    readonly role: NetworkRole;
    /** In words, as a message says it. */
    readonly what: string;
    /** Places of subnet ids, as `valuesAt` reads them. */
    readonly subnets: readonly string[];
    /** Where it names a subnet group instead, and which type that is. */
    readonly subnetGroup?: { readonly path: string; readonly type: ResourceType };
    readonly groups: readonly string[];
    /** Without `subnets` it is in no network of the account. */
    readonly isOptional?: boolean;
    /** What it belongs to, which says what it does not: of an Aurora instance, its cluster. */
    readonly of?: { readonly path: string; readonly type: ResourceType };
    /** Made from another, in whose subnets it stands where it names none: of a replica, its source. */
    readonly madeFrom?: readonly string[];
    /** Does it ask for a public address? */
    readonly isPublic: (root: Value) => Answer;
    /** The ports on which it answers; absent: any. */
    readonly ports?: (root: Value) => readonly number[];
}

/** What decides on the ports on which stores and proxies answer. */
export const PORT_INPUTS = ["port", "engine", "engineFamily"] as const;

const never = (): Answer => no;

/** Its own `port`, else the engine's. */
function port(usual: number | Readonly<Record<string, number>>, path = "port") {
    return (root: Value): readonly number[] => {
        const own = root.down(path).number();
        if (own !== undefined && own > 0) return [own];
        if (typeof usual === "number") return [usual];
        const engine = root.get("engine").text() ?? "";
        const found = Object.entries(usual).find(([prefix]) => engine.includes(prefix));
        return found ? [found[1]] : Object.values(usual);
    };
}

const SQL = { postgres: 5432, mysql: 3306, mariadb: 3306, oracle: 1521, sqlserver: 1433, db2: 50_000 };
const publiclyAccessible = (root: Value): Answer => isTrue(root.get("publiclyAccessible"), false);

const store = (
    what: string,
    rest: Omit<NetworkPlacement, "role" | "what" | "isPublic" | "subnets"> & Partial<NetworkPlacement>,
): NetworkPlacement => ({ role: "store", what, isPublic: never, subnets: [], ...rest });

const group = (path: string, type: ResourceType) => ({ subnetGroup: { path, type } });

const BALANCER: NetworkPlacement = {
    role: "forwarder",
    what: "load balancer",
    subnets: ["subnets[]", "subnetMappings[].subnetId"],
    groups: ["securityGroups[]"],
    isPublic: (root) => isFalse(root.get("internal"), false),
};

const CLIENT = { role: "client", isOptional: true, isPublic: never } as const;

/** Where an Aurora instance says nothing, its cluster does. */
const ofCluster = (type: ResourceType) => ({ of: { path: "clusterIdentifier", type }, groups: [] });

const GROUP_IDS = ["securityGroupIds[]"];
const VPC_GROUP_IDS = ["vpcSecurityGroupIds[]"];
const IN_VPC_CONFIG = { subnets: ["vpcConfig.subnetIds[]"], groups: ["vpcConfig.securityGroupIds[]"] };
const DOMAIN = {
    subnets: ["vpcOptions.subnetIds[]"],
    groups: ["vpcOptions.securityGroupIds[]"],
    ports: () => [443],
    isOptional: true,
};

/** By type. Instances, and groups of them, say it in more places than one: they are not here. */
const ROWS: readonly (readonly [ResourceType, NetworkPlacement])[] = [
    [
        types.RdsInstance,
        store("database", {
            ...group("dbSubnetGroupName", types.RdsSubnetGroup),
            madeFrom: ["replicateSourceDb", "snapshotIdentifier", "restoreToPointInTime"],
            groups: VPC_GROUP_IDS,
            isPublic: publiclyAccessible,
            ports: port(SQL),
        }),
    ],
    [
        types.RdsCluster,
        store("database cluster", {
            ...group("dbSubnetGroupName", types.RdsSubnetGroup),
            madeFrom: ["replicationSourceIdentifier", "snapshotIdentifier", "restoreToPointInTime"],
            groups: VPC_GROUP_IDS,
            ports: port(SQL),
        }),
    ],
    [
        types.RdsClusterInstance,
        store("database", {
            ...group("dbSubnetGroupName", types.RdsSubnetGroup),
            ...ofCluster(types.RdsCluster),
            isPublic: publiclyAccessible,
            ports: port(SQL),
        }),
    ],
    [
        types.DocDbCluster,
        store("database cluster", {
            ...group("dbSubnetGroupName", types.DocDbSubnetGroup),
            madeFrom: ["snapshotIdentifier", "restoreToPointInTime"],
            groups: VPC_GROUP_IDS,
            ports: port(27_017),
        }),
    ],
    [
        types.DocDbElasticCluster,
        store("database cluster", { subnets: ["subnetIds[]"], groups: VPC_GROUP_IDS, ports: () => [27_017] }),
    ],
    [
        types.NeptuneCluster,
        store("database cluster", {
            ...group("neptuneSubnetGroupName", types.NeptuneSubnetGroup),
            madeFrom: ["replicationSourceIdentifier", "snapshotIdentifier"],
            groups: VPC_GROUP_IDS,
            ports: port(8182),
        }),
    ],
    [
        types.NeptuneClusterInstance,
        store("database", {
            ...group("neptuneSubnetGroupName", types.NeptuneSubnetGroup),
            ...ofCluster(types.NeptuneCluster),
            isPublic: publiclyAccessible,
            ports: port(8182),
        }),
    ],
    [
        types.ElastiCacheReplicationGroup,
        store("cache", {
            ...group("subnetGroupName", types.ElastiCacheSubnetGroup),
            madeFrom: ["globalReplicationGroupId"],
            groups: GROUP_IDS,
            ports: port(6379),
        }),
    ],
    [
        types.ElastiCacheCluster,
        store("cache", {
            ...group("subnetGroupName", types.ElastiCacheSubnetGroup),
            madeFrom: ["replicationGroupId"],
            groups: GROUP_IDS,
            ports: port({ redis: 6379, valkey: 6379, memcached: 11_211 }),
        }),
    ],
    [
        types.ElastiCacheServerlessCache,
        store("cache", { subnets: ["subnetIds[]"], groups: GROUP_IDS, ports: () => [6379, 6380, 11_211] }),
    ],
    [
        types.MemoryDbCluster,
        store("database cluster", {
            ...group("subnetGroupName", types.MemoryDbSubnetGroup),
            groups: GROUP_IDS,
            ports: port(6379),
        }),
    ],
    [
        types.DaxCluster,
        store("cache", {
            ...group("subnetGroupName", types.DaxSubnetGroup),
            groups: GROUP_IDS,
            ports: () => [8111, 9111],
        }),
    ],
    [
        types.RedshiftCluster,
        store("warehouse", {
            ...group("clusterSubnetGroupName", types.RedshiftSubnetGroup),
            groups: VPC_GROUP_IDS,
            isPublic: publiclyAccessible,
            ports: port(5439),
        }),
    ],
    [
        types.RedshiftServerlessWorkgroup,
        store("warehouse", {
            subnets: ["subnetIds[]"],
            groups: GROUP_IDS,
            isPublic: publiclyAccessible,
            ports: port(5439),
        }),
    ],
    [
        types.MqBroker,
        store("broker", {
            subnets: ["subnetIds[]"],
            groups: ["securityGroups[]"],
            isPublic: publiclyAccessible,
            ports: () => [443, 5671, 8162, 8883, 61_614, 61_617, 61_619],
        }),
    ],
    [
        types.MskCluster,
        store("Kafka cluster", {
            subnets: ["brokerNodeGroupInfo.clientSubnets[]"],
            groups: ["brokerNodeGroupInfo.securityGroups[]"],
            isPublic: (root) =>
                equals(root.down("brokerNodeGroupInfo.connectivityInfo.publicAccess.type"), "SERVICE_PROVIDED_EIPS"),
            ports: () => [2181, 2182, 9092, 9094, 9096, 9098, 9194, 9196, 9198],
        }),
    ],
    [
        types.MskServerlessCluster,
        store("Kafka cluster", {
            subnets: ["vpcConfigs[].subnetIds[]"],
            groups: ["vpcConfigs[].securityGroupIds[]"],
            ports: () => [9098],
        }),
    ],
    [
        types.TimestreamInfluxDb,
        store("database", {
            subnets: ["vpcSubnetIds[]"],
            groups: VPC_GROUP_IDS,
            isPublic: publiclyAccessible,
            ports: port(8086),
        }),
    ],
    [types.OpenSearchDomain, store("search domain", DOMAIN)],
    [types.ElasticsearchDomain, store("search domain", DOMAIN)],
    [
        types.EfsMountTarget,
        store("file system", { subnets: ["subnetId"], groups: ["securityGroups[]"], ports: () => [2049] }),
    ],
    [
        types.DmsReplicationInstance,
        {
            role: "client",
            what: "replication instance",
            subnets: [],
            ...group("replicationSubnetGroupId", types.DmsReplicationSubnetGroup),
            groups: VPC_GROUP_IDS,
            isPublic: publiclyAccessible,
        },
    ],
    [
        types.RdsProxy,
        {
            role: "forwarder",
            what: "database proxy",
            subnets: ["vpcSubnetIds[]"],
            groups: VPC_GROUP_IDS,
            isPublic: never,
            ports: (root) => (root.get("engineFamily").text() === "POSTGRESQL" ? [5432] : [3306, 1433]),
        },
    ],
    [
        types.EcsService,
        {
            role: "host",
            what: "service",
            subnets: ["networkConfiguration.subnets[]"],
            groups: ["networkConfiguration.securityGroups[]"],
            isPublic: (root) => isTrue(root.down("networkConfiguration.assignPublicIp"), false),
            isOptional: true,
        },
    ],
    [types.LoadBalancer, BALANCER],
    [types.AlbLoadBalancer, BALANCER],
    [types.ClassicLoadBalancer, BALANCER],
    [types.LambdaFunction, { ...CLIENT, ...IN_VPC_CONFIG, what: "function" }],
    [
        types.CodeBuildProject,
        { ...CLIENT, subnets: ["vpcConfig.subnets[]"], groups: IN_VPC_CONFIG.groups, what: "build project" },
    ],
    [types.SyntheticsCanary, { ...CLIENT, ...IN_VPC_CONFIG, what: "canary" }],
    [
        types.AppRunnerVpcConnector,
        { ...CLIENT, subnets: ["subnets[]"], groups: ["securityGroups[]"], what: "App Runner connector" },
    ],
];

/** By token. */
export const networkPlacements: ReadonlyMap<string, NetworkPlacement> = new Map(
    ROWS.map(([{ token }, row]) => [token, row]),
);

/** It hands on to databases, so whoever may connect to it may connect to them. */
export function isDatabaseProxy({ type }: { readonly type: string }): boolean {
    return type === types.RdsProxy.token;
}

/** The types of subnet groups, each with what stands in its `subnetIds`. */
export const subnetGroupKinds: ReadonlyMap<ResourceType, string> = new Map(
    ROWS.flatMap(([, { subnetGroup, what }]) => (subnetGroup ? [[subnetGroup.type, what] as const] : [])).reverse(),
);

export const placedTypes: readonly ResourceType[] = ROWS.map(([type]) => type);
