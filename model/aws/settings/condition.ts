import { type Answer, all, answer, any, equals, filled, isTrue, no, not, present, type Value, yes } from "../../values";
import { type Located, type Named, type Place, pathOf } from "../place";
import type { ResourceType } from "../resource-type";
import { read, type Subject } from "./subject";

/** A question about a resource of a type, as rows ask it. */
export interface Condition<T> {
    /** The inputs that it reads, for a test that they exist. */
    readonly paths: readonly string[];
    /** Types of other resources of the stack that it reads: only a rule on the stack can ask it. */
    readonly others?: readonly ResourceType[];
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

/** Any of these properties is given; an empty text is none. */
export function given<T>(...properties: readonly Named<T>[]): Condition<T> {
    return ofSome(properties, filled);
}

/** A property has one of these values: an engine, a mode. */
export function when<T>(property: Named<T>, ...values: readonly string[]): Condition<T> {
    return ofSome([property], (value) => equals(value, ...values));
}

/** Any of these properties is switched on; absent, it is not. */
export function switchedOn<T>(...properties: readonly Named<T>[]): Condition<T> {
    return ofSome(properties, (value) => isTrue(value, false));
}

/** From this major version of the provider on. */
export function fromVersion(major: number): Condition<unknown> {
    return { paths: [], holds: ({ providerMajor }) => answer((providerMajor ?? major) >= major) };
}

export function either<T>(...conditions: readonly Condition<NoInfer<T>>[]): Condition<T> {
    return { ...joined(conditions), holds: (subject) => any(...conditions.map(({ holds }) => holds(subject))) };
}

export function both<T>(...conditions: readonly Condition<NoInfer<T>>[]): Condition<T> {
    return { ...joined(conditions), holds: (subject) => all(...conditions.map(({ holds }) => holds(subject))) };
}

export function unless<T>(condition: Condition<T>): Condition<T> {
    return { ...joined([condition]), holds: (subject) => not(condition.holds(subject)) };
}

/**
 * A resource of its own says it: one of this type names this resource. What it says is judged by a row of its own, unless only one
 * that says this settles it.
 */
export function companion<C>(type: ResourceType<C>, names: Named<C>, says: Condition<C> = good): Condition<unknown> {
    const path = pathOf(names);
    return {
        paths: [],
        others: [type],
        holds: ({ around }) => around?.someNaming(type, path, says.holds) ?? no,
    };
}

/** The stack has a resource of this type, and one that says this. */
export function inStack<C>(type: ResourceType<C>, says: Condition<C> = good): Condition<unknown> {
    return { paths: [], others: [type], holds: ({ around }) => around?.someOf(type, says.holds) ?? no };
}

/** It is set for the whole account or region, by a resource of this type in the stack. */
export const accountWide = inStack;

/** Asked of a value where the program says something: `says((volume) => volume.encrypted, on)`; absent, `otherwise`. */
export function says<T>(
    property: (inputs: Place<T>) => Located,
    question: (value: Value) => Answer,
    otherwise: Condition<NoInfer<T>> = bad,
): Condition<T> {
    const path = pathOf(property);
    return {
        paths: [path],
        holds: (subject) =>
            any(
                ...read(subject, path).map((value) =>
                    value.state === "absent" ? otherwise.holds(subject) : question(value),
                ),
            ),
    };
}

function ofSome<T>(named: readonly Named<T>[], question: (value: Value) => Answer): Condition<T> {
    const paths = named.map(pathOf);
    return { paths, holds: (subject) => any(...paths.flatMap((path) => read(subject, path).map(question))) };
}

function joined(conditions: readonly Condition<never>[]): Pick<Condition<never>, "paths" | "others"> {
    const others = conditions.flatMap((condition) => condition.others ?? []);
    return { paths: conditions.flatMap(({ paths }) => paths), ...(others.length > 0 && { others }) };
}
