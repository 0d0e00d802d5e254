/** How special values travel in property trees. Source: @pulumi/pulumi, runtime/rpc. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
export const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
export const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
export const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
export const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** The sentinel of an unknown string. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const UNKNOWNS = new Set([
    UNKNOWN,
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export function isUnknown(value: unknown): boolean {
    return typeof value === "string" && UNKNOWNS.has(value);
}

export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isSecret(value: unknown): value is { readonly value: unknown } {
    return isObject(value) && value[SIGNATURE_KEY] === SECRET_SIGNATURE;
}

export function secret(value: unknown): unknown {
    return isSecret(value) ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

export function unwrapped(value: unknown): unknown {
    return isSecret(value) ? value.value : value;
}

/** A string, number or boolean as text; nothing of anything else. */
export function textOf(value: unknown): string {
    return ["string", "number", "boolean"].includes(typeof value) ? String(value) : "";
}

/** Does a tree hold a value that satisfies the test, at any depth? */
export function holds(tree: unknown, test: (value: unknown) => boolean): boolean {
    if (test(tree)) return true;
    if (Array.isArray(tree)) return tree.some((element) => holds(element, test));
    return isObject(tree) && Object.values(tree).some((below) => holds(below, test));
}

/** The tree with all secrets opened: what a provider that does not accept secrets would be told. */
export function opened(tree: unknown): unknown {
    if (isSecret(tree)) return opened(tree.value);
    if (Array.isArray(tree)) return tree.map(opened);
    if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([key, below]) => [key, opened(below)]));
    return tree;
}
