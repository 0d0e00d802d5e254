/** Property trees between the program, which sends rich values, and those who take plain ones. */
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { PropertyTree } from "../synthetic";
import {
    isObject,
    isSecret,
    OUTPUT_SIGNATURE,
    RESOURCE_SIGNATURE,
    SIGNATURE_KEY,
    secret,
    UNKNOWN,
} from "../synthetic/wire-values";

/** A tree with its output values turned plain, and the resources that they came from. */
export interface Plain {
    readonly tree: PropertyTree;
    readonly dependencies: Readonly<Record<string, readonly string[]>>;
}

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
export function plain(tree: PropertyTree): Plain {
    const dependencies: Record<string, string[]> = {};
    const visit = (value: unknown, urns: Set<string>): unknown => {
        if (Array.isArray(value)) return value.map((element) => visit(element, urns));
        if (!isObject(value)) return value;
        switch (value[SIGNATURE_KEY]) {
            case OUTPUT_SIGNATURE: {
                for (const urn of (value["dependencies"] ?? []) as string[]) urns.add(urn);
                const inner = "value" in value ? visit(value["value"], urns) : UNKNOWN;
                return value["secret"] === true ? secret(inner) : inner;
            }
            case RESOURCE_SIGNATURE: {
                // The SDK has already listed what it depends on: the resource, or the children of a component.
                const id = value["id"];
                return typeof id === "string" && id !== "" ? id : id === undefined ? value["urn"] : UNKNOWN;
            }
            default:
                return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, visit(below, urns)]));
        }
    };
    const result = Object.fromEntries(
        Object.entries(tree).map(([key, value]) => {
            const urns = new Set<string>();
            const visited = visit(value, urns);
            if (urns.size > 0) dependencies[key] = [...urns];
            return [key, visited];
        }),
    );
    return { tree: result, dependencies };
}

/** Without the provider's own bookkeeping, which the engine keeps from validations. */
export function withoutInternals(tree: PropertyTree): PropertyTree {
    const strip = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(strip);
        if (!isObject(value)) return value;
        return Object.fromEntries(
            Object.entries(value)
                .filter(([key]) => !key.startsWith("__"))
                .map(([key, below]) => [key, strip(below)]),
        );
    };
    return strip(tree) as PropertyTree;
}

/** Marks whole properties secret: those the program asked for, and outputs that echo a secret input. */
export function markSecrets(tree: PropertyTree, names: readonly string[]): PropertyTree {
    const wanted = new Set(names);
    return Object.fromEntries(
        Object.entries(tree).map(([key, value]) => [key, wanted.has(key) && !isSecret(value) ? secret(value) : value]),
    );
}
