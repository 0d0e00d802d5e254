import {
    AutoScalingGroup,
    Ec2Eip,
    Ec2EipAssociation,
    Ec2Instance,
    Ec2LaunchConfiguration,
    Ec2LaunchTemplate,
    Ec2NetworkInterface,
    Ec2NetworkInterfaceAttachment,
    Ec2NetworkInterfaceSecurityGroupAttachment,
    Ec2SpotInstanceRequest,
    LoadBalancer,
    type NetworkRole,
    networkPlacements,
    placedTypes,
    type ResourceType,
    valuesAt,
} from "../../aws";
import { type Answer, any, filled, isTrue, no, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, joinAddresses, type KnownAddresses } from "./known-addresses";
import { defaultGroupOf, type GroupKey, groupsAt, joinGroups, type NamedGroups } from "./security-groups";
import { impliedDefaultSubnet, type Subnet, subnetsAt } from "./subnets";

/** One network interface of a resource: where it stands, and what lets packets to it. */
export interface NetworkInterface {
    readonly host: Resource;
    readonly role: NetworkRole;
    /** In words. */
    readonly what: string;
    /** It stands in one of them, or in each. */
    readonly subnets: readonly Subnet[];
    /** Subnets that this stack does not tell: of another stack, or unknown. */
    readonly elsewhere: readonly string[];
    readonly groups: NamedGroups;
    /** A network load balancer may have no groups at all: nothing filters then. */
    readonly isUnfiltered: boolean;
    readonly publicIpv4: Answer;
    readonly hasIpv6: Answer;
    /** The resource that it is, where it is one of its own. */
    readonly own?: Resource;
    /** Its own private addresses where the program gives them; absent: some of its subnets'. */
    readonly addresses?: KnownAddresses;
    /** The ports on which it answers; absent: any. */
    readonly ports?: readonly number[];
}

const INSTANCES: readonly ResourceType[] = [Ec2Instance, Ec2SpotInstanceRequest];

/** Every interface of the stack's resources that stand in a network. */
export const networkInterfaces = fact(
    [
        ...placedTypes,
        ...INSTANCES,
        AutoScalingGroup,
        Ec2LaunchTemplate,
        Ec2LaunchConfiguration,
        Ec2NetworkInterface,
        Ec2Eip,
        Ec2EipAssociation,
    ],
    (stack): readonly NetworkInterface[] => [
        ...stack.ofType<unknown>(...INSTANCES).flatMap((instance) => ofInstance(stack, instance)),
        ...stack.ofType(AutoScalingGroup).flatMap((group) => ofGroup(stack, group)),
        ...stack.ofType<unknown>(...placedTypes).flatMap((resource) => ofPlacement(stack, resource)),
    ],
);

function ofPlacement(stack: Stack, resource: Resource): readonly NetworkInterface[] {
    const placement = networkPlacements.get(resource.type);
    if (!placement) return [];
    const { root } = resource;
    const owner = placement.of && linked(stack.link<unknown>(resource, root.get(placement.of.path), placement.of.type));
    const ownerPlacement = owner && networkPlacements.get(owner.type);
    const standing = standingOf(stack, resource, placement);
    const own = standing ?? (owner && ownerPlacement && standingOf(stack, owner, ownerPlacement));
    if (!own && placement.isOptional) return [];
    const groupsIn = (holder: Resource, paths: readonly string[]) =>
        joinGroups(paths.flatMap((path) => valuesAt(holder.root, path).map((at) => groupsAt(stack, holder, at))));
    const given = joinGroups([
        groupsIn(resource, placement.groups),
        ...(owner && ownerPlacement ? [groupsIn(owner, ownerPlacement.groups)] : []),
    ]);
    const subnets = own?.subnets ?? [impliedDefaultSubnet(stack)];
    // What a network load balancer is without groups, any other thing is with its VPC's own.
    const isUnfiltered = isNetworkBalancer(resource) && isNone(given);
    return [
        {
            host: resource,
            role: placement.role,
            what: placement.what,
            subnets,
            elsewhere: own?.elsewhere ?? [],
            groups: isNone(given) && !isUnfiltered ? ownDefault(subnets) : given,
            isUnfiltered,
            publicIpv4: placement.isPublic(root),
            hasIpv6: /^dualstack/.test(root.get("ipAddressType").text() ?? "") ? placement.isPublic(root) : no,
            ...(placement.ports && { ports: placement.ports(root) }),
        },
    ];
}

