import { type Answer, answer, any, equals, no, present, type Value, yes } from "../../values";
import { type Named, pathOf } from "../place";
import { valuesAt } from "../values-at";

/** The resource that a condition is asked of: as a whole, also where the setting is one of several, as of each disk. */
export interface Subject {
    readonly root: Value;
    /** The provider's major version, where the engine tells it; else the newest is meant. */
    readonly providerMajor: number | undefined;
}

/** A question about a resource of a type, as rows ask it. */
export interface Condition<T> {
    /** The inputs that it reads, for a test that they exist. */
    readonly paths: readonly string[];
    readonly holds: (subject: Subject) => Answer;
    /** Never there at run time; it ties the condition to the inputs that it reads. */
    readonly of?: (inputs: T) => void;
}

/** What absent means: the setting is as it should be. */
export const good: Condition<unknown> = { paths: [], holds: () => yes };

/** What absent means: the setting is not as it should be. */
export const bad: Condition<unknown> = { paths: [], holds: () => no };

/** Made from something else, by any of these properties, whose setting it takes over. */
export function inherited<T>(...from: readonly Named<T>[]): Condition<T> {
    return ofSome(from, present);
}

/** A property has one of these values: an engine, a mode. */
export function when<T>(property: Named<T>, ...values: readonly string[]): Condition<T> {
    return ofSome([property], (value) => equals(value, ...values));
}

/** From this major version of the provider on. */
export function fromVersion(major: number): Condition<unknown> {
    return { paths: [], holds: ({ providerMajor }) => answer((providerMajor ?? major) >= major) };
}

export function either<T>(...conditions: readonly Condition<NoInfer<T>>[]): Condition<T> {
    return {
        paths: conditions.flatMap(({ paths }) => paths),
        holds: (subject) => any(...conditions.map(({ holds }) => holds(subject))),
    };
}

function ofSome<T>(named: readonly Named<T>[], question: (value: Value) => Answer): Condition<T> {
    const paths = named.map(pathOf);
    return { paths, holds: ({ root }) => any(...paths.flatMap((path) => valuesAt(root, path).map(question))) };
}
