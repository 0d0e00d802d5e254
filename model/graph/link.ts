import { type Answer, answer, no, undecided, yes } from "../values";
import type { Resource } from "./resource";

/**
 * What a property refers to. Values that are known decide; where they are not, the property's dependencies do.
 *
 * - `found`: exactly this resource of the stack.
 * - `candidates`: one of these, and the value that would tell which is unknown.
 * - `outside`: a known value that names no resource of this stack.
 * - `unknown`: an unknown value with no dependency of the type asked for (imported, or computed elsewhere).
 * - `absent`: the property was not given.
 */
export type Link<T = unknown> =
    | { readonly kind: "found"; readonly resource: Resource<T> }
    | { readonly kind: "candidates"; readonly resources: readonly Resource<T>[]; readonly awaits: string }
    | { readonly kind: "outside"; readonly reference: string }
    | { readonly kind: "unknown"; readonly awaits: string }
    | { readonly kind: "absent" };

/** The resource when there is exactly one. */
export function linked<T>(link: Link<T>): Resource<T> | undefined {
    return link.kind === "found" ? link.resource : undefined;
}

/** Every resource that the property may refer to. */
export function possible<T>(link: Link<T>): readonly Resource<T>[] {
    if (link.kind === "found") return [link.resource];
    return link.kind === "candidates" ? link.resources : [];
}

/** Does the property tell which resource it is? */
export function isTold(link: Link): Answer {
    return link.kind === "candidates" ? undecided(link.awaits) : yes;
}

/** Is it this resource that the property refers to? */
export function pointsTo(link: Link, resource: Resource): Answer {
    if (link.kind === "unknown") return undecided(link.awaits);
    if (link.kind === "candidates") return link.resources.includes(resource) ? undecided(link.awaits) : no;
    return answer(link.kind === "found" && link.resource === resource);
}
