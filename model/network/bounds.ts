import { type Traffic, traffic, unionOfTraffic } from "./traffic";

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
    return {
        certain: unionOfTraffic(parts.map(({ certain }) => certain)),
        possible: unionOfTraffic(parts.map(({ possible }) => possible)),
        awaits: placesOf(parts),
    };
}

export function bothOf(first: Bounds, ...others: readonly Bounds[]): Bounds {
    return others.reduce(
        (one, other) => ({
            certain: traffic.intersect(one.certain, other.certain),
            possible: traffic.intersect(one.possible, other.possible),
            awaits: placesOf([one, other]),
        }),
        first,
    );
}

/** What is in the one and not in the other. */
export function less(from: Bounds, other: Bounds): Bounds {
    return {
        certain: traffic.subtract(from.certain, other.possible),
        possible: traffic.subtract(from.possible, other.certain),
        awaits: placesOf([from, other]),
    };
}

function placesOf(parts: readonly Bounds[]): readonly string[] {
    return [...new Set(parts.flatMap(({ awaits }) => awaits))];
}