function isNetworkBalancer({ type, root }: Resource): boolean {
    return (
        (type === LoadBalancer.token || type === "aws:alb/loadBalancer:LoadBalancer") &&
        root.get("loadBalancerType").text() === "network"
    );
}

function isNone({ possible: most, isAny }: NamedGroups): boolean {
    return most.length === 0 && !isAny;
}

function ownDefault(subnets: readonly Subnet[]): NamedGroups {
    const keys = [...new Set(subnets.map(({ vpcResource }): GroupKey => defaultGroupOf(vpcResource)))];
    return { certain: keys, possible: keys, isAny: false, awaits: [] };
}

interface Standing {
    readonly subnets: readonly Subnet[];
    readonly elsewhere: readonly string[];
}

/** The subnets that a resource names, itself or by its subnet group; undefined where it names none. */
function standingOf(
    stack: Stack,
    resource: Resource,
    { subnets, subnetGroup }: { subnets: readonly string[]; subnetGroup?: { path: string; type: ResourceType } },
): Standing | undefined {
    if (!subnetGroup)
        return namedSubnets(
            stack,
            resource,
            subnets.flatMap((path) => valuesAt(resource.root, path)),
        );
    const at = inputOf(resource, subnetGroup.path);
    if (at.state === "absent") return undefined;
    const group = linked(stack.link<unknown>(resource, at, subnetGroup.type));
    if (!group) return { subnets: [], elsewhere: [at.place] };
    return namedSubnets(stack, group, valuesAt(group.root, "subnetIds[]"));
}

function namedSubnets(stack: Stack, holder: Resource, ids: readonly Value[]): Standing | undefined {
    const given = ids.filter(({ state }) => state !== "absent");
    if (given.length === 0) return undefined;
    const found = given.map((id) => subnetsAt(stack, holder, id));
    return {
        subnets: [...new Map(found.flatMap(({ subnets }) => subnets.map((one) => [one.key, one] as const))).values()],
        elsewhere: found.flatMap(({ awaits, outside }, index) => [
            ...awaits,
            ...(outside ? [given[index]?.place ?? ""] : []),
        ]),
    };
}

/** What a launch template or configuration says, for an instance that says nothing. */
function templateOf(stack: Stack, resource: Resource, path: string): Resource | undefined {
    const ways = ["id", "name"]
        .map((key) => resource.root.down(`${path}.${key}`))
        .filter(({ state }) => state !== "absent");
    for (const at of ways) {
        const template = linked(stack.link<unknown>(resource, at, Ec2LaunchTemplate));
        if (template) return template;
    }
    return undefined;
}

/** The first of the places that says something. */
function said(...places: readonly (Value | undefined)[]): Value | undefined {
    return places.find((at) => at !== undefined && at.state !== "absent");
}

function ofInstance(stack: Stack, instance: Resource): readonly NetworkInterface[] {
    const { root } = instance;
    const template = templateOf(stack, instance, "launchTemplate");
    const named = [
        ...valuesAt(root, "networkInterfaces[].networkInterfaceId"),
        root.down("primaryNetworkInterface.networkInterfaceId"),
    ];
    const attached = stack.once(ofInstance, attachments).get(instance.urn) ?? [];
    const own = named.flatMap((at) => possible(stack.link<unknown>(instance, at, Ec2NetworkInterface)));
    const interfaces = [...new Set([...own, ...attached])].map((one) => ofInterface(stack, instance, one));
    if (named.some(({ state }) => state !== "absent")) return interfaces;
    return [launched(stack, instance, instance, template, inputOf(instance, "subnetId")), ...interfaces];
}

