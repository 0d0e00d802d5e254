import { createHash } from "node:crypto";

/** Ten digits of a digest: short in a link, and far from meeting another of a page. */
export function idOf(...parts: readonly string[]): string {
    return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 10);
}

/** `aws:iam/rolePolicy:RolePolicy` is a `RolePolicy`. */
export function shortType(type: string): string {
    return type.slice(type.lastIndexOf(":") + 1);
}

/** The type and the name of a resource, by its URN. */
export function partsOfUrn(urn: string): { readonly type: string; readonly name: string } {
    const [, , types = "", ...name] = urn.split("::");
    return { type: shortType(types.slice(types.lastIndexOf("$") + 1)), name: name.join("::") };
}
