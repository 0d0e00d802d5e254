import {
    AlbListener,
    AlbListenerRule,
    AlbLoadBalancer,
    AlbTargetGroup,
    AlbTargetGroupAttachment,
    AutoScalingAttachment,
    AutoScalingGroup,
    ClassicLoadBalancer,
    Ec2Instance,
    EcsService,
    LambdaFunction,
    Listener,
    ListenerRule,
    LoadBalancer,
    RdsCluster,
    RdsInstance,
    RdsProxy,
    RdsProxyTarget,
    type ResourceType,
    TargetGroup,
    TargetGroupAttachment,
    valuesAt,
} from "../../aws";
import {
    type Bounds,
    blocks,
    cidrsOf,
    EVERY_PORT,
    EVERYWHERE,
    exactly,
    packets,
    pending,
    type Span,
    TCP,
    UDP,
    unionOfTraffic,
} from "../../network";
import { type Answer, all, any, equals, isTrue, no, not, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, isGiven, type Resource } from "../resource";
import type { Stack } from "../stack";
import { networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";

/** What a load balancer, or a proxy, does with what comes to one of its ports. */
export interface Forwarding {
    /** The listener, or what says so. */
    readonly resource: Resource;
    readonly protocols: readonly Span[];
    /** On which port it listens; all of them where that is unknown. */
    readonly ports: Span;
    /** What would tell for whom it listens, on which port and by which protocol. */
    readonly awaits: readonly string[];
    readonly targets: readonly ForwardTarget[];
}

/** The packets that it takes. */
export function listensFor({ protocols, ports, awaits }: Forwarding): Bounds {
    return pending(awaits, exactly(unionOfTraffic(protocols.map((span) => packets(span, ports, EVERYWHERE)))));
}

export interface ForwardTarget {
    readonly host: Resource;
    /** The one of its interfaces whose address is registered; absent: its first. */
    readonly at?: NetworkInterface;
    /** Absent: unknown. */
    readonly port?: number;
    /** Does the target see the client's address instead of the balancer's? */
    readonly keepsClient: Answer;
    /** What would tell that it is one. */
    readonly awaits: readonly string[];
}

const LISTENERS: readonly ResourceType[] = [Listener, AlbListener];
const RULES: readonly ResourceType[] = [ListenerRule, AlbListenerRule];
const BALANCERS: readonly ResourceType[] = [LoadBalancer, AlbLoadBalancer];
const GROUPS: readonly ResourceType[] = [TargetGroup, AlbTargetGroup];
const ATTACHMENTS: readonly ResourceType[] = [TargetGroupAttachment, AlbTargetGroupAttachment];
const TARGETS: readonly ResourceType[] = [Ec2Instance, LambdaFunction, ...BALANCERS];
const OVER_TCP: Span = { from: TCP, to: TCP };
const OVER_UDP: Span = { from: UDP, to: UDP };

/** By the URN of what forwards. */
export const forwardings = fact(
    [
        networkInterfaces,
        ...LISTENERS,
        ...RULES,
        ...GROUPS,
        ...ATTACHMENTS,
        ClassicLoadBalancer,
        EcsService,
        AutoScalingGroup,
        AutoScalingAttachment,
        RdsProxyTarget,
    ],
    (stack): ReadonlyMap<string, readonly Forwarding[]> =>
        grouped([...ofListeners(stack), ...ofClassic(stack), ...ofProxies(stack)]),
);

type Owned = readonly [Forwarding, readonly string[]];

/** What a property may refer to, and what would tell that it does. */
interface Meant {
    readonly resources: readonly Resource[];
    readonly awaits: readonly string[];
}

function meantAt(stack: Stack, holder: Resource, at: Value, types: readonly ResourceType[]): Meant {
    const link = stack.link<unknown>(holder, at, ...types);
    if (link.kind === "unknown") return { resources: stack.ofType<unknown>(...types), awaits: [link.awaits] };
    return { resources: possible(link), awaits: link.kind === "candidates" ? [link.awaits] : [] };
}

function linkedTo(stack: Stack, holder: Resource, at: Value, types: readonly ResourceType[]): readonly Resource[] {
    return possible(stack.link<unknown>(holder, at, ...types));
}

function* ofListeners(stack: Stack): Iterable<Owned> {
    const members = groupMembers(stack);
    const rules = grouped(
        stack.ofType<unknown>(...RULES).map((rule) => {
            const { resources, awaits } = meantAt(stack, rule, rule.root.get("listenerArn"), LISTENERS);
            return [{ rule, awaits }, resources] as const;
        }),
    );
    for (const listener of stack.ofType<unknown>(...LISTENERS)) {
        const owners = meantAt(stack, listener, listener.root.get("loadBalancerArn"), BALANCERS);
        const groups = grouped([
            ...targetGroups(stack, listener, "defaultActions[]", []),
            ...(rules.get(listener) ?? []).flatMap(({ rule, awaits }) =>
                targetGroups(stack, rule, "actions[]", awaits),
            ),
        ]);
        const [port, protocol] = [inputOf(listener, "port"), inputOf(listener, "protocol")];
        const isNetwork = any(...owners.resources.map((one) => equals(inputOf(one, "loadBalancerType"), "network")));
        yield [
            {
                resource: listener,
                protocols: protocolsOfListener(protocol),
                ports: listenedPorts(port),
                awaits: [...owners.awaits, ...unknownPlaces(port, protocol)],
                targets: [...groups].flatMap(([group, ways]) =>
                    (members.get(group) ?? []).map((target) => ({
                        ...target,
                        keepsClient: all(isNetwork, keepsClient(group)),
                        awaits: [...target.awaits, ...surest(ways)],
                    })),
                ),
            },
            owners.resources.map(({ urn }) => urn),
        ];
    }
}

/** Of several ways to one thing, what the one that is nearest to certain waits for. */
function surest(ways: readonly (readonly string[])[]): readonly string[] {
    return ways.find((awaits) => awaits.length === 0) ?? ways.flat();
}

function unknownPlaces(...values: readonly Value[]): readonly string[] {
    return values.filter(({ state }) => state === "unknown").map(({ place }) => place);
}

function listenedPorts(port: Value): Span {
    const number = port.number();
    return number === undefined ? EVERY_PORT : { from: number, to: number };
}

function protocolsOfListener(protocol: Value): readonly Span[] {
    const text = protocol.text() ?? "";
    if (text === "UDP" || text === "QUIC") return [OVER_UDP];
    return text === "TCP_UDP" || text === "TCP_QUIC" || protocol.state === "unknown"
        ? [OVER_TCP, OVER_UDP]
        : [OVER_TCP];
}

/** Targets by address see the balancer's over TCP, those by instance the client's, unless the group says otherwise. */
function keepsClient(group: Resource): Answer {
    const own = inputOf(group, "preserveClientIp");
    if (own.state !== "absent") return isTrue(own, false);
    return not(all(equals(inputOf(group, "targetType"), "ip"), equals(inputOf(group, "protocol"), "TCP", "TLS")));
}

/** Each with what would tell that requests are handed on to it. */
function targetGroups(
    stack: Stack,
    holder: Resource,
    actions: string,
    awaits: readonly string[],
): readonly (readonly [readonly string[], readonly Resource[]])[] {
    return [`${actions}.targetGroupArn`, `${actions}.forward.targetGroups[].arn`]
        .flatMap((path) => valuesAt(holder.root, path))
        .filter(({ state }) => state !== "absent")
        .map((at) => {
            const meant = meantAt(stack, holder, at, GROUPS);
            return [[...awaits, ...meant.awaits], meant.resources] as const;
        });
}

type Member = Omit<ForwardTarget, "keepsClient">;

/** By target group, who is registered with it. */
function groupMembers(stack: Stack): ReadonlyMap<Resource, readonly Member[]> {
    /** Its own port, else the group's; an unknown one may be any. */
    const portOf = (group: Resource, own: Value): Pick<Member, "port"> => {
        const at = own.state === "absent" ? inputOf(group, "port") : own;
        const port = at.number();
        return port === undefined ? {} : { port };
    };
    const pairs: (readonly [Member, readonly Resource[]])[] = [];
    const give = (
        holder: Resource,
        at: Value,
        hosts: readonly Pick<Member, "host" | "at" | "awaits">[],
        own: (group: Resource) => Value,
    ) => {
        const { resources, awaits } = meantAt(stack, holder, at, GROUPS);
        for (const group of resources)
            for (const host of hosts)
                pairs.push([{ ...host, ...portOf(group, own(group)), awaits: [...host.awaits, ...awaits] }, [group]]);
    };
    for (const one of stack.ofType<unknown>(...ATTACHMENTS)) {
        const hosts = targetsAt(stack, one, one.root.get("targetId"));
        give(one, one.root.get("targetGroupArn"), hosts, () => inputOf(one, "port"));
    }
    for (const service of stack.ofType(EcsService))
        for (const block of valuesAt(service.root, "loadBalancers[]"))
            give(service, block.get("targetGroupArn"), [{ host: service, awaits: [] }], () =>
                block.get("containerPort"),
            );
    for (const group of stack.ofType(AutoScalingGroup))
        for (const at of valuesAt(group.root, "targetGroupArns[]"))
            if (at.state !== "unknown" || isGiven(group, "targetGroupArns"))
                give(group, at, [{ host: group, awaits: [] }], (one) => inputOf(one, "port"));
    for (const one of stack.ofType(AutoScalingAttachment)) {
        const at = inputOf(one, "lbTargetGroupArn");
        const { resources, awaits } = meantAt(stack, one, one.root.get("autoscalingGroupName"), [AutoScalingGroup]);
        const hosts = resources.map((host) => ({ host, awaits }));
        if (at.state !== "absent") give(one, at, hosts, (group) => inputOf(group, "port"));
    }
    return grouped(pairs);
}

/** A target by its id, or by one of its addresses. */
function targetsAt(
    stack: Stack,
    holder: Resource,
    at: Value,
): readonly Pick<ForwardTarget, "host" | "at" | "awaits">[] {
    const [address] = cidrsOf(blocks(at.text() ?? ""));
    if (address !== undefined) {
        const { byAddress, open } = stack.once(targetsAt, interfacesByAddress);
        const known = byAddress.get(address) ?? [];
        if (known.length > 0) return known.map((one) => ({ host: one.host, at: one, awaits: [] }));
        return open.map((one) => ({ host: one.host, at: one, awaits: one.addresses?.awaits ?? [] }));
    }
    const link = stack.link<unknown>(holder, at, ...TARGETS);
    // It may be the address of anything.
    if (link.kind === "unknown")
        return networkInterfaces(stack).map((one) => ({ host: one.host, at: one, awaits: [link.awaits] }));
    const awaits = link.kind === "candidates" ? [link.awaits] : [];
    return possible(link).map((host) => ({ host, awaits }));
}

interface ByAddress {
    /** By an address that the program gives, as a block. */
    readonly byAddress: ReadonlyMap<string, readonly NetworkInterface[]>;
    /** Those whose own is given, and unknown. */
    readonly open: readonly NetworkInterface[];
}

function interfacesByAddress(stack: Stack): ByAddress {
    const all = networkInterfaces(stack);
    return {
        byAddress: grouped(all.map((one) => [one, one.addresses ? cidrsOf(one.addresses.certain) : []] as const)),
        open: all.filter(({ addresses }) => (addresses?.awaits.length ?? 0) > 0),
    };
}

function* ofClassic(stack: Stack): Iterable<Owned> {
    for (const balancer of stack.ofType(ClassicLoadBalancer)) {
        const hosts = valuesAt(balancer.root, "instances[]").flatMap((at) =>
            linkedTo(stack, balancer, at, [Ec2Instance]),
        );
        for (const item of balancer.root.get("listeners").items() as readonly Value[]) {
            const port = item.get("lbPort");
            const own = item.get("instancePort").number();
            yield [
                {
                    resource: balancer,
                    protocols: [OVER_TCP],
                    ports: listenedPorts(port),
                    awaits: port.state === "unknown" ? [port.place] : [],
                    targets: hosts.map((host) => ({
                        host,
                        ...(own !== undefined && { port: own }),
                        keepsClient: no,
                        awaits: [],
                    })),
                },
                [balancer.urn],
            ];
        }
    }
}

function* ofProxies(stack: Stack): Iterable<Owned> {
    for (const target of stack.ofType(RdsProxyTarget)) {
        const databases = (["dbInstanceIdentifier", "dbClusterIdentifier"] as const).flatMap((key) =>
            linkedTo(stack, target, inputOf(target, key), [key === "dbInstanceIdentifier" ? RdsInstance : RdsCluster]),
        );
        const proxies = linkedTo(stack, target, target.root.get("dbProxyName"), [RdsProxy]);
        yield [
            {
                resource: target,
                protocols: [OVER_TCP],
                ports: EVERY_PORT,
                awaits: [],
                targets: databases.map((host) => ({ host, keepsClient: no, awaits: [] })),
            },
            proxies.map(({ urn }) => urn),
        ];
    }
}
