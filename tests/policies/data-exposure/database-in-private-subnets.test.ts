import assert from "node:assert/strict";
import {
    DaxCluster,
    DaxSubnetGroup,
    DmsReplicationSubnetGroup,
    DocDbElasticCluster,
    DocDbSubnetGroup,
    Ec2DefaultRouteTable,
    Ec2DefaultSubnet,
    Ec2DefaultVpc,
    Ec2EgressOnlyInternetGateway,
    Ec2InternetGateway,
    Ec2InternetGatewayAttachment,
    Ec2MainRouteTableAssociation,
    Ec2ManagedPrefixList,
    Ec2NatGateway,
    Ec2Route,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2Subnet,
    Ec2Vpc,
    Ec2VpcBlockPublicAccessExclusion,
    Ec2VpcBlockPublicAccessOptions,
    Ec2VpnGateway,
    EfsMountTarget,
    ElastiCacheCluster,
    ElastiCacheReplicationGroup,
    ElastiCacheServerlessCache,
    ElastiCacheSubnetGroup,
    ElasticsearchDomain,
    LambdaFunction,
    MemoryDbCluster,
    MemoryDbSubnetGroup,
    MqBroker,
    MskCluster,
    MskServerlessCluster,
    NeptuneCluster,
    NeptuneSubnetGroup,
    OpenSearchDomain,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsProxy,
    RdsSubnetGroup,
    RedshiftCluster,
    RedshiftServerlessWorkgroup,
    RedshiftSubnetGroup,
    TimestreamInfluxDb,
} from "../../../model/aws";
import { declare, type Program, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/database-in-private-subnets";
import { outcome, testRule } from "../../support/rule-tester";

const vpcId = ref("vpc.id");
const gatewayId = ref("gateway.id");
const WORLD = "0.0.0.0/0";
const HERE = "group: subnetIds";

/** Inputs that the types would not all accept: numbers as text, properties of other versions. */
const loosely = (type: Parameters<typeof declare>[0], inputs: object, parent?: string) =>
    declare(type, inputs as never, parent === undefined ? {} : { parent });

/** A VPC with a gateway, one subnet with a table of its own, and a subnet group in it. */
const network = (routes: readonly object[] | undefined, changes: Program = {}): Program => ({
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    gateway: declare(Ec2InternetGateway, { vpcId }),
    data: declare(Ec2Subnet, { vpcId, cidrBlock: "10.0.1.0/24" }),
    table: loosely(Ec2RouteTable, { vpcId, ...(routes && { routes }) }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("data.id"), routeTableId: ref("table.id") }),
    group: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
    ...changes,
});
const route = (inputs: object) => loosely(Ec2Route, { routeTableId: ref("table.id"), ...inputs });
const without = (program: Program, ...names: string[]): Program =>
    Object.fromEntries(Object.entries(program).filter(([name]) => !names.includes(name)));
const open = [{ cidrBlock: WORLD, gatewayId }];
const subnet = (inputs: object) => loosely(Ec2Subnet, { vpcId, cidrBlock: "10.0.1.0/24", ...inputs });
const blocked = (inputs: object = {}) =>
    loosely(Ec2VpcBlockPublicAccessOptions, { internetGatewayBlockMode: "block-bidirectional", ...inputs });

/** No table of its own: the VPC's main one holds. */
const main = (changes: Program) => without(network(undefined, changes), "association");

