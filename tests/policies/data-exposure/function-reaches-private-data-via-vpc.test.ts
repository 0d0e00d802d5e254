import {
    DaxCluster,
    Ec2Subnet,
    Ec2TransitGatewayVpcAttachment,
    Ec2Vpc,
    Ec2VpcPeeringConnection,
    ElastiCacheReplicationGroup,
    ElastiCacheSubnetGroup,
    LambdaFunction,
    MskCluster,
    OpenSearchDomain,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsProxy,
    RdsProxyEndpoint,
    RdsSubnetGroup,
    RedshiftCluster,
    SecretsManagerSecret,
    SecretsManagerSecretVersion,
    SsmParameter,
} from "../../../model/aws";
import { declare, json, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/function-reaches-private-data-via-vpc";
import { testRule } from "../../support/rule-tester";

const loosely = (type: Parameters<typeof declare>[0], inputs: object) => declare(type, inputs as never);
const outside = "client: vpcConfig";
const apart = "client: vpcConfig.subnetIds";

/** A function that is told of something, in subnets where it is in a VPC. */
const client = (variables: object, ...subnetIds: unknown[]) =>
    loosely(LambdaFunction, {
        environment: { variables },
        ...(subnetIds.length > 0 && { vpcConfig: { subnetIds, securityGroupIds: ["sg-0a1b2c3d4e5f60718"] } }),
    });
const toHost = (...subnetIds: unknown[]) => ({ client: client({ DB_HOST: ref("db.address") }, ...subnetIds) });
const db = (inputs: object = {}) =>
    loosely(RdsInstance, { engine: "postgres", dbSubnetGroupName: ref("group.name"), ...inputs });

/** Two VPCs: the store's and another. */
const networks: Program = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    data: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
    code: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.2.0/24" }),
    otherVpc: declare(Ec2Vpc, { cidrBlock: "10.9.0.0/16" }),
    other: declare(Ec2Subnet, { vpcId: ref("otherVpc.id"), cidrBlock: "10.9.1.0/24" }),
    group: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
    cacheGroup: declare(ElastiCacheSubnetGroup, { subnetIds: [ref("data.id")] }),
};
const stored = (secretString: unknown) => ({
    secret: declare(SecretsManagerSecret, { name: "orders" }),
    version: loosely(SecretsManagerSecretVersion, { secretId: ref("secret.id"), secretString }),
});
const attached = (name: string) =>
    loosely(Ec2TransitGatewayVpcAttachment, { vpcId: ref(`${name}.id`), transitGatewayId: "tgw-0a1b2c3d4e5f60718" });

