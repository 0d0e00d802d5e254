/** What sets of one kind can do. All are pure. */
export interface Algebra<S> {
    readonly empty: S;
    isEmpty(set: S): boolean;
    equal(one: S, other: S): boolean;
    union(one: S, other: S): S;
    intersect(one: S, other: S): S;
    subtract(from: S, other: S): S;
}

/** A stretch of an axis, both ends included, with the set that stands all along it. */
export interface Piece<N extends number | bigint, S> {
    readonly from: N;
    readonly to: N;
    readonly is: S;
}

/** A set that varies along an axis: pieces in their order, apart from each other; nothing stands between them. */
export type Pieces<N extends number | bigint, S> = readonly Piece<N, S>[];

/** An axis of whole numbers. */
export interface Axis<N extends number | bigint> {
    after(n: N): N;
    before(n: N): N;
}

export const WHOLE: Axis<number> = { after: (n) => n + 1, before: (n) => n - 1 };
export const LONG: Axis<bigint> = { after: (n) => n + 1n, before: (n) => n - 1n };

/** Plain membership: what stands along an axis of addresses. */
export const MEMBER: Algebra<boolean> = {
    empty: false,
    isEmpty: (set) => !set,
    equal: (one, other) => one === other,
    union: (one, other) => one || other,
    intersect: (one, other) => one && other,
    subtract: (from, other) => from && !other,
};

/** The algebra of sets that vary along an axis, by that of the sets that stand on it. Linear in the pieces of both. */
export function along<N extends number | bigint, S>(axis: Axis<N>, of: Algebra<S>): Algebra<Pieces<N, S>> {
    type All = Pieces<N, S>;
    const combine = (one: All, other: All, by: (a: S, b: S) => S): All => {
        const found: Piece<N, S>[] = [];
        const add = (from: N, to: N, is: S) => {
            if (of.isEmpty(is)) return;
            const last = found.at(-1);
            if (last && axis.after(last.to) === from && of.equal(last.is, is))
                found[found.length - 1] = { from: last.from, to, is };
            else found.push({ from, to, is });
        };
        let [i, j] = [0, 0];
        let at: N | undefined;
        while (i < one.length || j < other.length) {
            const [a, b] = [one[i], other[j]];
            const starts = [a, b].flatMap((piece) => (piece ? [later(piece.from, at)] : []));
            const from = starts.reduce(earliest);
            const inA = a !== undefined && a.from <= from;
            const inB = b !== undefined && b.from <= from;
            const ends = [a, b].flatMap((piece, which) =>
                piece ? [(which === 0 ? inA : inB) ? piece.to : axis.before(piece.from)] : [],
            );
            const to = ends.reduce(earliest);
            add(from, to, by(inA ? a.is : of.empty, inB ? b.is : of.empty));
            at = axis.after(to);
            if (a && a.to <= to) i++;
            if (b && b.to <= to) j++;
        }
        return found;
    };
    return {
        empty: [],
        isEmpty: (set) => set.length === 0,
        equal: (one, other) =>
            one === other ||
            (one.length === other.length &&
                one.every((piece, index) => {
                    const same = other[index];
                    return same && piece.from === same.from && piece.to === same.to && of.equal(piece.is, same.is);
                })),
        union: (one, other) => {
            if (one.length === 0) return other;
            return other.length === 0 ? one : combine(one, other, of.union);
        },
        intersect: (one, other) => (one.length === 0 || other.length === 0 ? [] : combine(one, other, of.intersect)),
        subtract: (from, other) => (from.length === 0 || other.length === 0 ? from : combine(from, other, of.subtract)),
    };
}

function earliest<N extends number | bigint>(one: N, other: N): N {
    return other < one ? other : one;
}

function later<N extends number | bigint>(one: N, at: N | undefined): N {
    return at !== undefined && at > one ? at : one;
}

/** The union of many, put together in pairs, so that a thousand small sets cost little more than one large one. */
export function unionOf<S>(algebra: Algebra<S>, sets: readonly S[]): S {
    if (sets.length <= 2) {
        const [one = algebra.empty, other = algebra.empty] = sets;
        return sets.length === 2 ? algebra.union(one, other) : one;
    }
    const middle = sets.length >> 1;
    return algebra.union(unionOf(algebra, sets.slice(0, middle)), unionOf(algebra, sets.slice(middle)));
}
