/** Which nodes of two drawings are the same. */
import type { Drawing, DrawnCondition, DrawnNode } from "./drawing";
import { type Pairs, pairAlike, type Side } from "./likeness";

/** A drawing with what tells its resources from those of another. */
export interface DrawnStack {
    readonly drawing: Drawing;
    /** Sets of conditions by their number; without them conditions are known by their keys alone. */
    readonly conditions?: readonly (readonly DrawnCondition[])[];
    /** By URN of a resource, those that it was known under. */
    readonly aliases?: Readonly<Record<string, readonly string[]>>;
    readonly project: string;
    readonly stack: string;
    /** The AWS account that it is in, where that goes by another number in the other drawing. */
    readonly account?: string;
}

/**
 * Pairs of ids, from the earlier drawing to the later: by the URN without the stack and the project; by aliases; by the name and the
 * type, wherever in the tree of components; and what is left by what it is connected to.
 */
export function sameNodes(before: DrawnStack, now: DrawnStack): ReadonlyMap<string, string> {
    const pairs: Pairs = new Map();
    const sides = [sideOf(before), sideOf(now)] as const;
    pairBy(sides, pairs, (node, which) => [keyOf(node, which === 0 ? before : now)]);
    pairBy(sides, pairs, ({ urn }, which) => (urn === undefined ? [] : urnKeys(urn, which === 0 ? before : now)));
    pairBy(sides, pairs, ({ urn }) => (urn === undefined ? [] : [nameAndType(urn)]));
    pairAlike(...sides, pairs);
    pairOwned(sides, pairs);
    return pairs;
}

/** What belongs to a resource under another name, such as the door by which a function is called: `invoke:URN`. */
function pairOwned(sides: readonly [Side, Side], pairs: Pairs): void {
    const taken = new Set(pairs.values());
    for (const { id, urn } of sides[0].nodes.values()) {
        const [, kind, owner = ""] = /^([\w-]+:)(urn:.*)$/s.exec(id) ?? [];
        const to = `${kind}${pairs.get(owner)}`;
        if (kind === undefined || urn !== undefined || pairs.has(id) || taken.has(to) || !sides[1].nodes.has(to))
            continue;
        pairs.set(id, to);
    }
}

/** Pairs what has a key in common that on each side one node alone has. */
function pairBy(
    sides: readonly [Side, Side],
    pairs: Pairs,
    keysOf: (node: DrawnNode, which: 0 | 1) => readonly string[],
): void {
    const taken = new Set(pairs.values());
    const index = (which: 0 | 1) => {
        const byKey = new Map<string, string | undefined>();
        for (const node of sides[which].nodes.values()) {
            if (which === 0 ? pairs.has(node.id) : taken.has(node.id)) continue;
            for (const key of keysOf(node, which)) byKey.set(key, byKey.has(key) ? undefined : node.id);
        }
        return byKey;
    };
    const later = index(1);
    for (const [key, from] of index(0)) {
        const to = later.get(key);
        if (from === undefined || to === undefined || pairs.has(from) || taken.has(to)) continue;
        pairs.set(from, to);
        taken.add(to);
    }
}

function sideOf({ drawing }: DrawnStack): Side {
    return { nodes: new Map(drawing.nodes.map((node) => [node.id, node])), edges: drawing.edges };
}

function keyOf({ id, urn }: DrawnNode, of: DrawnStack): string {
    return id === urn ? urnKey(id) : commonText(id, of);
}

/** `urn:pulumi:STACK::PROJECT::TYPES::NAME` without the stack and the project. */
export function urnKey(urn: string): string {
    return urn.split("::").slice(2).join("::");
}

/** With those of its aliases. */
function urnKeys(urn: string, { aliases }: DrawnStack): readonly string[] {
    return [...new Set([urn, ...(aliases?.[urn] ?? [])].map(urnKey))];
}

function nameAndType(urn: string): string {
    const [, , types = "", ...name] = urn.split("::");
    return `${types.split("$").at(-1)}::${name.join("::")}`;
}

/** A text that may hold the stack's name or its account, such as a pattern of ARNs: the same in every stack of the program. */
export function commonText(text: string, { stack, account }: Pick<DrawnStack, "account" | "stack">): string {
    const open = account === undefined ? text : text.replaceAll(account, "{account}");
    if (stack === "") return open;
    const name = stack.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return open.replace(new RegExp(`(?<![A-Za-z0-9])${name}(?![A-Za-z0-9])`, "g"), "{stack}");
}
