/** Writes a network down as a program's resources, in one of the many ways that a program may. */
import type { ResourceRecord } from "../../../model/graph";
import { UNKNOWN, Value } from "../../../model/values";
import { Chance } from "./generate";
import type {
    Acl,
    AclRule,
    Address,
    Block,
    Group,
    GroupRule,
    Match,
    Network,
    Point,
    PrefixList,
    RouteTo,
    Table,
    Thing,
    Vpc,
} from "./network";

export interface Writing {
    /** Outputs are unknown, as in a first preview; what they are made of is known all the same. */
    readonly unknownOutputs?: boolean;
    /** How many of the inputs, and of the values within, are unknown: what another resource computes. */
    readonly unknownShare?: number;
}

/** An output of another resource. */
class Output {
    constructor(
        readonly name: string,
        readonly attribute: string,
    ) {}
}

type Given = Readonly<Record<string, unknown>>;

const isList = (end: Block | PrefixList | Group): end is PrefixList => "entries" in end;
const isGroup = (end: Block | PrefixList | Group): end is Group => "inbound" in end;

function textOf({ family, bits }: Address): string {
    if (family === "ipv4") return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)).join(".");
    return (bits.match(/.{16}/g) ?? []).map((group) => Number.parseInt(group, 2).toString(16)).join(":");
}

const PREFIXES: Readonly<Record<string, string>> = {
    InternetGateway: "igw",
    EgressOnlyInternetGateway: "eigw",
    VpnGateway: "vgw",
    NatGateway: "nat",
    VpcPeeringConnection: "pcx",
    RouteTable: "rtb",
    DefaultRouteTable: "rtb",
    NetworkAcl: "acl",
    DefaultNetworkAcl: "acl",
    SecurityGroup: "sg",
    DefaultSecurityGroup: "sg",
    SecurityGroupIngressRule: "sgr",
    SecurityGroupEgressRule: "sgr",
    NetworkInterface: "eni",
    Instance: "i",
    Eip: "eipalloc",
    ManagedPrefixList: "pl",
};

const COMPUTED = { type: "aws:ssm/parameter:Parameter", name: "computed" };

class Program {
    private readonly resources = new Map<
        string,
        { readonly type: string; readonly inputs: Given; readonly outputs: Given }
    >();

    constructor(
        private readonly writing: Writing,
        private readonly chance: Chance,
    ) {
        if (writing.unknownShare !== undefined) this.add(COMPUTED.type, COMPUTED.name, {});
    }

    add(type: string, name: string, inputs: Given, outputs: Given = {}): Output {
        if (this.resources.has(name)) throw new Error(`${name} is there`);
        const number = String(this.resources.size).padStart(17, "0");
        const kind = type.split(":").at(-1) ?? "";
        const arn = `arn:aws:ec2:eu-west-1:111122223333:${kind}/${name}`;
        // Load balancers and the like have their ARN for an id.
        const id = type.startsWith("aws:lb/") ? arn : `${PREFIXES[kind] ?? kind.toLowerCase()}-${number}`;
        this.resources.set(name, { type, inputs, outputs: { id, arn, ...outputs } });
        return new Output(name, "id");
    }

    records(): ResourceRecord[] {
        return [...this.resources].map(([name, { type, inputs, outputs }]) => {
            const dependencies: Record<string, string[]> = {};
            const properties: Record<string, unknown> = Object.fromEntries(
                Object.entries(outputs).map(([key, value]) => [key, this.writing.unknownOutputs ? UNKNOWN : value]),
            );
            for (const [key, value] of Object.entries(inputs)) {
                if (value === undefined) continue;
                const found = new Set<string>();
                const resolved = this.resolve(value, found);
                properties[key] = this.blurred(resolved, found);
                dependencies[key] = [...found];
            }
            return {
                urn: this.urnOf(name),
                type,
                name,
                root: new Value(properties, "", { resource: name }),
                dependencies: [...new Set(Object.values(dependencies).flat())],
                propertyDependencies: dependencies,
                protect: false,
            };
        });
    }

