/** What of the page is shown, as it stands behind `#` in the address: links into it hold, and Back works. */
export interface Route {
    /** The key of a stack, where there are several. */
    readonly stack?: string;
    readonly page: "map" | "changes" | "findings" | "roles" | "role" | "coverage" | "stacks";
    /** On the map: what is selected. */
    readonly selected?: "way" | "node" | "finding" | "change";
    readonly id?: string;
}

const PAGES: ReadonlySet<string> = new Set(["map", "changes", "findings", "roles", "role", "coverage"]);
const SELECTED: ReadonlySet<string> = new Set(["way", "node", "finding", "change"]);

/** An address that says nothing known is the start. */
export function routeOf(hash: string, isSeveral: boolean): Route {
    const parts = hash.replace(/^#\/?/, "").split("/").map(decoded);
    const stack = isSeveral && parts[0] === "stack" ? parts.splice(0, 2)[1] : undefined;
    if (isSeveral && stack === undefined) return { page: "stacks" };
    const own = stack === undefined ? {} : { stack };
    const [page = "", second = "", third = ""] = parts;
    if (!PAGES.has(page)) return { ...own, page: "map" };
    if (page === "role") return second === "" ? { ...own, page: "roles" } : { ...own, page, id: second };
    if (page === "map" && SELECTED.has(second) && third !== "")
        return { ...own, page, selected: second as NonNullable<Route["selected"]>, id: third };
    return { ...own, page: page as Route["page"] };
}

function decoded(part: string): string {
    try {
        return decodeURIComponent(part);
    } catch {
        return "";
    }
}

/** Its address. */
export function hashOf({ stack, page, selected, id }: Route): string {
    if (page === "stacks") return "#/";
    const parts = [...(stack === undefined ? [] : ["stack", stack]), page];
    if (selected !== undefined) parts.push(selected);
    if (id !== undefined) parts.push(id);
    return `#/${parts.map(encodeURIComponent).join("/")}`;
}
