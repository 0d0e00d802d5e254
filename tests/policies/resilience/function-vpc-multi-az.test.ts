import { Ec2Subnet, LambdaFunction } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/resilience/function-vpc-multi-az";
import { testRule } from "../../support/rule-tester";

const vpcId = "vpc-0a1b2c3d4e5f60718";
const subnet = (zone: object) => declare(Ec2Subnet, { vpcId, cidrBlock: "10.0.0.0/24", ...zone });
const inSubnets = (subnetIds: unknown) =>
    declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        vpcConfig: { subnetIds, securityGroupIds: ["sg-0a1b2c3d4e5f60718"] },
    } as never);
const two = inSubnets([ref("a.id"), ref("b.id")]);
const at = "orders: vpcConfig.subnetIds";

testRule(rule, {
    valid: {
        "not in a VPC": {
            orders: declare(LambdaFunction, { role: "arn:aws:iam::111122223333:role/orders" }),
            left: inSubnets([]),
        },
        "two zones by id": {
            a: subnet({ availabilityZoneId: "euw1-az1" }),
            b: subnet({ availabilityZoneId: "euw1-az2" }),
            orders: two,
        },
        "subnets of another stack": { orders: inSubnets(["subnet-0a1b2c3d4e5f60718", "subnet-0f1e2d3c4b5a69788"]) },
        "one of this stack, one of another": {
            a: subnet({ availabilityZone: "eu-west-1a" }),
            orders: inSubnets([ref("a.id"), "subnet-0f1e2d3c4b5a69788"]),
        },
        "zones that AWS chooses": { a: subnet({}), b: subnet({}), orders: two },
        "three subnets, of which two share a zone": {
            a: subnet({ availabilityZone: "eu-west-1a" }),
            b: subnet({ availabilityZone: "eu-west-1a" }),
            c: subnet({ availabilityZone: "eu-west-1b" }),
            orders: inSubnets([ref("a.id"), ref("b.id"), ref("c.id")]),
        },
    },
    invalid: {
        "one subnet": { given: { orders: inSubnets(["subnet-0a1b2c3d4e5f60718"]) }, reports: [at] },
        "one subnet, twice": {
            given: { orders: inSubnets(["subnet-0a1b2c3d4e5f60718", "subnet-0a1b2c3d4e5f60718"]) },
            reports: [at],
        },
        "one subnet of this stack": { given: { a: subnet({}), orders: inSubnets([ref("a.id")]) }, reports: [at] },
        "one zone by id": {
            given: {
                a: subnet({ availabilityZoneId: "euw1-az1" }),
                b: subnet({ availabilityZoneId: "euw1-az1" }),
                orders: two,
            },
            reports: [at],
        },
    },
    undecided: {
        "subnets that are not known yet": {
            given: { orders: inSubnets(unknown) },
            awaits: ["orders.vpcConfig.subnetIds"],
        },
        "zones that another resource tells": {
            given: {
                a: subnet({ availabilityZone: unknown }),
                b: subnet({ availabilityZone: ref("a.availabilityZone") }),
                c: subnet({ availabilityZone: ref("a.availabilityZone") }),
                orders: inSubnets([ref("b.id"), ref("c.id")]),
            },
            awaits: ["b.availabilityZone", "c.availabilityZone"],
        },
    },
});
