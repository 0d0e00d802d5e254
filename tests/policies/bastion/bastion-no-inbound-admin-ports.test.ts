import {
    Ec2Instance,
    Ec2ManagedPrefixList,
    Ec2ManagedPrefixListEntry,
    Ec2SecurityGroup,
    Ec2SecurityGroupRule,
    LambdaFunction,
    LoadBalancer,
    RdsInstance,
    SecurityGroupIngressRule,
    VpcSecurityGroupEgressRule,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/bastion/bastion-no-inbound-admin-ports";
import { testRule } from "../../support/rule-tester";

const group = (...ingress: readonly object[]) => declare(Ec2SecurityGroup, { ingress } as never);
const tcp = (fromPort: unknown, toPort: unknown, source: object) => ({ protocol: "tcp", fromPort, toPort, ...source });
const ssh = (source: object) => tcp(22, 22, source);
const from = (...cidrBlocks: readonly unknown[]) => ({ cidrBlocks });
const world = from("0.0.0.0/0");
const own = (more: object) =>
    declare(Ec2SecurityGroupRule, { type: "ingress", securityGroupId: "sg-0a1b2c3d4e5f60718", ...more } as never);
const ingress = (more: object) =>
    declare(SecurityGroupIngressRule, {
        ...{ securityGroupId: "sg-0a1b2c3d4e5f60718", ipProtocol: "tcp", fromPort: 22, toPort: 22 },
        ...more,
    } as never);
const list = (...entries: readonly string[]) =>
    declare(Ec2ManagedPrefixList, {
        ...{ name: "offices", addressFamily: "IPv4", maxEntries: 5 },
        entries: entries.map((cidr) => ({ cidr })),
    });
const open8443 = group(tcp(8443, 8443, world));
const fromGroup = (name: string) => group(ssh({ securityGroups: [ref(`${name}.id`)] }));
const eighths = Array.from({ length: 5 }, (_, index) => ssh(from(`${20 + index}.0.0.0/8`)));
const at = "app: ingress[0].securityGroups";

testRule(rule, {
    valid: {
        "no rules": group(),
        "443 from the world": group(tcp(443, 443, world)),
        "a range beside it": group(tcp(23, 3388, world)),
        "ICMP of every type": group({ protocol: "icmp", fromPort: -1, toPort: -1, ...world }),
        "UDP alone": group({ protocol: "udp", fromPort: 22, toPort: 22, ...world }),
        "a protocol without ports": group({ protocol: "50", fromPort: 0, toPort: 0, ...world }),
        "members of the group": group(ssh({ self: true })),
        nobody: group(ssh({})),
        "egress inline": declare(Ec2SecurityGroup, { egress: [ssh(world)] } as never),
        "an egress rule": own({ ...ssh(world), type: "egress" }),
        "the newest egress rule": declare(VpcSecurityGroupEgressRule, {
            ...{ securityGroupId: "sg-0a1b2c3d4e5f60718", ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" },
        }),
        "from a closed group": { web: group(), app: fromGroup("web") },
        "from a group of another stack": { app: group(ssh({ securityGroups: ["sg-0f1e2d3c4b5a69788"] })) },
        "from a group that is open to private addresses": {
            web: group(tcp(443, 443, from("10.0.0.0/16"))),
            app: fromGroup("web"),
        },
        "from a load balancer's group, which forwards elsewhere": {
            web: group(tcp(443, 443, world)),
            shop: declare(LoadBalancer, { loadBalancerType: "application", securityGroups: [ref("web.id")] }),
            app: fromGroup("web"),
        },
        "from a group of functions, which nobody enters": {
            web: open8443,
            worker: declare(LambdaFunction, {
                role: "arn:aws:iam::111122223333:role/orders",
                vpcConfig: { subnetIds: ["subnet-0a1b2c3d4e5f60718"], securityGroupIds: [ref("web.id")] },
            }),
            app: fromGroup("web"),
        },
        "from a group of hosts without a public address": {
            web: open8443,
            host: declare(Ec2Instance, {
                ...{ subnetId: "subnet-0a1b2c3d4e5f60718", associatePublicIpAddress: false },
                vpcSecurityGroupIds: [ref("web.id")],
            } as never),
            app: fromGroup("web"),
        },
        "a protocol that AWS would refuse": group({ protocol: "ssh", fromPort: 22, toPort: 22, ...world }),
    },
    invalid: {
        IPv6: { given: group(ssh({ ipv6CidrBlocks: ["::/0"] })), reports: ["ingress[0].ipv6CidrBlocks"] },
        RDP: { given: group(tcp(3389, 3389, world)), reports: ["ingress[0].cidrBlocks"] },
        "a range that spans it": { given: group(tcp(0, 1024, world)), reports: ["ingress[0].cidrBlocks"] },
        "every protocol, whatever the ports say": {
            given: group({ protocol: "-1", fromPort: 443, toPort: 443, ...world }),
            reports: ["ingress[0].cidrBlocks"],
        },
        "all, in words": {
            given: group({ protocol: "all", fromPort: 0, toPort: 0, ...world }),
            reports: ["ingress[0].cidrBlocks"],
        },
        "TCP by its number, ports as text": {
            given: group({ protocol: "6", fromPort: "22", toPort: "22", ...world }),
            reports: ["ingress[0].cidrBlocks"],
        },
        "upper case": {
            given: group({ protocol: "TCP", fromPort: 22, toPort: 22, ...world }),
            reports: ["ingress[0].cidrBlocks"],
        },
        "halves in one list": {
            given: group(ssh(from("0.0.0.0/1", "128.0.0.0/1"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["critical"],
        },
        "a quarter of the world, which is nobody's office": {
            given: group(ssh(from("64.0.0.0/2"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["critical"],
        },
        "the second list": {
            given: group(ssh({ ...from("10.0.0.0/16"), ipv6CidrBlocks: ["::/1", "8000::/1"] })),
            reports: ["ingress[0].ipv6CidrBlocks"],
            weighs: ["critical"],
        },
        "a known block beside an unknown one": {
            given: group(ssh(from(unknown, "0.0.0.0/0"))),
            reports: ["ingress[0].cidrBlocks"],
        },
        "a rule of its own": { given: own(ssh(world)), reports: ["cidrBlocks"] },
        "a rule of a group that is not known": {
            given: own({ ...ssh(world), securityGroupId: unknown }),
            reports: ["cidrBlocks"],
        },
        "the newest rule": { given: ingress({ cidrIpv4: "0.0.0.0/0" }), reports: ["cidrIpv4"] },
        "the newest rule, IPv6": { given: ingress({ cidrIpv6: "::/0" }), reports: ["cidrIpv6"] },
        "the newest rule, without ports": {
            given: ingress({ ipProtocol: "-1", fromPort: undefined, toPort: undefined, cidrIpv4: "0.0.0.0/0" }),
            reports: ["cidrIpv4"],
        },
        "two rules are two lines to remove": {
            given: group(ssh(from("0.0.0.0/1")), ssh(from("128.0.0.0/1"))),
            reports: ["ingress[0].cidrBlocks", "ingress[1].cidrBlocks"],
        },
        "an office": {
            given: group(ssh(from("203.0.113.0/24"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["low"],
        },
        "a whole company's block": {
            given: group(ssh(from("17.0.0.0/8"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["low"],
        },
        "private addresses": {
            given: group(ssh(from("10.0.0.0/8"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["low"],
        },
        "private halves": {
            given: group(ssh(from("10.0.0.0/9", "10.128.0.0/9"))),
            reports: ["ingress[0].cidrBlocks"],
            weighs: ["low"],
        },
        "many networks together": {
            given: { hosts: group(...eighths) },
            reports: [
                "hosts: ingress[0].cidrBlocks",
                ...eighths.map((_one, index) => `hosts: ingress[${index}].cidrBlocks`),
            ],
        },
        "a prefix list with the world in it": {
            given: { offices: list("203.0.113.0/24", "0.0.0.0/0"), app: ingress({ prefixListId: ref("offices.id") }) },
            reports: ["app: prefixListId"],
            weighs: ["critical"],
        },
        "a prefix list of offices": {
            given: { offices: list("203.0.113.0/24"), app: ingress({ prefixListId: ref("offices.id") }) },
            reports: ["app: prefixListId"],
            weighs: ["low"],
        },
        "an entry of its own": {
            given: {
                offices: list(),
                entry: declare(Ec2ManagedPrefixListEntry, { prefixListId: ref("offices.id"), cidr: "0.0.0.0/1" }),
                app: group(ssh({ prefixListIds: [ref("offices.id")] })),
            },
            reports: ["app: ingress[0].prefixListIds"],
            weighs: ["critical"],
        },
        "from a group that is open": {
            given: { web: open8443, app: fromGroup("web") },
            reports: [at],
            weighs: ["medium"],
        },
        "over two groups": {
            given: {
                web: open8443,
                mid: group(tcp(80, 80, { securityGroups: [ref("web.id")] })),
                app: fromGroup("mid"),
            },
            reports: [at],
            weighs: ["medium"],
        },
        "from a bastion's group that is open itself: told where the world comes in": {
            given: { web: group(ssh(world)), app: fromGroup("web") },
            reports: ["web: ingress[0].cidrBlocks"],
            weighs: ["critical"],
        },
        "every port of a group that only a database has": {
            given: {
                data: group({ protocol: "-1", fromPort: 0, toPort: 0, ...world }),
                orders: declare(RdsInstance, {
                    instanceClass: "db.t4g.micro",
                    vpcSecurityGroupIds: [ref("data.id")],
                }),
            },
            reports: ["data: ingress[0].cidrBlocks"],
            weighs: ["medium"],
        },
        "from a group of hosts with a public address": {
            given: {
                web: open8443,
                host: declare(Ec2Instance, {
                    ...{ subnetId: "subnet-0a1b2c3d4e5f60718", associatePublicIpAddress: true },
                    vpcSecurityGroupIds: [ref("web.id")],
                } as never),
                app: fromGroup("web"),
            },
            reports: [at],
        },
    },
    undecided: {
        "an unknown block": {
            given: { app: group(ssh(from(unknown))) },
            awaits: ["app.ingress[0].cidrBlocks[0]"],
        },
        "an unknown protocol": {
            given: { app: group({ protocol: unknown, fromPort: 443, toPort: 443, ...world }) },
            awaits: ["app.ingress[0].protocol"],
        },
        "an unknown end of the range": {
            given: { app: group(tcp(20, unknown, world)) },
            awaits: ["app.ingress[0].toPort"],
        },
        "an unknown direction": {
            given: { app: own({ ...ssh(world), type: unknown }) },
            awaits: ["app.type"],
        },
        "a prefix list of another stack": {
            given: { app: ingress({ prefixListId: "pl-0a1b2c3d4e5f60718" }) },
            awaits: ["app.prefixListId"],
        },
        "an unknown group": {
            given: { app: ingress({ referencedSecurityGroupId: unknown }) },
            awaits: ["app.referencedSecurityGroupId"],
        },
    },
});
