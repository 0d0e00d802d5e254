import type { Value } from "../values";
import { isSecret, type Suspicion } from "./suspect";

/** A place in a tree of properties, with the name under which it stands and what speaks for a secret there. */
export interface Suspect extends Suspicion {
    readonly at: Value;
    readonly name: string;
}

/** Keys under which references to secrets stand, never secrets: ECS, Batch, App Runner, Kubernetes. */
const REFERENCES: ReadonlySet<string> = new Set(["secrets", "secretOptions", "valueFrom"]);
const DEEPEST = 16;

/**
 * Every text, and every unknown, in a tree of properties, by the name that it has there: the key, or what a pair of `name` and `value`
 * says. Words of a command are one text. What stands at the root has the name given.
 */
export function* suspectsIn(name: string, value: Value, depth = DEEPEST): Iterable<Suspect> {
    const known = value.known();
    if (depth === 0 || value.state === "absent") return;
    if (typeof known === "string") return yield* inText(name, value, depth);
    if (typeof known !== "object") {
        if (value.state === "unknown") yield { ...isSecret(name, value), at: value, name };
        return;
    }
    const words = wordsOf(value);
    if (words !== undefined) yield { ...isSecret(name, value.holding(words)), at: value, name };
    else if (Array.isArray(known)) for (const item of value.items()) yield* suspectsIn(name, item, depth - 1);
    else yield* inMembers(value, depth);
}

/** Of a JSON document each place by itself; where none is suspected, and of any other text, the text as a whole. */
function* inText(name: string, text: Value, depth: number): Iterable<Suspect> {
    const json = text.json();
    const within = typeof json?.known() === "object" ? [...suspectsIn(name, json, depth - 1)] : [];
    const suspected = within.filter(({ is }) => is.is === "yes");
    if (suspected.length > 0) yield* suspected;
    else yield { ...isSecret(name, text), at: text, name };
}

function* inMembers(object: Value, depth: number): Iterable<Suspect> {
    const called = nameIn(object);
    for (const [key, value] of object.entries()) {
        if (REFERENCES.has(key)) continue;
        yield* suspectsIn(called !== undefined && /^value$/i.test(key) ? called : key, value, depth - 1);
    }
}

/** `{ name: "DB_PASSWORD", value: "…" }`, as lists of variables, parameters, headers and settings have it. */
function nameIn(object: Value): string | undefined {
    for (const key of ["name", "Name", "key", "Key", "parameterKey", "ParameterKey", "parameterName"]) {
        const name = object.get(key).text();
        if (name !== undefined) return name;
    }
    return undefined;
}

/** The words of a command as one line; undefined for any other list. A word with spaces is an argument of its own. */
function wordsOf(list: Value): string | undefined {
    const items = list.items();
    if (!Array.isArray(list.known()) || items.length < 2) return undefined;
    const words = items.map((item) => item.scalar());
    if (!words.every((word) => word !== undefined)) return undefined;
    return words.map((word) => (/^[^\s"']+$/.test(word) ? word : JSON.stringify(word))).join(" ");
}
