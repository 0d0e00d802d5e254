import type { PageGrant } from "./data";
import type { Lookup } from "./lookup";

/** Does a grant reach further, there, than one resource that it names? */
export function isFurther(
    look: Lookup,
    { isWide }: Pick<PageGrant, "isWide">,
    { node = "", pattern = "" }: PageGrant["resources"][number],
): boolean {
    return isWide === true || look.nodes.get(node)?.isWild === true || pattern.includes("*");
}
