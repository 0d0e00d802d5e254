import type { NetworkRole } from "../../aws";
import { type Bounds, openingsOf, protocolName, type Traffic, traffic } from "../../network";
import { undecided, yes } from "../../values";
import { interfacesByHost } from "../network/interfaces";
import { type NetworkStep, type Start, spread } from "../network/reach";
import { ruleTypes } from "../network/security-groups";
import { OnDemand } from "../on-demand";
import type { Resource } from "../resource";
import type { Stack } from "../stack";
import type { End, ReachStep } from "./step";

/** All steps over the network from some starts, and from what is entered so. */
export interface NetworkReach {
    readonly stepsTo: ReadonlyMap<Resource, readonly ReachStep[]>;
    between(from: End, to: Resource): readonly ReachStep[];
    packetsTo(to: Resource): readonly Bounds[];
    /** How many steps lead there, of more than two: two. */
    countTo(to: Resource): number;
    isEntered(to: Resource): boolean;
}

export function reachOverNetwork(stack: Stack, starts: ReadonlySet<Start>): NetworkReach {
    const reached = spread(stack, starts);
    const told = (steps: readonly NetworkStep[]) => steps.map((step) => asStep(stack, step));
    return {
        stepsTo: new OnDemand(new Set(reached.keys()), (to) => told(reached.get(to) ?? [])),
        between: (from, to) => told(reached.between(from, to)),
        packetsTo: (to) => (reached.has(to) ? reached.packetsTo(to) : []),
        countTo: (to) => (reached.has(to) ? countToTwo(reached.into(to)) : 0),
        isEntered: (to) => isEnteredOverNetwork(stack, to),
    };
}

function countToTwo(all: Iterable<unknown>): number {
    let count = 0;
    for (const _ of all) {
        count += 1;
        if (count === 2) break;
    }
    return count;
}

/** Does one act in it, who connects to it? */
function isEnteredOverNetwork(stack: Stack, resource: Resource): boolean {
    const role = interfacesByHost(stack).get(resource)?.[0]?.role;
    return role === "host" || role === "forwarder";
}

/** Does it run code in a network, which connects from there? */
export function connects(stack: Stack, resource: Resource): boolean {
    return interfacesByHost(stack).has(resource);
}

function asStep(stack: Stack, step: NetworkStep): ReachStep {
    const { from, to, packets } = step;
    const isCertain = !traffic.isEmpty(packets.certain);
    return {
        from,
        to,
        over: "network",
        get says() {
            return `connects on ${portsIn(packets)}`;
        },
        get openedBy() {
            return step.openedBy;
        },
        get closes() {
            return closing(stack, step);
        },
        when: isCertain ? yes : undecided(...packets.awaits),
        packets,
        isEntered: isEnteredOverNetwork(stack, to),
    };
}

function roleOf(stack: Stack, host: Resource): NetworkRole | undefined {
    return interfacesByHost(stack).get(host)?.[0]?.role;
}

/** What the reader can do: where no rule is, none can be narrowed. */
function closing(stack: Stack, { from, to, openedBy }: Pick<NetworkStep, "from" | "to" | "openedBy">): string {
    const rules = openedBy.filter(({ resource }) => RULES.has(resource.type));
    if (from === "internet") {
        const others =
            rules.length > 0
                ? "Name the security groups that may connect in place of addresses"
                : "Give it a security group whose rules name who may connect";
        const isSaid = to.root.get("publiclyAccessible").state !== "absent";
        return `${others}, or ${isSaid ? "set publiclyAccessible: false" : PRIVATE[roleOf(stack, to) ?? "host"]}.`;
    }
    if (roleOf(stack, from) === "forwarder")
        return `Take it out of what ${from.name} forwards to, or let fewer in to ${from.name}.`;
    return rules.length > 0
        ? "Narrow the rule to the groups and ports that the application needs."
        : "Give it a security group of its own, whose rules name the groups and ports that the application needs.";
}

const RULES: ReadonlySet<string> = new Set(ruleTypes.map(({ token }) => token));

/** How each is given no public address. */
const PRIVATE: Readonly<Record<NetworkRole, string>> = {
    host: "give it no public address",
    client: "give it no public address",
    store: "give it no public access",
    forwarder: "make it internal",
};

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
