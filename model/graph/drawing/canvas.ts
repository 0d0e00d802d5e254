import type { Resource } from "../resource";
import type { Stack } from "../stack";
import { ConditionSets } from "./condition-values";
import { digest } from "./digest";
import type { DrawnEdge, DrawnNetwork, DrawnNode } from "./drawing";
import { type DrawnKind, kindOf, otherKind } from "./kinds";
import { compare, distinctVia, joined, type Line, withLabel } from "./lines";
import { type Away, Homes, isNetwork } from "./parts";

type Outside = Omit<DrawnNode, "parts"> & { readonly parts?: readonly string[] };

/** A component has no module before its name. */
const IS_RESOURCE = /^aws:\w+\/\w+:\w+$/;

/** A drawing while it is made: each node once, each line once, whoever asks for it. */
export class Canvas {
    private readonly nodes = new Map<string, DrawnNode>();
    private readonly parts = new Map<string, Set<string>>();
    private readonly subs = new Map<string, string>();
    private readonly networks = new Map<string, DrawnNetwork>();
    private readonly standing = new Map<string, string>();
    /** By the URN of a part, the node of its owner that lives elsewhere. */
    private readonly away = new Map<string, string>();
    private readonly lines = new Map<string, DrawnEdge>();
    /** What stands alike, by the node that stands for all of it. */
    readonly crowds = new Map<ReadonlySet<string>, string>();
    readonly homes: Homes;
    readonly conditions: ConditionSets;

    /** `key` is what values of conditions are digested under; without one they are left out. */
    constructor(
        readonly stack: Stack,
        key?: string,
    ) {
        this.homes = new Homes(stack);
        this.conditions = new ConditionSets(stack, key);
        for (const resource of stack.resources) if (this.homes.of(resource) === resource) this.place(resource);
        for (const resource of stack.resources) this.join(resource);
    }

    /** The id of the node that stands for a resource; undefined for what is in no lane: a network, a component, another provider's. */
    idOf(resource: Resource): string | undefined {
        const { urn } = this.homes.of(resource);
        return this.nodes.has(urn) ? urn : this.away.get(urn);
    }

    nodeOf(id: string): DrawnNode | undefined {
        return this.nodes.get(id);
    }

    nameOf(id: string): string {
        return this.nodes.get(id)?.name ?? id;
    }

    allNodes(): Iterable<DrawnNode> {
        return this.nodes.values();
    }

    allLines(): Iterable<DrawnEdge> {
        return this.lines.values();
    }

    /** Somebody or something that is no resource of the stack; made where it is first asked for. Gives its id. */
    outside(node: Outside): string {
        if (!this.nodes.has(node.id)) this.nodes.set(node.id, { ...node, parts: [] });
        for (const urn of node.parts ?? []) this.partOf(node.id, urn);
        return node.id;
    }

    say(id: string, sub: string): void {
        this.subs.set(id, sub);
    }

    stand(id: string, network: string): void {
        this.standing.set(id, network);
    }

    band(network: DrawnNetwork): void {
        this.networks.set(network.id, network);
    }

    change(id: string, change: Partial<DrawnNode>): void {
        const node = this.nodes.get(id);
        if (node) this.nodes.set(id, { ...node, ...change });
    }

    line({ apart = "", awaits = [], actions = [], levels = [], bound, ...line }: Line): void {
        const { from, to, kind } = line;
        if (from === to && kind !== "calls" && kind !== "triggers") return;
        const id = digest(`${kind} ${from} ${to} ${apart}`);
        const drawn: DrawnEdge = {
            id,
            ...line,
            actions,
            levels,
            via: distinctVia(line.via),
            ...(awaits.length > 0 && { awaits: [...new Set(awaits)].sort() }),
            ...(bound !== undefined && { bounds: [bound] }),
        };
        const before = this.lines.get(id);
        this.lines.set(id, before ? joined(before, drawn) : drawn);
    }

    drawn(): { nodes: readonly DrawnNode[]; edges: readonly DrawnEdge[]; networks: readonly DrawnNetwork[] } {
        const nodes = [...this.nodes.values()].map((node) => {
            const parts = [...(this.parts.get(node.id) ?? [])].sort();
            const [sub, network] = [this.subs.get(node.id), this.standing.get(node.id)];
            return { ...node, parts, ...(sub !== undefined && { sub }), ...(network !== undefined && { network }) };
        });
        const networks = [...this.networks.values()].map((network) => {
            const parts = [...(this.parts.get(network.id) ?? [])].sort();
            return { ...network, parts };
        });
        return {
            nodes: nodes.sort((a, b) => a.lane - b.lane || compare(a.name, b.name) || compare(a.id, b.id)),
            edges: [...this.lines.values()]
                .map(withLabel)
                .sort(
                    (a, b) =>
                        compare(a.from, b.from) ||
                        compare(a.to, b.to) ||
                        compare(a.kind, b.kind) ||
                        compare(a.id, b.id),
                ),
            networks: networks.sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id)),
        };
    }

    private partOf(id: string, urn: string): void {
        const found = this.parts.get(id) ?? new Set();
        this.parts.set(id, found.add(urn));
    }

    private join(resource: Resource): void {
        const home = this.homes.of(resource);
        if (home !== resource && IS_RESOURCE.test(resource.type))
            this.partOf(this.away.get(home.urn) ?? home.urn, resource.urn);
    }

    private place(resource: Resource): void {
        const { urn, type, name } = resource;
        if (!IS_RESOURCE.test(type) || isNetwork(resource)) return;
        const own = kindOf(type);
        const away = own ? undefined : this.homes.awayOf(resource);
        const awayKind = away && kindOf(away.token);
        if (away && awayKind) {
            this.away.set(urn, elsewhere(this, away, awayKind));
            this.partOf(this.away.get(urn) ?? urn, urn);
            return;
        }
        const { kindName, ...kind } = own ?? otherKind(type);
        this.nodes.set(urn, { id: urn, ...kind, kindName, name, sub: kindName, urn, type, parts: [] });
    }
}

/** Known by its name or ARN alone. */
function elsewhere(canvas: Canvas, { token, reference }: Away, kind: DrawnKind): string {
    return canvas.outside({
        id: `elsewhere:${token}:${reference}`,
        ...kind,
        name:
            reference
                .split(/[/:]/)
                .filter((part) => part !== "*")
                .at(-1) || reference,
        sub: "Of another stack",
        isElsewhere: true,
    });
}
