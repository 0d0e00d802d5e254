/** The words of a name, in lower case: `isAdmin`, `is_admin` and `is-admin` are all `is admin`. */
export function nameWords(name: string): readonly string[] {
    return name
        .replace(/([a-z\d])([A-Z])/g, "$1 $2")
        .toLowerCase()
        .split(/[^a-z\d]+/)
        .filter((word) => word !== "");
}
