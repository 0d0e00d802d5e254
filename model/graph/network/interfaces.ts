import {
    AlbLoadBalancer,
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
    type NetworkPlacement,
    type NetworkRole,
    networkPlacements,
    PORT_INPUTS,
    placedTypes,
    type ResourceType,
    templatesOf,
    valuesAt,
} from "../../aws";
import { type Answer, all, any, equals, filled, isTrue, no, not, undecided, type Value, yes } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { blocksAt, joinAddresses, type KnownAddresses } from "./known-addresses";
import { defaultGroupOf, type GroupKey, groupsAt, joinGroups, type NamedGroups, NO_GROUPS } from "./security-groups";
import { subnets as allSubnets, impliedDefaultSubnet, type Subnet, subnetsAt } from "./subnets";

/** One network interface of a resource: where it stands, and what lets packets to it. */
export interface NetworkInterface {
    readonly host: Resource;
    readonly role: NetworkRole;
    /** In words. */
    readonly what: string;
    /** It stands in one of them, or in each. */
    readonly subnets: readonly Subnet[];
    /** What would tell in which of them it stands, or that it is this host's: nothing of it is certain. */
    readonly awaits: readonly string[];
    /** Subnets that this stack does not tell: of another stack, or unknown. */
    readonly elsewhere: readonly string[];
    /** Those of this stack that an unknown value may name besides. */
    readonly mayStandIn: readonly Subnet[];
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
    /** What would tell which of them. */
    readonly portsAwait: readonly string[];
}

/** The subnets in which an interface stands, and those in which it may, with what would tell. */
export function standsIn(
    one: NetworkInterface,
): readonly { readonly subnet: Subnet; readonly awaits: readonly string[] }[] {
    return [
        ...one.subnets.map((subnet) => ({ subnet, awaits: one.awaits })),
        ...one.mayStandIn.map((subnet) => ({ subnet, awaits: [...one.awaits, ...one.elsewhere] })),
    ];
}

export const INSTANCES: readonly ResourceType[] = [Ec2Instance, Ec2SpotInstanceRequest];

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

/** By what has them. */
export const interfacesByHost = fact(
    [networkInterfaces],
    (stack): ReadonlyMap<Resource, readonly NetworkInterface[]> =>
        grouped(networkInterfaces(stack).map((one) => [one, [one.host]] as const)),
);

/** By group, the interfaces that have it, or may. */
export const interfacesByGroup = fact(
    [networkInterfaces],
    (stack): ReadonlyMap<GroupKey, readonly NetworkInterface[]> =>
        grouped(networkInterfaces(stack).map((one) => [one, one.groups.possible] as const)),
);

function ofPlacement(stack: Stack, resource: Resource): readonly NetworkInterface[] {
    const placement = networkPlacements.get(resource.type);
    if (!placement) return [];
    const { root } = resource;
    const owner = placement.of && linked(stack.link<unknown>(resource, root.get(placement.of.path), placement.of.type));
    const ownerPlacement = owner && networkPlacements.get(owner.type);
    const own =
        standingOf(stack, resource, placement) ?? (owner && ownerPlacement && standingOf(stack, owner, ownerPlacement));
    if (!own && placement.isOptional) return [];
    const groupsIn = (holder: Resource, paths: readonly string[]) =>
        joinGroups(paths.flatMap((path) => valuesAt(holder.root, path).map((at) => groupsAt(stack, holder, at))));
    const given = joinGroups([
        groupsIn(resource, placement.groups),
        ...(owner && ownerPlacement ? [groupsIn(owner, ownerPlacement.groups)] : []),
    ]);
    const standing = own ?? inDefault(stack);
    const isUnfiltered = isNone(given) ? isNetworkBalancer(resource) : no;
    return [
        {
            host: resource,
            role: placement.role,
            what: placement.what,
            ...standing,
            groups: isNone(given) ? groupsOfNone(standing, isUnfiltered) : given,
            isUnfiltered: isUnfiltered.is === "yes",
            publicIpv4: all(
                placement.isPublic(root),
                not(equals(inputOf(resource, "ipAddressType"), ONLY_IPV6_IN_PUBLIC)),
            ),
            hasIpv6: all(isDualStack(resource), placement.isPublic(root)),
            ...portsOf(resource, placement),
        },
    ];
}

