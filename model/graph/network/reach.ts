import { type Bounds, eitherOf, endsOf, overlaps, traffic } from "../../network";
import { fact } from "../fact";
import { grouped } from "../grouped";
import { OnDemand } from "../on-demand";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { type Opener, openers } from "./admission";
import { candidates } from "./candidates";
import { between, crossing, fromInternet, kindOf, senderTo, withListeners } from "./crossing";
import { forwardings } from "./forwarding";
import { type Handed, handedFrom } from "./handing-on";
import { interfacesByHost, networkInterfaces } from "./interfaces";
import type { NetworkInterface } from "./network-interface";
import { securityGroups } from "./security-groups";

/** How packets get from one end to another, or may: from the internet, or from a resource that somebody has entered. */
export interface NetworkStep {
    readonly from: Resource | "internet";
    readonly to: Resource;
    /** Protocols and ports; of a step from the internet, with the addresses that get through. */
    readonly packets: Bounds;
    /** The rules that let it in at `to`, and where something between the two says so: a listener. */
    readonly openedBy: readonly Opener[];
}

/** What is reached over the network from some starts: each resource with the steps that lead to it, worked out when asked for. */
export interface Reached extends ReadonlyMap<Resource, readonly NetworkStep[]> {
    /** The steps to a resource, one by one. */
    into(to: Resource): Iterable<NetworkStep>;
    /** The steps from one end straight to another. */
    between(from: Start, to: Resource): readonly NetworkStep[];
    /** What comes to a resource, in all: of sources that are of one kind once. */
    packetsTo(to: Resource): readonly Bounds[];
}

/** From the internet alone. */
export const reachedFromInternet = fact(
    [networkInterfaces, securityGroups, forwardings],
    (stack): Reached => spread(stack, new Set(["internet"])),
);

/** Where a walk starts: the internet, and resources in which somebody is already. */
export type Start = "internet" | Resource;

/**
 * All that is reached over the network from some starts: what is entered, and runs code or forwards, is a next start. In a dense network
 * everybody reaches everybody, so the steps to a resource are worked out when they are asked for.
 */
export function spread(stack: Stack, starts: ReadonlySet<Start>): Reached {
    let isKnown = true;
    const most = walk(stack, starts, ({ certain, possible }) => {
        isKnown &&= certain === possible;
        return !traffic.isEmpty(possible);
    });
    // Where nothing was open the second would go the same way.
    const sure = isKnown ? most : walk(stack, starts, ({ certain }) => !traffic.isEmpty(certain));
    return new Spread(stack, starts.has("internet"), most, sure);
}

class Spread extends OnDemand<Resource, readonly NetworkStep[]> implements Reached {
    constructor(
        private readonly stack: Stack,
        private readonly isFromInternet: boolean,
        private readonly most: Walk,
        private readonly sure: Walk,
    ) {
        super(most.reached, (to) => [...this.into(to)]);
    }

    *into(to: Resource): Iterable<NetworkStep> {
        yield* this.directTo(to);
        for (const from of this.most.connecting) yield* connections(this.stack, from, to, this.sure);
        yield* handedTo(to, this.most, this.sure);
    }

    between(from: Start, to: Resource): readonly NetworkStep[] {
        if (from === "internet") return this.directTo(to);
        const connected = this.most.connecting.has(from) ? connections(this.stack, from, to, this.sure) : [];
        return [...connected, ...handedTo(to, this.most, this.sure).filter((step) => step.from === from)];
    }

    packetsTo(to: Resource): readonly Bounds[] {
        const kind = this.kindOf(to);
        const connected = this.connected.get(kind) ?? this.packetsOver(to);
        this.connected.set(kind, connected);
        const others = [...this.directTo(to), ...handedTo(to, this.most, this.sure)].map(({ packets }) => packets);
        return [...others, connected];
    }

    /** By kind: what comes to one of it from another host comes to all of it. */
    private readonly connected = new Map<string, Bounds>();

