/** Open doors with what lies behind each: what one reaches over calls, roles and permissions, and the worst of it. */
import type { Canvas } from "./canvas";
import { CROWD } from "./connections";
import { digest } from "./digest";
import type { DrawnEdge, DrawnNode, DrawnWay } from "./drawing";
import { compare } from "./lines";
import { WAY_UP } from "./ways-up";
import { EVERYTHING } from "./wild";

/** Those of one drawing, the worst first. */
export function waysOf(canvas: Canvas): readonly DrawnWay[] {
    const from = new Map<string, DrawnEdge[]>();
    const into = new Map<string, DrawnEdge[]>();
    for (const edge of canvas.allLines()) {
        push(from, edge.from, edge);
        if (edge.isOpen && edge.closes === undefined) push(into, edge.to, edge);
    }
    const ways: DrawnWay[] = [];
    for (const door of canvas.allLines())
        if (door.isOpen && door.closes !== undefined)
            ways.push(new Walk(canvas, from, door, into.get(door.from)).way());
    return ways.sort((a, b) => b.weight - a.weight || compare(a.id, b.id));
}

function push(into: Map<string, DrawnEdge[]>, key: string, edge: DrawnEdge): void {
    const same = into.get(key);
    if (same) same.push(edge);
    else into.set(key, [edge]);
}

class Walk {
    private readonly edges = new Map<string, DrawnEdge>();
    /** By node, the edge by which it was first reached. */
    private readonly reachedBy = new Map<string, DrawnEdge>();
    private readonly ends = new Map<string, DrawnEdge>();

    constructor(
        private readonly canvas: Canvas,
        private readonly from: ReadonlyMap<string, readonly DrawnEdge[]>,
        private readonly door: DrawnEdge,
        /** How one comes to where the door is. */
        private readonly before: readonly DrawnEdge[] = [],
    ) {}

    way(): DrawnWay {
        this.walk();
        const worst = this.worst();
        const chain = [...this.before.map((edge) => edge.from), ...this.pathTo(worst)];
        const ends = this.endsInOrder();
        this.leaveOut(new Set(ends.splice(MOST_ENDS).map(([id]) => id)));
        const { door } = this;
        const nodes = new Set([...chain, door.from, door.to, ...this.reachedBy.keys()]);
        const who = this.canvas.nodeOf(chain[0] ?? door.from);
        return {
            id: digest(`way ${door.id}`),
            door: door.id,
            chain,
            ends: ends.map(([id]) => id),
            nodes: [...nodes].sort(),
            edges: [...new Set([...this.before.map(({ id }) => id), ...this.edges.keys()])].sort(),
            closes: door.closes ?? "",
            weight: 10 * (worst ? gravity(this.canvas, worst) : NOTHING) + strangeness(who) - (door.awaits ? 5 : 0),
        };
    }

    private walk(): void {
        const queue: DrawnEdge[] = [this.door];
        for (let edge = queue.shift(); edge; edge = queue.shift()) {
            this.edges.set(edge.id, edge);
            const isNew = edge.to !== this.door.from && !this.reachedBy.has(edge.to);
            if (isNew) this.reachedBy.set(edge.to, edge);
            const next = this.next(edge);
            if (next.length === 0) this.end(edge);
            else if (isNew) queue.push(...next);
        }
        // All that lies behind may lead in a circle.
        const last = [...this.reachedBy.values()].at(-1);
        if (this.ends.size === 0 && last) this.end(last);
    }

    private end(edge: DrawnEdge): void {
        const before = this.ends.get(edge.to);
        if (!before || gravity(this.canvas, edge) > gravity(this.canvas, before)) this.ends.set(edge.to, edge);
    }

    /** Where somebody goes on who has come by this line. */
    private next(edge: DrawnEdge): readonly DrawnEdge[] {
        const node = this.canvas.nodeOf(edge.to);
        if (!node || !(edge === this.door ? enters(edge) : goesOn(edge, node))) return [];
        return (this.from.get(edge.to) ?? []).filter((one) => {
            if (one.isQuiet && one.kind !== "feeds" && !one.to.startsWith(CROWD)) return false;
            // Whoever comes by an open route does not get through those that ask.
            return node.lane !== 1 || one.guard === undefined;
        });
    }

