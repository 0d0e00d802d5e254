/** What is new of grants, put together again: statement by statement. */
import { type Atom, keyOf } from "./atom";
import type { DrawnGrant } from "./drawing";
import type { ComparedResource, GrantChange, ValueChange } from "./model";
import { comparedNode, type View } from "./view";

/** A change with the ids that it is about, by its own drawing, for what follows from it. */
export interface FoundGrant {
    readonly change: Omit<GrantChange, "location" | "opens">;
    readonly role: string;
    readonly nodes: readonly string[];
}

/** An atom that the other drawing has not, or not as free. */
export interface Fresh extends Pick<GrantChange, "change" | "dropped" | "isUnbound"> {
    readonly atom: Atom;
    readonly values: readonly ValueChange[];
    /** What of it the other drawing has. */
    readonly inner: readonly Atom[];
}

/** Of one statement, what has the same to be said of it; then resources with the same actions. A managed policy is one whole. */
export function joined(fresh: readonly Fresh[], own: View, other: View): readonly FoundGrant[] {
    const managed = grouped(
        fresh.filter(({ atom }) => atom.grant.managed !== undefined),
        ({ atom: { role, effect, grant } }) => JSON.stringify([role, effect, grant.urn, grant.managed]),
    );
    const statements = grouped(
        fresh.filter(({ atom }) => atom.grant.managed === undefined),
        ({ atom, change, dropped, values, isUnbound, inner }) =>
            JSON.stringify([
                ...[atom.role, sourceOf(atom), atom.bounds, change, dropped, values, isUnbound],
                narrownessOf(atom, inner),
            ]),
    );
    const sets = statements.flatMap((statement) => {
        const byResource = grouped(statement, ({ atom }) => JSON.stringify(atom.resource));
        return grouped(byResource, (group) => JSON.stringify(group.map(({ atom }) => atom.actions).sort()));
    });
    return [...managed, ...sets.map((set) => set.flat())].map((set) => changeOf(set, own, other));
}

/** By what it is wider: by resources alone, whatever the action; else by what there was. */
function narrownessOf(atom: Atom, inner: readonly Atom[]): readonly string[] {
    const isByResource = inner.every(({ actions }) => actions.join() === atom.actions.join());
    return isByResource ? inner.map(({ resource }) => JSON.stringify(resource)).sort() : inner.map(keyOf);
}

function changeOf(set: readonly Fresh[], own: View, other: View): FoundGrant {
    const { atom, dropped, values } = set[0] as Fresh;
    const { grant, role } = atom;
    const atoms = set.map((one) => one.atom);
    const inner = set.flatMap((one) => one.inner);
    const changes = new Set(set.map(({ change }) => change));
    const { urn, path, statement, managed } = grant;
    return {
        role,
        nodes: [...new Set(atoms.flatMap(({ shown }) => shown.on.node ?? []))],
        change: {
            identity: comparedNode(role, own),
            ...(own !== other && isNewResource(role, own) && { isNewIdentity: true }),
            effect: grant.effect,
            change: changes.size === 1 ? (set[0] as Fresh).change : changes.has("wider") ? "wider" : "new",
            ...(atom.isNot && { isNot: true }),
            actions: actionsOf(atoms),
            ...(inner.length > 0 && { had: { actions: actionsOf(inner), ...aboutOf(inner, other) } }),
            ...aboutOf(atoms, own),
            ...(atoms.some((one) => one.grant.isWide) && { isWide: true }),
            condition: grant.condition,
            dropped,
            ...(values.length > 0 && { values }),
            ...(set.every(({ isUnbound }) => isUnbound) && { isUnbound: true }),
            ...saysOf(atoms, changes),
            ...(atoms.every((one) => one.grant.isQuiet) && { isQuiet: true }),
            via: { urn, path, ...(managed !== undefined ? { managed } : statement !== "" && { statement }) },
        },
    };
}

function isNewResource(id: string, own: View): boolean {
    return own.nodeOf(id)?.urn !== undefined && !own.isShared(id);
}

/** A line's own sentence, where all of it is told. */
function saysOf(atoms: readonly Atom[], changes: ReadonlySet<string>): Pick<GrantChange, "isOpen" | "says"> {
    const [{ edge } = {}] = atoms;
    if (!edge) return {};
    const isWhole = atoms.length === edge.actions.length && !changes.has("wider");
    return { ...(isWhole && { says: edge.says }), ...(edge.isOpen && { isOpen: true }) };
}

/** As the statements have them. */
function actionsOf(atoms: readonly Atom[]): readonly string[] {
    return [...new Set(atoms.flatMap(({ shown }) => shown.actions))];
}

function aboutOf(atoms: readonly Atom[], view: View): Pick<GrantChange, "excepted" | "resources"> {
    const excepted = atoms.flatMap(({ shown }) => shown.excepted);
    return {
        resources: resourcesOf(
            atoms.map(({ shown }) => shown.on),
            view,
        ),
        ...(excepted.length > 0 && { excepted: resourcesOf(excepted, view) }),
    };
}

function resourcesOf(all: DrawnGrant["resources"], view: View): readonly ComparedResource[] {
    return unique(all).map(({ node, pattern, part = "" }) => ({
        ...(node !== undefined && { node: comparedNode(node, view) }),
        ...(pattern !== undefined && { pattern }),
        ...(part !== "" && { part }),
    }));
}

function sourceOf({ grant, edge }: Atom): string {
    const { urn, path, statement, managed, isQuiet, isWide } = grant;
    return JSON.stringify([urn, path, statement, managed, isQuiet, isWide, edge?.id]);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): readonly (readonly T[])[] {
    const groups = new Map<string, T[]>();
    for (const one of all) {
        const key = keyOf(one);
        const group = groups.get(key);
        if (group) group.push(one);
        else groups.set(key, [one]);
    }
    return [...groups.values()];
}

function unique<T>(all: readonly T[]): readonly T[] {
    return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