testRule(rule, {
    valid: {
        "in its VPC": { ...networks, db: db(), ...toHost(ref("code.id")) },
        "by its ARN": { ...networks, db: db(), client: client({ DB_ARN: ref("db.arn") }) },
        "by its identifier, to stop it at night": {
            ...networks,
            db: db(),
            client: client({ DB_ID: ref("db.identifier") }),
        },
        "the Data API": {
            ...networks,
            cluster: loosely(RdsCluster, { engine: "aurora-mysql", enableHttpEndpoint: true }),
            ...stored(json({ username: "app", host: ref("cluster.endpoint") })),
            client: client({ CLUSTER_ARN: ref("cluster.arn"), SECRET_ARN: ref("secret.arn") }),
        },
        "the Data API of a warehouse": {
            warehouse: loosely(RedshiftCluster, { nodeType: "ra3.large" }),
            client: client({ CLUSTER_IDENTIFIER: ref("warehouse.clusterIdentifier") }),
        },
        "a public database": { ...networks, db: db({ publiclyAccessible: true }), ...toHost() },
        "a cluster of public instances": {
            cluster: loosely(RdsCluster, { engine: "aurora-mysql" }),
            writer: loosely(RdsClusterInstance, { clusterIdentifier: ref("cluster.id"), publiclyAccessible: true }),
            client: client({ DB_HOST: ref("cluster.endpoint") }),
        },
        "brokers with public addresses": {
            ...networks,
            kafka: loosely(MskCluster, {
                brokerNodeGroupInfo: {
                    clientSubnets: [ref("data.id")],
                    connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } },
                },
            }),
            client: client({ BROKERS: ref("kafka.bootstrapBrokersPublicSaslIam") }),
        },
        "a search domain in no VPC": {
            search: declare(OpenSearchDomain, {}),
            client: client({ SEARCH_ENDPOINT: ref("search.endpoint") }),
        },
        "peered VPCs": {
            ...networks,
            db: db(),
            peering: declare(Ec2VpcPeeringConnection, { vpcId: ref("otherVpc.id"), peerVpcId: ref("vpc.id") }),
            ...toHost(ref("other.id")),
        },
        "VPCs at one transit gateway": {
            ...networks,
            db: db(),
            here: attached("vpc"),
            there: attached("otherVpc"),
            ...toHost(ref("other.id")),
        },
        "a proxy's endpoint in the function's VPC": {
            ...networks,
            pool: loosely(RdsProxy, { vpcSubnetIds: [ref("data.id")], engineFamily: "POSTGRESQL" }),
            door: loosely(RdsProxyEndpoint, { dbProxyName: ref("pool.name"), vpcSubnetIds: [ref("other.id")] }),
            client: client({ DB_HOST: ref("door.endpoint") }, ref("other.id")),
        },
        "a function that is told of nothing": { ...networks, db: db(), client: client({ STAGE: "dev" }) },
        "a function in a VPC that needs none": { ...networks, client: client({ STAGE: "dev" }, ref("code.id")) },
        "another stack's database": { client: client({ DB_HOST: "db.c1a2b3c4d5e6.eu-west-1.rds.amazonaws.com" }) },
    },
    invalid: {
        "a database's address": { given: { ...networks, db: db(), ...toHost() }, reports: [outside] },
        "and its ARN": {
            given: {
                ...networks,
                db: db(),
                client: client({ DB_ARN: ref("db.arn"), DB_URL: ref("db.endpoint", "https://") }),
            },
            reports: [outside],
        },
        "a host under any name": {
            given: { ...networks, db: db(), client: client({ ORDERS: ref("db.address") }) },
            reports: [outside],
        },
        "a database that names no network": {
            given: { db: db({ dbSubnetGroupName: undefined }), ...toHost() },
            reports: [outside],
        },
        "a cluster, with the Data API but by its host": {
            given: {
                cluster: loosely(RdsCluster, { engine: "aurora-mysql", enableHttpEndpoint: true }),
                client: client({ DB_HOST: ref("cluster.readerEndpoint") }),
            },
            reports: [outside],
        },
        "a cluster's instance": {
            given: {
                cluster: loosely(RdsCluster, { engine: "aurora-mysql" }),
                writer: loosely(RdsClusterInstance, { clusterIdentifier: ref("cluster.id") }),
                client: client({ DB_HOST: ref("writer.endpoint") }),
            },
            reports: [outside],
        },
        "a proxy": {
            given: {
                ...networks,
                pool: loosely(RdsProxy, { vpcSubnetIds: [ref("data.id")], engineFamily: "MYSQL" }),
                client: client({ DB_HOST: ref("pool.endpoint") }),
            },
            reports: [outside],
        },
        "a cache": {
            given: {
                ...networks,
                cache: loosely(ElastiCacheReplicationGroup, { subnetGroupName: ref("cacheGroup.name") }),
                client: client({ REDIS_HOST: ref("cache.primaryEndpointAddress") }),
            },
            reports: [outside],
        },
        "an accelerator": {
            given: {
                dax: loosely(DaxCluster, { nodeType: "dax.t3.small" }),
                client: client({ DAX_ENDPOINT: ref("dax.clusterAddress") }),
            },
            reports: [outside],
        },
        "a search domain in a VPC": {
            given: {
                ...networks,
                search: declare(OpenSearchDomain, { vpcOptions: { subnetIds: [ref("data.id")] } }),
                client: client({ SEARCH_URL: ref("search.endpoint", "https://") }),
            },
            reports: [outside],
        },
        "a secret with the host": {
            given: {
                ...networks,
                db: db(),
                ...stored(json({ host: ref("db.address"), password: "${password}" })),
                client: client({ DB_SECRET: ref("secret.arn") }),
            },
            reports: [outside],
        },
        "a parameter with the host": {
            given: {
                ...networks,
                db: db(),
                parameter: loosely(SsmParameter, { type: "String", value: ref("db.address") }),
                client: client({ PARAMETER: ref("parameter.name") }),
            },
            reports: [outside],
        },
        "subnets without any": {
            given: {
                ...networks,
                db: db(),
                client: loosely(LambdaFunction, {
                    environment: { variables: { DB_HOST: ref("db.address") } },
                    vpcConfig: { subnetIds: [], securityGroupIds: [] },
                }),
            },
            reports: [outside],
        },
        "another VPC": { given: { ...networks, db: db(), ...toHost(ref("other.id")) }, reports: [apart] },
        "another VPC, peered with a third": {
            given: {
                ...networks,
                third: declare(Ec2Vpc, { cidrBlock: "10.7.0.0/16" }),
                peering: declare(Ec2VpcPeeringConnection, { vpcId: ref("otherVpc.id"), peerVpcId: ref("third.id") }),
                db: db(),
                ...toHost(ref("other.id")),
            },
            reports: [apart],
        },
        "one of two VPCs at a transit gateway": {
            given: { ...networks, db: db(), here: attached("vpc"), ...toHost(ref("other.id")) },
            reports: [apart],
        },
        "another VPC than a cache's": {
            given: {
                ...networks,
                cache: loosely(ElastiCacheReplicationGroup, { subnetGroupName: ref("cacheGroup.name") }),
                client: client({ CACHE_HOST: ref("cache.primaryEndpointAddress") }, ref("other.id")),
            },
            reports: [apart],
        },
    },
    undecided: {
        "subnets of another stack": {
            given: { ...networks, db: db(), ...toHost("subnet-0a1b2c3d4e5f60718") },
            awaits: ["client.vpcConfig.subnetIds[0]"],
        },
        "whether it is in a VPC": {
            given: {
                ...networks,
                db: db(),
                client: loosely(LambdaFunction, {
                    environment: { variables: { DB_HOST: ref("db.address") } },
                    vpcConfig: unknown,
                }),
            },
            awaits: ["client.vpcConfig.subnetIds"],
        },
    },
});
