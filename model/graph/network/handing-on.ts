import {
    type Bounds,
    bothOf,
    EVERY_PORT,
    EVERYWHERE,
    eitherOf,
    endsOf,
    exactly,
    oneOf,
    packets,
    pending,
    type Span,
    traffic,
    whateverAddresses,
    withAddresses,
} from "../../network";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { admitted, type Opener, openersFor } from "./admission";
import { between, onPorts } from "./crossing";
import { type ForwardTarget, forwardings, listensFor } from "./forwarding";
import { interfacesByHost } from "./interfaces";
import type { NetworkInterface } from "./network-interface";

/** What one forwards to one of its targets. */
export interface Handed {
    readonly to: Resource;
    readonly packets: Bounds;
    /** Which of its forwardings, and which target of that. */
    readonly key: string;
    readonly openedBy: () => readonly Opener[];
}

/** What a balancer, or a proxy, hands on of what has come to its nodes. */
export function handedFrom(
    stack: Stack,
    balancer: Resource,
    arrivedAt: (node: NetworkInterface) => Bounds,
): readonly Handed[] {
    const byHost = interfacesByHost(stack);
    const nodes = (byHost.get(balancer) ?? []).flatMap((one) => nodesOf(one));
    const [first] = nodes;
    if (!first) return [];
    const arrived = nodes.map((node) => [node, arrivedAt(node)] as const);
    return (forwardings(stack).get(balancer.urn) ?? []).flatMap((forwarding, at) => {
        const { resource, protocols, targets } = forwarding;
        const taken = arrived.map(([node, some]) => [node, bothOf(some, listensFor(forwarding))] as const);
        return targets.flatMap((target, index) => {
            const to = target.at ?? byHost.get(target.host)?.[0];
            if (!to) return [];
            const open = eitherOf(
                ...taken
                    .filter(([, some]) => !traffic.isEmpty(some.possible))
                    .map(([node, some]) => handedOn(stack, node, to, target, protocols, some)),
            );
            const openedBy = () => [{ resource, path: "" }, ...openersFor(stack, first, to, open)];
            return [{ to: to.host, packets: open, key: `${at} ${index}`, openedBy }];
        });
    });
}

/** A balancer has a node in each of its subnets, and each hands on what has come to itself. */
function nodesOf(one: NetworkInterface): readonly NetworkInterface[] {
    return one.subnets.map((subnet) => ({ ...one, subnets: [subnet] }));
}

function handedOn(
    stack: Stack,
    from: NetworkInterface,
    to: NetworkInterface,
    { port, keepsClient, awaits }: ForwardTarget,
    protocols: readonly Span[],
    taken: Bounds,
): Bounds {
    const span = port === undefined ? EVERY_PORT : { from: port, to: port };
    const asked = protocols.flatMap((protocol) => packets(protocol, span, EVERYWHERE));
    const ofBalancer = () => between(stack, from, to);
    const ofClient = () => bothOf(between(stack, from, { ...to, isUnfiltered: true }), fromClients(stack, to, taken));
    const passed =
        keepsClient.is === "undecided"
            ? pending(keepsClient.awaits, oneOf([ofBalancer(), ofClient()]))
            : keepsClient.is === "yes"
              ? ofClient()
              : ofBalancer();
    const open = bothOf(passed, onPorts(to), exactly(asked));
    const isCertain = !traffic.isEmpty(taken.certain) && (port !== undefined || to.ports !== undefined);
    const certain = isCertain && awaits.length === 0 ? open.certain : traffic.empty;
    return { certain, possible: open.possible, awaits: [...open.awaits, ...awaits, ...taken.awaits] };
}

/** What a target's groups let in from the clients that have come to the balancer. */
function fromClients(stack: Stack, to: NetworkInterface, taken: Bounds): Bounds {
    const clients = bothOf(admitted(stack, to, "ingress"), {
        certain: withAddresses(endsOf(taken.certain)),
        possible: withAddresses(endsOf(taken.possible)),
        awaits: taken.awaits,
    });
    return {
        ...clients,
        certain: whateverAddresses(clients.certain),
        possible: whateverAddresses(clients.possible),
    };
}
