/** Networks as bands, who gets in from the internet, and who connects to which store inside. */

import { forwardings } from "../network/forwarding";
import { interfacesByHost } from "../network/interfaces";
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
import { connections } from "./connections";
import { internet, keyHolders } from "./outside";
import { isNetwork } from "./parts";

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