    /** With some of it unknown, for it is made of what another resource computes. */
    private blurred(value: unknown, found: Set<string>): unknown {
        if (this.chance.is(this.writing.unknownShare ?? 0)) {
            found.add(this.urnOf(COMPUTED.name));
            return UNKNOWN;
        }
        if (Array.isArray(value)) return value.map((one) => this.blurred(one, found));
        if (typeof value !== "object" || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, this.blurred(one, found)]));
    }

    private urnOf(name: string): string {
        return `urn:pulumi:dev::shop::${this.resources.get(name)?.type}::${name}`;
    }

    private resolve(value: unknown, found: Set<string>): unknown {
        if (value instanceof Output) {
            found.add(this.urnOf(value.name));
            if (this.writing.unknownOutputs) return UNKNOWN;
            const output = this.resources.get(value.name)?.outputs[value.attribute];
            if (output === undefined) throw new Error(`${value.name} has no ${value.attribute}`);
            return output;
        }
        if (Array.isArray(value)) return value.map((one) => this.resolve(one, found));
        if (typeof value !== "object" || value === null) return value;
        return Object.fromEntries(
            Object.entries(value).flatMap(([key, one]) => (one === undefined ? [] : [[key, this.resolve(one, found)]])),
        );
    }
}

export function recordsOf(network: Network, seed: number, writing: Writing = {}): readonly ResourceRecord[] {
    const chance = new Chance(seed);
    const program = new Program(writing, new Chance(seed ^ 0x5bd1e995));
    const outputs = new Map<unknown, Output>();
    const of = (what: unknown): Output => {
        const output = outputs.get(what);
        if (!output) throw new Error("not written yet");
        return output;
    };
    const attribute = (output: Output, name: string) => new Output(output.name, name);
    const given = <T>(value: T): T | undefined => (chance.is(0.5) ? value : undefined);

    const protocolOf = (protocol: Match["protocol"]): string => {
        if (protocol === "any") return chance.of(["-1", "-1", "all"]);
        const name = { 6: "tcp", 17: "udp", 1: "icmp", 58: "icmpv6" }[protocol];
        return name !== undefined && chance.is(0.8) ? chance.of([name, name, name.toUpperCase()]) : String(protocol);
    };

    const writeList = (list: PrefixList) => {
        const inline = chance.is(0.5);
        outputs.set(
            list,
            program.add("aws:ec2/managedPrefixList:ManagedPrefixList", list.name, {
                name: list.name,
                addressFamily: list.family === "ipv4" ? "IPv4" : "IPv6",
                maxEntries: 10,
                ...(inline && { entries: list.entries.map(({ text }) => ({ cidr: text })) }),
            }),
        );
        if (inline) return;
        for (const [index, { text }] of list.entries.entries())
            program.add("aws:ec2/managedPrefixListEntry:ManagedPrefixListEntry", `${list.name}-${index}`, {
                prefixListId: of(list),
                cidr: text,
            });
    };

    const writeVpc = (vpc: Vpc) => {
        const [ipv4, ipv6] = vpc.blocks;
        const own = (what: string) => `${what}-of-${vpc.name}`;
        const output = program.add(
            "aws:ec2/vpc:Vpc",
            vpc.name,
            {
                cidrBlock: ipv4?.text,
                ...(ipv6
                    ? { ipv6CidrBlock: ipv6.text, ipv6IpamPoolId: "ipam-pool-0a1b2c3d4e5f60718" }
                    : { assignGeneratedIpv6CidrBlock: given(false) }),
            },
            {
                ...(ipv6 && { ipv6CidrBlock: ipv6.text }),
                mainRouteTableId: own("rtb"),
                defaultRouteTableId: own("rtb"),
                defaultNetworkAclId: own("acl"),
                defaultSecurityGroupId: own("sg"),
            },
        );
        outputs.set(vpc, output);
        if (!vpc.hasGateway) return;
        const attached = chance.is(0.8);
        const gateway = program.add("aws:ec2/internetGateway:InternetGateway", `${vpc.name}-igw`, {
            ...(attached && { vpcId: output }),
        });
        outputs.set(`internet ${vpc.name}`, gateway);
        if (attached) return;
        program.add("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", `${vpc.name}-igw-attachment`, {
            vpcId: output,
            internetGatewayId: gateway,
        });
    };

    /** The gateway that a route names, made when it is first named. */
    const gatewayOf = (vpc: Vpc, by: RouteTo["by"]): Given => {
        const make = (key: string, write: () => Output) => {
            if (!outputs.has(key)) outputs.set(key, write());
            return of(key);
        };
        if (by === "internet") return { gatewayId: of(`internet ${vpc.name}`) };
        if (by === "vpn")
            return {
                gatewayId: make(`vpn ${vpc.name}`, () =>
                    program.add("aws:ec2/vpnGateway:VpnGateway", `${vpc.name}-vgw`, { vpcId: of(vpc) }),
                ),
            };
        if (by === "egress-only")
            return {
                egressOnlyGatewayId: make(`egress ${vpc.name}`, () =>
                    program.add("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", `${vpc.name}-eigw`, {
                        vpcId: of(vpc),
                    }),
                ),
            };
        if (by === "nat")
            return {
                natGatewayId: make(`nat ${vpc.name}`, () => {
                    const address = program.add("aws:ec2/eip:Eip", `${vpc.name}-nat-eip`, { domain: "vpc" });
                    return program.add("aws:ec2/natGateway:NatGateway", `${vpc.name}-nat`, {
                        subnetId: of(vpc.subnets[0]),
                        allocationId: address,
                    });
                }),
            };
        const [first, second] = [vpc.name, by.name].sort();
        return {
            vpcPeeringConnectionId: make("peering", () =>
                program.add("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "peering", {
                    vpcId: of(network.vpcs.find(({ name }) => name === first)),
                    peerVpcId: of(network.vpcs.find(({ name }) => name === second)),
                    autoAccept: true,
                }),
            ),
        };
    };

    const writeTable = (vpc: Vpc, table: Table) => {
        const inline = table.routes.map(({ to, by }) => {
            const { egressOnlyGatewayId, ...gateway } = gatewayOf(vpc, by);
            return {
                ...(isList(to)
                    ? { destinationPrefixListId: of(to) }
                    : { [to.family === "ipv4" ? "cidrBlock" : "ipv6CidrBlock"]: to.text }),
                ...gateway,
                egressOnlyGatewayId,
            };
        });
        const writeRoutes = (routeTableId: Output) => {
            for (const [index, { to, by }] of table.routes.entries())
                program.add("aws:ec2/route:Route", `${table.name}-route-${index}`, {
                    routeTableId,
                    ...(isList(to)
                        ? { destinationPrefixListId: of(to) }
                        : { [to.family === "ipv4" ? "destinationCidrBlock" : "destinationIpv6CidrBlock"]: to.text }),
                    ...gatewayOf(vpc, by),
                });
        };
        const vpcId = of(vpc);
        if (table === vpc.main) {
            const main = attribute(vpcId, chance.of(["mainRouteTableId", "defaultRouteTableId"]));
            const style = chance.upTo(3);
            if (style === 0) {
                outputs.set(table, main);
                writeRoutes(main);
                return;
            }
            if (style === 1) {
                const adopted = program.add("aws:ec2/defaultRouteTable:DefaultRouteTable", table.name, {
                    defaultRouteTableId: attribute(vpcId, "defaultRouteTableId"),
                    routes: inline,
                });
                outputs.set(table, adopted);
                return;
            }
        }
        const isInline = chance.is(0.5);
        const output = program.add("aws:ec2/routeTable:RouteTable", table.name, {
            vpcId,
            ...(isInline && inline.length > 0 && { routes: inline }),
        });
        outputs.set(table, output);
        if (!isInline) writeRoutes(output);
        if (table === vpc.main)
            program.add("aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation", `${table.name}-association`, {
                vpcId,
                routeTableId: output,
            });
    };

    const aclEntry = ({ protocol, from, to, allows, block }: AclRule): Given => {
        const isIcmp = protocol === 1 || protocol === 58;
        const ports = protocol === 6 || protocol === 17 ? { fromPort: from, toPort: to } : { fromPort: 0, toPort: 0 };
        return {
            protocol: protocolOf(protocol),
            ...(isIcmp ? { fromPort: 0, toPort: 0, icmpType: from, icmpCode: to } : ports),
            allows: allows ? "allow" : "deny",
            [block.family === "ipv4" ? "cidrBlock" : "ipv6CidrBlock"]: block.text,
        };
    };
    const inlineEntries = (rules: readonly AclRule[]) =>
        rules.map((rule) => {
            const { allows: action, ...entry } = aclEntry(rule);
            return { ruleNo: rule.number, action, ...entry };
        });
    const writeAclRules = (acl: Acl, networkAclId: Output, skip: readonly AclRule[] = []) => {
        for (const [rules, egress] of [
            [acl.inbound, false],
            [acl.outbound, true],
        ] as const)
            for (const rule of rules.filter((one) => !skip.includes(one))) {
                const { allows: ruleAction, ...entry } = aclEntry(rule);
                const name = `${acl.name}-${egress ? "out" : "in"}-${rule.number}`;
                program.add("aws:ec2/networkAclRule:NetworkAclRule", name, {
                    networkAclId,
                    ruleNumber: rule.number,
                    egress: egress ? true : given(false),
                    ruleAction,
                    ...entry,
                });
            }
    };
    const writeAcl = (vpc: Vpc, acl: Acl) => {
        const subnets = vpc.subnets.filter((subnet) => subnet.acl === acl);
        if (acl === vpc.acl) {
            const defaultNetworkAclId = attribute(of(vpc), "defaultNetworkAclId");
            if (acl.name.endsWith("+")) {
                const isAws = ({ number }: AclRule) => number === 100 || number === 101;
                writeAclRules(acl, defaultNetworkAclId, [...acl.inbound, ...acl.outbound].filter(isAws));
            } else if (acl.name.endsWith("!"))
                program.add("aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", acl.name, {
                    defaultNetworkAclId,
                    ...(acl.inbound.length > 0 && { ingress: inlineEntries(acl.inbound) }),
                    ...(acl.outbound.length > 0 && { egress: inlineEntries(acl.outbound) }),
                });
            return;
        }
        const isInline = chance.is(0.5);
        const named = chance.is(0.5);
        const output = program.add("aws:ec2/networkAcl:NetworkAcl", acl.name, {
            vpcId: of(vpc),
            ...(named && { subnetIds: subnets.map(of) }),
            ...(isInline && { ingress: inlineEntries(acl.inbound), egress: inlineEntries(acl.outbound) }),
        });
        if (!isInline) writeAclRules(acl, output);
        if (named) return;
        for (const subnet of subnets)
            program.add("aws:ec2/networkAclAssociation:NetworkAclAssociation", `${acl.name}-of-${subnet.name}`, {
                networkAclId: output,
                subnetId: of(subnet),
            });
    };

    const portsOf = ({ protocol, from, to }: Match, isBare: boolean): Given => {
        if (protocol === "any" || protocol === 47) return isBare ? {} : { fromPort: 0, toPort: 0 };
        return { fromPort: from, toPort: to };
    };
    const endsOf = (group: Group, { ends }: GroupRule) => {
        const blocks = ends.filter((end): end is Block => !isList(end) && !isGroup(end));
        const some = <T>(all: readonly T[]) => (all.length > 0 ? all : undefined);
        return {
            cidrBlocks: some(blocks.filter(({ family }) => family === "ipv4").map(({ text }) => text)),
            ipv6CidrBlocks: some(blocks.filter(({ family }) => family === "ipv6").map(({ text }) => text)),
            prefixListIds: some(ends.filter(isList).map(of)),
            groups: some(ends.filter(isGroup).filter((end) => end !== group)),
            self: ends.includes(group) ? true : undefined,
        };
    };
    const writeGroupRules = (group: Group, style: number) => {
        for (const [rules, type] of [
            [group.inbound, "ingress"],
            [group.outbound, "egress"],
        ] as const)
            for (const [index, rule] of rules.entries()) {
                const name = `${group.name}-${type}-${index}`;
                const protocol = protocolOf(rule.protocol);
                if (style === 1) {
                    const { groups, self, ...ends } = endsOf(group, rule);
                    const base = { type, securityGroupId: of(group), protocol, ...portsOf(rule, false) };
                    if (ends.cidrBlocks || ends.ipv6CidrBlocks || ends.prefixListIds || self)
                        program.add("aws:ec2/securityGroupRule:SecurityGroupRule", name, { ...base, ...ends, self });
                    for (const other of groups ?? [])
                        program.add("aws:ec2/securityGroupRule:SecurityGroupRule", `${name}-${other.name}`, {
                            ...base,
                            sourceSecurityGroupId: of(other),
                        });
                    continue;
                }
                const token =
                    type === "ingress"
                        ? "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
                        : "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
                for (const [at, end] of rule.ends.entries()) {
                    const other = isGroup(end)
                        ? { referencedSecurityGroupId: of(end) }
                        : isList(end)
                          ? { prefixListId: of(end) }
                          : { [end.family === "ipv4" ? "cidrIpv4" : "cidrIpv6"]: end.text };
                    program.add(token, `${name}-${at}`, {
                        securityGroupId: of(group),
                        ipProtocol: protocol,
                        ...portsOf(rule, true),
                        ...other,
                    });
                }
            }
    };
    const inlineRules = (group: Group, rules: readonly GroupRule[]) =>
        rules.map((rule) => {
            const { groups, ...ends } = endsOf(group, rule);
            return {
                protocol: protocolOf(rule.protocol),
                ...portsOf(rule, false),
                ...ends,
                securityGroups: groups?.map(of),
            };
        });
    const styles = new Map<Group, number>();
    /** Groups refer to each other in circles, which only rules of their own can say: an inline rule names what is written before. */
    const writeGroup = (vpc: Vpc, group: Group) => {
        const isAdopted = group.name.endsWith("!");
        if (group === vpc.group && !isAdopted) {
            outputs.set(group, attribute(of(vpc), "defaultSecurityGroupId"));
            return;
        }
        const refersAhead = [...group.inbound, ...group.outbound].some(({ ends }) =>
            ends.some((end) => isGroup(end) && end !== group && !outputs.has(end)),
        );
        const style = isAdopted && !refersAhead ? 0 : refersAhead ? 1 + chance.upTo(2) : chance.upTo(3);
        styles.set(group, style);
        const rules = style === 0 && {
            ...(group.inbound.length > 0 && { ingress: inlineRules(group, group.inbound) }),
            ...(group.outbound.length > 0 && { egress: inlineRules(group, group.outbound) }),
        };
        if (isAdopted)
            outputs.set(
                group,
                program.add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", group.name, {
                    vpcId: of(vpc),
                    ...rules,
                }),
            );
        else
            outputs.set(
                group,
                program.add("aws:ec2/securityGroup:SecurityGroup", group.name, { vpcId: of(vpc), ...rules }),
            );
    };

    const groupIds = (point: Point, mayBeLeft = true): readonly Output[] | undefined => {
        const { groups = [], subnet } = point;
        // Whoever names no group has the VPC's default one.
        const isDefault = groups.length === 1 && groups[0] === subnet.vpc.group;
        return isDefault && mayBeLeft && chance.is(0.7) ? undefined : groups.map(of);
    };
    const writeInterface = (name: string, point: Point): Output =>
        program.add("aws:ec2/networkInterface:NetworkInterface", name, {
            subnetId: of(point.subnet),
            securityGroups: groupIds(point),
            privateIps: [textOf(point.ipv4)],
            ...(point.ipv6 && !point.subnet.assignsIpv6 && { ipv6AddressCount: 1 }),
        });
    const writeAddress = (name: string, instance: Output | undefined, networkInterface: Output | undefined) => {
        const names = instance ? { instance } : { networkInterface };
        if (chance.is(0.5)) program.add("aws:ec2/eip:Eip", `${name}-eip`, { domain: "vpc", ...names });
        else {
            const allocationId = program.add("aws:ec2/eip:Eip", `${name}-eip`, { domain: "vpc" });
            program.add("aws:ec2/eipAssociation:EipAssociation", `${name}-eip-association`, {
                allocationId,
                ...(instance ? { instanceId: instance } : { networkInterfaceId: networkInterface }),
            });
        }
    };
    const writeInstance = ({ name, points }: Thing) => {
        const [first, second] = points;
        if (!first) return;
        const { subnet } = first;
        const base = { ami: "ami-0a1b2c3d4e5f60718", instanceType: "t3.micro" };
        const type = "aws:ec2/instance:Instance";
        let instance: Output;
        if (chance.is(0.2)) {
            const own = writeInterface(`${name}-eni`, first);
            const by = chance.is(0.5)
                ? { networkInterfaces: [{ deviceIndex: 0, networkInterfaceId: own }] }
                : { primaryNetworkInterface: { networkInterfaceId: own } };
            instance = program.add(type, name, { ...base, ...by });
            // An interface that was there before gets no address of its own.
            if (first.hasPublicIpv4) writeAddress(name, undefined, own);
        } else {
            const isSaid = first.hasPublicIpv4 !== subnet.mapsPublic || chance.is(0.3);
            const byAddress = first.hasPublicIpv4 && isSaid && chance.is(0.4);
            const publicIp = byAddress
                ? subnet.mapsPublic
                    ? undefined
                    : given(false)
                : isSaid
                  ? first.hasPublicIpv4
                  : undefined;
            const own6 =
                first.ipv6 && chance.is(0.5) ? { ipv6Addresses: [textOf(first.ipv6)] } : { ipv6AddressCount: 1 };
            instance = program.add(
                type,
                name,
                {
                    ...base,
                    subnetId: of(subnet),
                    vpcSecurityGroupIds: groupIds(first),
                    privateIp: textOf(first.ipv4),
                    associatePublicIpAddress: publicIp,
                    ...(first.ipv6 && !subnet.assignsIpv6 && own6),
                },
                { primaryNetworkInterfaceId: `eni-of-${name}` },
            );
            const byInterface = chance.is(0.3);
            if (byAddress)
                writeAddress(
                    name,
                    byInterface ? undefined : instance,
                    byInterface ? attribute(instance, "primaryNetworkInterfaceId") : undefined,
                );
        }
        outputs.set(first, instance);
        if (!second) return;
        const other = writeInterface(`${name}-second`, second);
        program.add("aws:ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", `${name}-second-attachment`, {
            instanceId: instance,
            networkInterfaceId: other,
            deviceIndex: 1,
        });
        if (second.hasPublicIpv4) writeAddress(`${name}-second`, undefined, other);
    };
    const writeBalancer = ({ name, points, forwards }: Thing) => {
        const [first] = points;
        if (!first) return;
        const isNetwork = name.startsWith("network");
        const isInternal = name.includes("internal");
        const balancer = program.add("aws:lb/loadBalancer:LoadBalancer", name, {
            loadBalancerType: isNetwork ? "network" : given("application"),
            internal: isInternal ? true : given(false),
            ...(chance.is(0.7)
                ? { subnets: points.map(({ subnet }) => of(subnet)) }
                : { subnetMappings: points.map(({ subnet }) => ({ subnetId: of(subnet) })) }),
            securityGroups: first.groups && groupIds(first, !isNetwork),
            ipAddressType: first.ipv6 ? "dualstack" : given("ipv4"),
        });
        for (const [index, { listens, to }] of forwards.entries()) {
            const own = `${name}-${index}`;
            const port = to[0]?.port ?? 80;
            const byAddress = isNetwork || chance.is(0.3);
            const targets = program.add("aws:lb/targetGroup:TargetGroup", `${own}-targets`, {
                port,
                protocol: isNetwork ? "TCP" : "HTTP",
                vpcId: of(first.subnet.vpc),
                targetType: byAddress ? "ip" : given("instance"),
            });
            const action = chance.is(0.5)
                ? { type: "forward", targetGroupArn: targets }
                : { type: "forward", forward: { targetGroups: [{ arn: targets, weight: 1 }] } };
            const byRule = !isNetwork && chance.is(0.3);
            const listener = program.add("aws:lb/listener:Listener", `${own}-listener`, {
                loadBalancerArn: balancer,
                port: listens,
                protocol: isNetwork ? "TCP" : listens === 80 ? "HTTP" : "HTTPS",
                defaultActions: byRule
                    ? [{ type: "fixed-response", fixedResponse: { contentType: "text/plain" } }]
                    : [action],
            });
            if (byRule)
                program.add("aws:lb/listenerRule:ListenerRule", `${own}-rule`, {
                    listenerArn: listener,
                    actions: [action],
                    conditions: [{ pathPattern: { values: ["/*"] } }],
                });
            for (const [at, target] of to.entries())
                program.add("aws:lb/targetGroupAttachment:TargetGroupAttachment", `${own}-target-${at}`, {
                    targetGroupArn: targets,
                    targetId: byAddress ? textOf(target.point.ipv4) : of(target.point),
                    port: target.port === port ? given(port) : target.port,
                });
        }
    };
    const writeDatabase = ({ name, points }: Thing) => {
        const [first] = points;
        if (!first) return;
        const subnetGroup = program.add(
            "aws:rds/subnetGroup:SubnetGroup",
            `${name}-subnets`,
            {
                name: `${name}-subnets`,
                subnetIds: points.map(({ subnet }) => of(subnet)),
            },
            { id: `${name}-subnets` },
        );
        program.add("aws:rds/instance:Instance", name, {
            identifier: name,
            engine: "postgres",
            instanceClass: "db.t4g.micro",
            dbSubnetGroupName: chance.is(0.5) ? attribute(subnetGroup, "id") : `${name}-subnets`,
            publiclyAccessible: first.hasPublicIpv4 ? true : given(false),
            vpcSecurityGroupIds: groupIds(first),
        });
    };
    const writeFunction = ({ name, points }: Thing) =>
        program.add("aws:lambda/function:Function", name, {
            runtime: "nodejs22.x",
            handler: "index.handler",
            vpcConfig: {
                subnetIds: points.map(({ subnet }) => of(subnet)),
                securityGroupIds: points.flatMap((point) => groupIds(point, false) ?? []),
            },
        });

    const groups = new Set<Group>();
    const collect = (group: Group) => {
        if (groups.has(group)) return;
        groups.add(group);
        for (const { ends } of [...group.inbound, ...group.outbound]) ends.filter(isGroup).forEach(collect);
    };
    for (const { points } of network.things) for (const { groups: own = [] } of points) own.forEach(collect);
    for (const vpc of network.vpcs) collect(vpc.group);
    const lists = new Set(
        [
            ...[...groups].flatMap(({ inbound, outbound }) => [...inbound, ...outbound].flatMap(({ ends }) => ends)),
            ...network.vpcs.flatMap(({ main, subnets }) =>
                [main, ...subnets.map(({ table }) => table)].flatMap(({ routes }) => routes.map(({ to }) => to)),
            ),
        ].filter(isList),
    );
    lists.forEach(writeList);
    network.vpcs.forEach(writeVpc);
    for (const vpc of network.vpcs)
        for (const subnet of vpc.subnets) {
            const [ipv4, ipv6] = subnet.blocks;
            outputs.set(
                subnet,
                program.add("aws:ec2/subnet:Subnet", subnet.name, {
                    vpcId: of(vpc),
                    cidrBlock: ipv4?.text,
                    ...(ipv6 && { ipv6CidrBlock: ipv6.text }),
                    mapPublicIpOnLaunch: subnet.mapsPublic ? true : given(false),
                    assignIpv6AddressOnCreation: subnet.assignsIpv6 ? true : given(false),
                }),
            );
        }
    for (const vpc of network.vpcs) {
        for (const table of new Set([vpc.main, ...vpc.subnets.map((subnet) => subnet.table)])) writeTable(vpc, table);
        for (const subnet of vpc.subnets)
            if (subnet.table !== vpc.main)
                program.add("aws:ec2/routeTableAssociation:RouteTableAssociation", `${subnet.name}-routes`, {
                    subnetId: of(subnet),
                    routeTableId: of(subnet.table),
                });
        for (const acl of new Set([vpc.acl, ...vpc.subnets.map((subnet) => subnet.acl)])) writeAcl(vpc, acl);
    }
    const vpcOf = ({ vpc }: Group) => network.vpcs.find(({ name }) => name === vpc) as Vpc;
    for (const group of groups) writeGroup(vpcOf(group), group);
    for (const [group, style] of styles) if (style > 0) writeGroupRules(group, style);
    for (const thing of network.things) if (thing.kind === "instance") writeInstance(thing);
    for (const thing of network.things) {
        if (thing.kind === "balancer") writeBalancer(thing);
        if (thing.kind === "database") writeDatabase(thing);
        if (thing.kind === "function") writeFunction(thing);
    }
    return program.records();
}
