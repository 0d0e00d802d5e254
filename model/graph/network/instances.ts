import {
    Ec2NetworkInterface,
    Ec2NetworkInterfaceAttachment,
    Ec2NetworkInterfaceSecurityGroupAttachment,
    valuesAt,
} from "../../aws";
import { type Answer, any, filled, isTrue, no, undecided, type Value } from "../../values";
import { grouped } from "../grouped";
import { linked, possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { hasElasticIp } from "./elastic-ips";
import { blocksAt, joinAddresses } from "./known-addresses";
import { INSTANCES, launching } from "./launching";
import type { NetworkInterface } from "./network-interface";
import { groupsAt, isNone, joinGroups, type NamedGroups, NO_GROUPS } from "./security-groups";
import { anyGives, inDefault, NOWHERE, namedSubnets, ownDefault, type Standing, somewhere } from "./standing";

/** The first of the places that says something. */
function firstOf(...places: readonly (Value | undefined)[]): Value | undefined {
    return places.find((at) => at !== undefined && at.state !== "absent");
}

/** The interfaces of an instance. */
export function ofInstance(stack: Stack, instance: Resource): readonly NetworkInterface[] {
    const { root } = instance;
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
    const { template, elsewhere } = launching(stack, instance);
    const launch = { host: instance, said: instance, template, elsewhere, subnetIds: inputOf(instance, "subnetId") };
    return [...launched(stack, launch), ...interfaces];
}

/** Those of a group of instances. */
export function ofGroup(stack: Stack, group: Resource): readonly NetworkInterface[] {
    const { configuration, template, elsewhere } = launching(stack, group);
    const said = configuration ?? template;
    if (!said && elsewhere === undefined) return [];
    return launched(stack, { host: group, said, template, elsewhere, subnetIds: group.root.get("vpcZoneIdentifiers") });
}

/** What is launched, and by what it is told how. */
interface Launch {
    readonly host: Resource;
    /** What says something before the template does: the instance, or its configuration. */
    readonly said: Resource | undefined;
    readonly template: Resource | undefined;
    /** Where a template of another stack is named. */
    readonly elsewhere: string | undefined;
    readonly subnetIds: Value;
}

/** The interfaces that are made with an instance: one, or as many as its template lists. */
function launched(stack: Stack, launch: Launch): readonly NetworkInterface[] {
    const { host, template } = launch;
    const listed = (template?.root.get("networkInterfaces").items() ?? []) as readonly Value[];
    const first = listed.find((one) => one.get("deviceIndex").number() === 0) ?? listed[0];
    const standing = standingOf(stack, launch, first);
    const others = listed.filter((one) => one !== first);
    if (!template) return [atLaunch(stack, launch, standing, first)];
    return [first, ...others].flatMap((one): readonly NetworkInterface[] => {
        const named = one?.get("networkInterfaceId");
        const made = named && linked(stack.link(template, named, Ec2NetworkInterface));
        if (made) return [ofInterface(stack, host, made)];
        return one === undefined || one === first
            ? [atLaunch(stack, launch, standing, first)]
            : [besides(stack, launch, standing, one)];
    });
}

function standingOf(stack: Stack, { host, said, template, elsewhere, subnetIds }: Launch, first?: Value): Standing {
    const ids = subnetIds.state === "known" ? (subnetIds.items() as readonly Value[]) : [subnetIds];
    return (
        namedSubnets(stack, host, ids, host === said) ??
        (template && first && namedSubnets(stack, template, [first.get("subnetId")], true)) ??
        (elsewhere === undefined ? inDefault(stack) : somewhere(stack, elsewhere))
    );
}

function atLaunch(stack: Stack, launch: Launch, standing: Standing, first: Value | undefined): NetworkInterface {
    const { host, said, template, elsewhere } = launch;
    const groupPlaces: readonly (readonly [Resource | undefined, Value | undefined])[] = [
        [said, said && inputOf(said, "vpcSecurityGroupIds")],
        [said, said && inputOf(said, "securityGroups")],
        [template, template && inputOf(template, "vpcSecurityGroupIds")],
        [template, first?.get("securityGroups")],
    ];
    // A list without a group names none, whoever wrote it: a default VPC takes its groups by name, beside an empty list of ids.
    const given = groupPlaces.find(([, at]) => at !== undefined && filled(at).is !== "no");
    const groups = given?.[0] && given[1] ? groupsAt(stack, given[0], given[1]) : undefined;
    const usual = elsewhere === undefined ? ownDefault(standing) : { ...NO_GROUPS, isAny: true, awaits: [elsewhere] };
    const more = said && stack.once(launched, extraGroups).get(said.urn);
    const sayings = (key: string) => firstOf(said && inputOf(said, key), first?.get(key));
    const asks = sayings("associatePublicIpAddress");
    const address = host === said ? firstOf(inputOf(said, "privateIp")) : undefined;
    return {
        ...asHost(launch),
        ...standing,
        groups: joinGroups([groups && !isNone(groups) ? groups : usual, ...(more ? [more] : [])]),
        publicIpv4: any(
            asks ? isTrue(asks, false) : anyGives(standing, ({ givesPublicIpv4 }) => givesPublicIpv4),
            !asks && elsewhere !== undefined ? undecided(elsewhere) : no,
            said ? hasElasticIp(stack, said) : no,
        ),
        hasIpv6: any(
            ...IPV6.map((key) => sayings(key)).map((at) => (at === undefined ? no : asksFor(at))),
            anyGives(standing, ({ givesIpv6 }) => givesIpv6),
        ),
        ...(address && { addresses: blocksAt(address) }),
    };
}

/** What every interface of one has. */
function asHost({ host, said }: Launch) {
    return {
        host,
        role: "host",
        what: host === said ? "instance" : "group of instances",
        portsAwait: [],
        isUnfiltered: false,
    } as const;
}

const IPV6 = ["ipv6Addresses", "ipv6AddressCount"];

/** A further interface of a template. Its subnet gives it no public address: that is the first one's, where it is alone. */
function besides(stack: Stack, launch: Launch, ofFirst: Standing, item: Value): NetworkInterface {
    const { host, template } = launch;
    const holder = template ?? host;
    const standing = namedSubnets(stack, holder, [item.get("subnetId")], true) ?? ofFirst;
    const groups = groupsAt(stack, holder, item.get("securityGroups"));
    return {
        ...asHost(launch),
        ...standing,
        groups: isNone(groups) ? ownDefault(standing) : groups,
        publicIpv4: isTrue(item.get("associatePublicIpAddress"), false),
        hasIpv6: any(
            ...IPV6.map((key) => asksFor(item.get(key))),
            anyGives(standing, ({ givesIpv6 }) => givesIpv6),
        ),
    };
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
            ...IPV6.map((key) => asksFor(inputOf(one, key))),
            anyGives(standing, ({ givesIpv6 }) => givesIpv6),
        ),
        ...(addresses.length > 0 && { addresses: joinAddresses(addresses.map((at) => blocksAt(at))) }),
    };
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
