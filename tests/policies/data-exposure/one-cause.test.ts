/** Two policies on the network that find fault with one line: each says its own, one of them speaks. */
import assert from "node:assert/strict";
import {
    Ec2DefaultSecurityGroup,
    Ec2Instance,
    Ec2InternetGateway,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2Subnet,
    Ec2Vpc,
    LambdaFunction,
    RdsInstance,
    SecurityGroupIngressRule,
    SqsQueue,
} from "../../../model/aws";
import { declare, type Program, ref } from "../../../pack";
import { rules } from "../../../policies";
import { analyze } from "../../support/analysis";

const ABOUT = [
    "bastion-no-inbound-admin-ports",
    "database-sg-restricted",
    "ingress-not-open",
    "default-network-unused",
    "function-sg-egress-restricted",
    "database-in-private-subnets",
    "vpc-endpoints-for-private-functions",
];
const all = { protocol: "-1", fromPort: 0, toPort: 0 };
const tcp = (port: number) => ({ protocol: "tcp", fromPort: port, toPort: port });
const world = { cidrBlocks: ["0.0.0.0/0"] };
const of = (name: string) => ({ securityGroups: [ref(`${name}.id`)] });
const group = (...ingress: readonly object[]) => declare(Ec2SecurityGroup, { ingress } as never);
const db = (name = "data") =>
    declare(RdsInstance, {
        instanceClass: "db.t4g.micro",
        engine: "postgres",
        dbSubnetGroupName: "private",
        vpcSecurityGroupIds: [ref(`${name}.id`)],
    });
const host = (name: string) =>
    declare(Ec2Instance, {
        ...{ ami: "ami-0abcdef1234567890", subnetId: "subnet-0a1b2c3d4e5f60718", associatePublicIpAddress: true },
        vpcSecurityGroupIds: [ref(`${name}.id`)],
    });

/** By cause, who speaks first and who besides; what has no cause is alone. */
async function causes(program: Program): Promise<readonly string[]> {
    const asked = rules.filter(({ id }) => ABOUT.includes(id));
    const { checks } = await analyze(asked, program);
    const found = checks.filter(({ verdict }) => verdict === "violation");
    const rank = ["critical", "high", "medium", "low"];
    const byCause = new Map<unknown, string[]>();
    for (const one of [...found].sort(
        (a, b) => rank.indexOf(a.severity) - rank.indexOf(b.severity) || (a.policy < b.policy ? -1 : 1),
    ))
        byCause.set(one.cause ?? one, [
            ...(byCause.get(one.cause ?? one) ?? []),
            `${one.policy}@${one.urn.split("::").at(-1)}`,
        ]);
    return [...byCause.values()].map((all) => all.join(", ")).sort();
}

