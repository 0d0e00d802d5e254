/** A map of which the keys are known, and each value is worked out when it is first asked for. */
export class OnDemand<K, V> implements ReadonlyMap<K, V> {
    private readonly found = new Map<K, V>();

    constructor(
        private readonly all: ReadonlySet<K>,
        private readonly compute: (key: K) => V,
    ) {}

    get size(): number {
        return this.all.size;
    }

    has(key: K): boolean {
        return this.all.has(key);
    }

    get(key: K): V | undefined {
        return this.all.has(key) ? this.worked(key) : undefined;
    }

    keys(): SetIterator<K> {
        return this.all.keys();
    }

    *values(): MapIterator<V> {
        for (const key of this.all) yield this.worked(key);
    }

    *entries(): MapIterator<[K, V]> {
        for (const key of this.all) yield [key, this.worked(key)];
    }

    [Symbol.iterator](): MapIterator<[K, V]> {
        return this.entries();
    }

    forEach(each: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
        for (const [key, value] of this) each(value, key, this);
    }

    private worked(key: K): V {
        const known = this.found.get(key);
        if (known !== undefined) return known;
        const value = this.compute(key);
        this.found.set(key, value);
        return value;
    }
}
