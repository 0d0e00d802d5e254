import {
    Ec2InternetGateway,
    Ec2RouteTable,
    Ec2RouteTableAssociation,
    Ec2Subnet,
    Ec2Vpc,
    RdsSubnetGroup,
    RedshiftCluster,
    RedshiftServerlessWorkgroup,
} from "../../model/aws";
import { functionsInPublicSubnets, inputOf, type OpenNetwork, openStoreNetworks } from "../../model/graph";
import { isFalse } from "../../model/values";
import { cwe, declare, defineStackRule, fsbp, owasp, placeCause, ref } from "../../pack";

const orders = (routes: object[]) => ({
    vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
    gateway: declare(Ec2InternetGateway, { vpcId: ref("vpc.id") }),
    data: declare(Ec2Subnet, { vpcId: ref("vpc.id"), cidrBlock: "10.0.1.0/24" }),
    table: declare(Ec2RouteTable, { vpcId: ref("vpc.id"), routes }),
    association: declare(Ec2RouteTableAssociation, { subnetId: ref("data.id"), routeTableId: ref("table.id") }),
    orders: declare(RdsSubnetGroup, { subnetIds: [ref("data.id")] }),
});

const IN_VPC = "Place it in private subnets, which have no route to an internet gateway";

/** What was found, and what mends it. */
function told({ kind, what, subnet, resource }: OpenNetwork): { message: string; fix?: string } {
    const name = subnet?.subnet.resource?.name ?? "of the default VPC";
    if (kind === "none") {
        const fix = `${IN_VPC}: vpcOptions: { subnetIds: [privateA.id, privateB.id], securityGroupIds: [search.id] }.`;
        return { message: `absent, so the ${what} is in no VPC and its endpoint is on the internet`, fix };
    }
    if (kind === "default") {
        const message = `names no network of its own, so the ${what} stands in the account's default VPC, whose subnets are public`;
        return { message };
    }
    if (kind === "addresses")
        return { message: `names subnet ${name}, which gives public addresses to what is launched there` };
    const { target, resource: from } = subnet?.route ?? {};
    const hop = [target && ` ${target.name}`, from && ` (${from.name})`].join("");
    return {
        message: `names subnet ${name}, which has a route to ${target ? "internet gateway" : "an internet gateway"}${hop}: ${what} of ${resource.name} stand open to the internet but for their security groups`,
    };
}

export default defineStackRule({
    id: "database-in-private-subnets",
    severity: "high",
    frameworks: [
        ...["RDS.18", "RDS.46", "EC2.15", "Opensearch.2", "ES.2", "ElastiCache.7", "EFS.6"].map(fsbp),
        ...["Redshift.7", "RedshiftServerless.1"].map(fsbp),
        ...[cwe(668), owasp(6)],
    ],
    title: "Databases, caches, brokers and warehouses stand in private subnets.",
    why: "In a public subnet one wrong security group, or one address given by mistake, is all that lies between the data and everybody.",
    fix: "Name subnets that have no route to an internet gateway and set no mapPublicIpOnLaunch: subnetIds: [privateA.id, privateB.id].",
    sources: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
        "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html",
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html",
        "https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html",
    ],
    needs: [openStoreNetworks, functionsInPublicSubnets, RedshiftCluster, RedshiftServerlessWorkgroup],
    bad: orders([{ cidrBlock: "0.0.0.0/0", gatewayId: ref("gateway.id") }]),
    good: orders([]),
    *check(stack) {
        for (const network of openStoreNetworks(stack)) {
            const { resource, at, when, kind } = network;
            // What stands in the default VPC by default has no public address for that.
            const isMilder = kind === "addresses" || kind === "default";
            yield { resource, at, when, ...told(network), ...(isMilder && { severity: "medium" }) };
        }
        for (const { resource, at, when } of functionsInPublicSubnets(stack)) {
            const message = "names a subnet that gives public addresses, which is for what faces the internet";
            yield { resource, at, cause: placeCause(resource.urn, at), when, message, severity: "low" };
        }
        for (const resource of stack.ofType<unknown>(RedshiftCluster, RedshiftServerlessWorkgroup)) {
            yield {
                resource,
                at: "enhancedVpcRouting",
                when: isFalse(inputOf(resource, "enhancedVpcRouting"), false),
                message: "absent or false, so what it loads and unloads leaves the VPC and passes its endpoints by",
                fix: "Set enhancedVpcRouting: true.",
                severity: "low",
            };
        }
    },
});