    private packetsOver(to: Resource): Bounds {
        this.mayConnect ??= this.findMayConnect();
        const byHost = interfacesByHost(this.stack);
        const sources = (this.mayConnect.get(to) ?? []).filter((from) => from !== to);
        const found = new Set<Bounds>();
        for (const other of byHost.get(to) ?? []) {
            if (other.role === "client") continue;
            // Of those that send alike one is asked.
            const asked = new Set<number>();
            for (const from of sources) {
                const isSure = this.sure.connecting.has(from);
                for (const own of byHost.get(from) ?? []) {
                    const sender = senderTo(this.stack, other, own) * 2 + Number(isSure);
                    if (asked.has(sender)) continue;
                    asked.add(sender);
                    const { packets } = crossing(this.stack, own, other);
                    found.add(isSure ? packets : { ...packets, certain: traffic.empty });
                }
            }
        }
        return eitherOf(...found);
    }

    private directTo(to: Resource): readonly NetworkStep[] {
        return this.isFromInternet ? (direct(this.stack).get(to) ?? []) : [];
    }

    /** By resource, those that may connect to it: of each kind two, for one of them may be the resource itself. */
    private mayConnect: ReadonlyMap<Resource, readonly Resource[]> | undefined;

    private findMayConnect(): ReadonlyMap<Resource, readonly Resource[]> {
        const kinds = grouped([...this.most.connecting].map((from) => [from, [this.kindOf(from)]] as const));
        const byHost = interfacesByHost(this.stack);
        return grouped(
            [...kinds.values()].flatMap((same) =>
                same.slice(0, 2).map((from) => {
                    const all = (byHost.get(from) ?? []).flatMap((one) => [...candidates(this.stack, one)]);
                    return [from, [...new Set(all.map(({ host }) => host))]] as const;
                }),
            ),
        );
    }

    private kindOf(from: Resource): string {
        const own = (interfacesByHost(this.stack).get(from) ?? []).map((one) => kindOf(this.stack, one));
        return `${this.sure.connecting.has(from)} ${own.join()}`;
    }
}

interface Walk {
    /** To which some step leads. */
    readonly reached: ReadonlySet<Resource>;
    /** Those in which somebody is, and connects from there. */
    readonly connecting: ReadonlySet<Resource>;
    /** By target and balancer, what the one hands on to the other. */
    readonly handed: ReadonlyMap<Resource, ReadonlyMap<Resource, readonly Handed[]>>;
}

/** Goes on over every step that is open. Of interfaces of one kind two tell all: what one of them reaches the others do, and the one itself. */
function walk(stack: Stack, starts: ReadonlySet<Start>, isOpen: (packets: Bounds) => boolean): Walk {
    const byHost = interfacesByHost(stack);
    const reached = new Set<Resource>();
    const connecting = new Set<Resource>();
    const handed = new Map<Resource, Map<Resource, readonly Handed[]>>();
    const queue: Resource[] = [];
    /** Forwarders that something new has come to. */
    const asked = new Set<Resource>();
    const sources: NetworkInterface[] = [];
    const seen = new Map<number, number>();
    const roleOf = (host: Resource) => byHost.get(host)?.[0]?.role;
    const enter = (host: Resource) => {
        const role = roleOf(host);
        if (role === "forwarder") asked.add(host);
        // A client is entered only where it is a start: nothing connects to it.
        if ((role !== "host" && role !== "client") || connecting.has(host)) return;
        connecting.add(host);
        queue.push(host);
    };
    const reach = (host: Resource) => {
        reached.add(host);
        enter(host);
    };
    const connect = (from: NetworkInterface) => {
        const kind = kindOf(stack, from);
        const count = seen.get(kind) ?? 0;
        if (count === 2) return;
        seen.set(kind, count + 1);
        sources.push(from);
        for (const to of candidates(stack, from)) {
            if (to.host === from.host || to.role === "client") continue;
            // More may come to what forwards; elsewhere one step is enough.
            if (to.role !== "forwarder" && reached.has(to.host)) continue;
            if (isOpen(crossing(stack, from, to).packets)) reach(to.host);
        }
    };
    const arrivedAt = (node: NetworkInterface): Bounds =>
        eitherOf(
            ...(starts.has("internet") ? [fromInternet(stack, node)] : []),
            ...sources.map((source) => between(stack, source, node)),
            ...[...(handed.get(node.host)?.values() ?? [])].flat().map(({ packets }) => packets),
        );
    /** In place of what it handed on when less had come to it. */
    const forward = (balancer: Resource) => {
        const now = handedFrom(stack, balancer, arrivedAt).filter(({ packets }) => isOpen(packets));
        for (const [to, all] of grouped(now.map((one) => [one, [one.to]] as const))) {
            const from = handed.get(to) ?? new Map<Resource, readonly Handed[]>();
            handed.set(to, from);
            if (isSame(from.get(balancer) ?? [], all)) continue;
            from.set(balancer, all);
            reach(to);
        }
    };
    if (starts.has("internet"))
        for (const [to, steps] of direct(stack)) if (steps.some(({ packets }) => isOpen(packets))) reach(to);
    for (const start of starts) if (start !== "internet") enter(start);
    for (;;) {
        const host = queue.shift();
        const [balancer] = asked;
        if (host) for (const from of byHost.get(host) ?? []) connect(from);
        else if (balancer) {
            asked.delete(balancer);
            forward(balancer);
        } else break;
    }
    return { reached, connecting, handed };
}

