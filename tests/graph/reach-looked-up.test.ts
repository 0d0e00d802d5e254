import assert from "node:assert/strict";
import {
    AutoScalingGroup,
    Ec2Eip,
    Ec2Instance,
    Ec2LaunchTemplate,
    Ec2NetworkAcl,
    Ec2NetworkInterface,
    Ec2Route,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Ec2Subnet,
    Ec2Vpc,
    Ec2VpcBlockPublicAccessOptions,
    Ec2VpcPeeringConnection,
    EcsService,
    LambdaFunction,
    Listener,
    LoadBalancer,
    RdsCluster,
    RdsClusterInstance,
    RdsInstance,
    RdsSubnetGroup,
    TargetGroup,
    TargetGroupAttachment,
} from "../../model/aws";
import { spread } from "../../model/graph/network/reach";
import { declare, type Program, ref, unknown } from "../../pack";
import { stackWithGiven } from "../support/stacks";

type Verdict = "yes" | "maybe" | "no";

/** Does one resource, or the internet, get to another? */
function reaches(from: string, to: string, program: Program): Verdict {
    const stack = stackWithGiven(program);
    const start = from === "internet" ? from : stack.resources.find(({ name }) => name === from);
    assert.ok(start, from);
    const steps = [...spread(stack, new Set([start]))].flatMap(([{ name }, all]) => (name === to ? all : []));
    const direct = steps.filter((step) => step.from === start);
    const told = direct.length > 0 ? direct : steps;
    if (told.length === 0) return "no";
    return told.some(({ packets }) => packets.certain.length > 0) ? "yes" : "maybe";
}

const EVERYWHERE = [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }];
const POSTGRES = { protocol: "tcp", fromPort: 5432, toPort: 5432 };
const SSH = { protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] };
const [VPC, OTHER_VPC] = ["vpc-0a1b2c3d4e5f60718", "vpc-0f1e2d3c4b5a69788"];
const [HERE, THERE] = ["subnet-0a1b2c3d4e5f60718", "subnet-0f1e2d3c4b5a69788"];

const group = (vpcId: unknown, ingress: readonly object[] = [], egress: readonly object[] = EVERYWHERE) =>
    declare(Ec2SecurityGroup, { vpcId: vpcId as string, ingress: ingress as never, egress: egress as never });
const host = (subnetId: unknown, own: object = {}) =>
    declare(Ec2Instance, {
        ami: "ami-0abcdef1234567890",
        subnetId: subnetId as string,
        vpcSecurityGroupIds: [ref("app.id")],
        ...own,
    });
const database = (own: object = {}) =>
    declare(RdsInstance, {
        instanceClass: "db.t4g.micro",
        engine: "postgres",
        dbSubnetGroupName: "existing",
        vpcSecurityGroupIds: [ref("data.id")],
        ...own,
    });

/** A host and a second one, each in a subnet that is looked up, behind groups of a VPC that is looked up. */
const two = (changes: Program = {}): Program => ({
    app: group(VPC),
    data: group(VPC, [{ ...POSTGRES, securityGroups: [ref("app.id")] }]),
    host: host(HERE),
    other: host(THERE, { vpcSecurityGroupIds: [ref("data.id")] }),
    ...changes,
});
const letting = (source: object) => group(VPC, [{ ...POSTGRES, ...source }]);
/** A VPC of the stack's own, with a subnet. */
const ownVpc: Program = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    subnet: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
};

