import assert from "node:assert/strict";
import {
    Ec2Instance,
    Ec2InternetGateway,
    Ec2Route,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Ec2Subnet,
    Ec2Vpc,
    RdsInstance,
    RdsSubnetGroup,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../model/aws";
import { reachedFromInternet } from "../../model/graph";
import { openingsOf, protocolName, type Traffic } from "../../model/network";
import { declare, type Program, ref } from "../../pack";
import { stackOf } from "../support/stacks";

/** A VPC with a public and a private subnet, a host in the one and a database in the other. */
export function threeTiers(changes: Program = {}): Program {
    return {
        vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
        gateway: declare(Ec2InternetGateway, { vpcId: ref("vpc.id") }),
        public: declare(Ec2Subnet, {
            vpcId: ref("vpc.id"),
            cidrBlock: "10.0.0.0/24",
            mapPublicIpOnLaunch: true,
        }),
        private: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
        table: declare(Ec2RouteTable, { vpcId: ref("vpc.id") }),
        route: declare(Ec2Route, {
            routeTableId: ref("table.id"),
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: ref("gateway.id"),
        }),
        association: declare(Ec2RouteTableAssociation, {
            subnetId: ref("public.id"),
            routeTableId: ref("table.id"),
        }),
        web: declare(Ec2SecurityGroup, {
            vpcId: ref("vpc.id"),
            ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        }),
        data: declare(Ec2SecurityGroup, { vpcId: ref("vpc.id") }),
        rule: declare(SecurityGroupIngressRule, {
            securityGroupId: ref("data.id"),
            referencedSecurityGroupId: ref("web.id"),
            ipProtocol: "tcp",
            fromPort: 5432,
            toPort: 5432,
        }),
        host: declare(Ec2Instance, {
            ami: "ami-0abcdef1234567890",
            subnetId: ref("public.id"),
            vpcSecurityGroupIds: [ref("web.id")],
        }),
        subnets: declare(RdsSubnetGroup, { subnetIds: [ref("private.id")] }),
        database: declare(RdsInstance, {
            instanceClass: "db.t4g.micro",
            engine: "postgres",
            dbSubnetGroupName: ref("subnets.name"),
            vpcSecurityGroupIds: [ref("data.id")],
        }),
        ...changes,
    };
}

function told(set: Traffic): string {
    return openingsOf(set)
        .map(({ protocols, ports }) => `${protocolName(protocols.from)} ${ports.from}-${ports.to}`)
        .join(", ");
}

function steps(program: Program, unknownOutputs = false): readonly string[] {
    return [...reachedFromInternet(stackOf(program, unknownOutputs)).values()]
        .flat()
        .map(({ from, to, packets }) => {
            const name = from === "internet" ? from : from.name;
            const isCertain = packets.certain.length > 0;
            return `${name} > ${to.name}: ${told(isCertain ? packets.certain : packets.possible)}${isCertain ? "" : "?"}`;
        })
        .sort();
}

describe("What is reached from the internet", () => {
    const both = ["host > database: tcp 5432-5432", "internet > host: tcp 443-443"];

    it("goes over two hops, with known and unknown ids", () => {
        assert.deepEqual(steps(threeTiers()), both);
        assert.deepEqual(steps(threeTiers(), true), both);
    });
    it("needs a route to a gateway", () => {
        assert.deepEqual(steps(threeTiers({ route: declare(Ec2Route, { routeTableId: ref("table.id") }) })), []);
    });
    it("needs a public address", () => {
        const host = declare(Ec2Instance, {
            subnetId: ref("public.id"),
            vpcSecurityGroupIds: [ref("web.id")],
            associatePublicIpAddress: false,
        });
        assert.deepEqual(steps(threeTiers({ host })), []);
    });
    it("reads halves of the world in rules of their own", () => {
        const half = (cidr: string) =>
            declare(Ec2SecurityGroupRule, {
                type: "ingress",
                securityGroupId: ref("web.id"),
                protocol: "6",
                fromPort: 20,
                toPort: 25,
                cidrBlocks: [cidr],
            });
        const web = declare(Ec2SecurityGroup, { vpcId: ref("vpc.id") });
        const out = declare(VpcSecurityGroupEgressRule, {
            securityGroupId: ref("web.id"),
            ipProtocol: "-1",
            cidrIpv4: "10.0.1.0/24",
        });
        assert.deepEqual(steps(threeTiers({ web, low: half("0.0.0.0/1"), high: half("128.0.0.0/1"), out })), [
            "host > database: tcp 5432-5432",
            "internet > host: tcp 20-25",
        ]);
    });
});