function isSame(one: readonly Handed[], other: readonly Handed[]): boolean {
    const [a, b] = [one, other].map((all) => eitherOf(...all.map(({ packets }) => packets)));
    return (
        a !== undefined &&
        b !== undefined &&
        traffic.equal(a.certain, b.certain) &&
        traffic.equal(a.possible, b.possible)
    );
}

/** A step from where nobody may ever come is not certain, whatever its own packets are. */
function connections(stack: Stack, from: Resource, to: Resource, sure: Walk): readonly NetworkStep[] {
    if (from === to) return [];
    const byHost = interfacesByHost(stack);
    const steps: NetworkStep[] = [];
    for (const own of byHost.get(from) ?? [])
        for (const other of byHost.get(to) ?? []) {
            if (other.role === "client") continue;
            const { packets, openedBy } = crossing(stack, own, other);
            if (traffic.isEmpty(packets.possible)) continue;
            const told = sure.connecting.has(from) ? packets : { ...packets, certain: traffic.empty };
            // Few of many steps are told.
            steps.push({
                ...{ from, to, packets: told },
                get openedBy() {
                    return openedBy();
                },
            });
        }
    return steps;
}

/** Certain is what a balancer hands on of that alone which has come to it for certain. */
function handedTo(to: Resource, most: Walk, sure: Walk): readonly NetworkStep[] {
    return [...(most.handed.get(to) ?? [])].flatMap(([from, all]) =>
        all.map(({ packets, key, openedBy }) => {
            const same = sure.handed
                .get(to)
                ?.get(from)
                ?.find((one) => one.key === key);
            const certain = same?.packets.certain ?? traffic.empty;
            const isExact = traffic.equal(certain, packets.possible);
            const told = { ...packets, certain: isExact ? packets.possible : certain };
            return { from, to, packets: told, openedBy: openedBy() };
        }),
    );
}

/** Every step from the internet itself. */
function direct(stack: Stack): ReadonlyMap<Resource, readonly NetworkStep[]> {
    return stack.once(direct, () => grouped(directSteps(stack).map((step) => [step, [step.to]] as const)));
}

function directSteps(stack: Stack): readonly NetworkStep[] {
    return networkInterfaces(stack).flatMap((one) => {
        if (one.role === "client" || (one.publicIpv4.is === "no" && one.hasIpv6.is === "no")) return [];
        const open = withListeners(stack, one, fromInternet(stack, one));
        if (traffic.isEmpty(open.possible)) return [];
        const clients = endsOf(open.possible);
        return [
            {
                from: "internet",
                to: one.host,
                packets: open,
                openedBy: openers(stack, one, (rule) => overlaps(rule.addresses.possible, clients), open),
            },
        ];
    });
}
