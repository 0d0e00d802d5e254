import { isObject } from "../synthetic/wire-values";

/** The part of JSON schema that policy packs describe their options with. */
interface Schema {
    readonly type?: unknown;
    readonly description?: unknown;
    readonly enum?: unknown;
    readonly minimum?: unknown;
    readonly maximum?: unknown;
    readonly minLength?: unknown;
    readonly pattern?: unknown;
    readonly items?: unknown;
    readonly properties?: unknown;
    readonly required?: unknown;
    readonly additionalProperties?: unknown;
}

const TYPES: Readonly<Record<string, readonly [string, (value: unknown) => boolean]>> = {
    array: ["a list", Array.isArray],
    boolean: ["true or false", (value) => typeof value === "boolean"],
    integer: ["a whole number", Number.isInteger],
    number: ["a number", (value) => typeof value === "number"],
    object: ["an object", isObject],
    string: ["a text", (value) => typeof value === "string"],
};

/** Why options do not fit the schemas of a policy's options, in a sentence that names the place, never the value. */
export function optionsMisfit(schemas: Readonly<Record<string, unknown>>, options: Readonly<Record<string, unknown>>) {
    for (const [name, value] of Object.entries(options)) {
        if (!Object.hasOwn(schemas, name))
            return `it has no option ${name}; its options are ${["enforcementLevel", ...Object.keys(schemas)].join(", ")}`;
        const why = misfit(schemas[name], value, name);
        if (why !== undefined) return why;
    }
    return undefined;
}

function misfit(given: unknown, value: unknown, at: string): string | undefined {
    const schema = (isObject(given) ? given : {}) as Schema;
    const [what, isOfType] = TYPES[String(schema.type)] ?? [undefined, () => true];
    if (!isOfType(value)) return `${at} must be ${what}`;
    if (Array.isArray(schema.enum) && !schema.enum.includes(value))
        return `${at} must be one of ${schema.enum.join(", ")}`;
    if (typeof value === "number") return numberMisfit(schema, value, at);
    if (typeof value === "string") return textMisfit(schema, value, at);
    if (Array.isArray(value))
        return firstOf(value.map((element, index) => () => misfit(schema.items, element, `${at}[${index}]`)));
    return isObject(value) ? objectMisfit(schema, value, at) : undefined;
}

function numberMisfit({ minimum, maximum }: Schema, value: number, at: string): string | undefined {
    if (typeof minimum === "number" && value < minimum) return `${at} must be at least ${minimum}`;
    if (typeof maximum === "number" && value > maximum) return `${at} must be at most ${maximum}`;
    return undefined;
}

function textMisfit({ minLength, pattern, description }: Schema, value: string, at: string): string | undefined {
    if (typeof minLength === "number" && value.length < minLength) return `${at} must not be empty`;
    if (typeof pattern !== "string" || new RegExp(pattern).test(value)) return undefined;
    return typeof description === "string"
        ? `${at} is not as it must be: ${description}`
        : `${at} must match ${pattern}`;
}

function objectMisfit(schema: Schema, value: Readonly<Record<string, unknown>>, at: string): string | undefined {
    const known = isObject(schema.properties) ? schema.properties : {};
    const required = Array.isArray(schema.required) ? schema.required.map(String) : [];
    const missing = required.find((name) => value[name] === undefined);
    if (missing !== undefined) return `${at} needs ${missing}`;
    const extra = Object.keys(value).find((name) => !Object.hasOwn(known, name));
    if (extra !== undefined && schema.additionalProperties === false)
        return `${at} has a field ${extra}; it may have ${Object.keys(known).join(", ")}`;
    return firstOf(
        Object.entries(known).map(
            ([name, below]) =>
                () =>
                    fieldMisfit(below, value[name], `${at}.${name}`),
        ),
    );
}

function fieldMisfit(schema: unknown, value: unknown, at: string): string | undefined {
    return value === undefined ? undefined : misfit(schema, value, at);
}

function firstOf(checks: readonly (() => string | undefined)[]): string | undefined {
    for (const check of checks) {
        const found = check();
        if (found !== undefined) return found;
    }
    return undefined;
}
