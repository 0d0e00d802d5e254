/** What identities may do by one drawing and not by the other. */
import { type Atom, keyOf } from "./atom";
import { atomsOf } from "./atoms";
import { isHeldTo, loosenings, unmet } from "./conditions";
import { includersOf } from "./everybody";
import { type FoundGrant, type Fresh, joined } from "./grant-changes";
import type { View } from "./view";
import { isWithin, overlap } from "./within";

/** The grants of `own` that `other` has not, whole statements together. */
export function newGrants(own: View, other: View): readonly FoundGrant[] {
    const [here, there] = [atomsOf(own, other), atomsOf(other, own)];
    const had = byIdentity(there.allows);
    const beyond = byIdentity(there.beyond);
    const isHad = (atom: Atom, { all }: Known) =>
        all.some((one) => isWithin(atom, one) && isHeldTo(atom.bounds, one.bounds));
    const fresh = onceEach(here.allows)
        .flatMap((atom) => freshOf(atom, had(atom)))
        .map((one): Fresh => (isHad(one.atom, beyond(one.atom)) ? { ...one, isUnbound: true } : one));
    const left = byIdentity(here.denials);
    const isFresh = new Set(fresh.map(({ atom }) => atom));
    const kept = byIdentity(here.allows.filter((atom) => !isFresh.has(atom)));
    const undenied = there.denials.flatMap((denial): readonly Fresh[] => {
        const includers = left(denial).all.filter((one) => isWithin(denial, one));
        if (includers.some((one) => isHeldTo(denial.bounds, one.bounds))) return [];
        if (!kept(denial).all.some((one) => overlap(one, denial))) return [];
        // Of the same keys, other values deny less.
        const values = includers.map((one) => loosenings(denial.bounds, one.bounds)).find(isOfValues)?.values ?? [];
        return [{ atom: denial, change: "new", inner: [], dropped: [], values }];
    });
    return [...joined(fresh, own, other), ...joined(undenied, other, other)];
}

function isOfValues({ dropped, values }: ReturnType<typeof loosenings>): boolean {
    return dropped.length === 0 && values.length > 0;
}

/** What two statements say alike, the first says. */
function onceEach(atoms: readonly Atom[]): readonly Atom[] {
    const byText = new Map([...atoms].reverse().map((one) => [`${keyOf(one)} ${JSON.stringify(one.bounds)}`, one]));
    return [...byText.values()].reverse();
}

interface Known {
    readonly all: readonly Atom[];
    readonly same: ReadonlyMap<string, readonly Atom[]>;
    /** Those that may include others than themselves. */
    readonly wide: readonly Atom[];
}

const NONE: Known = { all: [], same: new Map(), wide: [] };

/** Looks up the atoms of an identity. */
function byIdentity(atoms: readonly Atom[]): (of: Atom) => Known {
    const groups = new Map<string, Atom[]>();
    for (const atom of atoms) {
        const group = groups.get(atom.identity);
        if (group) group.push(atom);
        else groups.set(atom.identity, [atom]);
    }
    const known = new Map(
        [...groups].map(([identity, all]): [string, Known] => {
            const same = new Map<string, Atom[]>();
            for (const atom of all) same.set(keyOf(atom), [...(same.get(keyOf(atom)) ?? []), atom]);
            return [identity, { all, same, wide: all.filter(isWide) }];
        }),
    );
    return ({ identity, edge }) => {
        const own = known.get(identity) ?? NONE;
        if (!edge) return own;
        // Whoever includes him may stand for him.
        const others = includersOf(identity).flatMap((id) => (id === identity ? [] : (known.get(id)?.all ?? [])));
        return { ...own, all: [...own.all, ...others], wide: [...own.wide, ...others] };
    };
}

function isWide({ isNot, actions, resource }: Atom): boolean {
    const { isWild, pattern = "", part } = resource;
    return isNot || isWild || /[*?]/.test(actions.join() + pattern + part);
}

function freshOf(atom: Atom, { all, same, wide }: Known): readonly Fresh[] {
    const includers = [...(same.get(keyOf(atom)) ?? []), ...wide.filter((one) => isWithin(atom, one))];
    if (includers.some(({ bounds }) => isHeldTo(atom.bounds, bounds))) return [];
    const asked = ({ bounds }: Atom) => unmet(atom.bounds, bounds).length;
    const [closest] = [...includers].sort((a, b) => asked(a) - asked(b));
    if (closest) return [{ atom, change: "condition", inner: [], ...loosenings(atom.bounds, closest.bounds) }];
    const inner = isWide(atom) ? all.filter((one) => isWithin(one, atom)) : [];
    return [{ atom, change: inner.length > 0 ? "wider" : "new", inner, dropped: [], values: [] }];
}
