import {
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Ec2VpcEndpoint,
    LambdaFunction,
    RdsInstance,
    VpcSecurityGroupEgressRule,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/function-sg-egress-restricted";
import { testRule } from "../../support/rule-tester";

const worker = (id: unknown = ref("group.id")) =>
    declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"], securityGroupIds: [id] },
    } as never);
const group = (more: object = {}) => declare(Ec2SecurityGroup, more as never);
const out = (protocol: string, from: number, to: number, more: object = { cidrBlocks: ["0.0.0.0/0"] }) => ({
    egress: [{ protocol, fromPort: from, toPort: to, ...more }],
});
const inbound = { ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] }] };
const all = { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" };

testRule(rule, {
    valid: {
        "no rules: nothing goes out": { group: group(), worker: worker() },
        "443 alone": { group: group(out("tcp", 443, 443)), worker: worker() },
        "to the VPC": { group: group(out("-1", 0, 0, { cidrBlocks: ["10.0.0.0/16"] })), worker: worker() },
        "to a group": {
            to: group(),
            group: group(out("-1", 0, 0, { securityGroups: [ref("to.id")] })),
            worker: worker(),
        },
        "a group without functions": { group: group({ ...out("-1", 0, 0), ...inbound }) },
        "a group of another stack": { worker: worker("sg-0a1b2c3d4e5f60718") },
        "lets in to an endpoint too": {
            group: group(inbound),
            worker: worker(),
            endpoint: declare(Ec2VpcEndpoint, {
                ...{ vpcId: "vpc-1", serviceName: "com.amazonaws.eu-west-1.sqs", vpcEndpointType: "Interface" },
                securityGroupIds: [ref("group.id")],
            }),
        },
        "lets in to a database too": {
            group: group(inbound),
            worker: worker(),
            orders: declare(RdsInstance, { instanceClass: "db.t4g.micro", vpcSecurityGroupIds: [ref("group.id")] }),
        },
    },
    invalid: {
        "all inline": {
            given: { group: group(out("-1", 0, 0)), worker: worker() },
            reports: ["group: egress[0].cidrBlocks"],
        },
        "all of TCP": {
            given: { group: group(out("tcp", 0, 65_535)), worker: worker() },
            reports: ["group: egress[0].cidrBlocks"],
        },
        IPv6: {
            given: { group: group(out("-1", 0, 0, { ipv6CidrBlocks: ["::/0"] })), worker: worker() },
            reports: ["group: egress[0].ipv6CidrBlocks"],
        },
        "a rule of its own": {
            given: {
                group: group(),
                worker: worker(),
                out: declare(Ec2SecurityGroupRule, {
                    ...{ type: "egress", securityGroupId: ref("group.id"), protocol: "-1", fromPort: 0, toPort: 0 },
                    cidrBlocks: ["0.0.0.0/0"],
                }),
            },
            reports: ["out: cidrBlocks"],
        },
        "the newest rule": {
            given: {
                group: group(),
                worker: worker(),
                out: declare(VpcSecurityGroupEgressRule, { securityGroupId: ref("group.id"), ...all }),
            },
            reports: ["out: cidrIpv4"],
        },
        "a rule of another stack's group": {
            given: {
                worker: worker("sg-0a1b2c3d4e5f60718"),
                out: declare(VpcSecurityGroupEgressRule, { securityGroupId: "sg-0a1b2c3d4e5f60718", ...all }),
            },
            reports: ["out: cidrIpv4"],
        },
        "lets in to functions alone": {
            given: { group: group(inbound), worker: worker() },
            reports: ["group: ingress[0].cidrBlocks"],
        },
    },
    undecided: {
        "to an unknown block": {
            given: { group: group(out("-1", 0, 0, { cidrBlocks: [unknown] })), worker: worker() },
            awaits: ["group.egress[0].cidrBlocks[0]"],
        },
    },
});
