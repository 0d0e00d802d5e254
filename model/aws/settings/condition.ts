import {
    type Answer,
    all,
    answer,
    any,
    equals,
    filled,
    isTrue,
    no,
    not,
    undecided,
    type Value,
    yes,
} from "../../values";
import { type Located, type Named, type Place, pathOf, pathsOf } from "../place";
import { programName, type ResourceType } from "../resource-type";
import type { Good } from "./good";
import { read, type Subject } from "./subject";

/** A question about a resource of a type, as rows ask it. */
export interface Condition<T> {
    /** When it holds, for the documentation: `with snapshotIdentifier`, `where engine is mysql`. */
    readonly words: string;
    /** The inputs that it reads, for a test that they exist. */
    readonly paths: readonly string[];
    /** Types of other resources of the stack that it reads: only a rule on the stack can ask it. */
    readonly others?: readonly ResourceType[];
    readonly holds: (subject: Subject) => Answer;
    /** Never there at run time; it ties the condition to the inputs that it reads. */
    readonly of?: (inputs: T) => void;
}

/** What absent means: the setting is as it should be. */
export const good: Condition<unknown> = { words: "always", paths: [], holds: () => yes };

/** What absent means: the setting is not as it should be. */
export const bad: Condition<unknown> = { words: "never", paths: [], holds: () => no };

/** Made from something else, by any of these properties, whose setting it takes over; an empty text is nothing. */
export function inherited<T>(...from: readonly Named<T>[]): Condition<T> {
    return ofSome(from, filled, (paths) => `as its origin is, with ${paths.join(" or ")}`);
}

/** Any of these properties is given; an empty text is none. */
export function given<T>(...properties: readonly Named<T>[]): Condition<T> {
    return ofSome(properties, filled, (paths) => `with ${paths.join(" or ")}`);
}

/** A property has one of these values: an engine, a mode. */
export function when<T>(property: Named<T>, ...values: readonly string[]): Condition<T> {
    return ofSome(
        [property],
        (value) => equals(value, ...values),
        ([path]) => `where ${path} is ${values.join(" or ")}`,
    );
}

/** Any of these properties is switched on; absent, it is not. */
export function switchedOn<T>(...properties: readonly Named<T>[]): Condition<T> {
    return ofSome(
        properties,
        (value) => isTrue(value, false),
        (paths) => `where ${paths.join(" or ")} is true`,
    );
}

/** From this major version of the provider on. */
export function fromVersion(major: number): Condition<unknown> {
    return {
        words: `from version ${major} of the provider on`,
        paths: [],
        holds: ({ providerMajor }) => answer((providerMajor ?? major) >= major),
    };
}

/** Pulumi refuses to delete it: `protect: true` among the resource's options. */
export const keptByPulumi: Condition<unknown> = {
    words: "where Pulumi protects it",
    paths: [],
    holds: ({ protect }) => answer(protect === true),
};

export function either<T>(...conditions: readonly Condition<NoInfer<T>>[]): Condition<T> {
    return joined(conditions, " or ", (subject) => any(...conditions.map(({ holds }) => holds(subject))));
}

export function both<T>(...conditions: readonly Condition<NoInfer<T>>[]): Condition<T> {
    return joined(conditions, " and ", (subject) => all(...conditions.map(({ holds }) => holds(subject))));
}

export function unless<T>(condition: Condition<T>): Condition<T> {
    return {
        ...condition,
        words: `not ${condition.words}`,
        holds: (subject) => not(condition.holds(subject)),
    };
}

/**
 * A resource of its own says it: one of this type names this resource. What it says is judged by a row of its own, unless only one
 * that says this settles it.
 */
export function companion<C>(type: ResourceType<C>, names: Named<C>, says: Condition<C> = good): Condition<unknown> {
    return naming(type, () => pathOf(names), says);
}

/** The same by a path as `valuesAt` reads it, from a table of such places. */
export function companionAt<C>(type: ResourceType<C>, path: string, says: Condition<C> = good): Condition<unknown> {
    return naming(type, () => path, says);
}

