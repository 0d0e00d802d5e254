/** What the page and its static part say alike. */
import type { PageChange, PageChanges } from "./change-data";
import type { EdgeKind, PageFinding, PageNode, PageOpen, Severity, StackData } from "./data";

export const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low"];

export const SEVERITY_NAMES: Readonly<Record<Severity, string>> = {
    critical: "Critical",
    high: "High",
    medium: "Medium",
    low: "Low",
};

export const LANES = ["Who calls", "Entry", "Code", "Roles", "Reach"] as const;

export const EDGE_WORDS: Readonly<Record<EdgeKind, string>> = {
    calls: "Calls",
    triggers: "Triggers",
    "runs-as": "Runs under the role",
    assumes: "Assumes the role",
    may: "May act on",
    passes: "Passes the role",
    network: "Network connection",
    feeds: "Data flows on",
};

export function count(number: number, one: string, many = `${one}s`): string {
    return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** The first letter large, a full stop behind. */
export function sentence(text: string): string {
    const begun = text.charAt(0).toUpperCase() + text.slice(1);
    return begun === "" || /[.!?…]$/.test(begun) ? begun : `${begun}.`;
}

export function worst(severities: Iterable<Severity>): Severity | undefined {
    const given = new Set(severities);
    return SEVERITIES.find((one) => given.has(one));
}

/** Each finding, also those that another speaks for. */
export function eachOf(findings: readonly PageFinding[]): readonly PageFinding[] {
    return findings.flatMap((one) => [one, ...(one.also ?? [])]);
}

/** Findings that no baseline accepts. */
export function openOf(findings: readonly PageFinding[]): readonly PageFinding[] {
    return findings.filter(({ isAccepted }) => !isAccepted);
}

/** The gravest of these that no baseline accepts. */
export function worstOf(findings: readonly PageFinding[]): Severity | undefined {
    return worst(openOf(findings).map(({ severity }) => severity));
}

export function severityRank(severity: string): number {
    const rank = SEVERITIES.indexOf(severity as Severity);
    return rank < 0 ? SEVERITIES.length : rank;
}

export interface Verdict {
    readonly isBlocked: boolean;
    readonly title: string;
    /** What is told first, in bold, and the rest. */
    readonly strong: readonly string[];
    readonly rest: string;
    /** What the stack newly allows; absent where it is held against no other. */
    readonly newly?: string;
}

/** May this deploy, in a sentence. */
export function verdictOf(data: StackData): Verdict {
    const open = openOf(data.findings);
    const stops = open.filter(({ level }) => level === "mandatory").length;
    const advice = open.length - stops;
    const isNew = data.gone === undefined ? "" : "new ";
    const title =
        stops > 0
            ? `Blocked: ${count(stops, `${isNew}finding stops`, `${isNew}findings stop`)} this deployment`
            : open.length > 0
              ? "Nothing stops this deployment"
              : data.resources === 0
                ? "There was nothing to judge"
                : `Nothing ${isNew}found`;
    const wide = data.ways.filter(({ ends }) => ends.some((id) => id === wholeAccount(data.nodes)?.id)).length;
    const strong = data.ways.length === 0 ? [] : [count(data.ways.length, "open way in", "open ways in")];
    if (wide > 0) strong.push(`${wide} of them to the whole account`);
    const accepted = data.findings.length - open.length;
    const counts = [
        count(data.resources, "resource"),
        count(data.checks, "check"),
        `${data.undecided.length} undecided`,
        `${data.exempted.length} exempted`,
        ...(data.gone ? [`${accepted} accepted by the baseline`, `${data.gone.length} gone`] : []),
        ...(data.notSeen.length > 0 ? [`${data.notSeen.length} not seen`] : []),
    ];
    const advised =
        advice === 0
            ? ""
            : stops > 0
              ? `${advice} more ${advice === 1 ? "is" : "are"} advice. `
              : `${count(advice, "finding")} of advice. `;
    return {
        isBlocked: stops > 0,
        title,
        strong,
        rest: `${advised}${counts.join(", ")}.`,
        ...(data.changes && { newly: data.changes.short }),
    };
}

export function newlyAllowed({ newly }: PageChanges): readonly PageChange[] {
    return newly.flatMap(({ changes }) => changes);
}

/** The node that stands for all there is, where something reaches that far. */
function wholeAccount(nodes: readonly PageNode[]): PageNode | undefined {
    return nodes.find(({ isWild, name }) => isWild && name === "Everything in the account");
}

export function severityCounts(findings: readonly PageFinding[]): Record<Severity, number> {
    const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0 };
    for (const { severity } of findings) counts[severity] += 1;
    return counts;
}

/** What happens because of it. */
export function levelWords({ level, isAccepted, isFailed }: PageFinding): string {
    if (isAccepted) return "Accepted by the baseline";
    if (isFailed) return level === "mandatory" ? "Check failed; stops the deployment" : "Check failed";
    return level === "mandatory" ? "Stops the deployment" : "Advice";
}

/** Where a check stands that was not decided, or was exempted. */
export function openWords({ awaits, reason, fact }: PageOpen): string {
    if (reason !== "") return fact === "" ? reason : `${sentence(fact)} Reason: ${reason}`;
    return awaits.length === 0 ? "" : `Waits for ${awaits.join(", ")}`;
}

/** How a way is called: from whom to what. */
export function wayTitle(
    names: (id: string) => string,
    way: { readonly chain: readonly string[]; readonly ends: readonly string[] },
): string {
    const [first = ""] = way.chain;
    const end = way.ends[0] ?? way.chain.at(-1) ?? "";
    return `${names(first)} to ${names(end)}`;
}

/** Of a place or a type, what is behind the last slash. */
export function lastPart(text: string): string {
    return text.slice(text.lastIndexOf("/") + 1);
}
