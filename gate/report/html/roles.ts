import { parseUrn } from "../../../pack/urn";
import type { Finding } from "../model";
import type { GrantedResource, PageGrant, PageRole } from "./common/data";
import { type Drawing, pagePart } from "./graph";
import { idOf } from "./ids";
import { isRelated } from "./joined";
import type { Places } from "./places";

type DrawnGrant = Drawing["roles"][number]["grants"][number];

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
    const pageGrant = (grant: DrawnGrant): PageGrant => {
        const { urn, path, statement, managed, effect, isNot, actions, levels, isWide, isQuiet, condition } = grant;
        return {
            policy: pagePart(urn, places),
            statement,
            ...(managed !== undefined && { managed }),
            effect,
            ...(isNot && { isNot }),
            actions,
            levels,
            ...(isWide && { isWide }),
            ...(isQuiet && { isQuiet }),
            condition,
            resources: grant.resources.map(granted),
            ...(grant.excepted && { excepted: grant.excepted.map(granted) }),
            findings: faults(urn, path, statement),
        };
    };
    return roles.map(({ node, grants, boundary }) => ({
        node: idOf(node),
        grants: grants.map(pageGrant),
        ...(boundary && {
            boundary: {
                name: nameOf(boundary.policy),
                ...(boundary.grants && { grants: boundary.grants.map(pageGrant) }),
            },
        }),
    }));
}

function granted({ node, pattern, part }: DrawnGrant["resources"][number]): GrantedResource {
    return {
        ...(node !== undefined && { node: idOf(node) }),
        ...(pattern !== undefined && { pattern }),
        ...(part !== undefined && { part }),
    };
}

/** Of a resource its name; an ARN as it is. */
function nameOf(policy = ""): string {
    return policy.startsWith("urn:") ? parseUrn(policy).name : policy;
}
