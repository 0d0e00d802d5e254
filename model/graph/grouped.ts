/** By what each is about, be it a resource or a name: all that are about it. */
export function grouped<T, K>(pairs: readonly (readonly [T, readonly K[]])[]): ReadonlyMap<K, readonly T[]> {
    const found = new Map<K, T[]>();
    for (const [one, keys] of pairs) {
        for (const key of keys) {
            const same = found.get(key);
            if (same) same.push(one);
            else found.set(key, [one]);
        }
    }
    return found;
}
