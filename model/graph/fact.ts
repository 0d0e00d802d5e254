import type { ResourceType } from "../aws";
import type { Stack } from "./stack";

/** What is true of a stack, with the types that it is read from: a stack without any of them has nothing to tell. */
export interface Fact<F = unknown> {
    (stack: Stack): F;
    readonly types: readonly ResourceType[];
}

/** Declares a fact by the types, or other facts, that it is read from. It is computed once a stack, when first asked for. */
export function fact<F>(from: readonly (ResourceType | Fact)[], compute: (stack: Stack) => F): Fact<F> {
    const ask = (stack: Stack): F => stack.once(ask, compute);
    return Object.assign(ask, { types: typesAmong(from) });
}

/** The types among types and facts, each once. */
export function typesAmong(from: readonly (ResourceType | Fact)[]): readonly ResourceType[] {
    const types = from.flatMap((one) => (typeof one === "function" ? one.types : [one]));
    return [...new Map(types.map((type) => [type.token, type])).values()];
}
