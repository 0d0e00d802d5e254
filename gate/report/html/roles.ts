import type { Finding } from "../model";
import type { PageRole } from "./common/data";
import { type Drawing, pagePart } from "./graph";
import { idOf } from "./ids";
import { isRelated } from "./joined";
import type { Places } from "./places";

/** What each identity may do, each statement with the entries that find fault with it. */
export function pageRoles(
    { roles }: Drawing,
    findings: readonly Finding[],
    entryOf: ReadonlyMap<Finding, string>,
    places: Places,
): readonly PageRole[] {
    const byUrn = new Map<string, Finding[]>();
    for (const one of findings) byUrn.set(one.urn, [...(byUrn.get(one.urn) ?? []), one]);
    const faults = (urn: string, path: string, statement: string): readonly string[] => {
        const at = (byUrn.get(urn) ?? []).filter(
            (one) => isRelated(one.at, path) && (one.statement === undefined || one.statement === statement),
        );
        return [...new Set(at.map((one) => entryOf.get(one) ?? ""))];
    };
    return roles.map(({ node, grants }) => ({
        node: idOf(node),
        grants: grants.map(({ urn, path, resources, statement, managed, isNot, isWide, isQuiet, ...grant }) => ({
            policy: pagePart(urn, places),
            statement,
            ...(managed !== undefined && { managed }),
            effect: grant.effect,
            ...(isNot && { isNot }),
            actions: grant.actions,
            levels: grant.levels,
            ...(isWide && { isWide }),
            ...(isQuiet && { isQuiet }),
            condition: grant.condition,
            resources: resources.map(({ covers: _, ...one }) =>
                one.node === undefined ? one : { ...one, node: idOf(one.node) },
            ),
            findings: faults(urn, path, statement),
        })),
    }));
}
