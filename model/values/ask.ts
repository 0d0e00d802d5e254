/** Questions about a value, from the weakest (is it there?) to the strongest (is it this?); rules ask the weakest. */
import { type Answer, all, answer, any, no, undecided, yes } from "./answer";
import type { Value } from "./value";

/** Decidable even where the value is unknown. */
export function present(value: Value): Answer {
    return answer(value.state !== "absent");
}

/** Is it there, and no empty text or list, which the provider takes for nothing? An unknown value is the output of something. */
export function filled(value: Value): Answer {
    const known: unknown = value.known();
    return answer(value.state !== "absent" && known !== "" && !(Array.isArray(known) && known.length === 0));
}

export function absent(value: Value): Answer {
    return answer(value.state === "absent");
}

/** Does the predicate hold of its text, be it a number's or a boolean's? Of a list or an object, and where absent: no. */
export function holds(value: Value, predicate: (text: string) => boolean): Answer {
    if (value.state === "unknown") return undecided(value.place);
    const text = value.scalar();
    return answer(text !== undefined && predicate(text));
}

/** Is it one of these, whether it came as a number or as text? */
export function equals(value: Value, ...accepted: readonly (string | number)[]): Answer {
    return holds(value, (text) => accepted.some((one) => String(one) === text));
}

/** Is it switched on? `whenAbsent` is the provider's default. */
export function isTrue(value: Value, whenAbsent: boolean): Answer {
    return flag(value, true, whenAbsent);
}

/** Is it switched off? `whenAbsent` is the provider's default. */
export function isFalse(value: Value, whenAbsent: boolean): Answer {
    return flag(value, false, !whenAbsent);
}

/** Is some element so? An unknown list is undecided; an unknown element hides none of the others. */
export function some<T>(list: Value<readonly T[]>, question: (element: Value<T>) => Answer): Answer {
    if (list.state === "unknown") return undecided(list.place);
    return any(...list.items().map((element) => question(element as Value<T>)));
}

/** Is every element so? Of an empty or absent list, yes. */
export function every<T>(list: Value<readonly T[]>, question: (element: Value<T>) => Answer): Answer {
    if (list.state === "unknown") return undecided(list.place);
    return all(...list.items().map((element) => question(element as Value<T>)));
}

function flag(value: Value, wanted: boolean, whenAbsent: boolean): Answer {
    if (value.state === "absent") return answer(whenAbsent);
    if (value.state === "unknown") return undecided(value.place);
    return value.boolean() === wanted ? yes : no;
}
