/** The pack's drawing as a page has it: ids short, URNs read, places beside. */
import type { JournalDrawing } from "../../../pack/journal";
import type { PageEdge, PageNetwork, PageNode, PagePart } from "./common/data";
import { idOf, partsOfUrn, shortType } from "./ids";
import type { Places } from "./places";

export type Drawing = JournalDrawing["drawing"];

export function pageNodes({ nodes }: Drawing, places: Places): readonly PageNode[] {
    return nodes.map(({ id, lane, kind, kindName, name, sub, urn, parts, covers, network, ...marks }): PageNode => {
        const group = urn === undefined ? undefined : places.groupOf(urn);
        return {
            id: idOf(id),
            lane,
            kind,
            kindName,
            name,
            sub,
            ...(urn !== undefined && { urn, ...onlyPlace(places, urn) }),
            ...(group !== undefined && { group }),
            ...(parts.length > 0 && { parts: parts.map((part) => pagePart(part, places)) }),
            ...(covers && covers.length > 0 && { covers: covers.map((one) => idOf(one)) }),
            ...(network !== undefined && { network: idOf(network) }),
            ...(marks.isOutside && { isOutside: true }),
            ...(marks.isWild && { isWild: true }),
            ...(marks.isElsewhere && { isElsewhere: true }),
        };
    });
}

export function pageNetworks({ networks }: Drawing, places: Places): readonly PageNetwork[] {
    return networks.map(({ id, name, sub, urn, parts }) => ({
        id: idOf(id),
        name,
        sub,
        ...(urn !== undefined && onlyPlace(places, urn)),
        ...(parts.length > 0 && { parts: parts.map((part) => pagePart(part, places)) }),
    }));
}

export function pageEdges({ edges }: Drawing, places: Places): readonly PageEdge[] {
    return edges.map(
        ({ id, from, to, kind, says, label, guard, isOpen, isWide, isQuiet, via, closes, awaits }): PageEdge => ({
            id: idOf(id),
            from: idOf(from),
            to: idOf(to),
            kind,
            says,
            ...(label !== undefined && { label }),
            ...(guard !== undefined && { guard }),
            ...(isOpen && { isOpen }),
            ...(isWide && { isWide }),
            ...(isQuiet && { isQuiet }),
            ...(closes !== undefined && { closes }),
            ...(awaits && awaits.length > 0 && { awaits }),
            // Where it is, is told of what there is to close.
            via: via.map(({ urn, statement }) => ({
                ...(closes === undefined && !isOpen ? partsOfUrn(urn) : pagePart(urn, places)),
                ...(statement !== undefined && { statement }),
            })),
        }),
    );
}

export function pagePart(urn: string, places: Places): PagePart {
    return { ...partsOfUrn(urn), ...onlyPlace(places, urn) };
}

function onlyPlace(places: Places, urn: string): { readonly place?: string } {
    const { place } = places.ofUrn(urn);
    return place === undefined ? {} : { place };
}

/** Resources that something is said of, where the pack drew nothing. */
export function nodesWithoutDrawing(
    said: readonly { readonly urn: string; readonly name: string; readonly type?: string }[],
    places: Places,
): readonly PageNode[] {
    const byUrn = new Map(said.map((one) => [one.urn, one]));
    return [...byUrn.values()].map(({ urn, name, type = "" }): PageNode => {
        const kindName = type === "" ? partsOfUrn(urn).type : shortType(type);
        return { id: idOf(urn), lane: 4, kind: "other", kindName, name, sub: kindName, urn, ...onlyPlace(places, urn) };
    });
}
