/**
 * How the types of AWS answer what is asked of them all: are they encrypted, private, logged, protected? What a question means is
 * said here, and in the policy that asks it; how a type answers is a row. The rows of one service stand in one file.
 */
import type { Control } from "../../frameworks";
import { type Answer, holds, isFalse, isTrue, not, type Value } from "../../values";
import { type Located, type Place, pathsOf } from "../place";
import type { ResourceType } from "../resource-type";
import type { Condition } from "./condition";

/** What kind of thing a type is. */
export type Kind = "database" | "warehouse" | "broker" | "replication";

/**
 * What is asked of it:
 * - encryptedAtRest: what it stores on disks is encrypted. A member of a cluster has no row: it follows the cluster.
 * - private: it has no address on the internet.
 */
export type Topic = "encryptedAtRest" | "private";

/** Is what a program says at a setting's place as it should be? Unknown is undecided; absent is never asked. */
export type Good = (said: Value) => Answer;

/** Not switched off. What is neither true nor false, the provider refuses. */
export const on: Good = (said) => not(isFalse(said, false));

/** Not switched on. */
export const off: Good = (said) => not(isTrue(said, false));

/** None of these words, in whatever case. */
export function noneOf(...words: readonly string[]): Good {
    return (said) => not(holds(said, (text) => words.some((word) => word.toLowerCase() === text.toLowerCase())));
}

/**
 * A default that AWS changed for the better for what is made from a day on. What was made before stays as it was, and no program says
 * when that was: so a setting that was left to this default is a hint, neither a violation nor a pass.
 */
export interface Change<T> {
    /** The first day of the new default, as in `2026-02-18`. */
    readonly since: string;
    /** Whether the new value holds also where a program asks for the old one. */
    readonly enforced: boolean;
    /** Where the old default holds on. Unknown, it does not. */
    readonly except?: Condition<T>;
    readonly source: string;
}

/** How one type answers. */
export interface Setting<T> {
    /** Where a program says it; of several places, each is judged. */
    readonly at: (inputs: Place<T>) => Located | readonly Located[];
    readonly good: Good;
    /** When it is as it should be although nothing is said: always (`good`), never (`bad`), or under a condition. */
    readonly absent: Condition<T>;
    readonly changed?: Change<T>;
    /** Where the question is asked at all, as of some engines only. */
    readonly only?: Condition<T>;
    /** Reported in the strict profile only, although the policy is not of it. */
    readonly profile?: "strict";
    /** The change that satisfies it, where the policy's own words do not fit. */
    readonly fix?: string;
    /** What this row alone decides of published frameworks. */
    readonly controls?: readonly Control[];
}

/** A setting, whichever type it is of. */
export interface Row extends Omit<Setting<never>, "at"> {
    readonly type: ResourceType;
    readonly kind: Kind;
    readonly topic: Topic;
    /** Where a program says it, as `valuesAt` reads it. */
    readonly paths: readonly string[];
}

/** The rows of a type. Places that differ in what is good there, or in what absent means, are rows of a second call. */
export function settings<T>(
    type: ResourceType<T>,
    kind: Kind,
    topics: { readonly [K in Topic]?: Setting<T> },
): readonly Row[] {
    return Object.entries<Setting<T>>(topics).map(([topic, { at, ...rest }]) => ({
        ...rest,
        type,
        kind,
        topic: topic as Topic,
        paths: pathsOf(at),
    }));
}