/** In public and in private subnets, whatever stands there. */
const STANDING: Readonly<Record<string, { store: (subnets: object[]) => Program; at: string }>> = {
    "a group of DocumentDB": group(DocDbSubnetGroup),
    "a group of Neptune": group(NeptuneSubnetGroup),
    "a group of ElastiCache": group(ElastiCacheSubnetGroup),
    "a group of MemoryDB": group(MemoryDbSubnetGroup),
    "a group of DAX": group(DaxSubnetGroup),
    "a group of Redshift": group(RedshiftSubnetGroup),
    "a group of DMS": group(DmsReplicationSubnetGroup),
    "a Redshift Serverless workgroup": store(
        RedshiftServerlessWorkgroup,
        (subnetIds) => ({ subnetIds, enhancedVpcRouting: true }),
        "subnetIds",
    ),
    "an elastic cluster": store(DocDbElasticCluster, (subnetIds) => ({ subnetIds }), "subnetIds"),
    "a serverless cache": store(ElastiCacheServerlessCache, (subnetIds) => ({ subnetIds }), "subnetIds"),
    "a broker": store(MqBroker, (subnetIds) => ({ subnetIds }), "subnetIds"),
    "a Kafka cluster": store(
        MskCluster,
        (clientSubnets) => ({ brokerNodeGroupInfo: { clientSubnets } }),
        "brokerNodeGroupInfo.clientSubnets",
    ),
    "a serverless Kafka cluster": store(
        MskServerlessCluster,
        (subnetIds) => ({ vpcConfigs: [{ subnetIds }] }),
        "vpcConfigs",
    ),
    "a database for time series": store(TimestreamInfluxDb, (vpcSubnetIds) => ({ vpcSubnetIds }), "vpcSubnetIds"),
    "a proxy": store(RdsProxy, (vpcSubnetIds) => ({ vpcSubnetIds }), "vpcSubnetIds"),
    "a search domain": store(OpenSearchDomain, (subnetIds) => ({ vpcOptions: { subnetIds } }), "vpcOptions.subnetIds"),
    "an old search domain": store(
        ElasticsearchDomain,
        (subnetIds) => ({ vpcOptions: { subnetIds } }),
        "vpcOptions.subnetIds",
    ),
    "a file system's mount target": store(EfsMountTarget, ([subnetId]) => ({ subnetId }), "subnetId"),
};

function group(type: Parameters<typeof declare>[0]) {
    return { store: (subnetIds: object[]) => ({ group: loosely(type, { subnetIds }) }), at: HERE };
}

function store(type: Parameters<typeof declare>[0], inputs: (subnets: object[]) => object, at: string) {
    return { store: (subnets: object[]) => ({ store: loosely(type, inputs(subnets)) }), at: `store: ${at}` };
}

const standing = (routes: object[], only: (subnets: object[]) => Program) => ({
    ...without(network(routes), "group"),
    ...only([ref("data.id")]),
});

const eachStanding = <T>(verdict: (one: (typeof STANDING)[string]) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(STANDING).map(([name, one]) => [`${name} in such a subnet`, verdict(one)]));

const silentStores: Program = {
    source: declare(RdsInstance, { instanceClass: "db.t4g.micro", dbSubnetGroupName: ref("group.name") }),
    replica: declare(RdsInstance, { instanceClass: "db.t4g.micro", replicateSourceDb: ref("source.identifier") }),
    cluster: declare(RdsCluster, { engine: "aurora-mysql", dbSubnetGroupName: ref("group.name") }),
    writer: loosely(RdsClusterInstance, { clusterIdentifier: ref("cluster.id"), engine: "aurora-mysql" }),
    caches: loosely(ElastiCacheReplicationGroup, { description: "caches", subnetGroupName: ref("cacheGroup.name") }),
    cacheGroup: declare(ElastiCacheSubnetGroup, { subnetIds: [ref("data.id")] }),
    node: declare(ElastiCacheCluster, { replicationGroupId: ref("caches.id") }),
};

