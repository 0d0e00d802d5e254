import {
    DmsInstanceProfile,
    DmsReplicationInstance,
    LightsailDatabase,
    MqBroker,
    MskCluster,
    NeptuneClusterInstance,
    NeptuneGraph,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsShardGroup,
    RedshiftCluster,
    RedshiftServerlessWorkgroup,
    TimestreamInfluxDb,
    TimestreamInfluxDbCluster,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/database-not-public";
import { testRule } from "../../support/rule-tester";

const kafka = (type: string) =>
    declare(MskCluster, { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type } } } } as never);

const multiAz = (given: object) =>
    declare(RdsCluster, { engine: "postgres", dbClusterInstanceClass: "db.m6gd.large", ...given });

testRule(rule, {
    valid: {
        "absent, which means private": declare(RdsInstance, { instanceClass: "db.t4g.micro" }),
        "switched off, as text": declare(RdsInstance, { publiclyAccessible: "false" as never }),
        "a warehouse with the default of version 7": declare(RedshiftCluster, { nodeType: "ra3.large" }),
        "a member of a cluster, switched off": declare(RdsClusterInstance, { publiclyAccessible: false }),
        "a group of shards, switched off": declare(RdsShardGroup, { publiclyAccessible: false }),
        "a Multi-AZ cluster in subnets of its own": multiAz({ dbSubnetGroupName: "private" }),
        "a Multi-AZ cluster in subnets that are not known yet": multiAz({ dbSubnetGroupName: unknown }),
        "a cluster of Aurora that names no subnets": declare(RdsCluster, { engine: "aurora-mysql" }),
        "a member of a Neptune cluster, switched off": declare(NeptuneClusterInstance, { publiclyAccessible: false }),
        "a warehouse, switched off": declare(RedshiftCluster, { publiclyAccessible: false }),
        "a serverless warehouse, switched off": declare(RedshiftServerlessWorkgroup, { publiclyAccessible: false }),
        "a message broker, switched off": declare(MqBroker, { publiclyAccessible: false }),
        "a database of InfluxDB, switched off": declare(TimestreamInfluxDb, { publiclyAccessible: false }),
        "a graph, switched off": declare(NeptuneGraph, { publicConnectivity: false }),
        "a cluster of InfluxDB, switched off": declare(TimestreamInfluxDbCluster, { publiclyAccessible: false }),
        "a cluster of InfluxDB with nothing said": declare(TimestreamInfluxDbCluster, { name: "metrics" }),
        "a database of Lightsail, switched off": declare(LightsailDatabase, { publiclyAccessible: false }),
        "a database of Lightsail with nothing said": declare(LightsailDatabase, { masterUsername: "app" }),
        "a profile of migrations, switched off": declare(DmsInstanceProfile, { publiclyAccessible: false }),
        "a replication instance, switched off": declare(DmsReplicationInstance, { publiclyAccessible: false }),
        "brokers without public addresses": kafka("DISABLED"),
        "brokers with nothing said": declare(MskCluster, {
            brokerNodeGroupInfo: { instanceType: "kafka.t3.small" },
        } as never),
    },
    invalid: {
        "switched on, as text": {
            given: declare(RdsInstance, { publiclyAccessible: "true" as never }),
            reports: ["publiclyAccessible"],
        },
        "switched on, as a number's text": {
            given: declare(RdsInstance, { publiclyAccessible: "1" as never }),
            reports: ["publiclyAccessible"],
        },
        "brokers with public addresses": {
            given: kafka("SERVICE_PROVIDED_EIPS"),
            reports: ["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"],
        },
        "a cluster of InfluxDB": {
            given: declare(TimestreamInfluxDbCluster, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a database of Lightsail": {
            given: declare(LightsailDatabase, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a profile of migrations": {
            given: declare(DmsInstanceProfile, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a profile of migrations with nothing said": {
            given: declare(DmsInstanceProfile, { networkType: "IPV4" }),
            reports: ["publiclyAccessible"],
        },
        "a graph": { given: declare(NeptuneGraph, { publicConnectivity: true }), reports: ["publicConnectivity"] },
        "a replication instance": {
            given: declare(DmsReplicationInstance, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a member of a cluster": {
            given: declare(RdsClusterInstance, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a group of shards with nothing said": {
            given: declare(RdsShardGroup, { maxAcu: 768 }),
            reports: ["publiclyAccessible"],
            weighs: ["low"],
        },
        "a Multi-AZ cluster in the default VPC": {
            given: multiAz({}),
            reports: ["dbSubnetGroupName"],
            weighs: ["medium"],
        },
        "a group of shards": {
            given: declare(RdsShardGroup, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a member of a Neptune cluster": {
            given: declare(NeptuneClusterInstance, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a warehouse": {
            given: declare(RedshiftCluster, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a serverless warehouse": {
            given: declare(RedshiftServerlessWorkgroup, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a message broker": {
            given: declare(MqBroker, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
        "a database of InfluxDB": {
            given: declare(TimestreamInfluxDb, { publiclyAccessible: true }),
            reports: ["publiclyAccessible"],
        },
    },
    undecided: {
        "not known yet": {
            given: declare(RdsInstance, { publiclyAccessible: unknown }),
            awaits: ["publiclyAccessible"],
        },
        "a block not known yet": {
            given: declare(MskCluster, { brokerNodeGroupInfo: unknown }),
            awaits: ["brokerNodeGroupInfo.connectivityInfo.publicAccess.type"],
        },
    },
});