/** What a network load balancer is without groups, any other thing is with its VPC's own. */
function groupsOfNone(standing: Standing, isUnfiltered: Answer): NamedGroups {
    if (isUnfiltered.is === "yes") return NO_GROUPS;
    const own = ownDefault(standing);
    // Any group at all lets through what no group does at most.
    return isUnfiltered.is === "no" ? own : { ...own, certain: [], isAny: true, awaits: isUnfiltered.awaits };
}

function isNetworkBalancer(resource: Resource): Answer {
    if (resource.type !== LoadBalancer.token && resource.type !== AlbLoadBalancer.token) return no;
    return equals(inputOf(resource, "loadBalancerType"), "network");
}

const ONLY_IPV6_IN_PUBLIC = "dualstack-without-public-ipv4";

function isDualStack(resource: Resource): Answer {
    return equals(inputOf(resource, "ipAddressType"), "dualstack", ONLY_IPV6_IN_PUBLIC);
}

function portsOf(
    resource: Resource,
    { ports }: Pick<NetworkPlacement, "ports">,
): Pick<NetworkInterface, "ports" | "portsAwait"> {
    if (!ports) return { portsAwait: [] };
    const open = PORT_INPUTS.map((path) => inputOf(resource, path)).filter(({ state }) => state === "unknown");
    const portsAwait = open.map(({ place }) => place);
    return open.some(({ path }) => path === "port") ? { portsAwait } : { ports: ports(resource.root), portsAwait };
}

function isNone({ possible: most, isAny }: NamedGroups): boolean {
    return most.length === 0 && !isAny;
}

function ownDefault({ subnets, mayStandIn, awaits, elsewhere }: Standing): NamedGroups {
    const keys = [
        ...new Set([...subnets, ...mayStandIn].map(({ vpcResource }): GroupKey => defaultGroupOf(vpcResource))),
    ];
    const isOne = keys.length === 1 && (subnets.length > 0 || elsewhere.length === 0);
    return { certain: isOne ? keys : [], possible: keys, isAny: false, awaits: isOne ? [] : [...awaits, ...elsewhere] };
}

type Standing = Pick<NetworkInterface, "subnets" | "awaits" | "elsewhere" | "mayStandIn">;

const NOWHERE: Standing = { subnets: [], awaits: [], elsewhere: [], mayStandIn: [] };

function inDefault(stack: Stack): Standing {
    return { subnets: [impliedDefaultSubnet(stack)], awaits: [], elsewhere: [], mayStandIn: [] };
}

/** The subnets that a resource names, itself or by its subnet group; undefined where it names none. */
function standingOf(
    stack: Stack,
    resource: Resource,
    { subnets, subnetGroup }: { subnets: readonly string[]; subnetGroup?: { path: string; type: ResourceType } },
): Standing | undefined {
    if (!subnetGroup) {
        const ids = subnets.flatMap((path) => valuesAt(resource.root, path));
        return namedSubnets(stack, resource, ids, !subnets.some((path) => path.endsWith("[]")));
    }
    const at = inputOf(resource, subnetGroup.path);
    if (at.state === "absent") return undefined;
    const link = stack.link<unknown>(resource, at, subnetGroup.type);
    const group = linked(link);
    if (group) return namedSubnets(stack, group, valuesAt(group.root, "subnetIds[]"), false);
    // A name that is known may be that of a group whose own is not.
    const isNamed = link.kind === "outside" && !stack.ofType<unknown>(subnetGroup.type).some(hasUnknownName);
    const isOpen = link.kind !== "absent" && !isNamed;
    return {
        subnets: [],
        awaits: [],
        elsewhere: [at.place],
        mayStandIn: isOpen ? [...allSubnets(stack).values()] : [],
    };
}

function hasUnknownName(resource: Resource): boolean {
    return inputOf(resource, "name").state === "unknown";
}

/** `isOne`: an id of one subnet, not a list of which several dependencies are the elements. */
function namedSubnets(stack: Stack, holder: Resource, ids: readonly Value[], isOne: boolean): Standing | undefined {
    const given = ids.filter(({ state }) => state !== "absent");
    if (given.length === 0) return undefined;
    const found = given.map((id) => subnetsAt(stack, holder, id));
    const isOpen = found.some(({ awaits }) => awaits.length > 0);
    return {
        subnets: [...new Map(found.flatMap(({ subnets }) => subnets.map((one) => [one.key, one] as const))).values()],
        awaits: isOne ? found.flatMap(({ candidates }) => candidates) : [],
        elsewhere: found.flatMap(({ awaits, outside }, index) => [
            ...awaits,
            ...(outside ? [given[index]?.place ?? ""] : []),
        ]),
        mayStandIn: isOpen ? [...allSubnets(stack).values()] : [],
    };
}