const cases: Readonly<Record<string, readonly [Program, ...string[]]>> = {
    "everything open, on a group that only a database has: the database's policy speaks": [
        { data: group({ ...all, ...world }), orders: db() },
        "database-sg-restricted@data, ingress-not-open@data, bastion-no-inbound-admin-ports@data",
    ],
    "by a rule of its own": [
        {
            data: group(),
            open: declare(SecurityGroupIngressRule, {
                securityGroupId: ref("data.id"),
                ipProtocol: "-1",
                cidrIpv4: "0.0.0.0/0",
            }),
            orders: db(),
        },
        "database-sg-restricted@open, ingress-not-open@open, bastion-no-inbound-admin-ports@open",
    ],
    "every port of TCP": [
        { data: group({ ...all, protocol: "tcp", toPort: 65_535, ...world }), orders: db() },
        "database-sg-restricted@data, ingress-not-open@data, bastion-no-inbound-admin-ports@data",
    ],
    "on a group that a host has too: the shell's": [
        { data: group({ ...all, ...world }), orders: db(), jump: host("data") },
        "bastion-no-inbound-admin-ports@data, database-sg-restricted@data, ingress-not-open@data",
    ],
    "on a group that nothing has yet: the shell's": [
        { data: group({ ...all, ...world }) },
        "bastion-no-inbound-admin-ports@data, ingress-not-open@data",
    ],
    "a shell's port on a database's group": [
        { data: group({ ...tcp(22), ...world }), orders: db() },
        "bastion-no-inbound-admin-ports@data",
    ],
    "a group that lets in the bastion's open one: the bastion's": [
        { jump: group({ ...tcp(22), ...world }), app: group({ ...tcp(22), ...of("jump") }) },
        "bastion-no-inbound-admin-ports@jump",
    ],
    "and the database behind both": [
        {
            jump: group({ ...tcp(22), ...world }),
            app: group({ ...tcp(22), ...of("jump") }),
            data: group({ ...tcp(5432), ...of("app") }),
            orders: db(),
        },
        "bastion-no-inbound-admin-ports@jump, database-sg-restricted@data",
    ],
    "behind a group that is open on a port of its own": [
        {
            web: group({ ...tcp(8443), ...world }),
            app: group({ ...tcp(22), ...of("web") }),
            data: group({ ...tcp(5432), ...of("web") }),
            orders: db(),
        },
        "ingress-not-open@web, bastion-no-inbound-admin-ports@app, database-sg-restricted@data",
    ],
    "behind a web server, whose own rule is none's: each its own": [
        {
            web: group({ ...tcp(443), ...world }),
            server: host("web"),
            app: group({ ...tcp(22), ...of("web") }),
            data: group({ ...tcp(5432), ...of("web") }),
            orders: db(),
        },
        "bastion-no-inbound-admin-ports@app",
        "database-sg-restricted@data",
    ],
    "a group that is open by several rules together": [
        {
            data: group({ ...all, cidrBlocks: ["20.0.0.0/8"] }, { ...all, cidrBlocks: ["21.0.0.0/8"] }),
            orders: db(),
        },
        "database-sg-restricted@data, ingress-not-open@data, bastion-no-inbound-admin-ports@data",
        "database-sg-restricted@data, bastion-no-inbound-admin-ports@data",
        "database-sg-restricted@data, bastion-no-inbound-admin-ports@data",
    ],
    "a default group that is adopted with a rule for the world": [
        { own: declare(Ec2DefaultSecurityGroup, { vpcId: "vpc-1", ingress: [{ ...tcp(8080), ...world }] }) },
        "ingress-not-open@own, default-network-unused@own",
    ],
    "one that lets in and out": [
        {
            own: declare(Ec2DefaultSecurityGroup, {
                vpcId: "vpc-1",
                ingress: [{ ...tcp(22), ...world }],
                egress: [{ ...all, ...world }],
            }),
        },
        "bastion-no-inbound-admin-ports@own, default-network-unused@own",
        "default-network-unused@own",
    ],
    "a function where an internet gateway is of no use to it": [
        {
            vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
            own: declare(Ec2DefaultSecurityGroup, { vpcId: ref("vpc.id") }),
            gateway: declare(Ec2InternetGateway, { vpcId: ref("vpc.id") }),
            code: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch: true }),
            table: declare(Ec2RouteTable, {
                vpcId: ref("vpc.id"),
                routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway.id") }],
            }),
            association: declare(Ec2RouteTableAssociation, { subnetId: ref("code.id"), routeTableId: ref("table.id") }),
            jobs: declare(SqsQueue, {}),
            client: declare(LambdaFunction, {
                role: "arn:aws:iam::111122223333:role/orders",
                environment: { variables: { QUEUE: ref("jobs.url") } },
                vpcConfig: { subnetIds: [ref("code.id")], securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
            }),
        },
        "database-in-private-subnets@client, vpc-endpoints-for-private-functions@client",
    ],
};

describe("one cause in the network", () => {
    for (const [name, [program, ...expected]] of Object.entries(cases))
        it(name, async () => {
            assert.deepEqual(await causes(program), [...expected].sort());
        });
});
