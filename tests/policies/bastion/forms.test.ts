/** A bastion in each form that teams give it, under every policy: what is said of people's way in, and nothing else. */
import assert from "node:assert/strict";
import {
    Ec2Instance,
    Ec2InternetGateway,
    Ec2KeyPair,
    Ec2NatGateway,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2Subnet,
    Ec2Vpc,
    IamGroup,
    IamGroupPolicy,
    IamInstanceProfile,
    IamRole,
    InstanceConnectEndpoint,
    RdsInstance,
    RdsSubnetGroup,
    SecurityGroupIngressRule,
    SsmDocument,
    VpcSecurityGroupEgressRule,
} from "../../../model/aws";
import { declare, json, type Program, policyOf, ref, trusts } from "../../../pack";
import { rules } from "../../../policies";
import { analyze } from "../../support/analysis";

/** A VPC with a public and a private subnet, the private one's way out over a NAT gateway, and a database. */
const network: Program = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    gateway: declare(Ec2InternetGateway, { vpcId: ref("vpc.id") }),
    public: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.0.0/24" }),
    private: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
    out: declare(Ec2NatGateway, { subnetId: ref("public.id"), allocationId: "eipalloc-0a1b2c3d4e5f60718" }),
    "public-table": declare(Ec2RouteTable, {
        vpcId: ref("vpc.id"),
        routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway.id") }],
    }),
    "private-table": declare(Ec2RouteTable, {
        vpcId: ref("vpc.id"),
        routes: [{ cidrBlock: "0.0.0.0/0", natGatewayId: ref("out.id") }],
    }),
    "public-association": declare(Ec2RouteTableAssociation, {
        subnetId: ref("public.id"),
        routeTableId: ref("public-table.id"),
    }),
    "private-association": declare(Ec2RouteTableAssociation, {
        subnetId: ref("private.id"),
        routeTableId: ref("private-table.id"),
    }),
    data: declare(Ec2SecurityGroup, { vpcId: ref("vpc.id"), description: "Orders' database" }),
    "data-from-host": declare(SecurityGroupIngressRule, {
        securityGroupId: ref("data.id"),
        referencedSecurityGroupId: ref("operators.id"),
        ipProtocol: "tcp",
        fromPort: 5432,
        toPort: 5432,
    }),
    subnets: declare(RdsSubnetGroup, { subnetIds: [ref("private.id")] }),
    database: declare(RdsInstance, {
        engine: "postgres",
        instanceClass: "db.t4g.micro",
        dbSubnetGroupName: ref("subnets.name"),
        vpcSecurityGroupIds: [ref("data.id")],
    }),
    operators: declare(Ec2SecurityGroup, { vpcId: ref("vpc.id"), description: "Who mends at night" }),
    "operators-out": declare(VpcSecurityGroupEgressRule, {
        securityGroupId: ref("operators.id"),
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "0.0.0.0/0",
    }),
};

const host = (more: object): Program => ({
    jump: declare(Ec2Instance, {
        ami: "ami-0abcdef1234567890",
        instanceType: "t4g.nano",
        subnetId: ref("private.id"),
        vpcSecurityGroupIds: [ref("operators.id")],
        metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 1 },
        rootBlockDevice: { encrypted: true },
        ...more,
    }),
});
const managed: Program = {
    ...host({ iamInstanceProfile: ref("profile.name") }),
    role: declare(IamRole, {
        assumeRolePolicy: trusts("ec2"),
        managedPolicyArns: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
    }),
    profile: declare(IamInstanceProfile, { role: ref("role.name") }),
};
const logged: Program = {
    sessions: declare(SsmDocument, {
        name: "SSM-SessionManagerRunShell",
        documentType: "Session",
        content: json({
            schemaVersion: "1.0",
            sessionType: "Standard_Stream",
            inputs: {
                cloudWatchLogGroupName: "/ssm/sessions",
                cloudWatchEncryptionEnabled: true,
                kmsKeyId: "alias/sessions",
                idleSessionTimeout: "20",
                maxSessionDuration: "60",
            },
        }),
    }),
};
/** People may forward a port to the database, on this host alone. */
const forwarding: Program = {
    people: declare(IamGroup, { name: "operators" }),
    forwarding: declare(IamGroupPolicy, {
        group: ref("people.name"),
        policy: policyOf({
            Action: "ssm:StartSession",
            Resource: [
                ref("jump.arn"),
                "arn:aws:ssm:eu-west-1::document/AWS-StartPortForwardingSessionToRemoteHost",
            ] as never,
            Condition: { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } },
        }),
    }),
};

const ABOUT = /^(?:bastion|instance|ssm|human|ingress|database-sg|database-in|network-acl|no-iam|people)-/;

async function said(program: Program): Promise<readonly string[]> {
    const recommended = rules.filter(({ profile }) => profile !== "strict");
    const { checks } = await analyze(recommended, program);
    return checks
        .filter(({ verdict, policy }) => verdict === "violation" && ABOUT.test(policy))
        .map(({ policy, severity, urn }) => `${severity} ${policy} at ${urn.split("::").at(-1)}`)
        .sort();
}

describe("a bastion", () => {
    it("with a key pair and an open port 22: all of it", async () => {
        const program = {
            ...network,
            ...host({ subnetId: ref("public.id"), associatePublicIpAddress: true, keyName: ref("key.keyName") }),
            key: declare(Ec2KeyPair, { publicKey: "ssh-ed25519 AAAA", keyName: "operations" }),
            ssh: declare(SecurityGroupIngressRule, {
                securityGroupId: ref("operators.id"),
                ipProtocol: "tcp",
                fromPort: 22,
                toPort: 22,
                cidrIpv4: "0.0.0.0/0",
            }),
        };
        assert.deepEqual(await said(program), [
            "critical bastion-no-inbound-admin-ports at ssh",
            "high bastion-no-public-ip at jump",
            "high bastion-no-static-key-pair at jump",
            "high bastion-ssm-managed at jump",
            "medium database-sg-restricted at data-from-host",
        ]);
    });
    it("with Session Manager and no inbound rule: nothing", async () => {
        assert.deepEqual(await said({ ...network, ...managed, ...logged }), []);
    });
    it("with an endpoint of EC2 Instance Connect: nothing", async () => {
        const program = {
            ...network,
            ...host({}),
            connect: declare(InstanceConnectEndpoint, {
                subnetId: ref("private.id"),
                securityGroupIds: [ref("connecting.id")],
            }),
            connecting: declare(Ec2SecurityGroup, { vpcId: ref("vpc.id"), description: "Instance Connect" }),
            "ssh-from-connect": declare(SecurityGroupIngressRule, {
                securityGroupId: ref("operators.id"),
                referencedSecurityGroupId: ref("connecting.id"),
                ipProtocol: "tcp",
                fromPort: 22,
                toPort: 22,
            }),
        };
        assert.deepEqual(await said(program), []);
    });
    it("with Session Manager, and no session logged: one finding of medium weight", async () => {
        assert.deepEqual(await said({ ...network, ...managed }), ["medium ssm-session-logged-encrypted at jump"]);
    });
    it("for forwarding to the database, by named people: nothing", async () => {
        assert.deepEqual(await said({ ...network, ...managed, ...logged, ...forwarding }), []);
    });
});