/** The first of the places that says something. */
function said(...places: readonly (Value | undefined)[]): Value | undefined {
    return places.find((at) => at !== undefined && at.state !== "absent");
}

function ofInstance(stack: Stack, instance: Resource): readonly NetworkInterface[] {
    const { root } = instance;
    const { template } = launching(stack, instance);
    const named = [
        ...valuesAt(root, "networkInterfaces[].networkInterfaceId"),
        root.down("primaryNetworkInterface.networkInterfaceId"),
    ];
    const attached = stack.once(ofInstance, attachments).get(instance.urn) ?? [];
    const own = named.flatMap((at) => possible(stack.link<unknown>(instance, at, Ec2NetworkInterface)));
    const interfaces = [
        ...[...new Set(own)].map((one) => ofInterface(stack, instance, one)),
        ...attached
            .filter(({ one }) => !own.includes(one))
            .map(({ one, awaits }) => {
                const found = ofInterface(stack, instance, one);
                return { ...found, awaits: [...found.awaits, ...awaits] };
            }),
    ];
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
    const ids = subnetIds.state === "known" ? (subnetIds.items() as readonly Value[]) : [subnetIds];
    const standing =
        namedSubnets(stack, host, ids, host === instance) ??
        (template && first && namedSubnets(stack, template, [first.get("subnetId")], true)) ??
        inDefault(stack);
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
        ...standing,
        portsAwait: [],
        groups: joinGroups([groups && !isNone(groups) ? groups : ownDefault(standing), ...(more ? [more] : [])]),
        isUnfiltered: false,
        publicIpv4: any(
            asks ? isTrue(asks, false) : anyGives(standing, ({ givesPublicIpv4 }) => givesPublicIpv4),
            hasElasticIp(stack, instance),
        ),
        hasIpv6: any(
            ...asksIpv6.map((at) => (at === undefined ? no : asksFor(at))),
            anyGives(standing, ({ givesIpv6 }) => givesIpv6),
        ),
        ...(address && host === instance && { addresses: blocksAt(address) }),
    };
}

/** Does one of the subnets give it? */
function anyGives({ subnets, mayStandIn, elsewhere }: Standing, gives: (subnet: Subnet) => Answer): Answer {
    const perhaps = mayStandIn.some((subnet) => gives(subnet).is !== "no");
    return any(...subnets.map(gives), perhaps ? undecided(...elsewhere) : no);
}

/** Addresses, or how many. Of an unknown number there may be none. */
function asksFor(at: Value): Answer {
    if (at.state === "unknown") return undecided(at.place);
    return at.number() === 0 ? no : filled(at);
}

