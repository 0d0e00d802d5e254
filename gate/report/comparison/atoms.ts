/** Grants taken apart: one action on one resource, so that it does not matter how statements are cut or ordered. */
import type { DrawnEdge, DrawnGrant } from "./drawing";
import { includersOf } from "./everybody";
import { includes, meet } from "./patterns";
import type { View } from "./view";

/** That an identity may, or may not, do something to something. Ids and texts are those of both drawings. */
export interface Atom {
    readonly identity: string;
    readonly effect: "Allow" | "Deny";
    /** One action, in small letters; of `isNot` those that are excepted. */
    readonly actions: readonly string[];
    readonly isNot: boolean;
    readonly resource: AtomResource;
    /** Keys of conditions, in small letters. */
    readonly condition: readonly string[];
    readonly grant: DrawnGrant;
    /** Numbers in the grant's lists; of `isNot`, the action has none. */
    readonly action?: number;
    readonly on: number;
    /** The identity, by its own drawing. */
    readonly role: string;
    /** The line that tells of it, where what it is done to says so itself: a resource's own policy. */
    readonly edge?: DrawnEdge;
}

export interface AtomResource {
    readonly node?: string;
    /** What a wildcard's node covers. */
    readonly covers: readonly string[];
    readonly isWild: boolean;
    readonly pattern?: string;
    readonly part: string;
    /** The same where its texts name what is renamed. */
    readonly renamed?: AtomResource;
}

/** Every grant of a drawing, without those whose every request is denied. */
export function atomsOf(
    view: View,
    other: View,
): { readonly allows: readonly Atom[]; readonly denials: readonly Atom[] } {
    const own = view.drawing.roles.flatMap(({ node, grants }) =>
        grants.flatMap((grant) => atomsOfGrant(node, grant, view, other)),
    );
    const byResources = grantsOfResources(view).flatMap(({ edge, grant }) =>
        atomsOfGrant(edge.from, grant, view, other).map((atom): Atom => ({ ...atom, edge })),
    );
    const all = [...own, ...byResources];
    const denials = all.filter(({ effect }) => effect === "Deny");
    const firm = denials.filter(({ condition }) => condition.length === 0);
    const allows = all.filter((one) => one.effect === "Allow" && !firm.some((denial) => isWithin(one, denial)));
    return { allows, denials };
}

/** What lines tell that no identity's statement does: the policies of what it is done to. */
function grantsOfResources({ drawing }: View): readonly { readonly edge: DrawnEdge; readonly grant: DrawnGrant }[] {
    const known = new Set(
        drawing.roles.flatMap(({ node, grants }) => grants.map(({ urn, path }) => JSON.stringify([node, urn, path]))),
    );
    const lines = drawing.edges.filter(({ kind, awaits }) => (kind === "may" || kind === "passes") && !awaits);
    return lines.flatMap((edge) => {
        const { from, to, actions, levels, guard, via } = edge;
        const other = via.filter(({ urn, path }) => !known.has(JSON.stringify([from, urn, path])));
        return other.slice(0, 1).map(({ urn, path, statement = "" }) => ({
            edge,
            grant: {
                ...{ urn, path, statement, actions, levels, effect: "Allow" as const },
                resources: [{ node: to }],
                condition: guard === undefined ? [] : [guard],
                ...(edge.isQuiet && { isQuiet: true as const }),
            },
        }));
    });
}

function atomsOfGrant(role: string, grant: DrawnGrant, view: View, other: View): readonly Atom[] {
    const isNot = grant.isNot === true;
    const common = {
        identity: view.idOf(role),
        role,
        effect: grant.effect,
        isNot,
        grant,
        condition: grant.condition.map((key) => key.toLowerCase()).sort(),
    };
    return grant.resources.flatMap((given, on) => {
        const resource = resourceOf(given, view, other);
        const actions = grant.actions.map((action) => action.toLowerCase());
        if (isNot) return [{ ...common, resource, on, actions: actions.sort() }];
        return actions.map((action, number) => ({ ...common, resource, on, action: number, actions: [action] }));
    });
}

