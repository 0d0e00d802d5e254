import { type Bounds, openingsOf, protocolName, type Traffic, traffic } from "../../network";
import { undecided, yes } from "../../values";
import { interfacesByHost } from "../network/interfaces";
import { type NetworkStep, type Start, spread } from "../network/reach";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { ReachStep } from "./step";

/** All steps over the network from some starts, and from what is entered so. */
export function networkSteps(stack: Stack, starts: ReadonlySet<Start>): readonly ReachStep[] {
    return [...spread(stack, starts).values()].flat().map((step) => asStep(stack, step));
}

/** Does it run code in a network, which connects from there? */
export function connects(stack: Stack, resource: Resource): boolean {
    return interfacesByHost(stack).has(resource);
}

function asStep(stack: Stack, { from, to, packets, openedBy }: NetworkStep): ReachStep {
    const isCertain = !traffic.isEmpty(packets.certain);
    const role = interfacesByHost(stack).get(to)?.[0]?.role;
    return {
        from,
        to,
        over: "network",
        says: `connects on ${portsIn(packets)}`,
        openedBy,
        closes:
            from === "internet"
                ? "Name the security groups that may connect in place of addresses, or give it no public address."
                : "Narrow the rule to the groups and ports that the application needs.",
        when: isCertain ? yes : undecided(...packets.awaits),
        packets,
        isEntered: role === "host" || role === "forwarder",
    };
}

const MOST_PORTS = 4;

/** `tcp 443, tcp 8000-8080`; what is possible where nothing is certain. */
export function portsIn({ certain, possible }: Bounds): string {
    const set: Traffic = traffic.isEmpty(certain) ? possible : certain;
    const all = [...new Set(openingsOf(set).map(({ protocols, ports }) => shown(protocols, ports)))];
    const more = all.length > MOST_PORTS ? ` and ${all.length - MOST_PORTS} more` : "";
    return all.slice(0, MOST_PORTS).join(", ") + more;
}

function shown(protocols: { from: number; to: number }, ports: { from: number; to: number }): string {
    const isAll = ports.from === 0 && ports.to === 65_535;
    if (protocols.from !== protocols.to)
        return protocols.from === 0 && protocols.to === 255 ? "every port" : "other protocols";
    const name = protocolName(protocols.from);
    if (isAll) return `${name}, every port`;
    return `${name} ${ports.from}${ports.to === ports.from ? "" : `-${ports.to}`}`;
}