    private worst(): DrawnEdge | undefined {
        return [...this.ends.values()].sort(
            (a, b) => gravity(this.canvas, b) - gravity(this.canvas, a) || compare(a.to, b.to),
        )[0];
    }

    /** From who enters to before the end. */
    private pathTo(end: DrawnEdge | undefined): readonly string[] {
        const path: string[] = [];
        for (let edge = end; edge; edge = edge === this.door ? undefined : this.reachedBy.get(edge.from)) {
            if (path.includes(edge.from)) break;
            path.unshift(edge.from);
        }
        if (path[0] !== this.door.from) path.unshift(this.door.from);
        return path;
    }

    private endsInOrder(): [string, DrawnEdge][] {
        return [...this.ends].sort(
            ([a, x], [b, y]) => gravity(this.canvas, y) - gravity(this.canvas, x) || compare(a, b),
        );
    }

    /** Of so many that nobody reads them. */
    private leaveOut(ids: ReadonlySet<string>): void {
        if (ids.size === 0) return;
        for (const id of ids) this.reachedBy.delete(id);
        for (const [key, edge] of this.edges) if (ids.has(edge.to)) this.edges.delete(key);
    }
}

/** What starts code, or opens a shell: one acts there as it does. */
const INVOKES =
    /^(?:lambda:(?:invoke|update|\*)|states:start|ssm:(?:startsession|resumesession|sendcommand|\*)|ec2-instance-connect:|ecs:executecommand|\*)/i;

/** By a door one comes in, but where it lets him read alone. */
function enters({ kind, levels }: DrawnEdge): boolean {
    return kind !== "may" || levels.length === 0 || levels.some((level) => level !== "Read" && level !== "List");
}

/** Does one act where the line leads? What is read or written leads nowhere, but to run something does. */
function goesOn({ kind, actions }: DrawnEdge, node: DrawnNode): boolean {
    if (node.isWild) return node.id.startsWith(CROWD);
    if (kind === "may") return node.lane === 2 && actions.some((action) => INVOKES.test(action));
    if (kind === "passes") return false;
    return kind !== "network" || node.lane !== 4;
}

const NOTHING = 1;

/** The gravest of them. */
const MOST_ENDS = 24;

/** How grave it is to get there by this line. */
function gravity(canvas: Canvas, { kind, to, levels, isWide, label }: DrawnEdge): number {
    const node = canvas.nodeOf(to);
    const does = (...wanted: readonly DrawnEdge["levels"][number][]) => wanted.some((level) => levels.includes(level));
    const changes = does("Write", "Delete", "Permissions management");
    if (kind === "passes" || kind === "assumes") return isWide ? 85 : kind === "passes" ? 65 : 30;
    if (kind === "network") return node?.lane === 4 ? 45 : 35;
    if (kind !== "may") return node?.lane === 2 || node?.lane === 4 ? 30 : NOTHING;
    if (label === WAY_UP) return 95;
    if (to === EVERYTHING) return does("Permissions management") && changes ? 100 : changes ? 90 : 70;
    const isSecret = node?.kind === "secret" || /:(?:secret|parameter|key)$/.test(to);
    if (isWide) return changes ? 75 : isSecret ? 72 : 60;
    if (isSecret) return 58;
    if (does("Delete", "Permissions management")) return 55;
    // What its policy does not tell yet may be anything.
    if (levels.length === 0) return 42;
    if (changes) return 50;
    return does("Read") ? 40 : 10;
}

/** The less one can tell of who enters, the graver. */
function strangeness(node: DrawnNode | undefined): number {
    switch (node?.kind) {
        case "internet":
            return 9;
        case "account":
            return node.id.startsWith("outside:account:") ? 4 : 8;
        case "pipeline":
            return 7;
        case "key-holder":
            return 3;
        default:
            return 1;
    }
}
