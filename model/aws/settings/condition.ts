import { type Answer, answer, any, equals, no, present, type Value, yes } from "../../values";
import { type Named, pathOf } from "../place";

/** The resource that a condition is asked of. */
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
    const paths = from.map(pathOf);
    return { paths, holds: ({ root }) => any(...paths.map((path) => present(root.down(path)))) };
}

/** A property has one of these values: an engine, a mode. */
export function when<T>(property: Named<T>, ...values: readonly string[]): Condition<T> {
    const path = pathOf(property);
    return { paths: [path], holds: ({ root }) => equals(root.down(path), ...values) };
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
