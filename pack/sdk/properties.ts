/** The trees of properties that policies are handed: behind proxies, or plain. */
import * as policy from "@pulumi/policy";
import { pathBelow } from "../../model/values";

/** What the typings of @pulumi/policy leave out, though it is exported. */
interface Untyped {
    readonly UnknownValueError: new (...args: never) => Error & { readonly unknownTypeSentinel: string };
    readonly Secret: new (value: unknown) => { readonly value: unknown };
}
const untyped = policy as unknown as Untyped;

const TARGET = "__getSpecialProxyTarget";
const IS_PROXY = "__isSpecialProxy";

export type Properties = Record<string, unknown>;

/** Trees that stand behind no proxy. */
const plain = new WeakSet<object>();
/** Of these, those in which nothing is marked secret. */
const unmarked = new WeakSet<object>();

/** Notes that a tree stands behind no proxy. */
export function plainTree(tree: Properties): Properties {
    plain.add(tree);
    return tree;
}

/** Notes that a tree, as it travelled, holds no special object: no secret, asset or archive. */
export function withoutSpecials(tree: Properties): Properties {
    unmarked.add(tree);
    return tree;
}

/** The plain property tree, unknowns as the SDK's sentinels, secrets (only in remediations) as its `Secret`. */
export function rawProperties(props: Properties): Properties {
    if (plain.has(props)) return props;
    let raw = props;
    while (raw[IS_PROXY] === true) raw = raw[TARGET] as Properties;
    return raw === props ? copied(props) : raw;
}

const majors = new WeakMap<object, number | undefined>();

/** The major version of the provider that a resource is of, where the engine tells it. */
export function providerMajor({
    provider,
}: {
    readonly provider?: { readonly props: Properties } | undefined;
}): number | undefined {
    if (!provider) return undefined;
    const properties = rawProperties(provider.props);
    if (!majors.has(properties)) {
        const { version } = properties;
        const major = typeof version === "string" ? Number(version.split(".")[0]) : Number.NaN;
        majors.set(properties, Number.isInteger(major) && major > 0 ? major : undefined);
    }
    return majors.get(properties);
}

/**
 * The paths of the marked secrets in a tree that `rawProperties` gave in a remediation, written as `Value.path` is. A mark at
 * one of `meaningless` does not count, those below it do.
 */
export function secretPaths(tree: unknown, meaningless: readonly string[] = []): ReadonlySet<string> {
    const found = new Set<string>();
    if (typeof tree === "object" && tree !== null && unmarked.has(tree)) return found;
    const visit = (node: unknown, at: string): void => {
        if (node instanceof untyped.Secret) {
            if (meaningless.includes(at)) visit(node.value, at);
            else found.add(at);
            return;
        }
        if (Array.isArray(node)) {
            for (const [index, element] of node.entries()) visit(element, pathBelow(at, index));
        } else if (typeof node === "object" && node !== null && Object.getPrototypeOf(node) === Object.prototype) {
            for (const [key, below] of Object.entries(node)) visit(below, pathBelow(at, key));
        }
    };
    visit(tree, "");
    return found;
}

/** For an SDK whose proxies no longer give their target: reads every leaf and keeps the sentinel of each that throws. */
function copied(props: Properties): Properties {
    const read = (holder: Properties, key: string): unknown => {
        try {
            const value = holder[key];
            return typeof value === "object" && value !== null ? walk(value as Properties) : value;
        } catch (error) {
            if (error instanceof untyped.UnknownValueError) return error.unknownTypeSentinel;
            throw error;
        }
    };
    const walk = (node: Properties): unknown =>
        Array.isArray(node)
            ? Array.from({ length: node.length }, (_, index) => read(node, String(index)))
            : Object.fromEntries(Object.keys(node).map((key) => [key, read(node, key)]));
    return walk(props) as Properties;
}
