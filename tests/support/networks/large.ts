/** A network of many: each group refers to the one before and to some others, so what is reached goes through all of them. */
import type { ResourceRecord } from "../../../model/graph";
import { Value } from "../../../model/values";
import { Chance } from "./generate";

export interface Size {
    readonly groups: number;
    readonly rulesOfEach: number;
    readonly instances: number;
    /** Some rules of each group let in the whole VPC. */
    readonly isDense?: boolean;
}

interface Rule {
    readonly protocol: string;
    readonly fromPort: number;
    readonly toPort: number;
    readonly group?: string | undefined;
    readonly cidr?: string;
}

export function largeNetwork({ groups, rulesOfEach, instances, isDense = false }: Size): readonly ResourceRecord[] {
    const chance = new Chance(groups);
    const records: ResourceRecord[] = [];
    const urns = new Map<string, string>();
    const add = (type: string, name: string, properties: Readonly<Record<string, unknown>>) => {
        const urn = `urn:pulumi:dev::shop::${type}::${name}`;
        urns.set(name, urn);
        const refersTo = (value: unknown): string[] => {
            if (typeof value === "string") return [urns.get(value) ?? []].flat();
            return typeof value === "object" && value !== null ? Object.values(value).flatMap(refersTo) : [];
        };
        const propertyDependencies = Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [key, [refersTo(value)].flat()]),
        );
        records.push({
            urn,
            type,
            name,
            root: new Value({ ...properties, id: name }, "", { resource: name }),
            dependencies: [...new Set(Object.values(propertyDependencies).flat())],
            propertyDependencies,
            protect: false,
        });
    };
    add("aws:ec2/vpc:Vpc", "vpc-1", {
        cidrBlock: "10.0.0.0/8",
        assignGeneratedIpv6CidrBlock: true,
        ipv6CidrBlock: "2600:1f18::/56",
    });
    add("aws:ec2/internetGateway:InternetGateway", "igw-1", { vpcId: "vpc-1" });
    add("aws:ec2/routeTable:RouteTable", "rtb-1", {
        vpcId: "vpc-1",
        routes: [
            { cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" },
            { ipv6CidrBlock: "::/0", gatewayId: "igw-1" },
        ],
    });
    const subnets = Array.from({ length: 20 }, (_, index) => `subnet-${index}`);
    for (const [index, name] of subnets.entries()) {
        const six = {
            ipv6CidrBlock: `2600:1f18:0:${index.toString(16)}::/64`,
            assignIpv6AddressOnCreation: index % 3 === 0,
        };
        add("aws:ec2/subnet:Subnet", name, {
            vpcId: "vpc-1",
            cidrBlock: `10.${index}.0.0/16`,
            mapPublicIpOnLaunch: index % 2 === 0,
            ...six,
        });
        add("aws:ec2/routeTableAssociation:RouteTableAssociation", `association-${index}`, {
            subnetId: name,
            routeTableId: "rtb-1",
        });
    }
    add("aws:ec2/networkAcl:NetworkAcl", "acl-1", {
        vpcId: "vpc-1",
        subnetIds: subnets.slice(0, 10),
        ingress: [
            { ruleNo: 50, action: "deny", protocol: "tcp", fromPort: 23, toPort: 23, cidrBlock: "0.0.0.0/0" },
            { ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" },
        ],
        egress: [{ ruleNo: 100, action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" }],
    });
    const names = Array.from({ length: groups }, (_, index) => `sg-${index}`);
    for (const [index, name] of names.entries()) {
        const rules = Array.from({ length: rulesOfEach }, (_, at): Rule => {
            const port = 1000 + ((index * 7 + at * 13) % 5000);
            const ports = { protocol: "tcp", fromPort: port, toPort: port + (at % 3) };
            if (at === 0 && index > 0) return { ...ports, group: names[index - 1] };
            if (at === 1 && index > 0) return { ...ports, group: names[chance.upTo(index)] };
            if (at === 2 && index === 0) return { ...ports, cidr: "0.0.0.0/0" };
            if (isDense && at % 3 === 0) return { ...ports, cidr: "10.0.0.0/8" };
            return { ...ports, cidr: `${11 + (index % 80)}.${index % 256}.${at * 8}.0/${20 + (at % 12)}` };
        });
        const isInline = index % 3 === 0;
        add("aws:ec2/securityGroup:SecurityGroup", name, {
            vpcId: "vpc-1",
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
            ...(isInline && {
                ingress: rules.map(({ group, cidr, ...ports }) => ({
                    ...ports,
                    ...(group ? { securityGroups: [group] } : { cidrBlocks: [cidr] }),
                })),
            }),
        });
        if (isInline) continue;
        for (const [at, { group, cidr, protocol, ...ports }] of rules.entries())
            if (index % 3 === 1)
                add("aws:ec2/securityGroupRule:SecurityGroupRule", `${name}-rule-${at}`, {
                    type: "ingress",
                    securityGroupId: name,
                    protocol,
                    ...ports,
                    ...(group ? { sourceSecurityGroupId: group } : { cidrBlocks: [cidr] }),
                });
            else
                add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `${name}-rule-${at}`, {
                    securityGroupId: name,
                    ipProtocol: protocol,
                    ...ports,
                    ...(group ? { referencedSecurityGroupId: group } : { cidrIpv4: cidr }),
                });
    }
    for (let index = 0; index < instances; index += 1)
        add("aws:ec2/instance:Instance", `i-${index}`, {
            subnetId: subnets[index % subnets.length],
            vpcSecurityGroupIds: [names[index % groups], ...(index % 4 === 0 ? [names[chance.upTo(groups)]] : [])],
        });
    return records;
}
