/** What values are and what their methods give, without running anything. */
import { type ModuleValue, opaque, type Place, type Scope, type Value } from "./values";

export const TEXT_METHODS: Readonly<Record<string, (text: string, other: string | undefined) => string>> = {
    upper: (one) => one.toUpperCase(),
    lower: (one) => one.toLowerCase(),
    casefold: (one) => one.toLowerCase(),
    title: (one) => one,
    strip: (one, other) => trimmed(one, other, true, true),
    lstrip: (one, other) => trimmed(one, other, true, false),
    rstrip: (one, other) => trimmed(one, other, false, true),
    replace: (one) => one,
    encode: (one) => one,
    removeprefix: (one, other) => (other !== undefined && one.startsWith(other) ? one.slice(other.length) : one),
    removesuffix: (one, other) =>
        other !== undefined && other !== "" && one.endsWith(other) ? one.slice(0, -other.length) : one,
};

function trimmed(one: string, marks: string | undefined, start: boolean, end: boolean): string {
    const isMark = (at: number) => (marks === undefined ? /\s/.test(one[at] ?? "") : marks.includes(one[at] ?? "?"));
    let [from, to] = [0, one.length];
    while (start && from < to && isMark(from)) from++;
    while (end && to > from && isMark(to - 1)) to--;
    return one.slice(from, to);
}

/** Attributes and methods that give back the same, as far as it tells requests apart. */
export const QUIET = new Set([
    "upper",
    "lower",
    "casefold",
    "strip",
    "rstrip",
    "lstrip",
    "title",
    "replace",
    "split",
    "rsplit",
    "partition",
    "rpartition",
    "removeprefix",
    "removesuffix",
    "decode",
    "encode",
    "copy",
    "get",
    "pop",
    "items",
    "values",
    "keys",
    "value",
    "raw_event",
    "startswith",
    "endswith",
    "json",
    "dict",
    "model_dump",
    "setdefault",
    "get_json",
    "to_dict",
    "group",
    "groups",
    "groupdict",
]);

export const STATUSES: Readonly<Record<string, number>> = {
    OK: 200,
    CREATED: 201,
    ACCEPTED: 202,
    NO_CONTENT: 204,
    BAD_REQUEST: 400,
    UNAUTHORIZED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    METHOD_NOT_ALLOWED: 405,
    CONFLICT: 409,
    UNPROCESSABLE_ENTITY: 422,
    INTERNAL_SERVER_ERROR: 500,
    NOT_IMPLEMENTED: 501,
};

export function placeOf(module: ModuleValue, at = 0): Place {
    return { module, at };
}

export function owner(scope: Scope | undefined, name: string): Scope | undefined {
    for (let at = scope; at !== undefined; at = at.above) if (at.names.has(name)) return at;
    return undefined;
}

export function setKnown(names: Map<string, Value>, name: string, value: Value): void {
    const before = names.get(name);
    if (before === undefined || before.is === "opaque" || value.is !== "opaque") names.set(name, value);
}

export function isPlain({ is }: Value): boolean {
    return is === "text" || is === "constant";
}

/** It is there, whatever it is. */
export function isMade({ is }: Value): boolean {
    return (
        is === "thing" ||
        is === "function" ||
        is === "class" ||
        is === "module" ||
        is === "text" ||
        is === "mapping" ||
        is === "sequence"
    );
}

export function isSame(one: Value, other: Value, depth = 0): boolean {
    if (one === other) return true;
    if (one.is === "text") return other.is === "text" && one.text === other.text;
    if (one.is === "constant") return other.is === "constant" && one.value === other.value;
    if (one.is === "sequence" && other.is === "sequence") {
        return (
            one.items.length === other.items.length &&
            one.items.every((item, at) => depth < 3 && isSame(item, other.items[at] ?? opaque, depth + 1))
        );
    }
    return false;
}
