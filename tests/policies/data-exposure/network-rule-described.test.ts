import {
    Ec2DefaultSecurityGroup,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../../model/aws";
import { declare, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/network-rule-described";
import { testRule } from "../../support/rule-tester";

const https = { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.0.0.0/16"] };
const described = { ...https, description: "HTTPS from the VPC" };
const group = (inputs: object) => declare(Ec2SecurityGroup, { description: "Shop", ...inputs });
const rules = (description: object) => ({
    apart: declare(Ec2SecurityGroupRule, { type: "ingress", securityGroupId: "sg-0a", ...https, ...description }),
    ingress: declare(SecurityGroupIngressRule, {
        securityGroupId: "sg-0a",
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        cidrIpv4: "10.0.0.0/16",
        ...description,
    }),
    egress: declare(VpcSecurityGroupEgressRule, {
        securityGroupId: "sg-0a",
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
        ...description,
    }),
});

testRule(rule, {
    valid: {
        "a group without rules": group({}),
        "rules inside": group({ ingress: [described], egress: [described] }),
        "words that are not known yet": group({ ingress: [{ ...https, description: unknown }] }),
        "a default group that is closed": declare(Ec2DefaultSecurityGroup, { vpcId: "vpc-0a", ingress: [] }),
        "words that hold those of a provider": group({ description: "Managed by Terraform in the network's stack" }),
        ...rules({ description: "Partners" }),
    },
    invalid: {
        "rules inside": {
            given: group({ ingress: [described, https], egress: [https] }),
            reports: ["egress[0].description", "ingress[1].description"],
            weighs: ["low", "low"],
        },
        "an empty text": {
            given: group({ ingress: [{ ...https, description: " " }] }),
            reports: ["ingress[0].description"],
        },
        "what a provider writes": {
            given: group({
                description: "Managed by Pulumi",
                ingress: [{ ...https, description: "Managed by Terraform" }],
            }),
            reports: ["description", "ingress[0].description"],
        },
        "a group without a word": { given: group({ description: null }), reports: ["description"] },
        "rules of a default group": {
            given: declare(Ec2DefaultSecurityGroup, { vpcId: "vpc-0a", egress: [https] }),
            reports: ["egress[0].description"],
        },
        ...Object.fromEntries(
            Object.entries(rules({})).map(([name, given]) => [`alone: ${name}`, { given, reports: ["description"] }]),
        ),
        ...Object.fromEntries(
            Object.entries(rules({ description: "" })).map(([name, given]) => [
                `alone, with an empty text: ${name}`,
                { given, reports: ["description"] },
            ]),
        ),
    },
    undecided: { "rules that are not known yet": { given: group({ ingress: unknown }), awaits: ["ingress"] } },
});
