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
    /** Stretches in their order, put together where they touch and are the same. */
    const collector = () => {
        const found: Piece<N, S>[] = [];
        const add = (from: N, to: N, is: S) => {
            if (of.isEmpty(is)) return;
            const last = found[found.length - 1];
            if (last && axis.after(last.to) === from && of.equal(last.is, is))
                found[found.length - 1] = { from: last.from, to, is };
            else found.push({ from, to, is });
        };
        return { found, add };
    };
    const union = (one: All, other: All): All => {
        const { found, add } = collector();
        let [i, j] = [0, 0];
        // What is left of each side's next piece begins here.
        let a: N | undefined = one[0]?.from;
        let b: N | undefined = other[0]?.from;
        for (;;) {
            const left: Piece<N, S> | undefined = one[i];
            const right: Piece<N, S> | undefined = other[j];
            if (!left && !right) return found;
            if (left && a !== undefined && (!right || b === undefined || left.to < b)) {
                add(a, left.to, left.is);
                a = one[++i]?.from;
            } else if (right && b !== undefined && (!left || a === undefined || right.to < a)) {
                add(b, right.to, right.is);
                b = other[++j]?.from;
            } else if (left && right && a !== undefined && b !== undefined) {
                if (a < b) add(a, axis.before(b), left.is);
                else if (b < a) add(b, axis.before(a), right.is);
                const [from, to] = [later(a, b), earlier(left.to, right.to)];
                add(from, to, of.union(left.is, right.is));
                a = left.to === to ? one[++i]?.from : axis.after(to);
                b = right.to === to ? other[++j]?.from : axis.after(to);
            }
        }
    };
    const intersect = (one: All, other: All): All => {
        const { found, add } = collector();
        for (let i = 0, j = 0; ; ) {
            const [left, right] = [one[i], other[j]];
            if (!left || !right) return found;
            const [from, to] = [later(left.from, right.from), earlier(left.to, right.to)];
            if (from <= to) add(from, to, of.intersect(left.is, right.is));
            if (left.to <= to) i += 1;
            if (right.to <= to) j += 1;
        }
    };
    const subtract = (all: All, other: All): All => {
        const { found, add } = collector();
        let j = 0;
        for (const { from, to, is } of all) {
            let at = from;
            for (;;) {
                const cut = other[j];
                if (!cut || cut.from > to) break;
                if (cut.to >= at) {
                    if (cut.from > at) add(at, axis.before(cut.from), is);
                    const end = earlier(cut.to, to);
                    add(later(at, cut.from), end, of.subtract(is, cut.is));
                    at = axis.after(end);
                }
                // It may go on into the next piece.
                if (cut.to > to) break;
                j += 1;
            }
            if (at <= to) add(at, to, is);
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
            if (one.length === 0 || one === other) return other;
            return other.length === 0 ? one : union(one, other);
        },
        intersect: (one, other) => {
            if (one.length === 0 || other.length === 0) return [];
            return one === other ? one : intersect(one, other);
        },
        subtract: (from, other) => {
            if (from.length === 0 || other.length === 0) return from;
            return from === other ? [] : subtract(from, other);
        },
    };
}

function earlier<N extends number | bigint>(one: N, other: N): N {
    return other < one ? other : one;
}

function later<N extends number | bigint>(one: N, other: N): N {
    return other > one ? other : one;
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
