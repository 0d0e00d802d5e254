import assert from "node:assert/strict";
import { Ec2Instance, Ec2SecurityGroup } from "../../model/aws";
import { reachedFromInternet } from "../../model/graph";
import { declare, ref } from "../../pack";
import { stackOf } from "../support/stacks";

/** How a host in a subnet of another stack is reached from the internet. */
function reached(host: object): string {
    const stack = stackOf({
        group: declare(Ec2SecurityGroup, {
            vpcId: "vpc-0a1b2c3d4e5f60718",
            ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
        }),
        closed: declare(Ec2SecurityGroup, { vpcId: "vpc-0a1b2c3d4e5f60718" }),
        named: declare(Ec2SecurityGroup, {
            name: "named-ssh",
            ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
        }),
        host: declare(Ec2Instance, {
            ami: "ami-0abcdef1234567890",
            subnetId: "subnet-0a1b2c3d4e5f60718",
            vpcSecurityGroupIds: [ref("group.id")],
            ...host,
        }),
    });
    const steps = [...reachedFromInternet(stack).values()].flat();
    if (steps.length === 0) return "no";
    return steps.some(({ packets }) => packets.certain.length > 0) ? "yes" : "maybe";
}

describe("A host whose subnet this stack does not tell", () => {
    it("may be reached where it asks for a public address", () =>
        assert.equal(reached({ associatePublicIpAddress: true }), "maybe"));
    it("is not reached without one", () => assert.equal(reached({ associatePublicIpAddress: false }), "no"));
    it("may be reached where its group is of another stack", () =>
        assert.equal(
            reached({ associatePublicIpAddress: true, vpcSecurityGroupIds: ["sg-0a1b2c3d4e5f60718"] }),
            "maybe",
        ));
    it("is not reached where its group lets nobody in", () =>
        assert.equal(reached({ associatePublicIpAddress: true, vpcSecurityGroupIds: [ref("closed.id")] }), "no"));
    for (const group of ["named-ssh", ref("named.name")])
        it(`is reached in the default VPC, by a group that it names: ${JSON.stringify(group)}`, () =>
            assert.equal(
                reached({ subnetId: undefined, vpcSecurityGroupIds: undefined, securityGroups: [group] }),
                "yes",
            ));
});
