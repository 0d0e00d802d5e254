import { Ec2DefaultNetworkAcl, Ec2NetworkAcl, Ec2NetworkAclRule } from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/network-acl-restricted";
import { testRule } from "../../support/rule-tester";

const entry = (ruleNo: unknown, action: unknown, ports: readonly [unknown, unknown], more: object = {}) => ({
    ...{ ruleNo, action, protocol: "tcp", fromPort: ports[0], toPort: ports[1], cidrBlock: "0.0.0.0/0" },
    ...more,
});
const acl = (...ingress: readonly object[]) => ({ acl: declare(Ec2NetworkAcl, { vpcId: "vpc-1", ingress } as never) });
const SSH = [22, 22] as const;
const v6 = { cidrBlock: "", ipv6CidrBlock: "::/0" };
const row = (more: object) =>
    declare(Ec2NetworkAclRule, {
        ...{ networkAclId: ref("acl.id"), ruleNumber: 100, ruleAction: "allow", protocol: "tcp" },
        ...{ fromPort: 22, toPort: 22, cidrBlock: "0.0.0.0/0", egress: false },
        ...more,
    } as never);
const first = ["acl: ingress[0]"];
const second = ["acl: ingress[1]"];

testRule(rule, {
    valid: {
        "without rules, everything is denied": acl(),
        "return ports hold RDP's": acl(entry(100, "allow", [1024, 65_535])),
        "those of other clients": acl(entry(100, "allow", [32_768, 65_535])),
        "a known network": acl(entry(100, "allow", SSH, { cidrBlock: "203.0.113.0/24" })),
        "private addresses": acl(entry(100, "allow", SSH, { cidrBlock: "10.0.0.0/8" })),
        "denied before": acl(entry(90, "deny", SSH), entry(100, "allow", SSH)),
        "by number, not by place": acl(entry(100, "allow", SSH), entry(90, "deny", SSH)),
        "numbers as text": acl(entry("100", "allow", SSH), entry("90", "deny", SSH)),
        "all denied before": acl(entry(90, "deny", [0, 0], { protocol: "-1" }), entry(100, "allow", SSH)),
        "denied in halves": acl(
            entry(80, "deny", SSH, { cidrBlock: "0.0.0.0/1" }),
            entry(90, "deny", SSH, { cidrBlock: "128.0.0.0/1" }),
            entry(100, "allow", SSH),
        ),
        "a denial alone": acl(entry(100, "deny", SSH)),
        UDP: acl(entry(100, "allow", SSH, { protocol: "udp" })),
        ICMP: acl(entry(100, "allow", [0, 0], { protocol: "icmp", icmpType: -1, icmpCode: -1 })),
        outbound: {
            acl: declare(Ec2NetworkAcl, {
                vpcId: "vpc-1",
                egress: [entry(100, "allow", [0, 0], { protocol: "-1" })],
            } as never),
        },
        "an outbound rule": { acl: acl().acl, row: row({ egress: true }) },
        "an adopted default ACL without rules": {
            acl: declare(Ec2DefaultNetworkAcl, { defaultNetworkAclId: "acl-0a1b2c3d4e5f60718" }),
        },
        "a rule after a denial": { acl: acl().acl, no: row({ ruleAction: "deny", ruleNumber: 50 }), row: row({}) },
    },
    invalid: {
        "SSH over IPv6": { given: acl(entry(100, "allow", SSH, v6)), reports: first },
        RDP: { given: acl(entry(100, "allow", [3389, 3389])), reports: first },
        "a range about RDP": { given: acl(entry(100, "allow", [3000, 4000])), reports: first },
        FTP: { given: acl(entry(100, "allow", [20, 21])), reports: first },
        all: { given: acl(entry(100, "allow", [0, 0], { protocol: "-1" })), reports: first },
        "all of TCP": { given: acl(entry(100, "allow", [0, 65_535])), reports: first },
        "upper case": { given: acl(entry(100, "ALLOW", SSH, { protocol: "6" })), reports: first },
        "the denial comes too late": { given: acl(entry(100, "allow", SSH), entry(110, "deny", SSH)), reports: first },
        "half is denied": {
            given: acl(entry(90, "deny", SSH, { cidrBlock: "0.0.0.0/1" }), entry(100, "allow", SSH)),
            reports: second,
        },
        "IPv4 is denied": { given: acl(entry(90, "deny", SSH), entry(100, "allow", SSH, v6)), reports: second },
        "UDP is denied": {
            given: acl(entry(90, "deny", SSH, { protocol: "udp" }), entry(100, "allow", SSH)),
            reports: second,
        },
        "an earlier rule allows the same: that is the one": {
            given: acl(entry(90, "allow", SSH), entry(100, "allow", SSH)),
            reports: first,
        },
        "a rule of its own": { given: { acl: acl().acl, row: row({}) }, reports: ["row: "] },
        "a default ACL": {
            given: {
                acl: declare(Ec2DefaultNetworkAcl, {
                    defaultNetworkAclId: "acl-0a1b2c3d4e5f60718",
                    ingress: [entry(100, "allow", SSH)],
                } as never),
            },
            reports: first,
        },
        "an unknown entry before it allows more": {
            given: acl(entry(90, "allow", SSH, { cidrBlock: unknown }), entry(100, "allow", SSH)),
            reports: second,
        },
    },
    undecided: {
        "an unknown block": {
            given: acl(entry(100, "allow", SSH, { cidrBlock: unknown })),
            awaits: ["acl.ingress[0].cidrBlock"],
        },
        "an unknown action": { given: acl(entry(100, unknown, SSH)), awaits: ["acl.ingress[0].action"] },
        "an unknown denial before it": {
            given: acl(entry(90, "deny", SSH, { cidrBlock: unknown }), entry(100, "allow", SSH)),
            awaits: ["acl.ingress[0].cidrBlock"],
        },
        "a denial whose number is unknown": {
            given: acl(entry(unknown, "deny", SSH), entry(100, "allow", SSH)),
            awaits: ["acl.ingress[0].ruleNo"],
        },
    },
});
