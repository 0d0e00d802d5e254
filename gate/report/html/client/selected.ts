import type { PageChange } from "../common/change-data";
import type { PageFinding, PageNetwork, PageNode, PageWay } from "../common/data";
import type { Lookup } from "../common/lookup";
import type { Route } from "./route";

/** What an address selects on the map. */
export type Selected =
    | { readonly of: "way"; readonly one: PageWay }
    | { readonly of: "node"; readonly one: PageNode }
    | { readonly of: "network"; readonly one: PageNetwork }
    | { readonly of: "finding"; readonly one: PageFinding }
    | { readonly of: "change"; readonly one: PageChange };

/** Undefined where it selects nothing, or nothing that this report has. */
export function selectedOf(look: Lookup, { selected, id = "" }: Route): Selected | undefined {
    const found = <O extends Selected["of"], T>(of: O, one: T | undefined) =>
        one === undefined ? undefined : { of, one };
    if (selected === "way") return found("way", look.ways.get(id));
    if (selected === "finding") return found("finding", look.findings.get(id));
    if (selected === "change") return found("change", look.changes.get(id));
    if (selected === "node") return found("node", look.nodes.get(id)) ?? found("network", look.networks.get(id));
    return undefined;
}
