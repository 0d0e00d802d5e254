import type { Value } from "./value";

/** An asset or an archive, as the program gave it. */
export type Packaged =
    /** A file, a folder, or a file that is an archive; relative to the program's folder. */
    | { readonly kind: "path"; readonly path: string; readonly isArchive: boolean }
    | { readonly kind: "text"; readonly text: string }
    /** Put together in the program: by its place in it, each part. */
    | { readonly kind: "assets"; readonly assets: ReadonlyMap<string, Packaged> }
    /** Fetched from elsewhere when it is deployed. */
    | { readonly kind: "remote" }
    /** Known to be one, and no more. */
    | { readonly kind: "unreadable" };

const described = new WeakMap<object, Packaged>();

/** The SDK's own objects tell what they are of by promises alone; so who makes them says it. */
export function describePackaged(object: object, packaged: Packaged): void {
    described.set(object, packaged);
}

/** What a value is packed from; undefined where it is no asset or archive, or where nobody said. */
export function packagedOf(value: Value): Packaged | undefined {
    const known: unknown = value.known();
    return typeof known === "object" && known !== null ? described.get(known) : undefined;
}
