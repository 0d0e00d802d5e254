/** Which findings are shown. All conditions hold together. */
import type { PageFinding, Severity, StackData } from "../common/data";
import { eachOf } from "../common/words";

export interface Filters {
    /** None is every one. */
    readonly severities: ReadonlySet<Severity>;
    readonly text: string;
    /** A policy's place among the page's; empty for every one. */
    readonly policy: string;
    readonly level: "" | PageFinding["level"];
    /** Against a baseline. */
    readonly status: "" | "new" | "accepted" | "gone";
    /** Against another state or commit. */
    readonly change: "" | "new";
}

export const NO_FILTERS: Filters = { severities: new Set(), text: "", policy: "", level: "", status: "", change: "" };

/** What is shown at first: against a baseline, what is new. */
export function firstFilters({ gone }: StackData): Filters {
    return { ...NO_FILTERS, status: gone ? "new" : "" };
}

export function isFiltered(filters: Filters, first: Filters): boolean {
    const { severities, text, policy, level, status, change } = filters;
    return severities.size > 0 || [text, policy, level, change].some((one) => one !== "") || status !== first.status;
}

export function filtered(data: StackData, filters: Filters): readonly PageFinding[] {
    if (filters.status === "gone") return [];
    return data.findings.filter((one) => fits(data, one, filters));
}

/** What the tiles count: as all other filters have it. */
export function filteredBesidesSeverity(data: StackData, filters: Filters): readonly PageFinding[] {
    return filtered(data, { ...filters, severities: new Set() });
}

function fits(
    data: StackData,
    one: PageFinding,
    { severities, text, policy, level, status, change }: Filters,
): boolean {
    if (severities.size > 0 && !severities.has(one.severity)) return false;
    if (level !== "" && one.level !== level) return false;
    if (status === "accepted" && !one.isAccepted) return false;
    if (status === "new" && one.isAccepted) return false;
    const all = eachOf([one]);
    if (change === "new" && !all.some(({ isNew }) => isNew)) return false;
    if (policy !== "" && !all.some((each) => String(each.policy) === policy)) return false;
    if (text === "") return true;
    const words = text.toLowerCase().split(/\s+/);
    const whole = all
        .map((each) => {
            const { name = "", title = "" } = data.policies[each.policy] ?? {};
            return [each.name, each.type, each.at, each.fact, each.place ?? "", name, title].join(" ");
        })
        .join(" ")
        .toLowerCase();
    return words.every((word) => whole.includes(word));
}
