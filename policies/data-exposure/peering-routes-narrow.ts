import { Ec2Route, Ec2RouteTable } from "../../model/aws";
import { peeringRoutes } from "../../model/graph";
import { cis, cwe, declare, defineStackRule, owasp } from "../../pack";

const route = (destinationCidrBlock: string) => ({
    private: declare(Ec2RouteTable, { vpcId: "vpc-0a1b2c3d4e5f60718" }),
    partner: declare(Ec2Route, {
        routeTableId: "rtb-0a1b2c3d4e5f60718",
        vpcPeeringConnectionId: "pcx-0a1b2c3d4e5f60718",
        destinationCidrBlock,
    }),
});

export default defineStackRule({
    id: "peering-routes-narrow",
    severity: "medium",
    frameworks: [cis("5.0", "5.6"), cis("7.0", "6.6"), cwe(668), cwe(284), owasp(6)],
    title: "Routes over a peering connection lead to the peer's addresses alone.",
    why: "What has no other way then goes to the peer: its owner sees it, answers it, and may pose as whatever address was meant.",
    fix: "Set the destination to the CIDR block of the peer's VPC, or of its subnet that is meant.",
    sources: [
        "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
        "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations",
    ],
    needs: peeringRoutes,
    bad: route("0.0.0.0/0"),
    good: route("10.77.4.0/24"),
    *check(stack) {
        for (const { resource, at, isEverything, isJoint } of peeringRoutes(stack)) {
            const message = `allows ${isJoint ? "with the routes beside it " : ""}everything to go to the peer, which has at most a few blocks of addresses`;
            yield { resource, at, when: isEverything, message };
        }
    },
});
