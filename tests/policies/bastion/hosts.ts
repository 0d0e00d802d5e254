import {
    AutoScalingGroup,
    Ec2Instance,
    Ec2InternetGateway,
    Ec2LaunchTemplate,
    Ec2Route,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2SecurityGroup,
    Ec2Subnet,
    Ec2Vpc,
    IamInstanceProfile,
    IamRole,
    IamRolePolicy,
    IamRolePolicyAttachment,
    RdsInstance,
} from "../../../model/aws";
import { declare, type Example, type Program, ref, trusts } from "../../../pack";

/** A VPC with a public and a private subnet. */
export const network: Program = {
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    gateway: declare(Ec2InternetGateway, { vpcId: ref("vpc.id") }),
    open: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: true }),
    closed: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
    table: declare(Ec2RouteTable, { vpcId: ref("vpc.id") }),
    route: declare(Ec2Route, {
        routeTableId: ref("table.id"),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: ref("gateway.id"),
    }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("open.id"), routeTableId: ref("table.id") }),
};

export const instance = (more: object, name = "bastion") =>
    declare(Ec2Instance, { ami: "ami-0abcdef1234567890", tags: { Name: name }, ...more } as Example);

export const template = (more: object, name = "bastion") =>
    declare(Ec2LaunchTemplate, { name, imageId: "ami-0abcdef1234567890", ...more } as Example);

export const group = (more: object) =>
    declare(AutoScalingGroup, { minSize: 1, maxSize: 1, launchTemplate: { id: ref("host.id") }, ...more } as Example);

/** A profile whose role has policies of AWS's, by their names, and one of its own. */
export function profile(policies: readonly string[], own?: object): Program {
    const attachments = policies.map((policy, index) => [
        `attachment${index}`,
        declare(IamRolePolicyAttachment, { role: ref("role.name"), policyArn: `arn:aws:iam::aws:policy/${policy}` }),
    ]);
    return {
        role: declare(IamRole, { assumeRolePolicy: trusts("ec2") }),
        profile: declare(IamInstanceProfile, { role: ref("role.name") }),
        ...Object.fromEntries(attachments),
        ...(own && {
            own: declare(IamRolePolicy, { role: ref("role.name"), policy: JSON.stringify({ Statement: [own] }) }),
        }),
    };
}

/** A database that lets in the group of a host. */
export const database: Program = {
    hosts: declare(Ec2SecurityGroup, {
        vpcId: ref("vpc.id"),
        ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["198.51.100.0/24"] }],
    }),
    data: declare(Ec2SecurityGroup, {
        vpcId: ref("vpc.id"),
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [ref("hosts.id")] }],
    }),
    database: declare(RdsInstance, {
        instanceClass: "db.t4g.micro",
        engine: "postgres",
        vpcSecurityGroupIds: [ref("data.id")],
    }),
};
