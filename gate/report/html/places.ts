import type { SourceLocation } from "../../host/types";
import type { Report } from "../model";
import { repositoryPlaces } from "../places";

/** Where something is declared, as a page tells it. */
export interface Place {
    /** `file:line` in the repository. */
    readonly place?: string;
    /** The component that stands there. */
    readonly declaredBy?: string;
}

export interface Places {
    readonly of: (one: { readonly location?: SourceLocation }) => Place;
    readonly ofUrn: (urn: string) => Place;
    /** What resources are shown with where there are many: their component, else their file. */
    readonly groupOf: (urn: string) => string | undefined;
}

export function placesOf(report: Report): Places {
    const inRepository = repositoryPlaces(report);
    const of = ({ location }: { readonly location?: SourceLocation }): Place => {
        if (!location) return {};
        const { path, line, declaredBy } = inRepository({ location });
        return { place: `${path}:${line}`, ...(declaredBy !== undefined && { declaredBy }) };
    };
    return {
        of,
        ofUrn: (urn) => of(report.declared?.[urn] ?? {}),
        groupOf: (urn) => {
            const { component, location } = report.declared?.[urn] ?? {};
            return component ?? (location && inRepository({ location }).path);
        },
    };
}
