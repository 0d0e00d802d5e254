import {
    type Addresses,
    ALL_TRAFFIC,
    addresses,
    atMost,
    type Bounds,
    bothOf,
    cidrsOf,
    eitherOf,
    exactly,
    FAMILIES,
    INTERNET,
    NOTHING,
    ofFamily,
    pending,
    type Traffic,
    tcp,
    traffic,
    unionOfTraffic,
    withAddresses,
} from "../../network";
import { type Answer, all, no, not } from "../../values";
import type { Stack } from "../stack";
import { throughAcl } from "./acls";
import { admitted, betweenGroups, letOut, numberOfGroups, numberOfNamed, type Opener, openersFor } from "./admission";
import { addressesIn } from "./ends";
import { forwardings, listensFor } from "./forwarding";
import { joined, returning, throughAcls } from "./joined-subnets";
import type { KnownAddresses } from "./known-addresses";
import type { NetworkInterface } from "./network-interface";
import { Numbering } from "./numbering";
import { reachedBy } from "./routes";
import type { Subnet } from "./subnets";

/** Is something met: packets if so, nothing if not, and at most these where it is undecided. */
function when(answer: Answer, set: Traffic): Bounds {
    if (answer.is === "yes") return exactly(set);
    return answer.is === "no" ? NOTHING : atMost(set, ...answer.awaits);
}

function ofAddresses({ certain, possible, awaits }: KnownAddresses): Bounds {
    return { certain: withAddresses(certain), possible: withAddresses(possible), awaits };
}

/** The packets that the ports on which something answers leave. */
export function onPorts({ ports, portsAwait }: NetworkInterface): Bounds {
    const all = ports ? unionOfTraffic(ports.map((port) => tcp({ from: port, to: port }))) : ALL_TRAFFIC;
    return pending(portsAwait, exactly(all));
}

/** A balancer answers where it listens. */
export function withListeners(stack: Stack, one: NetworkInterface, open: Bounds): Bounds {
    if (one.role !== "forwarder" || one.ports) return bothOf(open, onPorts(one));
    return bothOf(open, eitherOf(...(forwardings(stack).get(one.host.urn) ?? []).map(listensFor)));
}

export function fromInternet(stack: Stack, one: NetworkInterface): Bounds {
    return eitherOf(...one.subnets.map((subnet) => pending(one.awaits, fromInternetTo(stack, one, subnet))));
}

function fromInternetTo(stack: Stack, one: NetworkInterface, subnet: Subnet): Bounds {
    const gateway = reachedBy(stack, subnet, ["internet gateway"]);
    const families = FAMILIES.map((family) => {
        const isPublic = family === "ipv4" ? one.publicIpv4 : one.hasIpv6;
        const within = (set: Addresses) => addresses.intersect(ofFamily(set, family), INTERNET);
        const clients = { ...gateway, certain: within(gateway.certain), possible: within(gateway.possible) };
        return bothOf(when(isPublic, ALL_TRAFFIC), ofAddresses(clients));
    });
    return bothOf(
        eitherOf(...families),
        when(not(subnet.isClosed), ALL_TRAFFIC),
        throughAcl(stack, subnet, "ingress"),
        returning(throughAcl(stack, subnet, "egress")),
        admitted(stack, one, "ingress"),
    );
}

/** What gets from one interface to another inside the network, over addresses of one family. */
export function between(stack: Stack, from: NetworkInterface, to: NetworkInterface): Bounds {
    const parts: Bounds[] = [];
    for (const here of from.subnets)
        for (const there of to.subnets)
            for (const family of FAMILIES) {
                const [own, others] = [addressesIn(from, here, family), addressesIn(to, there, family)];
                const way = own && others ? joined(stack, here, there, family) : no;
                if (!own || !others || way.is === "no") continue;
                const haveIpv6 = family === "ipv6" ? [from.hasIpv6, to.hasIpv6] : [];
                const groups = bothOf(
                    when(all(way, ...haveIpv6), ALL_TRAFFIC),
                    betweenGroups(stack, from, to, others, "egress"),
                    betweenGroups(stack, to, from, own, "ingress"),
                );
                if (traffic.isEmpty(groups.possible)) continue;
                const open = bothOf(groups, throughAcls(stack, here, there, own, others));
                parts.push(pending([...from.awaits, ...to.awaits], open));
            }
    return eitherOf(...parts);
}

/** What gets from one interface to where another answers, and the rules that let it in: the same for all that send alike. */
export interface Crossing {
    readonly packets: Bounds;
    readonly openedBy: () => readonly Opener[];
}

export function crossing(stack: Stack, from: NetworkInterface, to: NetworkInterface): Crossing {
    const memo = stack.once(crossing, () => new Map<number, Map<number, Crossing>>());
    const [here, there] = [senderTo(stack, to, from), kindOf(stack, to)];
    const known = memo.get(there) ?? new Map<number, Crossing>();
    memo.set(there, known);
    const found = known.get(here) ?? newCrossing(stack, from, to);
    known.set(here, found);
    return found;
}

/** A number for all that tells a sender from others at one receiver: where it stands, what it lets out, and its groups that are named there. */
export function senderTo(stack: Stack, to: NetworkInterface, from: NetworkInterface): number {
    const senders = stack.once(senderTo, () => new Numbering<NetworkInterface>((each) => senderText(stack, each)));
    return senders.of(from) * 2 ** 24 + numberOfNamed(stack, to, from);
}

function senderText(stack: Stack, one: NetworkInterface): string {
    return [...placeText(one), one.isUnfiltered || letOut(stack, one)].join("|");
}

function newCrossing(stack: Stack, from: NetworkInterface, to: NetworkInterface): Crossing {
    let openedBy: readonly Opener[] | undefined;
    const through = withListeners(stack, to, between(stack, from, to));
    return {
        packets: through,
        openedBy: () => {
            openedBy ??= openersFor(stack, from, to, through);
            return openedBy;
        },
    };
}

/** A number for all that tells an interface from others where packets are concerned. */
export function kindOf(stack: Stack, one: NetworkInterface): number {
    return stack.once(kindOf, () => new Numbering<NetworkInterface>((each) => kindText(stack, each))).of(one);
}

function kindText(stack: Stack, one: NetworkInterface): string {
    return [
        // A balancer answers where its own listeners do.
        one.role === "forwarder" ? one.host.urn : one.role,
        one.ports?.join(),
        one.portsAwait.join(),
        numberOfGroups(stack, one),
        one.isUnfiltered,
        ...placeText(one),
    ].join("|");
}

/** Where it stands, and with which addresses. */
function placeText({ subnets, hasIpv6, addresses: own, awaits }: NetworkInterface): readonly string[] {
    return [
        subnets.map(({ key }) => key).join(),
        hasIpv6.is,
        own ? cidrsOf(own.possible).join() : "",
        [...awaits, ...(own?.awaits ?? [])].join(),
        hasIpv6.is === "undecided" ? hasIpv6.awaits.join() : "",
    ];
}
