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
import { blocks, cidrsOf, EVERY_PORT, type Span } from "../../network";
import { isTrue, type Value } from "../../values";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { possible } from "../link";
import { inputOf, type Resource } from "../resource";
import type { Stack } from "../stack";
import { type NetworkInterface, networkInterfaces } from "./interfaces";

/** What a load balancer, or a proxy, does with what comes to one of its ports. */
export interface Forwarding {
    /** The listener, or what says so. */
    readonly resource: Resource;
    readonly protocols: readonly Span[];
    /** On which port it listens; all of them where that is unknown, with the place that would tell. */
    readonly ports: Span;
    readonly awaits: readonly string[];
    readonly targets: readonly ForwardTarget[];
}

export interface ForwardTarget {
    readonly host: Resource;
    /** The one of its interfaces whose address is registered; absent: its first. */
    readonly at?: NetworkInterface;
    /** Absent: unknown. */
    readonly port?: number;
    /** Does the target see the client's address instead of the balancer's? */
    readonly keepsClient: boolean;
}

const LISTENERS: readonly ResourceType[] = [Listener, AlbListener];
const RULES: readonly ResourceType[] = [ListenerRule, AlbListenerRule];
const BALANCERS: readonly ResourceType[] = [LoadBalancer, AlbLoadBalancer];
const GROUPS: readonly ResourceType[] = [TargetGroup, AlbTargetGroup];
const ATTACHMENTS: readonly ResourceType[] = [TargetGroupAttachment, AlbTargetGroupAttachment];
const TARGETS: readonly ResourceType[] = [Ec2Instance, LambdaFunction, ...BALANCERS];
const TCP: Span = { from: 6, to: 6 };
const UDP: Span = { from: 17, to: 17 };

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

function linkedTo(stack: Stack, holder: Resource, at: Value, types: readonly ResourceType[]): readonly Resource[] {
    return possible(stack.link<unknown>(holder, at, ...types));
}

function* ofListeners(stack: Stack): Iterable<Owned> {
    const members = groupMembers(stack);
    const rules = grouped(
        stack
            .ofType<unknown>(...RULES)
            .map((rule) => [rule, linkedTo(stack, rule, rule.root.get("listenerArn"), LISTENERS)] as const),
    );
    for (const listener of stack.ofType<unknown>(...LISTENERS)) {
        const owners = linkedTo(stack, listener, listener.root.get("loadBalancerArn"), BALANCERS);
        const groups = [
            ...targetGroups(stack, listener, "defaultActions[]"),
            ...(rules.get(listener) ?? []).flatMap((rule) => targetGroups(stack, rule, "actions[]")),
        ];
        const port = inputOf(listener, "port");
        const isNetwork = owners.some(({ root }) => root.get("loadBalancerType").text() === "network");
        const targets = [...new Set(groups)].flatMap((group) =>
            (members.get(group) ?? []).map((target) => ({
                ...target,
                keepsClient: isNetwork && keepsClient(group),
            })),
        );
        yield [
            {
                resource: listener,
                protocols: protocolsOfListener(inputOf(listener, "protocol")),
                ports: listenedPorts(port),
                awaits: port.state === "unknown" ? [port.place] : [],
                targets,
            },
            owners.map(({ urn }) => urn),
        ];
    }
}

function listenedPorts(port: Value): Span {
    const number = port.number();
    return number === undefined ? EVERY_PORT : { from: number, to: number };
}

function protocolsOfListener(protocol: Value): readonly Span[] {
    const text = protocol.text() ?? "";
    if (text === "UDP" || text === "QUIC") return [UDP];
    return text === "TCP_UDP" || text === "TCP_QUIC" ? [TCP, UDP] : [TCP];
}

/** Targets by address see the balancer's over TCP, those by instance the client's, unless the group says otherwise. */
function keepsClient(group: Resource): boolean {
    const isByAddress = group.root.get("targetType").text() === "ip";
    const isTcp = ["TCP", "TLS"].includes(group.root.get("protocol").text() ?? "");
    return isTrue(inputOf(group, "preserveClientIp"), !(isByAddress && isTcp)).is === "yes";
}

function targetGroups(stack: Stack, holder: Resource, actions: string): readonly Resource[] {
    return [`${actions}.targetGroupArn`, `${actions}.forward.targetGroups[].arn`]
        .flatMap((path) => valuesAt(holder.root, path))
        .flatMap((at) => linkedTo(stack, holder, at, GROUPS));
}

type Member = Omit<ForwardTarget, "keepsClient">;

/** By target group, who is registered with it. */
function groupMembers(stack: Stack): ReadonlyMap<Resource, readonly Member[]> {
    const portOf = (group: Resource, own: Value): Pick<Member, "port"> => {
        const port = own.number() ?? group.root.get("port").number();
        return port === undefined ? {} : { port };
    };
    const pairs: (readonly [Member, readonly Resource[]])[] = [];
    const give = (
        holder: Resource,
        at: Value,
        hosts: readonly Pick<Member, "host" | "at">[],
        own: (group: Resource) => Value,
    ) => {
        for (const group of linkedTo(stack, holder, at, GROUPS))
            for (const host of hosts) pairs.push([{ ...host, ...portOf(group, own(group)) }, [group]]);
    };
    for (const one of stack.ofType<unknown>(...ATTACHMENTS)) {
        const hosts = targetsAt(stack, one, one.root.get("targetId"));
        give(one, one.root.get("targetGroupArn"), hosts, () => one.root.get("port"));
    }
    for (const service of stack.ofType(EcsService))
        for (const block of service.root.get("loadBalancers").items() as readonly Value[])
            give(service, block.get("targetGroupArn"), [{ host: service }], () => block.get("containerPort"));
    for (const group of stack.ofType(AutoScalingGroup))
        for (const at of valuesAt(group.root, "targetGroupArns[]"))
            give(group, at, [{ host: group }], (one) => one.root.get("port"));
    for (const one of stack.ofType(AutoScalingAttachment))
        give(
            one,
            one.root.get("lbTargetGroupArn"),
            linkedTo(stack, one, one.root.get("autoscalingGroupName"), [AutoScalingGroup]).map((host) => ({ host })),
            (group) => group.root.get("port"),
        );
    return grouped(pairs);
}

/** A target by its id, or by one of its addresses. */
function targetsAt(stack: Stack, holder: Resource, at: Value): readonly Pick<ForwardTarget, "host" | "at">[] {
    const [address] = cidrsOf(blocks(at.text() ?? ""));
    const byAddress = address === undefined ? [] : (stack.once(targetsAt, interfacesByAddress).get(address) ?? []);
    if (byAddress.length > 0) return byAddress.map((one) => ({ host: one.host, at: one }));
    return linkedTo(stack, holder, at, TARGETS).map((host) => ({ host }));
}

/** By an address that the program gives, as a block. */
function interfacesByAddress(stack: Stack): ReadonlyMap<string, readonly NetworkInterface[]> {
    return grouped(
        networkInterfaces(stack).map((one) => [one, one.addresses ? cidrsOf(one.addresses.certain) : []] as const),
    );
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
                    protocols: [TCP],
                    ports: listenedPorts(port),
                    awaits: port.state === "unknown" ? [port.place] : [],
                    targets: hosts.map((host) => ({
                        host,
                        ...(own !== undefined && { port: own }),
                        keepsClient: false,
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
                protocols: [TCP],
                ports: EVERY_PORT,
                awaits: [],
                targets: databases.map((host) => ({ host, keepsClient: false })),
            },
            proxies.map(({ urn }) => urn),
        ];
    }
}
