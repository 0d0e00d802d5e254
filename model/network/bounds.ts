import { ALL_TRAFFIC, type Traffic, traffic, unionOfTraffic } from "./traffic";

/**
 * A set of packets of which not all is known: what is in it for certain, what may be in it at most, and the places that
 * would tell. Where nothing is unknown both are the same.
 */
export interface Bounds {
    readonly certain: Traffic;
    readonly possible: Traffic;
    readonly awaits: readonly string[];
}

export const NOTHING: Bounds = { certain: traffic.empty, possible: traffic.empty, awaits: [] };

export function exactly(set: Traffic): Bounds {
    return { certain: set, possible: set, awaits: [] };
}

/** It may be any part of the set. */
export function atMost(set: Traffic, ...awaits: readonly string[]): Bounds {
    return { certain: traffic.empty, possible: set, awaits };
}

export function eitherOf(...parts: readonly Bounds[]): Bounds {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const certain = unionOfTraffic(parts.map((part) => part.certain));
    const possible = parts.every(isExact) ? certain : unionOfTraffic(parts.map((part) => part.possible));
    return { certain, possible, awaits: placesOf(parts) };
}

export function bothOf(first: Bounds, ...others: readonly Bounds[]): Bounds {
    return others.reduce((one, other) => {
        if (holdsNothingBack(other)) return one;
        if (holdsNothingBack(one)) return other;
        const certain = meet(one.certain, other.certain);
        const possible = isExact(one) && isExact(other) ? certain : meet(one.possible, other.possible);
        return { certain, possible, awaits: placesOf([one, other]) };
    }, first);
}

/** Told by the objects: most networks are known, and then all is worked out once. */
function isExact({ certain, possible }: Bounds): boolean {
    return certain === possible;
}

/** What holds nothing back is met often. */
function holdsNothingBack({ certain, awaits }: Bounds): boolean {
    return certain === ALL_TRAFFIC && awaits.length === 0;
}

function meet(one: Traffic, other: Traffic): Traffic {
    if (one === ALL_TRAFFIC) return other;
    return other === ALL_TRAFFIC ? one : traffic.intersect(one, other);
}

/** One of them, but nobody knows which. */
export function oneOf(parts: readonly Bounds[]): Bounds {
    const [only] = parts;
    if (only && parts.length === 1) return only;
    const certain = parts.length === 0 ? traffic.empty : parts.map((part) => part.certain).reduce(meet);
    return { certain, possible: unionOfTraffic(parts.map((part) => part.possible)), awaits: placesOf(parts) };
}

/** None of it for certain, where something has yet to tell whether it holds at all. */
export function pending(awaits: readonly string[], set: Bounds): Bounds {
    return awaits.length === 0 ? set : atMost(set.possible, ...awaits, ...set.awaits);
}

/** What is in the one and not in the other. */
export function less(from: Bounds, other: Bounds): Bounds {
    const certain = traffic.subtract(from.certain, other.possible);
    const possible = isExact(from) && isExact(other) ? certain : traffic.subtract(from.possible, other.certain);
    return { certain, possible, awaits: placesOf([from, other]) };
}

function placesOf(parts: readonly Bounds[]): readonly string[] {
    if (parts.every(({ awaits }) => awaits.length === 0)) return [];
    return [...new Set(parts.flatMap(({ awaits }) => awaits))];
}
