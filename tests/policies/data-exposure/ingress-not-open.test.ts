import {
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    Listener,
    LoadBalancer,
    RdsInstance,
    SecurityGroupIngressRule,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/ingress-not-open";
import { testRule } from "../../support/rule-tester";

const group = (...ingress: readonly object[]) => ({ edge: declare(Ec2SecurityGroup, { ingress } as never) });
const on = (fromPort: number, toPort: number, more: object = {}) => ({
    ...{ protocol: "tcp", fromPort, toPort, cidrBlocks: ["0.0.0.0/0"] },
    ...more,
});
const balancer = (loadBalancerType: string, internal = false) => ({
    shop: declare(LoadBalancer, { loadBalancerType, internal, securityGroups: [ref("edge.id")] }),
    listener: declare(Listener, {
        ...{ loadBalancerArn: ref("shop.arn"), port: 8883, protocol: loadBalancerType === "network" ? "TLS" : "HTTPS" },
        defaultActions: [{ type: "fixed-response" }],
    } as never),
});
const database = {
    orders: declare(RdsInstance, {
        ...{ instanceClass: "db.t4g.micro", engine: "postgres", vpcSecurityGroupIds: [ref("edge.id")] },
    }),
};
const at = ["edge: ingress[0].cidrBlocks"];
const strict = { edgesOnly: true };

testRule(rule, {
    valid: {
        "443": group(on(443, 443)),
        "80 and 443": group(on(80, 80), on(443, 443)),
        "HTTP/3": group(on(443, 443, { protocol: "udp" })),
        "on a load balancer's group, strictly": {
            given: { ...group(on(443, 443)), ...balancer("application") },
            options: strict,
        },
        "SSH is another policy's": group(on(22, 22)),
        "a database's port is another policy's": { ...group(on(5432, 5432)), ...database },
        ICMP: group({ protocol: "icmp", fromPort: 3, toPort: 4, cidrBlocks: ["0.0.0.0/0"] }),
        "an office": group(on(8080, 8080, { cidrBlocks: ["203.0.113.0/24"] })),
        "private addresses": group(on(8080, 8080, { cidrBlocks: ["10.0.0.0/8"] })),
        egress: {
            edge: declare(Ec2SecurityGroup, {
                egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
            }),
        },
    },
    invalid: {
        "another port": { given: group(on(8080, 8080)), reports: at, weighs: ["high"] },
        halves: { given: group(on(8080, 8080, { cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] })), reports: at },
        IPv6: {
            given: group(on(8080, 8080, { cidrBlocks: [], ipv6CidrBlocks: ["::/0"] })),
            reports: ["edge: ingress[0].ipv6CidrBlocks"],
        },
        UDP: { given: group(on(161, 161, { protocol: "udp" })), reports: at },
        "a range about 443": { given: group(on(443, 8443)), reports: at },
        "every protocol": { given: group(on(0, 0, { protocol: "-1" })), reports: at },
        "every port of a load balancer": {
            given: { ...group(on(0, 65_535)), ...balancer("application") },
            reports: at,
        },
        "a port of a database that is none here": { given: group(on(6379, 6379)), reports: at },
        "more than a database's port": { given: { ...group(on(5000, 6000)), ...database }, reports: at },
        "where a public balancer listens": {
            given: { ...group(on(8883, 8883)), ...balancer("network") },
            reports: at,
            weighs: ["medium"],
        },
        "where an internal one listens": {
            given: { ...group(on(8883, 8883)), ...balancer("network", true) },
            reports: at,
            weighs: ["high"],
        },
        "443 without a load balancer, strictly": {
            given: group(on(443, 443)),
            options: strict,
            reports: at,
            weighs: ["low"],
        },
        "a rule of its own": {
            given: {
                open: declare(Ec2SecurityGroupRule, {
                    ...{ type: "ingress", securityGroupId: "sg-0a1b2c3d4e5f60718", ...on(9200, 9200) },
                } as never),
            },
            reports: ["open: cidrBlocks"],
        },
        "a rule of a group that is unknown": {
            given: {
                open: declare(SecurityGroupIngressRule, {
                    ...{
                        securityGroupId: unknown,
                        ipProtocol: "tcp",
                        fromPort: 2375,
                        toPort: 2375,
                        cidrIpv4: "0.0.0.0/0",
                    },
                }),
            },
            reports: ["open: cidrIpv4"],
        },
        "many networks together": {
            given: group(
                on(8080, 8080, { cidrBlocks: ["20.0.0.0/8"] }),
                on(8000, 8100, { cidrBlocks: ["21.0.0.0/8"] }),
            ),
            reports: at,
        },
    },
    undecided: {
        "an unknown block": {
            given: group(on(8080, 8080, { cidrBlocks: [unknown] })),
            awaits: ["edge.ingress[0].cidrBlocks[0]"],
        },
    },
});