function resourceOf(
    { node, pattern, part = "" }: DrawnGrant["resources"][number],
    view: View,
    other: View,
): AtomResource {
    const drawn = node === undefined ? undefined : view.nodeOf(node);
    const id = node === undefined ? undefined : view.idOf(node);
    const arn = pattern ?? ELSEWHERE.exec(node ?? "")?.[1];
    const resource = (textOf: (text: string) => string): AtomResource => ({
        ...(id !== undefined && { node: id }),
        ...(arn !== undefined && { pattern: textOf(arn) }),
        // A wildcard covers what either drawing has of such resources.
        covers: unique([...(drawn?.covers ?? []).map(view.idOf), ...(id === undefined ? [] : other.coversOf(id))]),
        isWild: drawn?.isWild === true,
        part: textOf(part),
    });
    const [own, renamed] = [resource(view.textOf), resource(view.renamedTextOf)];
    const isOther = renamed.pattern !== own.pattern || renamed.part !== own.part;
    return isOther ? { ...own, renamed } : own;
}

/** The id of a node that is known by its ARN alone. */
const ELSEWHERE = /^elsewhere:(?:.*?:)??(arn:.*)$/s;

function unique(all: readonly string[]): readonly string[] {
    return [...new Set(all)];
}

/** The same for grants of the same, whatever the conditions. */
export function keyOf({ identity, effect, isNot, actions, resource }: Atom): string {
    const { node, pattern, part } = resource;
    // A pattern says what is meant, whatever stands for it.
    return JSON.stringify([identity, effect, isNot, actions, pattern === undefined ? node : "", pattern, part]);
}

/** Is all that `one` is about within what `other` is about? Conditions and effects aside. */
export function isWithin(one: Atom, other: Atom): boolean {
    const isWho = one.edge ? includersOf(one.identity).includes(other.identity) : one.identity === other.identity;
    return isWho && areActionsWithin(one, other) && isResourceWithin(one.resource, other.resource);
}

function areActionsWithin(one: Atom, other: Atom): boolean {
    if (other.isNot) {
        // All but some: nothing of those may be among what the other grants.
        if (one.isNot) return other.actions.every((left) => one.actions.some((own) => includes(own, left)));
        return one.actions.every((own) => !other.actions.some((left) => meet(left, own)));
    }
    if (one.isNot) return other.actions.some((action) => action === "*");
    return one.actions.every((own) => other.actions.some((action) => includes(action, own)));
}

function isResourceWithin(one: AtomResource, other: AtomResource): boolean {
    if (isOneWithin(one, other)) return true;
    if (one.renamed && isOneWithin(one.renamed, other)) return true;
    return other.renamed !== undefined && isOneWithin(one, other.renamed);
}

function isOneWithin(one: AtomResource, other: AtomResource): boolean {
    if (other.pattern === "*" && other.part === "") return true;
    if (one.pattern !== undefined && other.pattern !== undefined)
        return includes(other.pattern + other.part, one.pattern + one.part);
    if (one.node === undefined || other.node === undefined) return false;
    const isPart = one.part === other.part || (other.part !== "" && includes(other.part, one.part));
    // A node with a pattern stands for less than the node, unless it covers all that it is.
    if (one.node === other.node) return isPart && (other.pattern === undefined || one.pattern === other.pattern);
    return one.pattern === undefined && other.covers.includes(one.node) && (other.part === "" || isPart);
}

/** Is there a request that both are about? */
export function overlap(one: Atom, other: Atom): boolean {
    if (one.identity !== other.identity) return false;
    const isSome = (a: Atom, b: Atom) => !a.isNot && a.actions.some((own) => b.actions.some((two) => meet(own, two)));
    const areActions =
        one.isNot || other.isNot ? !(areOnlyExcepted(one, other) || areOnlyExcepted(other, one)) : isSome(one, other);
    if (!areActions) return false;
    const [a, b] = [one.resource, other.resource];
    if (isResourceWithin(a, b) || isResourceWithin(b, a)) return true;
    if (a.pattern !== undefined && b.pattern !== undefined) return meet(a.pattern + a.part, b.pattern + b.part);
    if (a.node !== undefined && a.node === b.node) return meet(a.part, b.part);
    if (a.covers.includes(b.node ?? "") || b.covers.includes(a.node ?? "")) return true;
    return a.covers.some((node) => node === b.node || b.covers.includes(node));
}

/** Is every action of `one` among those that `other` excepts? */
function areOnlyExcepted(one: Atom, other: Atom): boolean {
    return other.isNot && !one.isNot && one.actions.every((own) => other.actions.some((left) => includes(left, own)));
}
