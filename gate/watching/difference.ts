/** What came and went between two runs, for one line. */
import { numbered } from "../report/fingerprint";
import type { Finding, Report } from "../report/model";

export interface Difference {
    readonly fresh: readonly Finding[];
    readonly gone: readonly Finding[];
}

/** Of the stacks that were judged both times; findings are told apart by their fingerprints. */
export function differenceOf(before: readonly Report[], now: readonly Report[]): Difference {
    const both = (reports: readonly Report[], others: readonly Report[]) =>
        keyed(reports.filter((one) => others.some((other) => isSameStack(one, other))));
    const [earlier, later] = [both(before, now), both(now, before)];
    return {
        fresh: [...later].filter(([key]) => !earlier.has(key)).map(([, finding]) => finding),
        gone: [...earlier].filter(([key]) => !later.has(key)).map(([, finding]) => finding),
    };
}

function isSameStack(one: Report, other: Report): boolean {
    return one.project === other.project && one.stack === other.stack;
}

function keyed(reports: readonly Report[]): ReadonlyMap<string, Finding> {
    const entries = reports.flatMap(({ findings }) => numbered(findings));
    return new Map(entries.map(({ finding, fingerprint, number }) => [`${fingerprint} ${number}`, finding]));
}

const MOST_NAMED = 3;

/** `1 new: policy at resource; 2 gone: …`. */
export function differenceText({ fresh, gone }: Difference): string {
    if (fresh.length + gone.length === 0) return "no finding came or went";
    return [listed("new", fresh), listed("gone", gone)].filter((text) => text !== "").join("; ");
}

function listed(what: string, findings: readonly Finding[]): string {
    if (findings.length === 0) return "";
    const named = findings.slice(0, MOST_NAMED).map(({ policy, name }) => `${policy} at ${name}`);
    const more = findings.length - named.length;
    return `${findings.length} ${what}: ${[...named, ...(more > 0 ? [`${more} more`] : [])].join(", ")}`;
}