testRule(rule, {
    valid: {
        "no route at all": network(undefined),
        "no table of its own, and the main one leads nowhere": main({}),
        "out through a NAT gateway": network([{ cidrBlock: WORLD, natGatewayId: ref("nat.id") }], {
            nat: declare(Ec2NatGateway, { subnetId: ref("data.id") }),
        }),
        "an egress-only gateway": network([{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: ref("out.id") }], {
            out: declare(Ec2EgressOnlyInternetGateway, { vpcId }),
        }),
        "a virtual private gateway": network([{ cidrBlock: WORLD, gatewayId: ref("vpn.id") }], {
            vpn: declare(Ec2VpnGateway, { vpcId }),
        }),
        "a virtual private gateway by its id": network([{ cidrBlock: WORLD, gatewayId: "vgw-0a1b2c3d4e5f60718" }]),
        "a gateway endpoint": network([{ destinationPrefixListId: "pl-6da54004", vpcEndpointId: "vpce-0a1b2c3d" }]),
        peering: network([{ cidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: "pcx-0a1b2c3d4e5f60718" }]),
        "a transit gateway": network([{ cidrBlock: WORLD, transitGatewayId: "tgw-0a1b2c3d4e5f60718" }]),
        "private addresses alone lead to the gateway": network([{ cidrBlock: "192.168.0.0/16", gatewayId }]),
        "another VPC's main table": main({
            other: declare(Ec2Vpc, { cidrBlock: "10.9.0.0/16" }),
            gateway: declare(Ec2InternetGateway, { vpcId: ref("other.id") }),
            table: declare(Ec2RouteTable, { vpcId: ref("other.id"), routes: open }),
            main: declare(Ec2MainRouteTableAssociation, { vpcId: ref("other.id"), routeTableId: ref("table.id") }),
        }),
        "an association of the gateway, not of the subnet": without(
            network(open, {
                edge: declare(Ec2RouteTableAssociation, { gatewayId, routeTableId: ref("table.id") }),
            }),
            "association",
        ),
        "its own table, while the main one is public": network(undefined, {
            public: declare(Ec2RouteTable, { vpcId, routes: open }),
            main: declare(Ec2MainRouteTableAssociation, { vpcId, routeTableId: ref("public.id") }),
        }),
        "the main table was replaced by a private one": main({
            first: route({ routeTableId: ref("vpc.mainRouteTableId"), destinationCidrBlock: WORLD, gatewayId }),
            main: declare(Ec2MainRouteTableAssociation, { vpcId, routeTableId: ref("table.id") }),
        }),
        "a public subnet beside": network(undefined, {
            front: subnet({ cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }),
            public: declare(Ec2RouteTable, { vpcId, routes: open }),
            frontTable: declare(Ec2RouteTableAssociation, {
                subnetId: ref("front.id"),
                routeTableId: ref("public.id"),
            }),
        }),
        "public access is blocked": network(open, { block: blocked(), data: subnet({ mapPublicIpOnLaunch: true }) }),
        "what comes in is blocked": network(open, { block: blocked({ internetGatewayBlockMode: "block-ingress" }) }),
        "blocked, but for answers": network(open, {
            block: blocked(),
            exclusion: loosely(Ec2VpcBlockPublicAccessExclusion, {
                vpcId,
                internetGatewayExclusionMode: "allow-egress",
            }),
        }),
        "a default VPC whose table was emptied": {
            vpc: declare(Ec2DefaultVpc, {}),
            table: declare(Ec2DefaultRouteTable, { defaultRouteTableId: ref("vpc.defaultRouteTableId"), routes: [] }),
            zone: declare(Ec2DefaultSubnet, { availabilityZone: "eu-west-1a", mapPublicIpOnLaunch: false }),
            group: declare(RdsSubnetGroup, { subnetIds: [ref("zone.id")] }),
        },
        "what is made from another, and what belongs to one": network(undefined, silentStores),
        "a function where no public addresses are given": network(undefined, {
            client: loosely(LambdaFunction, { vpcConfig: { subnetIds: [ref("data.id")], securityGroupIds: [] } }),
        }),
        "a function in no VPC": { client: loosely(LambdaFunction, {}) },
        "routing within the VPC, as text": network(undefined, {
            group: declare(RedshiftSubnetGroup, { subnetIds: [ref("data.id")] }),
            db: loosely(RedshiftCluster, {
                nodeType: "ra3.large",
                clusterSubnetGroupName: ref("group.name"),
                enhancedVpcRouting: "true",
            }),
        }),
        "made by a component": {
            parts: loosely(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
            private: loosely(Ec2Subnet, { vpcId: ref("parts.id"), cidrBlock: "10.0.1.0/24" }, "parts"),
            privateTable: loosely(Ec2RouteTable, { vpcId: ref("parts.id") }, "private"),
            out: loosely(
                Ec2Route,
                {
                    routeTableId: ref("privateTable.id"),
                    destinationCidrBlock: WORLD,
                    natGatewayId: ref("nat.id"),
                },
                "privateTable",
            ),
            privateAssociation: loosely(
                Ec2RouteTableAssociation,
                { subnetId: ref("private.id"), routeTableId: ref("privateTable.id") },
                "privateTable",
            ),
            nat: loosely(Ec2NatGateway, { subnetId: ref("front.id"), allocationId: "eipalloc-0a1b2c3d" }, "front"),
            front: loosely(
                Ec2Subnet,
                { vpcId: ref("parts.id"), cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true },
                "parts",
            ),
            frontTable: loosely(Ec2RouteTable, { vpcId: ref("parts.id") }, "front"),
            gate: loosely(Ec2InternetGateway, { vpcId: ref("parts.id") }, "parts"),
            in: loosely(
                Ec2Route,
                { routeTableId: ref("frontTable.id"), destinationCidrBlock: WORLD, gatewayId: ref("gate.id") },
                "frontTable",
            ),
            frontAssociation: loosely(
                Ec2RouteTableAssociation,
                { subnetId: ref("front.id"), routeTableId: ref("frontTable.id") },
                "frontTable",
            ),
            group: declare(RdsSubnetGroup, { subnetIds: [ref("private.id")] }),
        },
        ...eachStanding(({ store: only }) => standing([], only)),
    },
    invalid: {
        "a route of its own": {
            given: network(undefined, { out: route({ destinationCidrBlock: WORLD, gatewayId }) }),
            reports: [HERE],
            weighs: ["high"],
        },
        "a gateway by its id": {
            given: network([{ cidrBlock: WORLD, gatewayId: "igw-0a1b2c3d4e5f60718" }]),
            reports: [HERE],
        },
        "halves of the world": {
            given: network([
                { cidrBlock: "0.0.0.0/1", gatewayId },
                { cidrBlock: "128.0.0.0/1", gatewayId },
            ]),
            reports: [HERE],
        },
        "one half": { given: network([{ cidrBlock: "128.0.0.0/1", gatewayId }]), reports: [HERE] },
        "one office": { given: network([{ cidrBlock: "52.1.2.0/24", gatewayId }]), reports: [HERE] },
        IPv6: { given: network([{ ipv6CidrBlock: "::/0", gatewayId }]), reports: [HERE] },
        "IPv6 with a route of its own": {
            given: network(undefined, { out: route({ destinationIpv6CidrBlock: "2000::/3", gatewayId }) }),
            reports: [HERE],
        },
        "IPv6 in, IPv4 through NAT": {
            given: network([
                { cidrBlock: WORLD, natGatewayId: "nat-0a1b2c3d4e5f60718" },
                { ipv6CidrBlock: "::/0", gatewayId },
            ]),
            reports: [HERE],
        },
        "a prefix list of one's own": {
            given: network([{ destinationPrefixListId: ref("world.id"), gatewayId }], {
                world: declare(Ec2ManagedPrefixList, {
                    addressFamily: "IPv4",
                    maxEntries: 2,
                    entries: [{ cidr: "0.0.0.0/1" }, { cidr: "128.0.0.0/1" }],
                }),
            }),
            reports: [HERE],
        },
        "a gateway that is attached by a resource of its own": {
            given: network(open, {
                gateway: declare(Ec2InternetGateway, {}),
                attachment: declare(Ec2InternetGatewayAttachment, { vpcId, internetGatewayId: ref("gateway.id") }),
            }),
            reports: [HERE],
        },
        "the VPC's main table": {
            given: main({
                out: route({ routeTableId: ref("vpc.mainRouteTableId"), destinationCidrBlock: WORLD, gatewayId }),
            }),
            reports: [HERE],
        },
        "the VPC's default table": {
            given: main({
                out: route({ routeTableId: ref("vpc.defaultRouteTableId"), destinationCidrBlock: WORLD, gatewayId }),
            }),
            reports: [HERE],
        },
        "the adopted default table": {
            given: main({
                first: declare(Ec2DefaultRouteTable, {
                    defaultRouteTableId: ref("vpc.defaultRouteTableId"),
                    routes: open,
                }),
            }),
            reports: [HERE],
        },
        "another table as the main one": {
            given: main({
                table: declare(Ec2RouteTable, { vpcId, routes: open }),
                main: declare(Ec2MainRouteTableAssociation, { vpcId, routeTableId: ref("table.id") }),
            }),
            reports: [HERE],
        },
        "one of two subnets": {
            given: network(open, {
                second: subnet({ cidrBlock: "10.0.2.0/24" }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("second.id"), ref("data.id")] }),
            }),
            reports: [HERE],
        },
        "one public, one of another stack": {
            given: network(open, {
                group: declare(RdsSubnetGroup, { subnetIds: ["subnet-0a1b2c3d4e5f60718", ref("data.id")] }),
            }),
            reports: [HERE],
        },
        "public addresses without a route": {
            given: network(undefined, { data: subnet({ mapPublicIpOnLaunch: "true" }) }),
            reports: [HERE],
            weighs: ["medium"],
        },
        "public addresses in another stack's VPC": {
            given: {
                data: subnet({ vpcId: "vpc-0a1b2c3d4e5f60718", mapPublicIpOnLaunch: true }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
            },
            reports: [HERE],
        },
        "default subnets": {
            given: {
                zone: declare(Ec2DefaultSubnet, { availabilityZone: "eu-west-1a" }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("zone.id")] }),
            },
            reports: [HERE],
            weighs: ["high"],
        },
        "default subnets that give no addresses": {
            given: {
                zone: declare(Ec2DefaultSubnet, { availabilityZone: "eu-west-1a", mapPublicIpOnLaunch: false }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("zone.id")] }),
            },
            reports: [HERE],
        },
        "a subnet of one's own in the default VPC": {
            given: {
                vpc: declare(Ec2DefaultVpc, {}),
                data: subnet({ cidrBlock: "172.31.200.0/24" }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
            },
            reports: [HERE],
        },
        "excluded from the block": {
            given: network(open, {
                block: blocked(),
                exclusion: loosely(Ec2VpcBlockPublicAccessExclusion, {
                    subnetId: ref("data.id"),
                    internetGatewayExclusionMode: "allow-bidirectional",
                }),
            }),
            reports: [HERE],
        },
        "the block is off": {
            given: network(open, { block: blocked({ internetGatewayBlockMode: "off" }) }),
            reports: [HERE],
        },
        "stores that name no network": {
            given: {
                db: declare(RdsInstance, { instanceClass: "db.t4g.micro", engine: "postgres" }),
                old: declare(RdsCluster, { engine: "aurora-mysql", dbSubnetGroupName: "default" }),
                graph: declare(NeptuneCluster, {}),
                cache: declare(ElastiCacheCluster, { engine: "memcached" }),
                memory: loosely(MemoryDbCluster, { nodeType: "db.t4g.small", aclName: "open-access" }),
                dax: loosely(DaxCluster, { nodeType: "dax.t3.small", replicationFactor: 3 }),
                broker: loosely(MqBroker, { engineType: "RabbitMQ" }),
                warehouse: declare(RedshiftCluster, { nodeType: "ra3.large", enhancedVpcRouting: true }),
            },
            reports: [
                "broker: subnetIds",
                "cache: subnetGroupName",
                "dax: subnetGroupName",
                "db: dbSubnetGroupName",
                "graph: neptuneSubnetGroupName",
                "memory: subnetGroupName",
                "old: dbSubnetGroupName",
                "warehouse: clusterSubnetGroupName",
            ],
        },
        "search domains in no VPC": {
            given: {
                search: declare(OpenSearchDomain, {}),
                old: declare(ElasticsearchDomain, {}),
                hollow: loosely(OpenSearchDomain, { vpcOptions: { subnetIds: [] } }),
            },
            reports: ["hollow: vpcOptions", "old: vpcOptions", "search: vpcOptions"],
        },
        "loads that leave the VPC": {
            given: network(undefined, {
                group: declare(RedshiftSubnetGroup, { subnetIds: [ref("data.id")] }),
                db: loosely(RedshiftCluster, { nodeType: "ra3.large", clusterSubnetGroupName: ref("group.name") }),
                workgroup: loosely(RedshiftServerlessWorkgroup, {
                    subnetIds: [ref("data.id")],
                    enhancedVpcRouting: "false",
                }),
            }),
            reports: ["db: enhancedVpcRouting", "workgroup: enhancedVpcRouting"],
            weighs: ["low", "low"],
        },
        "a function where public addresses are given": {
            given: network(undefined, {
                front: subnet({ cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }),
                client: loosely(LambdaFunction, { vpcConfig: { subnetIds: [ref("front.id")], securityGroupIds: [] } }),
            }),
            reports: ["client: vpcConfig.subnetIds"],
            weighs: ["low"],
        },
        ...eachStanding(({ store: only, at }) => ({ given: standing(open, only), reports: [at] })),
    },
    undecided: {
        "subnets of another stack": {
            given: { group: declare(RdsSubnetGroup, { subnetIds: ["subnet-0a1b2c3d4e5f60718"] }) },
            awaits: ["group.subnetIds[0]"],
        },
        "a group of another stack": {
            given: { db: declare(RdsInstance, { instanceClass: "db.t4g.micro", dbSubnetGroupName: "shared" }) },
            awaits: ["db.dbSubnetGroupName"],
        },
        "subnets that are not known": {
            given: { group: declare(RdsSubnetGroup, { subnetIds: unknown }) },
            awaits: ["group.subnetIds"],
        },
        "a subnet of another stack's VPC": {
            given: {
                data: subnet({ vpcId: "vpc-0a1b2c3d4e5f60718" }),
                group: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
            },
            awaits: ["data (its route table is another stack's)"],
        },
        "a gateway that is not known": {
            given: network([{ cidrBlock: WORLD, gatewayId: unknown }]),
            awaits: ["table.routes[0].gatewayId"],
        },
        "a destination that is not known": {
            given: network([{ cidrBlock: unknown, gatewayId }]),
            awaits: ["table.routes[0].cidrBlock"],
        },
        "AWS's own prefix list": {
            given: network([{ destinationPrefixListId: "pl-6da54004", gatewayId }]),
            awaits: ["table.routes[0].destinationPrefixListId"],
        },
        "a copy of a snapshot": {
            given: { db: declare(RdsInstance, { instanceClass: "db.t4g.micro", snapshotIdentifier: "orders" }) },
            awaits: ["db.snapshotIdentifier"],
        },
        "a replica of another stack's database": {
            given: { db: declare(RdsInstance, { instanceClass: "db.t4g.micro", replicateSourceDb: "orders" }) },
            awaits: ["db.replicateSourceDb"],
        },
        "a domain whose network is not known": {
            given: { search: loosely(OpenSearchDomain, { vpcOptions: unknown }) },
            awaits: ["search.vpcOptions.subnetIds"],
        },
        "whether addresses are given is not known": {
            given: network(undefined, { data: subnet({ mapPublicIpOnLaunch: unknown }) }),
            awaits: ["data.mapPublicIpOnLaunch"],
        },
    },
});

describe("Where dependencies decide, a first preview says the same", () => {
    const programs: Readonly<Record<string, Program>> = {
        "an inline route": network(open),
        "a route of its own": network(undefined, { out: route({ destinationCidrBlock: WORLD, gatewayId }) }),
        "the main table": main({
            out: route({ routeTableId: ref("vpc.mainRouteTableId"), destinationCidrBlock: WORLD, gatewayId }),
        }),
        "an attached gateway": network(open, {
            gateway: declare(Ec2InternetGateway, {}),
            attachment: declare(Ec2InternetGatewayAttachment, { vpcId, internetGatewayId: ref("gateway.id") }),
        }),
        "no network named": { db: declare(RdsInstance, { instanceClass: "db.t4g.micro", engine: "postgres" }) },
    };
    it("a gateway that is attached to nothing leads nowhere", async () => {
        const given = network(open, { gateway: declare(Ec2InternetGateway, {}) });
        assert.deepEqual((await outcome(rule, { given }, true)).violations, []);
    });
    for (const [name, given] of Object.entries(programs)) {
        it(name, async () => {
            const [known, first] = [await outcome(rule, { given }), await outcome(rule, { given }, true)];
            assert.deepEqual(first, known);
        });
    }
});
