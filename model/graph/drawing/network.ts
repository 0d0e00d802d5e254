/** Networks as bands, who gets in from the internet, and who connects to which store inside. */
import { traffic } from "../../network";
import { undecided, yes } from "../../values";
import { candidates } from "../network/candidates";
import { crossing, kindOf } from "../network/crossing";
import { forwardings } from "../network/forwarding";
import { interfacesByHost, networkInterfaces } from "../network/interfaces";
import type { NetworkInterface } from "../network/network-interface";
import { publicityOf } from "../network/public-subnets";
import { hasWay } from "../network/routes";
import { staticKeys } from "../network/static-keys";
import { isUnknownVpc, type Subnet, subnets } from "../network/subnets";
import { portsIn, reachOverNetwork } from "../reach/over-network";
import type { ReachStep } from "../reach/step";
import type { Resource } from "../resource";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { digest } from "./digest";
import { internet, keyHolders } from "./outside";
import { isNetwork } from "./parts";

/** What so many connect to is what the network is for: single lines would hide all others. */
const MOST_CLIENTS = 12;

/** How the id of such a crowd begins. */
export const CROWD = "clients:";

export function drawNetwork(canvas: Canvas): void {
    bands(canvas);
    for (const [host, interfaces] of interfacesByHost(canvas.stack)) stand(canvas, host, interfaces);
    const reach = reachOverNetwork(canvas.stack, new Set(["internet"]));
    for (const to of reach.stepsTo.keys()) for (const step of reach.between("internet", to)) enter(canvas, step);
    connections(canvas);
    balancers(canvas);
    keys(canvas);
}

function bands(canvas: Canvas): void {
    const { stack } = canvas;
    const byVpc = new Map<string, Subnet[]>();
    for (const subnet of subnets(stack).values()) {
        const same = byVpc.get(subnet.vpc);
        if (same) same.push(subnet);
        else byVpc.set(subnet.vpc, [subnet]);
    }
    for (const vpc of stack.resources.filter(isNetwork)) {
        const block = vpc.root.get("cidrBlock");
        const cidr = block.secret ? undefined : block.text();
        const sub = [...(cidr === undefined ? [] : [cidr]), ...described(canvas, byVpc.get(vpc.urn) ?? [])].join(" · ");
        canvas.band({ id: vpc.urn, name: vpc.name, sub, urn: vpc.urn, parts: [] });
    }
}

/** `2 private subnets`, `no internet gateway`. */
function described({ stack }: Canvas, own: readonly Subnet[]): readonly string[] {
    const open = own.filter((subnet) => publicityOf(stack, subnet).hasRoute.is === "yes");
    const unclear = own.filter((subnet) => publicityOf(stack, subnet).hasRoute.is === "undecided");
    const closed = own.length - open.length - unclear.length;
    const isOut = own.some((subnet) => hasWay(stack, subnet, "NAT gateway").is === "yes");
    const count = (number: number, what: string) =>
        number === 0 ? [] : [`${number} ${what} ${number === 1 ? "subnet" : "subnets"}`];
    const gateway =
        open.length > 0
            ? "internet gateway"
            : unclear.length > 0
              ? "gateway not known yet"
              : isOut
                ? "NAT gateway"
                : "no internet gateway";
    return [
        ...count(open.length, "public"),
        ...count(closed, "private"),
        ...count(unclear.length, "open"),
        ...(own.length > 0 ? [gateway] : []),
    ];
}

function stand(canvas: Canvas, host: Resource, interfaces: readonly NetworkInterface[]): void {
    const id = canvas.idOf(host);
    if (id === undefined) return;
    const [first, ...others] = new Set(interfaces.flatMap((one) => one.subnets.map((subnet) => subnet.vpc)));
    if (first === undefined || others.length > 0 || isUnknownVpc(first)) return;
    if (canvas.stack.byName(first)) {
        canvas.stand(id, first);
        return;
    }
    const network = `network:${first}`;
    canvas.band({ id: network, name: first, sub: "Of another stack", parts: [] });
    canvas.stand(id, network);
}

/** What somebody on the internet connects to. Balancers are there to be asked. */
function enter(canvas: Canvas, { to: host, when, packets, openedBy, closes }: ReachStep): void {
    const to = canvas.idOf(host);
    const certain = awaited(when);
    if (to === undefined || !certain || !packets) return;
    const name = canvas.nameOf(to);
    const via = openedBy.map(({ resource, path }) => ({ urn: resource.urn, path }));
    const ports = portsIn(packets);
    const role = interfacesByHost(canvas.stack).get(host)?.[0]?.role;
    if (role === "forwarder") {
        const says = `Anyone on the internet may connect to ${name} on ${ports}.`;
        canvas.line({ from: internet(canvas), to, kind: "network", says, label: ports, via, ...certain });
        return;
    }
    const port = canvas.outside({
        id: `port:${to}`,
        lane: 1,
        kind: "port",
        kindName: "Open port",
        name: `${/^tcp \d+$/.test(ports) ? `Port ${ports.slice(4)}` : ports} of ${name}`,
        sub: "Public address",
    });
    const guard = role === "store" ? { guard: "password" } : {};
    canvas.line({
        from: internet(canvas),
        to: port,
        kind: "network",
        says: `Anyone on the internet may connect to ${name} on ${ports}: it has a public address, and a rule lets them in.`,
        isOpen: true,
        via,
        closes,
        ...guard,
        ...certain,
    });
    canvas.line({
        from: port,
        to,
        kind: "network",
        says: `The port leads to ${name}.`,
        label: ports,
        via: [],
        ...certain,
    });
}

