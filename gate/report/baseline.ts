/** What a team has decided to live with for now: the findings that were there on the day, by fingerprint. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { CannotCheck, reasonOf } from "../errors";
import { fingerprint, numbered } from "./fingerprint";
import type { BaselineEntry, Finding, Report } from "./model";
import { printable } from "./printable";

/** Raised when an older gate could no longer read the file. */
export const BASELINE_VERSION = 1;

export interface Baseline {
    readonly version: typeof BASELINE_VERSION;
    readonly findings: readonly BaselineEntry[];
}

/** A check that failed is no finding to accept: what it would have said nobody knows. */
function isAcceptable({ failed }: Finding): boolean {
    return !failed;
}

/** Throws `CannotCheck` where there is none, or none that this version reads. */
export function readBaseline(file: string): Baseline {
    if (!existsSync(file))
        throw new CannotCheck(`there is no baseline ${file}: --update-baseline writes one of what is found now`);
    const unread = (why: string) => new CannotCheck(`the baseline ${file} cannot be read: ${why}`);
    let given: unknown;
    try {
        given = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
    } catch (error) {
        throw unread(error instanceof SyntaxError ? "it is no JSON" : reasonOf(error));
    }
    const { version, findings } = (typeof given === "object" && given !== null ? given : {}) as Partial<Baseline>;
    if (version === undefined || !Array.isArray(findings)) throw unread("it is no baseline of this command");
    if (version !== BASELINE_VERSION)
        throw unread(
            `its version is not ${BASELINE_VERSION}, which this command writes; --update-baseline of the right one does`,
        );
    const broken = findings.findIndex((one) => !isEntry(one));
    if (broken >= 0) throw unread(`findings[${broken}] is no entry of one`);
    return { version, findings };
}

const TEXTS = ["stack", "policy", "resource", "type", "at", "fingerprint"] as const;

function isEntry(given: unknown): given is BaselineEntry {
    if (typeof given !== "object" || given === null) return false;
    const entry = given as Readonly<Record<string, unknown>>;
    const { count = 1 } = entry;
    return TEXTS.every((key) => typeof entry[key] === "string") && Number.isSafeInteger(count) && Number(count) > 0;
}

/** The reports with what the baseline accepts marked: of findings that share a fingerprint, as many as it has. */
export function withBaseline(reports: readonly Report[], { findings: entries }: Baseline): readonly Report[] {
    const counts = new Map<string, number>();
    for (const one of entries) counts.set(one.fingerprint, (counts.get(one.fingerprint) ?? 0) + (one.count ?? 1));
    return reports.map((report) => {
        const found = new Map<string, number>();
        const marked = numbered(report.findings).map(({ finding, fingerprint: own, number }): Finding => {
            if (!isAcceptable(finding)) return finding;
            found.set(own, (found.get(own) ?? 0) + 1);
            return number <= (counts.get(own) ?? 0) ? { ...finding, accepted: true } : finding;
        });
        const gone = entries
            .filter(({ stack }) => stack === stackOf(report))
            .map((one) => ({ ...one, count: (one.count ?? 1) - (found.get(one.fingerprint) ?? 0) }))
            .filter(({ count }) => count > 0);
        const accepted = marked.filter((one) => one.accepted).length;
        return { ...report, findings: marked, baseline: { accepted, gone } };
    });
}

/** What is found now; of stacks that were not judged, what the baseline had. */
export function baselineOf(reports: readonly Report[], before: Baseline | undefined): Baseline {
    const judged = new Set(reports.map(stackOf));
    const kept = before?.findings.filter(({ stack }) => !judged.has(stack)) ?? [];
    return { version: BASELINE_VERSION, findings: [...kept, ...reports.flatMap(entriesOf)].sort(inOrder) };
}

function entriesOf(report: Report): readonly BaselineEntry[] {
    const entries = new Map<string, BaselineEntry>();
    for (const finding of report.findings.filter(isAcceptable)) {
        const own = fingerprint(finding);
        const { count = 0 } = entries.get(own) ?? {};
        entries.set(own, {
            stack: stackOf(report),
            policy: printable(finding.policy),
            resource: printable(finding.name),
            type: printable(finding.type),
            at: printable(finding.at).replace(/\[\d+\]/g, "[]"),
            fingerprint: own,
            count: count + 1,
        });
    }
    return [...entries.values()];
}

function stackOf({ project, stack }: Report): string {
    return printable(`${project}/${stack}`);
}

/** One entry a line, in the order of what a reader sees, so that a diff shows what came and went. */
export function baselineText({ version, findings }: Baseline): string {
    const lines = findings.map(({ count, ...entry }) => `  ${JSON.stringify(count > 1 ? { ...entry, count } : entry)}`);
    const list = lines.length === 0 ? "[]" : `[\n${lines.join(",\n")}\n ]`;
    return `{\n "version": ${version},\n "findings": ${list}\n}\n`;
}

/** Throws `CannotCheck` where the file cannot be written. */
export function writeBaseline(file: string, baseline: Baseline): void {
    try {
        mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
        writeFileSync(file, baselineText(baseline));
    } catch (error) {
        throw new CannotCheck(`the baseline ${file} cannot be written`, reasonOf(error));
    }
}

function inOrder(a: BaselineEntry, b: BaselineEntry): number {
    const keys = ["stack", "resource", "type", "policy", "at", "fingerprint"] as const;
    const key = keys.find((one) => a[one] !== b[one]);
    return key === undefined ? 0 : a[key] < b[key] ? -1 : 1;
}
