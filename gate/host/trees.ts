/** Property trees between the program, which sends rich values, and those who take plain ones. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PropertyTree } from "../synthetic";
import {
    isObject,
    isSecret,
    isUnknown,
    OUTPUT_SIGNATURE,
    RESOURCE_SIGNATURE,
    SECRET_SIGNATURE,
    SIGNATURE_KEY,
    secret,
    UNKNOWN,
} from "../synthetic/wire-values";

/** By property, the URNs of the resources that went into it. */
export type Dependencies = Readonly<Record<string, readonly string[]>>;

export function fromStruct(struct: Struct | undefined): PropertyTree {
    return (struct?.toJavaScript() ?? {}) as PropertyTree;
}

export function toStruct(tree: PropertyTree): Struct {
    return Struct.fromJavaScript(tree as Parameters<typeof Struct.fromJavaScript>[0]);
}

/**
 * Output values become their values (unknown without one, secret where marked); references to resources become ids, as
 * the engine gives them to providers and policies that do not take references.
 */
export function plain(tree: PropertyTree): PropertyTree {
    const visit = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(visit);
        if (!isObject(value)) return value;
        switch (value[SIGNATURE_KEY]) {
            case SECRET_SIGNATURE:
                return secret("value" in value ? visit(value["value"]) : UNKNOWN);
            case OUTPUT_SIGNATURE: {
                const inner = "value" in value ? visit(value["value"]) : UNKNOWN;
                return value["secret"] === true ? secret(inner) : inner;
            }
            case RESOURCE_SIGNATURE: {
                // The SDK has already listed what it depends on: the resource, or the children of a component.
                const id = visit(value["id"]);
                if (id !== undefined) return typeof id === "string" && id !== "" ? id : UNKNOWN;
                return typeof value["urn"] === "string" ? value["urn"] : UNKNOWN;
            }
            default:
                return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, visit(below)]));
        }
    };
    return visit(tree) as PropertyTree;
}

/** Output values become their values, as for who does not take them; references to resources stay. */
export function withoutOutputValues(tree: PropertyTree): PropertyTree {
    const visit = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(visit);
        if (!isObject(value)) return value;
        if (!isOutputValue(value))
            return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, visit(below)]));
        const inner = "value" in value ? visit(value["value"]) : UNKNOWN;
        return value["secret"] === true ? secret(inner) : inner;
    };
    return visit(tree) as PropertyTree;
}

/**
 * Secrets and unknowns become output values, each where it stands, as the engine makes them before it calls a transform.
 * Given them in any other form, the SDK lifts a leaf's mark to the whole property.
 */
export function withOutputValues(tree: PropertyTree): PropertyTree {
    const visit = (value: unknown): unknown => {
        if (isUnknown(value)) return outputValue({});
        if (isSecret(value))
            return outputValue({ ...("value" in value && { value: visit(value.value) }), secret: true });
        if (Array.isArray(value)) return value.map(visit);
        if (!isObject(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, visit(below)]));
    };
    return visit(tree) as PropertyTree;
}

/** Makes each property name what it depends on, in an output value around the property where its inside does not. */
export function withDependencies(tree: PropertyTree, dependencies: Dependencies): PropertyTree {
    return Object.fromEntries(
        Object.entries(tree).map(([key, value]) => {
            const wanted = dependencies[key] ?? [];
            const named = dependenciesOf(value);
            if (wanted.every((urn) => named.includes(urn))) return [key, value];
            const own = isOutputValue(value) ? value : outputValue({ value });
            const urns = [...new Set([...urnsOf(own), ...wanted])];
            return [key, { ...own, dependencies: urns }];
        }),
    );
}

/** The URNs of the resources that the output values in a value came from. */
export function dependenciesOf(value: unknown): readonly string[] {
    if (Array.isArray(value)) return [...new Set(value.flatMap(dependenciesOf))];
    if (!isObject(value)) return [];
    const own = isOutputValue(value) ? urnsOf(value) : [];
    return [...new Set([...own, ...Object.values(value).filter(isNested).flatMap(dependenciesOf)])];
}

function urnsOf({ dependencies }: Record<string, unknown>): readonly string[] {
    return Array.isArray(dependencies) ? dependencies.filter((urn) => typeof urn === "string") : [];
}

function isNested(value: unknown): boolean {
    return typeof value === "object" && value !== null;
}

function isOutputValue(value: unknown): value is Record<string, unknown> {
    return isObject(value) && value[SIGNATURE_KEY] === OUTPUT_SIGNATURE;
}

function outputValue(content: Record<string, unknown>): Record<string, unknown> {
    return { [SIGNATURE_KEY]: OUTPUT_SIGNATURE, ...content };
}

/**
 * Without the provider's own bookkeeping, which the engine keeps from validations: at the top alone, for `__index.js` in an archive is a
 * file like any other.
 */
export function withoutInternals(tree: PropertyTree): PropertyTree {
    return Object.fromEntries(Object.entries(tree).filter(([key]) => !key.startsWith("__")));
}

/** Marks whole properties secret: those the program asked for, and outputs that echo a secret input. */
export function markSecrets(tree: PropertyTree, names: readonly string[]): PropertyTree {
    const wanted = new Set(names);
    return Object.fromEntries(
        Object.entries(tree).map(([key, value]) => [key, wanted.has(key) && !isSecret(value) ? secret(value) : value]),
    );
}
