import type { Resource } from "./resource";

/** By resource, what is about it. */
export function grouped<T>(pairs: readonly (readonly [T, readonly Resource[]])[]): ReadonlyMap<Resource, readonly T[]> {
    const found = new Map<Resource, T[]>();
    for (const [one, resources] of pairs) {
        for (const resource of resources) {
            const same = found.get(resource);
            if (same) same.push(one);
            else found.set(resource, [one]);
        }
    }
    return found;
}
