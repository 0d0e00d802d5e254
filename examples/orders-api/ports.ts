import * as aws from "@pulumi/aws";
import { either } from "./mistakes";
import * as network from "./network";

/** Who mends the shop at night comes over Session Manager: this group lets nobody in. */
const operators = new aws.ec2.SecurityGroup("operators", { vpcId: network.vpc.id, description: "Repairs" });

/** The shop window, which shows what there is on the screens of the warehouse. */
const shop = new aws.ec2.SecurityGroup("shop-window", { vpcId: network.vpc.id, description: "The shop window" });
new aws.vpc.SecurityGroupIngressRule("shop-window", {
    securityGroupId: shop.id,
    description: "Screens of the warehouse",
    cidrIpv4: either("ingress-not-open", "0.0.0.0/0", "10.30.4.0/24"),
    ipProtocol: "tcp",
    fromPort: 8080,
    toPort: 8080,
});

const others = either("bastion-no-inbound-admin-ports", operators, undefined);
if (others) {
    new aws.vpc.SecurityGroupIngressRule("repairs-from-home", {
        securityGroupId: others.id,
        cidrIpv4: "0.0.0.0/0",
        ipProtocol: "tcp",
        fromPort: 22,
        toPort: 22,
    });
}

/** Baskets answer to the application's group. */
new aws.vpc.SecurityGroupIngressRule("baskets-from-clients", {
    securityGroupId: network.baskets.id,
    description: "Baskets for the application",
    ...either("database-sg-restricted", { cidrIpv4: "0.0.0.0/0" }, { referencedSecurityGroupId: network.clients.id }),
    ipProtocol: "tcp",
    fromPort: 6379,
    toPort: 6379,
});

new aws.ec2.NetworkAcl("private", {
    vpcId: network.vpc.id,
    ingress: [
        {
            ruleNo: 100,
            action: "allow",
            protocol: "tcp",
            fromPort: either("network-acl-restricted", 22, 443),
            toPort: either("network-acl-restricted", 22, 443),
            cidrBlock: "0.0.0.0/0",
        },
        { ruleNo: 110, action: "allow", protocol: "tcp", fromPort: 1024, toPort: 65535, cidrBlock: "0.0.0.0/0" },
    ],
});

/** Functions that talk to the database talk to nothing else. */
const outbound = either("function-sg-egress-restricted", "0.0.0.0/0", undefined);
if (outbound) {
    new aws.vpc.SecurityGroupEgressRule("clients-anywhere", {
        securityGroupId: network.clients.id,
        cidrIpv4: outbound,
        ipProtocol: "-1",
    });
}
