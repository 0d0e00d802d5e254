import {
    Ec2DefaultSecurityGroup,
    Ec2DefaultVpc,
    Ec2Instance,
    Ec2SecurityGroup,
    Ec2Vpc,
    LambdaFunction,
    SecurityGroupIngressRule,
    SsmParameter,
    VpcSecurityGroupEgressRule,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/default-network-unused";
import { testRule } from "../../support/rule-tester";

const vpc = declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" });
const adopted = (rules: object = {}) => declare(Ec2DefaultSecurityGroup, { vpcId: ref("vpc.id"), ...rules });
const closed = { vpc, unused: adopted() };
const all = { protocol: "-1", fromPort: 0, toPort: 0 };
const group = declare(Ec2SecurityGroup, { vpcId: ref("vpc.id"), description: "Shop" });
const host = (...vpcSecurityGroupIds: readonly unknown[]) =>
    declare(Ec2Instance, { ami: "ami-0a", instanceType: "t4g.nano", vpcSecurityGroupIds } as never);
const inVpc = (...securityGroupIds: readonly unknown[]) =>
    declare(LambdaFunction, {
        role: "arn:aws:iam::111122223333:role/orders",
        vpcConfig: { subnetIds: ["subnet-0a", "subnet-0b"], securityGroupIds },
    } as never);

testRule(rule, {
    valid: {
        "adopted without rules": closed,
        "adopted with empty lists": { vpc, unused: adopted({ ingress: [], egress: [] }) },
        "of a network of another stack": { unused: declare(Ec2DefaultSecurityGroup, { vpcId: "vpc-0a" }) },
        "of the region's default network": { unused: declare(Ec2DefaultSecurityGroup, {}) },
        "what has a group of its own": {
            ...closed,
            group,
            host: host(ref("group.id")),
            orders: inVpc(ref("group.id")),
        },
        "a default network, outside of the strict profile": { vpc: declare(Ec2DefaultVpc, {}) },
    },
    invalid: {
        "rules of AWS's own": {
            given: {
                vpc,
                group: adopted({
                    ingress: [{ ...all, self: true }],
                    egress: [{ ...all, cidrBlocks: ["0.0.0.0/0"] }],
                }),
            },
            reports: ["group: egress", "group: ingress"],
            weighs: ["medium", "medium"],
        },
        "a rule from inside": {
            given: { vpc, group: adopted({ ingress: [{ ...all, cidrBlocks: ["10.0.0.0/16"] }] }) },
            reports: ["group: ingress"],
        },
        "a rule of its own": {
            given: {
                ...closed,
                rule: declare(SecurityGroupIngressRule, {
                    securityGroupId: ref("vpc.defaultSecurityGroupId"),
                    ipProtocol: "tcp",
                    fromPort: 5432,
                    toPort: 5432,
                    cidrIpv4: "10.0.0.0/16",
                }),
            },
            reports: ["rule: securityGroupId"],
        },
        "a rule of the group that is adopted": {
            given: {
                ...closed,
                rule: declare(VpcSecurityGroupEgressRule, {
                    securityGroupId: ref("unused.id"),
                    ipProtocol: "-1",
                    cidrIpv4: "0.0.0.0/0",
                }),
            },
            reports: ["rule: securityGroupId"],
        },
        "a host in it": {
            given: { ...closed, host: host(ref("vpc.defaultSecurityGroupId")) },
            reports: ["host: vpcSecurityGroupIds[0]"],
        },
        "a function in it": {
            given: { ...closed, orders: inVpc(ref("vpc.defaultSecurityGroupId")) },
            reports: ["orders: vpcConfig.securityGroupIds[0]"],
        },
        "let in from it": {
            given: {
                ...closed,
                group: declare(Ec2SecurityGroup, {
                    description: "Shop",
                    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [ref("unused.id")] }],
                }),
            },
            reports: ["group: ingress[0].securityGroups[0]"],
        },
        "adopted by nobody": { given: { vpc }, reports: ["vpc: "], weighs: ["low"] },
        "another network's is adopted": {
            given: { ...closed, other: vpc },
            reports: ["other: "],
            weighs: ["low"],
        },
        "a default network": {
            given: { vpc: declare(Ec2DefaultVpc, {}) },
            options: { defaultVpc: true },
            reports: ["vpc: "],
            weighs: ["low"],
        },
    },
    undecided: {
        "rules that are not known yet": {
            given: {
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                vpc,
                group: adopted({ ingress: ref("setting.value") }),
            },
            awaits: ["group.ingress"],
        },
    },
});