const hops: Readonly<Record<string, readonly [Verdict, Program]>> = {
    "the same VPC by its id, and a rule that names the group": ["yes", two()],
    "the same subnet": ["yes", two({ other: host(HERE, { vpcSecurityGroupIds: [ref("data.id")] }) })],
    "a rule for another group": [
        "no",
        two({ data: letting({ securityGroups: [ref("third.id")] }), third: group(VPC) }),
    ],
    "a group that lets nothing out": ["no", two({ app: group(VPC, [], []) })],
    "a group that lets out another port": [
        "no",
        two({ app: group(VPC, [], [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]) }),
    ],
    "a group that lets nothing in": ["no", two({ data: group(VPC) })],
    "the default VPC, where a group names none": [
        "yes",
        two({ app: group(undefined), data: group(undefined, [{ ...POSTGRES, securityGroups: [ref("app.id")] }]) }),
    ],
    "two VPCs, which somebody may have peered": ["maybe", two({ app: group(OTHER_VPC) })],
    "two VPCs, and a rule for private addresses": [
        "maybe",
        two({ app: group(OTHER_VPC), data: letting({ cidrBlocks: ["10.0.0.0/8"] }) }),
    ],
    "a rule for an office": ["no", two({ data: letting({ cidrBlocks: ["203.0.113.0/24"] }) })],
    "a rule for everybody": ["yes", two({ data: letting({ cidrBlocks: ["0.0.0.0/0"] }) })],
    "a rule for the private addresses of every VPC": [
        "yes",
        two({
            data: letting({ cidrBlocks: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"] }),
        }),
    ],
    "a rule for addresses that may be the VPC's": ["maybe", two({ data: letting({ cidrBlocks: ["10.20.0.0/16"] }) })],
    "a rule for other addresses than the host has, which a preview may have made up": [
        "maybe",
        two({ host: host(HERE, { privateIp: "10.30.0.5" }), data: letting({ cidrBlocks: ["10.20.0.0/16"] }) }),
    ],
    "one group with a rule for itself": [
        "yes",
        two({ app: group(VPC, [{ ...POSTGRES, self: true }]), other: host(THERE) }),
    ],
    "one group without one": ["no", two({ other: host(THERE) })],
    "subnets that are not known yet, in one VPC": [
        "yes",
        two({ host: host(unknown), other: host(unknown, { vpcSecurityGroupIds: [ref("data.id")] }) }),
    ],
    "subnets that are not known yet, behind groups of the stack's own VPC": [
        "yes",
        two({
            ...ownVpc,
            app: group(ref("vpc.id")),
            data: group(ref("vpc.id"), [{ ...POSTGRES, cidrBlocks: ["10.0.0.0/16"] }]),
            host: host(unknown),
            other: host(unknown, { vpcSecurityGroupIds: [ref("data.id")] }),
        }),
    ],
    "a subnet of the stack's own VPC, and one of another without a route to it": [
        "no",
        two({
            ...ownVpc,
            app: group(ref("vpc.id")),
            host: host(ref("subnet.id")),
            data: letting({ cidrBlocks: ["10.0.0.0/8"] }),
        }),
    ],
    "a subnet of the stack's own VPC with a route to the other's": [
        "maybe",
        two({
            ...ownVpc,
            peering: declare(Ec2VpcPeeringConnection, { vpcId: ref("vpc.id"), peerVpcId: VPC }),
            route: declare(Ec2Route, {
                routeTableId: ref("vpc.mainRouteTableId"),
                destinationCidrBlock: "10.9.0.0/16",
                vpcPeeringConnectionId: ref("peering.id"),
            }),
            app: group(ref("vpc.id")),
            host: host(ref("subnet.id")),
            data: letting({ cidrBlocks: ["10.0.0.0/16"] }),
        }),
    ],
    "a subnet that the stack makes in the VPC that is looked up": [
        "yes",
        two({
            subnet: declare(Ec2Subnet, { vpcId: VPC, cidrBlock: "10.7.1.0/24" }),
            host: host(ref("subnet.id")),
        }),
    ],
    "such a subnet, and a rule for its addresses": [
        "yes",
        two({
            subnet: declare(Ec2Subnet, { vpcId: VPC, cidrBlock: "10.7.1.0/24" }),
            host: host(ref("subnet.id")),
            data: letting({ cidrBlocks: ["10.7.0.0/16"] }),
        }),
    ],
    "a group of another stack at the one end, which no rule names": [
        "no",
        two({ host: host(HERE, { vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }) }),
    ],
    "a group of another stack at the one end, and a rule for everybody": [
        "maybe",
        two({
            host: host(HERE, { vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }),
            data: letting({ cidrBlocks: ["0.0.0.0/0"] }),
        }),
    ],
    "a group of another stack at the other": [
        "maybe",
        two({ other: host(THERE, { vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }) }),
    ],
    "a rule that the stack adds to a group of another": [
        "maybe",
        two({
            rule: declare(Ec2SecurityGroupRule, {
                ...{ type: "ingress", securityGroupId: "sg-0a1b2c3d4e5f60718", sourceSecurityGroupId: ref("app.id") },
                ...POSTGRES,
            }),
            other: host(THERE, { vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }),
        }),
    ],
    "such a rule, in the same subnet": [
        "yes",
        two({
            rule: declare(Ec2SecurityGroupRule, {
                ...{ type: "ingress", securityGroupId: "sg-0a1b2c3d4e5f60718", sourceSecurityGroupId: ref("app.id") },
                ...POSTGRES,
            }),
            other: host(HERE, { vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }),
        }),
    ],
    "groups that are not known yet": [
        "maybe",
        two({
            host: host(HERE, { vpcSecurityGroupIds: unknown }),
            other: host(THERE, { vpcSecurityGroupIds: unknown }),
        }),
    ],
    "no group, in the same subnet: the VPC's own": [
        "yes",
        two({
            host: host(HERE, { vpcSecurityGroupIds: undefined }),
            other: host(HERE, { vpcSecurityGroupIds: undefined }),
        }),
    ],
    "no group, in two subnets that may be of one VPC": [
        "maybe",
        two({
            host: host(HERE, { vpcSecurityGroupIds: undefined }),
            other: host(THERE, { vpcSecurityGroupIds: undefined }),
        }),
    ],
    "VPCs that are not known yet": [
        "maybe",
        two({ app: group(unknown), data: group(unknown, [{ ...POSTGRES, securityGroups: [ref("app.id")] }]) }),
    ],
    "an ACL of the stack on a subnet that is looked up": [
        "no",
        two({ acl: declare(Ec2NetworkAcl, { vpcId: VPC, subnetIds: [THERE] }) }),
    ],
    "an ACL of the stack on another subnet": [
        "yes",
        two({ acl: declare(Ec2NetworkAcl, { vpcId: VPC, subnetIds: ["subnet-0123456789abcdef0"] }) }),
    ],
    "an ACL of the stack that may be a subnet's that is not known yet": [
        "maybe",
        two({
            acl: declare(Ec2NetworkAcl, { vpcId: VPC, subnetIds: [THERE] }),
            host: host(unknown),
            other: host(unknown, { vpcSecurityGroupIds: [ref("data.id")] }),
        }),
    ],
    "hosts of a group of instances": [
        "yes",
        two({
            host: declare(AutoScalingGroup, {
                ...{ minSize: 1, maxSize: 2, vpcZoneIdentifiers: [HERE, THERE] },
                launchTemplate: { id: ref("template.id") },
            }),
            template: declare(Ec2LaunchTemplate, { vpcSecurityGroupIds: [ref("app.id")] }),
        }),
    ],
    "instances whose template is another stack's": [
        "maybe",
        two({
            host: declare(AutoScalingGroup, {
                ...{ minSize: 1, maxSize: 2, vpcZoneIdentifiers: [HERE] },
                launchTemplate: { id: "lt-0a1b2c3d4e5f60718" },
            }),
        }),
    ],
    "the second interface of a template": [
        "yes",
        two({
            host: declare(Ec2Instance, { launchTemplate: { id: ref("template.id") } }),
            third: group(VPC),
            template: declare(Ec2LaunchTemplate, {
                networkInterfaces: [
                    { deviceIndex: 0, subnetId: HERE, securityGroups: [ref("third.id")] },
                    { deviceIndex: 1, subnetId: HERE, securityGroups: [ref("app.id")] },
                ],
            }),
        }),
    ],
    "tasks of a service": [
        "yes",
        two({
            host: declare(EcsService, {
                networkConfiguration: { subnets: [HERE, THERE], securityGroups: [ref("app.id")] },
            }),
        }),
    ],
    "a function": [
        "yes",
        two({
            host: declare(LambdaFunction, {
                role: "arn:aws:iam::111122223333:role/app",
                vpcConfig: { subnetIds: [HERE], securityGroupIds: [ref("app.id")] },
            }),
        }),
    ],
    "a database in a subnet group of another stack": ["yes", two({ other: database() })],
    "a database in a subnet group of subnets that are looked up": [
        "yes",
        two({
            other: database({ dbSubnetGroupName: ref("subnets.name") }),
            subnets: declare(RdsSubnetGroup, { subnetIds: [HERE, THERE] }),
        }),
    ],
    "a host that names no subnet, and a group by whose id the default VPC is known": [
        "yes",
        two({ host: host(undefined), other: database() }),
    ],
    "a host in the default VPC, and a VPC of which nobody knows whether it is the same": [
        "maybe",
        two({
            host: host(undefined),
            app: group(undefined),
            other: database(),
            data: letting({ cidrBlocks: ["0.0.0.0/0"] }),
        }),
    ],
    "a host in the default VPC, and one in the stack's own": [
        "no",
        two({
            ...ownVpc,
            host: host(undefined),
            app: group(undefined),
            data: group(ref("vpc.id"), [{ ...POSTGRES, cidrBlocks: ["0.0.0.0/0"] }]),
            other: host(ref("subnet.id"), { vpcSecurityGroupIds: [ref("data.id")] }),
        }),
    ],
};

const open = (own: object = {}, changes: Program = {}): Program => ({
    app: group(VPC, [SSH]),
    host: host(HERE, own),
    ...changes,
});
const gateway = (way: object): Program => ({
    table: declare(Ec2RouteTable, { vpcId: VPC, routes: [{ cidrBlock: "0.0.0.0/0", ...way }] }),
    association: declare(Ec2RouteTableAssociation, { subnetId: HERE, routeTableId: ref("table.id") }),
});

const fromInternet: Readonly<Record<string, readonly [Verdict, Program]>> = {
    "where nothing is said of a public address": ["maybe", open()],
    "where one is refused": ["no", open({ associatePublicIpAddress: false })],
    "where one is asked for": ["maybe", open({ associatePublicIpAddress: true })],
    "where one is asked for, but no group lets anybody in": [
        "no",
        open({ associatePublicIpAddress: true }, { app: group(VPC) }),
    ],
    "where the stack leads the subnet to a gateway": [
        "yes",
        open({ associatePublicIpAddress: true }, gateway({ gatewayId: "igw-0a1b2c3d4e5f60718" })),
    ],
    "where it leads the subnet to a NAT gateway": [
        "no",
        open({ associatePublicIpAddress: true }, gateway({ natGatewayId: "nat-0a1b2c3d4e5f60718" })),
    ],
    "where the account blocks public access": [
        "no",
        open(
            {},
            { block: declare(Ec2VpcBlockPublicAccessOptions, { internetGatewayBlockMode: "block-bidirectional" }) },
        ),
    ],
    "where a subnet of the stack is known to give none": [
        "no",
        open({ subnetId: ref("subnet.id") }, { subnet: declare(Ec2Subnet, { vpcId: VPC, cidrBlock: "10.7.1.0/24" }) }),
    ],
    "where an interface of its own has no address": [
        "no",
        open(
            {
                subnetId: undefined,
                vpcSecurityGroupIds: undefined,
                networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("own.id") }],
            },
            { own: declare(Ec2NetworkInterface, { subnetId: HERE, securityGroups: [ref("app.id")] }) },
        ),
    ],
    "where an Elastic IP is fixed to its own interface": [
        "maybe",
        open(
            {
                subnetId: undefined,
                vpcSecurityGroupIds: undefined,
                networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: ref("own.id") }],
            },
            {
                own: declare(Ec2NetworkInterface, { subnetId: HERE, securityGroups: [ref("app.id")] }),
                ip: declare(Ec2Eip, { networkInterface: ref("own.id"), domain: "vpc" }),
            },
        ),
    ],
    "where its template is another stack's": [
        "maybe",
        open({ subnetId: undefined, launchTemplate: { id: "lt-0a1b2c3d4e5f60718" } }),
    ],
    "behind a load balancer": [
        "maybe",
        {
            edge: group(VPC, [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]),
            app: group(VPC, [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [ref("edge.id")] }]),
            balancer: declare(LoadBalancer, { subnets: [HERE, THERE], securityGroups: [ref("edge.id")] }),
            targets: declare(TargetGroup, { port: 8080, protocol: "HTTP", vpcId: VPC }),
            listener: declare(Listener, {
                ...{ loadBalancerArn: ref("balancer.arn"), port: 443, protocol: "HTTPS" },
                defaultActions: [{ type: "forward", targetGroupArn: ref("targets.arn") }],
            }),
            attachment: declare(TargetGroupAttachment, {
                targetGroupArn: ref("targets.arn"),
                targetId: ref("host.id"),
            }),
            host: host(HERE, { associatePublicIpAddress: false }),
        },
    ],
    "behind an internal load balancer": [
        "no",
        {
            edge: group(VPC, [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]),
            app: group(VPC, [{ protocol: "tcp", fromPort: 8080, toPort: 8080, securityGroups: [ref("edge.id")] }]),
            balancer: declare(LoadBalancer, { internal: true, subnets: [HERE], securityGroups: [ref("edge.id")] }),
            targets: declare(TargetGroup, { port: 8080, protocol: "HTTP", vpcId: VPC }),
            listener: declare(Listener, {
                ...{ loadBalancerArn: ref("balancer.arn"), port: 443, protocol: "HTTPS" },
                defaultActions: [{ type: "forward", targetGroupArn: ref("targets.arn") }],
            }),
            attachment: declare(TargetGroupAttachment, {
                targetGroupArn: ref("targets.arn"),
                targetId: ref("host.id"),
            }),
            host: host(HERE, { associatePublicIpAddress: false }),
        },
    ],
};