/** All that stand alike, and so connect alike: one of them, and the nodes of all. */
interface Alike {
    readonly one: NetworkInterface;
    readonly ids: Set<string>;
}

/** From what runs code to what keeps data, as security groups and routes let it. */
function connections(canvas: Canvas): void {
    const { stack } = canvas;
    const clients = new Map<number, Alike>();
    for (const one of networkInterfaces(stack)) {
        const id = one.role === "host" || one.role === "client" ? canvas.idOf(one.host) : undefined;
        if (id === undefined) continue;
        const kind = kindOf(stack, one);
        const alike = clients.get(kind) ?? { one, ids: new Set<string>() };
        clients.set(kind, alike);
        alike.ids.add(id);
    }
    const byStore = new Map<string, Map<Alike, NetworkInterface>>();
    for (const alike of clients.values())
        for (const other of candidates(stack, alike.one)) {
            const to = other.role === "store" ? canvas.idOf(other.host) : undefined;
            if (to === undefined || traffic.isEmpty(crossing(stack, alike.one, other).packets.possible)) continue;
            byStore.set(to, (byStore.get(to) ?? new Map<Alike, NetworkInterface>()).set(alike, other));
        }
    for (const [to, all] of byStore) connectAll(canvas, to, all);
}

function connectAll(canvas: Canvas, to: string, all: ReadonlyMap<Alike, NetworkInterface>): void {
    const count = [...all.keys()].reduce((sum, { ids }) => sum + ids.size, 0);
    for (const [{ one, ids }, other] of all)
        if (count <= MOST_CLIENTS || ids.size === 1) for (const from of ids) connect(canvas, { from, to, one, other });
        else connect(canvas, { from: crowd(canvas, ids), to, one, other });
}

/** Many that stand alike are one node, so that each store has one line from it. */
function crowd(canvas: Canvas, ids: ReadonlySet<string>): string {
    const made = canvas.crowds.get(ids);
    if (made !== undefined) return made;
    const members = [...ids].sort();
    const id = canvas.outside({
        id: `${CROWD}${digest(members.join(" "))}`,
        lane: 2,
        kind: "workload",
        kindName: "Workloads",
        name: `${members.length} workloads`,
        sub: "Of one network",
        isWild: true,
        covers: members,
    });
    canvas.crowds.set(ids, id);
    for (const from of members) {
        const says = `${canvas.nameOf(from)} is one of them.`;
        canvas.line({ from, to: id, kind: "network", says, isQuiet: true, via: [] });
    }
    return id;
}

interface Connection {
    readonly from: string;
    readonly to: string;
    readonly one: NetworkInterface;
    readonly other: NetworkInterface;
}

function connect(canvas: Canvas, { from, to, one, other }: Connection): void {
    const { packets, openedBy } = crossing(canvas.stack, one, other);
    const isCertain = !traffic.isEmpty(packets.certain);
    const ports = portsIn(packets);
    canvas.line({
        from,
        to,
        kind: "network",
        says: `${canvas.nameOf(from)} may connect to ${canvas.nameOf(to)} on ${ports}.`,
        label: ports,
        via: openedBy().map(({ resource, path }) => ({ urn: resource.urn, path })),
        ...awaited(isCertain ? yes : undecided(...packets.awaits)),
    });
}

/** What balancers hand on to hosts. */
function balancers(canvas: Canvas): void {
    for (const [urn, all] of forwardings(canvas.stack)) {
        const balancer = canvas.stack.byName(urn);
        const from = balancer && canvas.idOf(balancer);
        if (from === undefined) continue;
        for (const { targets } of all)
            for (const { host } of targets) {
                const to = canvas.idOf(host);
                // Functions are called, and drawn so.
                if (to === undefined || to === from || canvas.nodeOf(to)?.kind === "function") continue;
                const says = `${canvas.nameOf(from)} hands on to ${canvas.nameOf(to)} what it is asked.`;
                canvas.line({ from, to, kind: "network", says, via: [{ urn: host.urn, path: "" }] });
            }
    }
}

function keys(canvas: Canvas): void {
    for (const { resource, at, isBastions } of staticKeys(canvas.stack)) {
        const to = canvas.idOf(resource);
        const certain = awaited(isBastions);
        if (!at || to === undefined || !certain) continue;
        const name = canvas.nameOf(to);
        const key = canvas.outside({
            id: `key:${to}`,
            lane: 1,
            kind: "port",
            kindName: "SSH key",
            name: `SSH key of ${name}`,
            sub: "Key pair",
        });
        const via = [{ urn: resource.urn, path: at.path }];
        canvas.line({
            from: keyHolders(canvas),
            to: key,
            kind: "network",
            says: `Whoever holds the SSH key opens ${name} until somebody removes it.`,
            guard: "static key",
            isOpen: true,
            via,
            closes: "Leave it out and connect with Session Manager or EC2 Instance Connect, whose access is short and recorded.",
            ...certain,
        });
        canvas.line({ from: key, to, kind: "network", says: `The key opens ${name}.`, via, ...certain });
    }
}