function naming<C>(type: ResourceType<C>, path: () => string, says: Condition<C>): Condition<unknown> {
    let known: string | undefined;
    return {
        words: `with ${programName(type)}${saying(says)}`,
        paths: [],
        others: [type],
        holds: ({ around }) => {
            known ??= path();
            return around?.someNaming(type, known, says.holds) ?? no;
        },
    };
}

/** What it is made of, a resource of this type that it names, says this: an instance's image. */
export function of<T, C>(type: ResourceType<C>, names: Named<T>, says: Condition<C>): Condition<T> {
    const path = pathOf(names);
    return {
        words: `of ${programName(type)}${saying(says)}`,
        paths: [path],
        others: [type],
        holds: (subject) => any(...read(subject, path).map((at) => subject.around?.named(at, type, says.holds) ?? no)),
    };
}

/** It is set for the whole account or region, by a resource of this type in the stack. */
export function accountWide<C>(type: ResourceType<C>, says: Condition<C> = good): Condition<unknown> {
    return {
        words: `with ${programName(type)} in the stack${saying(says)}`,
        paths: [],
        others: [type],
        holds: ({ around }) => around?.someOf(type, says.holds) ?? no,
    };
}

/** A resource of this type is about the same thing, as it has the same at these places, and says this: a stage and its methods. */
export function sharing<C>(
    type: ResourceType<C>,
    places: (inputs: Place<C>) => readonly Located[],
    says: Condition<C>,
): Condition<unknown> {
    const paths = pathsOf(places);
    const same = (subject: Subject, other: Subject) =>
        all(...paths.flatMap((path) => read(subject, path).map((one) => isAmong(one, read(other, path)))));
    return {
        words: `with ${programName(type)} of the same ${paths.join(" and ")}${saying(says)}`,
        paths,
        others: [type],
        holds: (subject) => subject.around?.someOf(type, (other) => all(says.holds(other), same(subject, other))) ?? no,
    };
}

function isAmong(value: Value, others: readonly Value[]): Answer {
    const text = value.scalar();
    if (text === undefined) return value.state === "unknown" ? undecided(value.place) : no;
    return any(...others.map((other) => equals(other, text)));
}

/** Something good is said: `says((volume) => volume.encrypted, on)`. Where nothing is, `otherwise`. */
export function says<T>(
    property: (inputs: Place<T>) => Located,
    isGood: Good,
    otherwise: Condition<NoInfer<T>> = bad,
): Condition<T> {
    return reading(
        () => [pathOf(property)],
        ([path]) => `where ${path} is ${isGood.words}`,
        (value, subject) => (value.state === "absent" ? otherwise.holds(subject) : isGood(value)),
    );
}

function ofSome<T>(
    named: readonly Named<T>[],
    question: (value: Value) => Answer,
    words: (paths: readonly string[]) => string,
): Condition<T> {
    return reading(() => named.map(pathOf), words, question);
}

/** Asks of what stands at some places. Their paths, and the words, are worked out when they are asked for: each start of the pack makes hundreds. */
function reading(
    places: () => readonly string[],
    words: (paths: readonly string[]) => string,
    question: (value: Value, subject: Subject) => Answer,
): Condition<unknown> {
    let known: readonly string[] | undefined;
    const paths = () => {
        known ??= places();
        return known;
    };
    return {
        get words() {
            return words(paths());
        },
        get paths() {
            return paths();
        },
        holds: (subject) => {
            const answers: Answer[] = [];
            for (const path of paths()) for (const value of read(subject, path)) answers.push(question(value, subject));
            return any(...answers);
        },
    };
}

function joined(
    conditions: readonly Condition<never>[],
    word: string,
    holds: Condition<never>["holds"],
): Condition<unknown> {
    const others = conditions.flatMap((condition) => condition.others ?? []);
    return {
        get words() {
            return conditions.map(({ words }) => words).join(word);
        },
        get paths() {
            return conditions.flatMap(({ paths }) => paths);
        },
        ...(others.length > 0 && { others }),
        holds,
    };
}

function saying(condition: Condition<never>): string {
    return condition === good ? "" : `, ${condition.words}`;
}
