/** Findings as a page has them: an entry for each cause, with those that the gravest speaks for. */
import { byCause } from "../causes";
import { numbered } from "../fingerprint";
import type { Finding, Report } from "../model";
import { gravestFirst } from "../weight";
import type { PageFinding, Severity } from "./common/data";
import { SEVERITIES } from "./common/words";
import { idOf, shortType } from "./ids";
import type { Joined } from "./joined";
import type { Places } from "./places";

export interface PageFindings {
    /** The gravest first; what a baseline accepts comes last. */
    readonly entries: readonly PageFinding[];
    /** The id of the entry that tells of a finding. */
    readonly entryOf: ReadonlyMap<Finding, string>;
}

/** `policyAt` gives a policy's place among the page's. */
export function pageFindings(
    { findings }: Report,
    { nodesOf, edgesOf }: Joined,
    places: Places,
    policyAt: (policy: string) => number,
): PageFindings {
    const ids = new Map(
        numbered(findings).map(({ finding, fingerprint, number }) => [finding, idOf(fingerprint, String(number))]),
    );
    const told = (finding: Finding): PageFinding => ({
        id: ids.get(finding) ?? "",
        policy: policyAt(finding.policy),
        level: finding.level,
        severity: severityOf(finding.severity),
        name: finding.name,
        type: shortType(finding.type),
        at: finding.at,
        fact: finding.fact,
        fix: finding.fix,
        ...(finding.note !== undefined && { note: finding.note }),
        ...places.of(finding),
        ...(finding.failed && { isFailed: true }),
        ...(finding.accepted && { isAccepted: true }),
        ...(finding.isNew && { isNew: true }),
        nodes: nodesOf(finding.urn),
        edges: edgesOf(finding),
    });
    const entries = [
        ...byCause(findings.filter(({ accepted }) => !accepted)),
        ...byCause(findings.filter(({ accepted }) => accepted)),
    ];
    const also = new Map(entries.map((entry) => [entry.finding, entry.also]));
    const entryOf = new Map(
        entries.flatMap((entry) =>
            [entry.finding, ...entry.also].map((one) => [one, ids.get(entry.finding) ?? ""] as const),
        ),
    );
    const inOrder = gravestFirst(entries.map(({ finding }) => finding)).map((finding): PageFinding => {
        const own = told(finding);
        const others = (also.get(finding) ?? []).map(told);
        if (others.length === 0) return own;
        const all = (of: (one: PageFinding) => readonly string[]) => [...new Set([own, ...others].flatMap(of))];
        return { ...own, nodes: all(({ nodes }) => nodes), edges: all(({ edges }) => edges), also: others };
    });
    return { entries: inOrder, entryOf };
}

/** A policy of another pack may have no severity, or one of its own words. */
function severityOf(given: string): Severity {
    return SEVERITIES.find((one) => one === given) ?? "medium";
}