/** An interface of its own is given no public address by its subnet. */
function ofInterface(stack: Stack, host: Resource, one: Resource): NetworkInterface {
    const standing = namedSubnets(stack, one, [one.root.get("subnetId")], true) ?? NOWHERE;
    const given = inputOf(one, "securityGroups");
    const more = stack.once(launched, extraGroups).get(one.urn);
    const groups = given.state === "absent" ? ownDefault(standing) : groupsAt(stack, one, given);
    const addresses = ["privateIp", "privateIps", "ipv6Addresses"]
        .map((key) => inputOf(one, key))
        .filter(({ state }) => state !== "absent");
    return {
        host,
        own: one,
        role: "host",
        what: "instance",
        ...standing,
        portsAwait: [],
        groups: joinGroups([groups, ...(more ? [more] : [])]),
        isUnfiltered: false,
        publicIpv4: hasElasticIp(stack, one),
        hasIpv6: any(
            ...["ipv6Addresses", "ipv6AddressCount"].map((key) => asksFor(inputOf(one, key))),
            anyGives(standing, ({ givesIpv6 }) => givesIpv6),
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

/** What an instance, or a group of them, is launched from: the first of each that it names. */
function launching(stack: Stack, host: Resource): { configuration?: Resource; template?: Resource } {
    const named = templatesOf(host.type, host.root);
    const first = (type: ResourceType) => named.flatMap((at) => linked(stack.link<unknown>(host, at, type)) ?? [])[0];
    const [configuration, template] = [first(Ec2LaunchConfiguration), first(Ec2LaunchTemplate)];
    return { ...(configuration && { configuration }), ...(template && { template }) };
}

/** The same, and whether it is of another stack. */
export function launchedFrom(
    stack: Stack,
    host: Resource,
): { readonly from: readonly Resource[]; readonly isElsewhere: boolean } {
    const { configuration, template } = launching(stack, host);
    const from = [configuration, template].flatMap((one) => one ?? []);
    const isNamed = templatesOf(host.type, host.root).some(({ path }) => inputOf(host, path).state !== "absent");
    return { from, isElsewhere: isNamed && from.length === 0 };
}

interface Attached {
    readonly one: Resource;
    /** What would tell that it is this interface, and this instance. */
    readonly awaits: readonly string[];
}

/** By instance, interfaces that are attached to it later. */
function attachments(stack: Stack): ReadonlyMap<string, readonly Attached[]> {
    const pairs: (readonly [Attached, readonly string[]])[] = [];
    const give = (interfaces: readonly Resource[], waits: readonly string[], holder: Resource, at: Value) => {
        const link = stack.link<unknown>(holder, at, ...INSTANCES);
        const awaits = link.kind === "candidates" ? [...waits, link.awaits] : waits;
        for (const one of interfaces) pairs.push([{ one, awaits }, possible(link).map(({ urn }) => urn)]);
    };
    for (const one of stack.ofType(Ec2NetworkInterfaceAttachment)) {
        const link = stack.link<unknown>(one, one.root.get("networkInterfaceId"), Ec2NetworkInterface);
        const awaits = link.kind === "candidates" ? [link.awaits] : [];
        give(possible(link), awaits, one, one.root.get("instanceId"));
    }
    for (const one of stack.ofType(Ec2NetworkInterface))
        for (const at of valuesAt(one.root, "attachments[].instance")) give([one], [], one, at);
    return grouped(pairs);
}

/** By instance or interface, groups that are attached to it later. */
function extraGroups(stack: Stack): ReadonlyMap<string, NamedGroups> {
    const found = new Map<string, NamedGroups>();
    for (const one of stack.ofType(Ec2NetworkInterfaceSecurityGroupAttachment)) {
        const at = one.root.get("networkInterfaceId");
        const link = stack.link<unknown>(one, at, Ec2NetworkInterface, ...INSTANCES);
        const own = groupsAt(stack, one, one.root.get("securityGroupId"));
        const groups = link.kind === "candidates" ? { ...own, certain: [], awaits: [...own.awaits, link.awaits] } : own;
        for (const { urn } of possible(link))
            found.set(urn, joinGroups([...(found.has(urn) ? [found.get(urn) as NamedGroups] : []), groups]));
    }
    return found;
}

function hasElasticIp(stack: Stack, holder: Resource): Answer {
    const { holders, perhaps, anywhere } = stack.once(hasElasticIp, elasticIps);
    if (holders.has(holder.urn)) return yes;
    const awaits = [...(perhaps.get(holder.urn) ?? []), ...anywhere];
    return awaits.length === 0 ? no : undecided(...awaits);
}

interface ElasticIps {
    /** By URN: the instances and interfaces that have one; those that may, with what would tell. */
    readonly holders: ReadonlySet<string>;
    readonly perhaps: ReadonlyMap<string, readonly string[]>;
    /** Places that may name any. */
    readonly anywhere: readonly string[];
}

function elasticIps(stack: Stack): ElasticIps {
    const types = [Ec2NetworkInterface, ...INSTANCES];
    const holders = new Set<string>();
    const anywhere: string[] = [];
    const open: (readonly [string, readonly string[]])[] = [];
    for (const [type, paths] of [
        [Ec2Eip, ["instance", "networkInterface"]],
        [Ec2EipAssociation, ["instanceId", "networkInterfaceId"]],
    ] as const) {
        for (const one of stack.ofType<unknown>(type))
            for (const path of paths) {
                const link = stack.link<unknown>(one, inputOf(one, path), ...types);
                if (link.kind === "found") holders.add(link.resource.urn);
                if (link.kind === "candidates") open.push([link.awaits, link.resources.map(({ urn }) => urn)]);
                if (link.kind === "unknown") anywhere.push(link.awaits);
            }
    }
    return { holders, perhaps: grouped(open), anywhere };
}
