/** Who connects to which store inside a network. */
import { traffic } from "../../network";
import { undecided, yes } from "../../values";
import { candidates } from "../network/candidates";
import { crossing, kindOf } from "../network/crossing";
import { networkInterfaces } from "../network/interfaces";
import type { NetworkInterface } from "../network/network-interface";
import { portsIn } from "../reach/over-network";
import type { Canvas } from "./canvas";
import { awaited } from "./certainty";
import { digest } from "./digest";

/** What so many connect to is what the network is for: single lines would hide all others. */
const MOST_CLIENTS = 12;

/** How the id of such a crowd begins. */
export const CROWD = "clients:";

/** All that stand alike, and so connect alike: one of them, and the nodes of all. */
interface Alike {
    readonly one: NetworkInterface;
    readonly ids: Set<string>;
}

/** From what runs code to what keeps data, as security groups and routes let it. */
export function connections(canvas: Canvas): void {
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