/** An interface that is made with the instance. */
function launched(
    stack: Stack,
    host: Resource,
    instance: Resource,
    template: Resource | undefined,
    subnetIds: Value,
): NetworkInterface {
    const first = template?.root.get("networkInterfaces").items()[0] as Value | undefined;
    const standing =
        namedSubnets(
            stack,
            host,
            subnetIds.state === "known" ? (subnetIds.items() as readonly Value[]) : [subnetIds],
        ) ??
        (template && first && namedSubnets(stack, template, [first.get("subnetId")]));
    const subnets = standing?.subnets ?? [impliedDefaultSubnet(stack)];
    const groupPlaces: readonly (readonly [Resource | undefined, Value | undefined])[] = [
        [instance, inputOf(instance, "vpcSecurityGroupIds")],
        [instance, inputOf(instance, "securityGroups")],
        [template, template && inputOf(template, "vpcSecurityGroupIds")],
        [template, first?.get("securityGroups")],
    ];
    // A list without a group names none, whoever wrote it: a default VPC takes its groups by name, beside an empty list of ids.
    const given = groupPlaces.find(([, at]) => at !== undefined && filled(at).is !== "no");
    const groups = given?.[0] && given[1] ? groupsAt(stack, given[0], given[1]) : undefined;
    const more = stack.once(launched, extraGroups).get(instance.urn);
    const asks = said(inputOf(instance, "associatePublicIpAddress"), first?.get("associatePublicIpAddress"));
    const asksIpv6 = ["ipv6Addresses", "ipv6AddressCount"].map((key) => said(inputOf(instance, key), first?.get(key)));
    const address = said(inputOf(instance, "privateIp"));
    return {
        host,
        role: "host",
        what: host === instance ? "instance" : "group of instances",
        subnets,
        elsewhere: standing?.elsewhere ?? [],
        groups: joinGroups([groups && !isNone(groups) ? groups : ownDefault(subnets), ...(more ? [more] : [])]),
        isUnfiltered: false,
        publicIpv4: any(
            asks ? isTrue(asks, false) : any(...subnets.map(({ givesPublicIpv4 }) => givesPublicIpv4)),
            hasElasticIp(stack, instance),
        ),
        hasIpv6: any(
            ...asksIpv6.map((at) => (at === undefined || at.number() === 0 ? no : filled(at))),
            ...subnets.map(({ givesIpv6 }) => givesIpv6),
        ),
        ...(address && host === instance && { addresses: blocksAt(address) }),
    };
}

/** An interface of its own is given no public address by its subnet. */
function ofInterface(stack: Stack, host: Resource, one: Resource): NetworkInterface {
    const standing = namedSubnets(stack, one, [one.root.get("subnetId")]);
    const subnets = standing?.subnets ?? [];
    const given = inputOf(one, "securityGroups");
    const more = stack.once(launched, extraGroups).get(one.urn);
    const groups = given.state === "absent" ? ownDefault(subnets) : groupsAt(stack, one, given);
    const addresses = ["privateIp", "privateIps", "ipv6Addresses"]
        .map((key) => inputOf(one, key))
        .filter(({ state }) => state !== "absent");
    return {
        host,
        own: one,
        role: "host",
        what: "instance",
        subnets,
        elsewhere: standing?.elsewhere ?? [],
        groups: joinGroups([groups, ...(more ? [more] : [])]),
        isUnfiltered: false,
        publicIpv4: hasElasticIp(stack, one),
        hasIpv6: any(
            ...["ipv6Addresses", "ipv6AddressCount"].map((key) => {
                const at = inputOf(one, key);
                return at.number() === 0 ? no : filled(at);
            }),
            ...subnets.map(({ givesIpv6 }) => givesIpv6),
        ),
        ...(addresses.length > 0 && { addresses: joinAddresses(addresses.map((at) => blocksAt(at))) }),
    };
}

