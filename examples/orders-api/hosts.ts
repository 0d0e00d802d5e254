import * as aws from "@pulumi/aws";
import { either } from "./mistakes";
import { subnets, vpc } from "./network";

/** What prints labels in the warehouse is started by it, one machine a packing table. */
new aws.ec2.LaunchTemplate("packing-tables", {
    imageId: aws.ssm.getParameterOutput({
        name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    }).insecureValue,
    instanceType: "t4g.nano",
    metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: either("bastion-imdsv2", "optional", "required"),
        httpPutResponseHopLimit: 1,
    },
});

/** What names no group of its own gets into this one, and reaches nothing there. */
new aws.ec2.DefaultSecurityGroup("unused", {
    vpcId: vpc.id,
    ...either(
        "default-network-unused",
        { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true, description: "Its members" }] },
        {},
    ),
});

/** Labels are printed for the carrier's machines too, in its own network. */
const carrier = new aws.ec2.VpcPeeringConnection("carrier", {
    vpcId: vpc.id,
    peerVpcId: "vpc-0a1b2c3d4e5f60718",
    peerOwnerId: "444455556666",
});
const packing = new aws.ec2.RouteTable("packing", { vpcId: vpc.id });
new aws.ec2.Route("to-carrier", {
    routeTableId: packing.id,
    destinationCidrBlock: either("peering-routes-narrow", "0.0.0.0/0", "10.77.4.0/24"),
    vpcPeeringConnectionId: carrier.id,
});

/** Others take their labels through an endpoint of theirs. */
const labels = new aws.lb.LoadBalancer("labels", {
    internal: true,
    loadBalancerType: "network",
    subnets: subnets.map(({ id }) => id),
    enableDeletionProtection: true,
    accessLogs: { bucket: "orders-logs", enabled: true },
});
new aws.ec2.VpcEndpointService("labels", {
    acceptanceRequired: either("endpoint-service-acceptance", false, true),
    allowedPrincipals: ["*"],
    networkLoadBalancerArns: [labels.arn],
});
