import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { either } from "./mistakes";

/** A network without a way to the internet: AWS's services are reached through endpoints. */
export const vpc = new aws.ec2.Vpc("orders", {
    cidrBlock: "10.20.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
});

const zones = aws.getAvailabilityZonesOutput({ state: "available" });

/** The VPC's main route table leads nowhere else, and so do these. */
export const subnets = [0, 1].map(
    (index) =>
        new aws.ec2.Subnet(`private-${index}`, {
            vpcId: vpc.id,
            cidrBlock: `10.20.${index}.0/24`,
            availabilityZone: zones.names.apply((names) => names[index] ?? ""),
        }),
);

/** Members of this group may talk to the database; nothing may talk to them. */
export const clients = new aws.ec2.SecurityGroup("database-clients", {
    vpcId: vpc.id,
    description: "May reach the database",
});

export const database = new aws.ec2.SecurityGroup("database", { vpcId: vpc.id, description: "The orders database" });
new aws.vpc.SecurityGroupIngressRule("database-from-clients", {
    securityGroupId: database.id,
    referencedSecurityGroupId: clients.id,
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    ...either("network-rule-described", {}, { description: "Orders are read and written" }),
});
new aws.vpc.SecurityGroupEgressRule("clients-to-database", {
    securityGroupId: clients.id,
    referencedSecurityGroupId: database.id,
    ipProtocol: "tcp",
    fromPort: 5432,
    toPort: 5432,
    description: "Orders are read and written",
});

/** Baskets and what happens to them: whoever works with them gets a rule of its own. */
export const baskets = new aws.ec2.SecurityGroup("baskets", { vpcId: vpc.id, description: "Baskets" });

/** What is read from and written to the shop's own buckets stays in AWS's network. */
const { accountId } = aws.getCallerIdentityOutput({});
const ownBuckets = aws.iam.getPolicyDocumentOutput({
    statements: [
        {
            actions: ["s3:GetObject", "s3:PutObject"],
            resources: ["*"],
            principals: [{ type: "*", identifiers: ["*"] }],
            conditions: [
                { test: "StringEquals", variable: "aws:PrincipalAccount", values: [accountId] },
                { test: "StringEquals", variable: "aws:ResourceAccount", values: [accountId] },
            ],
        },
    ],
}).json;
new aws.ec2.VpcEndpoint("buckets", {
    vpcId: vpc.id,
    serviceName: pulumi.interpolate`com.amazonaws.${aws.getRegionOutput({}).region}.s3`,
    routeTableIds: [vpc.mainRouteTableId],
    policy: either("vpc-endpoints-for-private-functions", undefined, ownBuckets),
});

/** Orders that are looked at again and again. */
export const orders = new aws.ec2.SecurityGroup("orders", { vpcId: vpc.id, description: "Orders in memory" });

/** Nobody asks for orders by search yet: whoever will gets a rule of its own. */
export const search = new aws.ec2.SecurityGroup("search", { vpcId: vpc.id, description: "The search for orders" });