function ofGroup(stack: Stack, group: Resource): readonly NetworkInterface[] {
    const { configuration, template } = launching(stack, group);
    const base = configuration ?? template;
    if (!base) return [];
    return [launched(stack, group, base, template, group.root.get("vpcZoneIdentifiers"))];
}

function launching(stack: Stack, group: Resource): { configuration?: Resource; template?: Resource } {
    const at = group.root.get("launchConfiguration");
    const configuration = linked(stack.link<unknown>(group, at, Ec2LaunchConfiguration));
    const template = templateOf(stack, group, "launchTemplate") ?? mixedTemplate(stack, group, MIXED);
    return { ...(configuration && { configuration }), ...(template && { template }) };
}

const MIXED = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification";

/** What an instance, or a group of them, is launched from: of this stack, and whether of another one. */
export function launchedFrom(
    stack: Stack,
    host: Resource,
): { readonly from: readonly Resource[]; readonly isElsewhere: boolean } {
    const { configuration, template } = launching(stack, host);
    const from = [configuration, template].flatMap((one) => one ?? []);
    const named = ["launchConfiguration", "launchTemplate", MIXED].some(
        (path) => inputOf(host, path).state !== "absent",
    );
    return { from, isElsewhere: named && from.length === 0 };
}

function mixedTemplate(stack: Stack, group: Resource, path: string): Resource | undefined {
    const specification = group.root.down(path);
    const ways = ["launchTemplateId", "launchTemplateName"].map((key) => specification.get(key));
    for (const at of ways) {
        const template = linked(stack.link<unknown>(group, at, Ec2LaunchTemplate));
        if (template) return template;
    }
    return undefined;
}

/** By instance, interfaces that are attached to it later. */
function attachments(stack: Stack): ReadonlyMap<string, readonly Resource[]> {
    return grouped([
        ...stack
            .ofType(Ec2NetworkInterfaceAttachment)
            .flatMap((one) =>
                possible(stack.link<unknown>(one, one.root.get("networkInterfaceId"), Ec2NetworkInterface)).map(
                    (found) => [found, keysOf(stack, one, one.root.get("instanceId"), INSTANCES)] as const,
                ),
            ),
        ...stack
            .ofType(Ec2NetworkInterface)
            .flatMap((one) =>
                valuesAt(one.root, "attachments[].instance").map(
                    (at) => [one as Resource, keysOf(stack, one, at, INSTANCES)] as const,
                ),
            ),
    ]);
}

function keysOf(stack: Stack, holder: Resource, at: Value, types: readonly ResourceType[]): readonly string[] {
    return possible(stack.link<unknown>(holder, at, ...types)).map(({ urn }) => urn);
}

/** By instance or interface, groups that are attached to it later. */
function extraGroups(stack: Stack): ReadonlyMap<string, NamedGroups> {
    const found = new Map<string, NamedGroups>();
    for (const one of stack.ofType(Ec2NetworkInterfaceSecurityGroupAttachment)) {
        const groups = groupsAt(stack, one, one.root.get("securityGroupId"));
        for (const key of keysOf(stack, one, one.root.get("networkInterfaceId"), [Ec2NetworkInterface, ...INSTANCES]))
            found.set(key, joinGroups([...(found.has(key) ? [found.get(key) as NamedGroups] : []), groups]));
    }
    return found;
}

function hasElasticIp(stack: Stack, holder: Resource): Answer {
    return stack.once(hasElasticIp, elasticIps).has(holder.urn) ? yes : no;
}

/** The instances and interfaces that have an Elastic IP. */
function elasticIps(stack: Stack): ReadonlySet<string> {
    const types = [Ec2NetworkInterface, ...INSTANCES];
    const found = new Set<string>();
    for (const [type, paths] of [
        [Ec2Eip, ["instance", "networkInterface"]],
        [Ec2EipAssociation, ["instanceId", "networkInterfaceId"]],
    ] as const) {
        for (const one of stack.ofType<unknown>(type))
            for (const path of paths) for (const key of keysOf(stack, one, inputOf(one, path), types)) found.add(key);
    }
    return found;
}
