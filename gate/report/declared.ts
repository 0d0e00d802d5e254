import { formerUrns } from "../host/aliases";
import type { Registered, SourceLocation } from "../host/types";
import { STACK_TYPE } from "../host/urns";

/** Where a resource is declared. */
export interface Declared {
    readonly location?: SourceLocation;
    /** The component that it is part of, by name. */
    readonly component?: string;
    /** URNs that it was known under. */
    readonly aliases?: readonly string[];
}

/** By URN, of every resource of which something is known. */
export function declaredOf(
    resources: readonly Registered[],
    placeOf: (resource: Registered) => { readonly location?: SourceLocation } | undefined,
): Readonly<Record<string, Declared>> {
    const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
    const componentOf = ({ parent }: Registered): string | undefined => {
        for (let at = byUrn.get(parent); at; at = byUrn.get(at.parent))
            if (!at.custom && at.type !== STACK_TYPE) return at.name;
        return undefined;
    };
    const former = formerUrns(resources);
    const entries = resources.map((resource) => {
        const component = componentOf(resource);
        const { location } = placeOf(resource) ?? {};
        const aliases = former.get(resource.urn) ?? [];
        return [
            resource.urn,
            {
                ...(location && { location }),
                ...(component !== undefined && { component }),
                ...(aliases.length > 0 && { aliases }),
            },
        ] as const;
    });
    return Object.fromEntries(entries.filter(([, one]) => Object.keys(one).length > 0));
}
