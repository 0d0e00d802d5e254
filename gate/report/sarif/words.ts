import type { Finding } from "../model";
import type { PlaceOf } from "../places";

/** The base of every path: the repository's root. */
export const SRCROOT = "SRCROOT";

/** SARIF reads `[text](target)` in a message as a link. */
export function withoutLinks(text: string): string {
    return text.replaceAll("](", "] (");
}

/** Where a finding stands: the file, and the resource. */
export function locationOf(one: Pick<Finding, "urn" | "name" | "location">, placeOf: PlaceOf): object {
    const { path, line, column, declaredBy } = placeOf(one);
    return {
        physicalLocation: {
            artifactLocation: { uri: uriOf(path), uriBaseId: SRCROOT },
            region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
        },
        ...(one.urn !== "" && {
            logicalLocations: [{ name: one.name, fullyQualifiedName: one.urn, kind: "resource" }],
        }),
        ...(declaredBy !== undefined && {
            message: { text: withoutLinks(`Declared by ${declaredBy}, which stands here`) },
        }),
    };
}

function uriOf(path: string): string {
    return path.split("/").map(encodeURIComponent).join("/");
}
