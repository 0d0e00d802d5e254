/** All that a drawing grants and denies, taken apart. */

import type { Atom, AtomResource } from "./atom";
import { piecesWithin } from "./boundaries";
import type { Bound } from "./conditions";
import type { DrawnEdge, DrawnGrant, DrawnRole } from "./drawing";
import type { View } from "./view";
import { isWithin } from "./within";

export interface Atoms {
    /** Every grant of a drawing, without those whose every request is denied; what is left of it within boundaries. */
    readonly allows: readonly Atom[];
    readonly denials: readonly Atom[];
    /** Of identities within a boundary: all that they are granted, whether or not it lets it through. */
    readonly beyond: readonly Atom[];
}

export function atomsOf(view: View, other: View): Atoms {
    const roles = view.drawing.roles.map((role) => atomsOfRole(role, view, other));
    const byResources = grantsOfResources(view).flatMap(({ edge, grant }) =>
        atomsOfGrant(edge.from, grant, view, other).map((atom): Atom => ({ ...atom, edge })),
    );
    const denials = roles.flatMap((one) => one.denials);
    const firm = denials.filter(({ bounds }) => bounds.length === 0);
    const isLeft = (one: Atom) => !firm.some((denial) => isWithin(one, denial));
    return {
        allows: [...roles.flatMap((one) => one.allows), ...byResources].filter(isLeft),
        denials,
        beyond: roles.flatMap((one) => one.beyond).filter(isLeft),
    };
}

function atomsOfRole({ node, grants, boundary }: DrawnRole, view: View, other: View): Atoms {
    const split = (all: readonly DrawnGrant[] = []) => {
        const atoms = all.flatMap((grant) => atomsOfGrant(node, grant, view, other));
        return {
            allows: atoms.filter(({ effect }) => effect === "Allow"),
            denials: atoms.filter(({ effect }) => effect === "Deny"),
        };
    };
    const own = split(grants);
    if (!boundary) return { ...own, beyond: [] };
    if (!boundary.grants) {
        const held: Bound = { key: unreadBoundary(boundary.policy, view) };
        return {
            allows: own.allows.map((one) => ({ ...one, bounds: [...one.bounds, held] })),
            denials: own.denials,
            beyond: [],
        };
    }
    const within = split(boundary.grants);
    return {
        allows: own.allows.flatMap((one) => piecesWithin(one, within.allows)),
        denials: [...own.denials, ...within.denials],
        beyond: own.allows,
    };
}

/** One that cannot be read holds back like a condition that nobody knows. */
function unreadBoundary(policy: string | undefined, view: View): string {
    const name = policy === undefined ? "" : ` ${view.textOf(policy.split(/[/:]/).at(-1) ?? "")}`;
    return `the permissions boundary${name} allows it`;
}

/** What lines tell that no identity's statement does: the policies of what it is done to. */
function grantsOfResources({ drawing }: View): readonly { readonly edge: DrawnEdge; readonly grant: DrawnGrant }[] {
    const known = new Set(
        drawing.roles.flatMap(({ node, grants }) => grants.map(({ urn, path }) => JSON.stringify([node, urn, path]))),
    );
    const lines = drawing.edges.filter(({ kind, awaits }) => (kind === "may" || kind === "passes") && !awaits);
    return lines.flatMap((edge) => {
        const { from, to, actions, levels, guard, via, bounds = [] } = edge;
        const [opener] = via.filter(({ urn, path }) => !known.has(JSON.stringify([from, urn, path])));
        if (!opener) return [];
        const { urn, path, statement = "" } = opener;
        const grant: DrawnGrant = {
            ...{ urn, path, statement, actions, levels, effect: "Allow" },
            resources: [{ node: to }],
            condition: guard === undefined ? [] : [guard],
            ...(edge.isQuiet && { isQuiet: true as const }),
        };
        // Each of several statements is enough; what is open is held to nothing that matters.
        if (bounds.length === 0 || edge.isOpen) return [{ edge, grant }];
        return bounds.map((one) => ({ edge, grant: { ...grant, bounds: one } }));
    });
}

function atomsOfGrant(role: string, grant: DrawnGrant, view: View, other: View): readonly Atom[] {
    const isNot = grant.isNot === true;
    const { excepted = [] } = grant;
    const except = excepted.map((one) => resourceOf(one, [], view, other));
    const common = {
        identity: view.idOf(role),
        role,
        effect: grant.effect,
        isNot,
        grant,
        bounds: view.boundsOf(grant.bounds, grant.condition),
    };
    return grant.resources.flatMap((on) => {
        const resource = resourceOf(on, except, view, other);
        const lower = (actions: readonly string[]) => actions.map((action) => action.toLowerCase()).sort();
        const of = (actions: readonly string[]): Atom => ({
            ...common,
            resource,
            actions: lower(actions),
            shown: { actions, on, excepted },
        });
        return isNot ? [of(grant.actions)] : grant.actions.map((action) => of([action]));
    });
}

function resourceOf(
    given: DrawnGrant["resources"][number],
    except: readonly AtomResource[],
    view: View,
    other: View,
): AtomResource {
    const { node, pattern, part = "" } = given;
    const drawn = node === undefined ? undefined : view.nodeOf(node);
    const id = node === undefined ? undefined : view.idOf(node);
    const arn = pattern ?? ELSEWHERE.exec(node ?? "")?.[1];
    const own = (drawn?.covers ?? given.covers ?? []).map(view.idOf);
    const resource = (textOf: (text: string) => string): AtomResource => ({
        ...(id !== undefined && { node: id }),
        ...(arn !== undefined && { pattern: textOf(arn) }),
        // A wildcard covers what either drawing has of such resources.
        covers: unique([...own, ...(id === undefined ? [] : other.coversOf(id))]),
        isWild: drawn?.isWild === true,
        part: textOf(part),
        except,
    });
    const [asIs, renamed] = [resource(view.textOf), resource(view.renamedTextOf)];
    const isOther = renamed.pattern !== asIs.pattern || renamed.part !== asIs.part;
    return isOther ? { ...asIs, renamed } : asIs;
}

/** The id of a node that is known by its ARN alone. */
const ELSEWHERE = /^elsewhere:(?:.*?:)??(arn:.*)$/s;

function unique(all: readonly string[]): readonly string[] {
    return [...new Set(all)];
}
