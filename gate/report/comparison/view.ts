/** A drawing in terms that two drawings have in common. */
import type { Bound } from "./conditions";
import type { ConditionValue, Drawing, DrawnNode } from "./drawing";
import type { ComparedNode } from "./model";
import { commonText, type DrawnStack, urnKey } from "./nodes";

export interface View {
    readonly drawing: Drawing;
    /** The id of a node that both drawings have is the later one's; any other is unlike all of the other drawing's. */
    readonly idOf: (id: string) => string;
    /** A pattern, a label, a guard, as both would have it. */
    readonly textOf: (text: string) => string;
    /** The same with the later names of what is renamed: a text may name a resource ("JWT of customers"), or hold the same word by chance. */
    readonly renamedTextOf: (text: string) => string;
    readonly nodeOf: (id: string) => DrawnNode | undefined;
    /** What a wildcard's node covers, by its common id. */
    readonly coversOf: (id: string) => readonly string[];
    /** A set of conditions by its number, and those that are known by their keys alone. */
    readonly boundsOf: (number: number | undefined, keys: readonly string[]) => readonly Bound[];
    /** Whether the other drawing has the node too, by its own id. */
    readonly isShared: (id: string) => boolean;
}

/** The views of two drawings whose nodes are paired. */
export function viewsOf(
    before: DrawnStack,
    now: DrawnStack,
    pairs: ReadonlyMap<string, string>,
): readonly [View, View] {
    const shared = new Set(pairs.values());
    const names = renamedNames(before, now, pairs);
    // What is no resource is the same wherever it has the same id.
    const resources = new Set(before.drawing.nodes.flatMap(({ id, urn }) => (urn === undefined ? [] : id)));
    return [
        viewOf(
            before,
            (id) => pairs.get(id) ?? (resources.has(id) ? `before ${id}` : id),
            (id) => pairs.has(id),
            names,
        ),
        viewOf(
            now,
            (id) => id,
            (id) => shared.has(id),
            (text) => text,
        ),
    ];
}

function viewOf(
    of: DrawnStack,
    idOf: (id: string) => string,
    isShared: (id: string) => boolean,
    renamed: (text: string) => string,
): View {
    const names = physicalNames(of);
    const nodes = new Map(of.drawing.nodes.map((node) => [node.id, node]));
    // What is no node, such as a VPC, goes by its URN.
    const resourceOf = (urn: string) => (nodes.has(urn) ? idOf(urn) : urnKey(urn));
    const covers = new Map(
        of.drawing.nodes.flatMap(({ id, covers: own }) => (own ? [[idOf(id), own.map(idOf)] as const] : [])),
    );
    return {
        boundsOf: (number, keys) => boundsIn(of, number, keys, resourceOf),
        coversOf: (id) => covers.get(id) ?? [],
        drawing: of.drawing,
        idOf,
        isShared,
        nodeOf: (id) => nodes.get(id),
        textOf: (text) => commonText(withoutSuffixes(text, names), of),
        renamedTextOf: (text) => renamed(commonText(withoutSuffixes(text, names), of)),
    };
}

function boundsIn(
    { conditions = [] }: DrawnStack,
    number: number | undefined,
    keys: readonly string[],
    resourceOf: (urn: string) => string,
): readonly Bound[] {
    const told = number === undefined ? [] : (conditions[number] ?? []);
    const common = ({ of, unknown, ...value }: ConditionValue): ConditionValue => ({
        ...value,
        ...(of && { of: of.map(({ urn, rest }) => ({ urn: resourceOf(urn), rest })) }),
        ...(unknown && { unknown: unknown.map(resourceOf) }),
    });
    const known = new Set(told.map(({ key }) => key));
    const others = keys.map((key) => key.toLowerCase()).filter((key) => !known.has(key));
    return [
        ...told.map(({ operator, key, values }) => ({ operator, key, values: values.map(common) })),
        ...[...new Set(others)].sort().map((key) => ({ key })),
    ];
}

/** Do two texts say the same, whether or not they name what is renamed? */
export function isSameText(one: string, own: View, other: string, others: View): boolean {
    const [a, b] = [own.textOf(one), others.textOf(other)];
    return a === b || own.renamedTextOf(one) === b || a === others.renamedTextOf(other);
}

/** Names that the stack's resources have in the program: on AWS, each may have a suffix of its own. */
function physicalNames({ drawing }: DrawnStack): ReadonlySet<string> {
    const urns = drawing.nodes.flatMap(({ urn, parts }) => (urn === undefined ? parts : [urn, ...parts]));
    return new Set(urns.map((urn) => urn.split("::").at(-1) ?? ""));
}

/** How Pulumi names what a program gives no name. Source: https://www.pulumi.com/docs/iac/concepts/resources/names/#autonaming */
const SUFFIXED = /([\w.-]+)-[0-9a-f]{7}(?![\w-])/g;

function withoutSuffixes(text: string, names: ReadonlySet<string>): string {
    return text.replace(SUFFIXED, (whole, name: string) => (names.has(name) ? name : whole));
}

/** Puts the later names of what is renamed into a text. */
function renamedNames(
    before: DrawnStack,
    now: DrawnStack,
    pairs: ReadonlyMap<string, string>,
): (text: string) => string {
    const nameIn = ({ drawing }: DrawnStack) => new Map(drawing.nodes.map(({ id, name }) => [id, name]));
    const [old, later] = [nameIn(before), nameIn(now)];
    const changed = new Map(
        [...pairs].flatMap(([from, to]) => {
            const [a = "", b = ""] = [old.get(from), later.get(to)];
            return a === b || a === "" ? [] : [[a, b] as const];
        }),
    );
    if (changed.size === 0) return (text) => text;
    const any = [...changed.keys()]
        .sort((a, b) => b.length - a.length)
        .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("|");
    const pattern = new RegExp(`(?<![\\w-])(?:${any})(?![\\w-])`, "g");
    return (text) => text.replace(pattern, (name) => changed.get(name) ?? name);
}

export function comparedNode(id: string, { nodeOf }: View): ComparedNode {
    const node = nodeOf(id);
    if (!node) return { name: id, kindName: "", id };
    const { name, kindName, urn, isWild } = node;
    return { name, kindName: isWild ? "" : kindName, ...(urn === undefined ? { id } : { urn }) };
}
