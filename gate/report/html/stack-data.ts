import type { OpenCheck, Report } from "../model";
import { pageChanges } from "./changes";
import type { PageOpen, StackData } from "./common/data";
import { shownTree } from "./common/shown";
import { pageFindings } from "./findings";
import { nodesWithoutDrawing, pageEdges, pageNetworks, pageNodes } from "./graph";
import { type Joined, joined } from "./joined";
import { type Places, placesOf } from "./places";
import { pagePolicies } from "./policies";
import { pageRoles } from "./roles";
import { pageWays } from "./ways";

/** A report as its page is given it; every text is printable. */
export function stackData(report: Report): StackData {
    const { drawing, pack, findings, undecided, exempted, baseline, comparison } = report;
    const places = placesOf(report);
    const joins = joined(drawing);
    const { policies, frameworks } = pagePolicies(report);
    const numbers = new Map(policies.map(({ name }, index) => [name, index]));
    const { entries, entryOf } = pageFindings(report, joins, places, (policy) => numbers.get(policy) ?? 0);
    const edges = drawing ? pageEdges(drawing, places) : [];
    const open = (checks: readonly OpenCheck[]) => checks.map((one) => pageOpen(one, joins, places));
    return shownTree<StackData>({
        format: 1,
        project: report.project,
        stack: report.stack,
        record: report.record?.at ?? "",
        tool: pack ? `${pack.name} ${pack.version}`.trim() : "",
        resources: report.resources,
        checks: report.checks,
        milliseconds: Math.round(report.milliseconds),
        isDrawn: drawing !== undefined,
        nodes: drawing
            ? pageNodes(drawing, places)
            : nodesWithoutDrawing([...findings, ...undecided, ...exempted], places),
        edges,
        findings: entries,
        ways: drawing ? pageWays(drawing, edges, entries) : [],
        roles: drawing ? pageRoles(drawing, findings, entryOf, places) : [],
        networks: drawing ? pageNetworks(drawing, places) : [],
        policies,
        frameworks,
        undecided: open(undecided),
        exempted: open(exempted),
        notSeen: report.notSeen.map(({ name, what, location }) => ({
            name,
            what,
            ...(location && placeOnly(places, { location })),
        })),
        ...(baseline && {
            gone: baseline.gone.map(({ policy, resource, type, at, count }) => ({ policy, resource, type, at, count })),
        }),
        ...(comparison && { changes: pageChanges(comparison, drawing, edges) }),
    });
}

function placeOnly(places: Places, one: Pick<OpenCheck, "location">): { readonly place?: string } {
    const { place } = places.of(one);
    return place === undefined ? {} : { place };
}

function pageOpen(one: OpenCheck, { nodesOf }: Joined, places: Places): PageOpen {
    const [node] = nodesOf(one.urn);
    const { policy, name, at = "", fact = "", awaits, reason = "" } = one;
    return {
        ...{ policy, name, at, fact, awaits, reason },
        ...placeOnly(places, one),
        ...(node !== undefined && { node }),
    };
}
