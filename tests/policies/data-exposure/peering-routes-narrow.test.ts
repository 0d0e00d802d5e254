import {
    Ec2DefaultRouteTable,
    Ec2ManagedPrefixList,
    Ec2ManagedPrefixListEntry,
    Ec2Route,
    Ec2RouteTable,
    Ec2Vpc,
    Ec2VpcPeeringConnection,
    Ec2VpcPeeringConnectionAccepter,
    SsmParameter,
} from "../../../model/aws";
import { declare, ref, unknown } from "../../../pack";
import rule from "../../../policies/data-exposure/peering-routes-narrow";
import { testRule } from "../../support/rule-tester";

const partner = declare(Ec2VpcPeeringConnection, { vpcId: "vpc-0a", peerVpcId: "vpc-0b" });
const over = { vpcPeeringConnectionId: ref("partner.id") };
const table = (...routes: readonly object[]) =>
    declare(Ec2RouteTable, { vpcId: "vpc-0a", ...(routes.length > 0 && { routes }) } as never);
const to = (destination: object, target: object = over, routeTableId: unknown = ref("table.id")) =>
    declare(Ec2Route, { routeTableId, ...destination, ...target } as never);
const ipv4 = (destinationCidrBlock: unknown) => ({ destinationCidrBlock });
const list = (...cidrs: readonly string[]) =>
    declare(Ec2ManagedPrefixList, {
        addressFamily: "IPv4",
        maxEntries: 5,
        entries: cidrs.map((cidr) => ({ cidr })),
    });
const base = { partner, table: table() };
const routes = (...destinations: readonly string[]) =>
    Object.fromEntries(destinations.map((one, index) => [`r${index}`, to(ipv4(one))]));

testRule(rule, {
    valid: {
        "the partner's network": { ...base, ...routes("10.77.0.0/16") },
        "all private networks": { ...base, ...routes("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16") },
        "the partner's network in IPv6": { ...base, one: to({ destinationIpv6CidrBlock: "2001:db8::/56" }) },
        "everything, by a gateway": { ...base, one: to(ipv4("0.0.0.0/0"), { gatewayId: "igw-0a" }) },
        "everything, by a transit gateway": { ...base, one: to(ipv4("0.0.0.0/0"), { transitGatewayId: "tgw-0a" }) },
        "everything, by a gateway, and the partner's network beside it": {
            partner,
            table: table({ cidrBlock: "0.0.0.0/0", gatewayId: "igw-0a" }, { cidrBlock: "10.77.0.0/16", ...over }),
        },
        "everything, with an empty text for a peering": {
            partner,
            table: table({ cidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a", vpcPeeringConnectionId: "" }),
        },
        "halves over two ways": {
            ...base,
            one: to(ipv4("64.0.0.0/2")),
            other: to(ipv4("128.0.0.0/2"), { vpcPeeringConnectionId: "pcx-0b" }),
        },
        "a list of the partner's networks": {
            ...base,
            list: list("10.77.0.0/16", "10.78.0.0/16"),
            one: to({ destinationPrefixListId: ref("list.id") }),
        },
        "a table without routes": { table: table() },
    },
    invalid: {
        everything: {
            given: { ...base, one: to(ipv4("0.0.0.0/0")) },
            reports: ["one: destinationCidrBlock"],
            weighs: ["medium"],
        },
        "everything in IPv6": {
            given: { ...base, one: to({ destinationIpv6CidrBlock: "::/0" }) },
            reports: ["one: destinationIpv6CidrBlock"],
        },
        "all of IPv6 that is given out": {
            given: { ...base, one: to({ destinationIpv6CidrBlock: "2000::/3" }) },
            reports: ["one: destinationIpv6CidrBlock"],
        },
        "everything of IPv6 in a table": {
            given: { partner, table: table({ ipv6CidrBlock: "0:0:0:0:0:0:0:0/0", ...over }) },
            reports: ["table: routes[0].ipv6CidrBlock"],
        },
        "one half": { given: { ...base, ...routes("0.0.0.0/1") }, reports: ["r0: destinationCidrBlock"] },
        "halves, in the table that a VPC is made with": {
            given: {
                partner,
                vpc: declare(Ec2Vpc, { cidrBlock: "10.0.0.0/16" }),
                one: to(ipv4("32.0.0.0/3"), over, ref("vpc.mainRouteTableId")),
                two: to(ipv4("64.0.0.0/2"), over, ref("vpc.mainRouteTableId")),
                three: to(ipv4("128.0.0.0/3"), over, ref("vpc.mainRouteTableId")),
            },
            reports: ["one: destinationCidrBlock"],
        },
        quarters: {
            given: { ...base, ...routes("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2") },
            reports: ["r0: destinationCidrBlock"],
        },
        "quarters in a table": {
            given: {
                partner,
                table: table(
                    ...["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2"].map((cidrBlock) => ({ cidrBlock, ...over })),
                ),
            },
            reports: ["table: routes[0].cidrBlock"],
        },
        "everything in a default table": {
            given: {
                partner,
                table: declare(Ec2DefaultRouteTable, {
                    defaultRouteTableId: "rtb-0a",
                    routes: [{ cidrBlock: "0.0.0.0/0", ...over }],
                }),
            },
            reports: ["table: routes[0].cidrBlock"],
        },
        "everything over a connection that is only accepted here": {
            given: {
                partner: declare(Ec2VpcPeeringConnectionAccepter, {
                    vpcPeeringConnectionId: "pcx-0a",
                    autoAccept: true,
                }),
                table: table(),
                one: to(ipv4("0.0.0.0/0")),
            },
            reports: ["one: destinationCidrBlock"],
        },
        "everything over a connection and a table of other stacks": {
            given: { one: to(ipv4("0.0.0.0/0"), { vpcPeeringConnectionId: "pcx-0a" }, "rtb-0a") },
            reports: ["one: destinationCidrBlock"],
        },
        "everything by a list": {
            given: {
                ...base,
                list: list("10.0.0.0/8", "0.0.0.0/0"),
                one: to({ destinationPrefixListId: ref("list.id") }),
            },
            reports: ["one: destinationPrefixListId"],
        },
        "everything by entries of a list": {
            given: {
                ...base,
                list: list("10.0.0.0/8"),
                low: declare(Ec2ManagedPrefixListEntry, { prefixListId: ref("list.id"), cidr: "0.0.0.0/1" }),
                high: declare(Ec2ManagedPrefixListEntry, { prefixListId: ref("list.id"), cidr: "128.0.0.0/1" }),
                one: to({ destinationPrefixListId: ref("list.id") }),
            },
            reports: ["one: destinationPrefixListId"],
        },
    },
    undecided: {
        "a list of another stack": {
            given: { ...base, one: to({ destinationPrefixListId: "pl-0a1b2c3d" }) },
            awaits: ["one.destinationPrefixListId"],
        },
        "what goes there is not known yet": {
            given: {
                ...base,
                setting: declare(SsmParameter, { type: "String", value: unknown }),
                one: to(ipv4(ref("setting.value"))),
            },
            awaits: ["one.destinationCidrBlock"],
        },
    },
});