describe("In a network that is looked up, one host gets to another:", () => {
    for (const [name, [verdict, program]] of Object.entries(hops))
        it(`${name}: ${verdict}`, () => assert.equal(reaches("host", "other", program), verdict));
});

describe("In a subnet that is looked up, the internet gets to a host:", () => {
    for (const [name, [verdict, program]] of Object.entries(fromInternet))
        it(`${name}: ${verdict}`, () => assert.equal(reaches("internet", "host", program), verdict));
    it("and goes on from there, as far as the first step may be taken", () =>
        assert.equal(reaches("internet", "other", two({ app: group(VPC, [SSH]) })), "maybe"));
});

describe("A database cluster", () => {
    const cluster = (publiclyAccessible: boolean | typeof unknown): Program => ({
        data: group(undefined, [{ ...POSTGRES, cidrBlocks: ["0.0.0.0/0"] }]),
        cluster: declare(RdsCluster, { engine: "aurora-postgresql", vpcSecurityGroupIds: [ref("data.id")] }),
        one: declare(RdsClusterInstance, {
            ...{ clusterIdentifier: ref("cluster.id"), engine: "aurora-postgresql", instanceClass: "db.r6g.large" },
            publiclyAccessible,
        }),
    });
    it("is reached where one of its instances is public", () =>
        assert.equal(reaches("internet", "cluster", cluster(true)), "yes"));
    it("is not where none is", () => assert.equal(reaches("internet", "cluster", cluster(false)), "no"));
    it("may be where it is not known", () => assert.equal(reaches("internet", "cluster", cluster(unknown)), "maybe"));
});
