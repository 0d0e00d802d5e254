/**
 * SARIF 2.1.0: a run for each stack, in a category of its own, so that code hosts tell the alerts of one stack from another's.
 * Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; for what GitHub reads and where it stops,
 * https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
 */
import { gzipSync } from "node:zlib";
import type { Format, Written } from "../format";
import type { Report } from "../model";
import { reportedPolicies } from "../policies";
import { printableJson } from "../printable";
import { printableReport } from "../printable-report";
import { count, gravest } from "../weight";
import { NOTIFICATIONS, notificationsOf } from "./notifications";
import { type Result, resultsOf } from "./results";
import { ruleOf } from "./rules";
import { SRCROOT } from "./words";

/** What GitHub takes of one file. */
export interface Limits {
    readonly runs: number;
    /** Of one run: what it keeps, and what of that it shows. */
    readonly results: number;
    readonly shown: number;
    /** Compressed. */
    readonly bytes: number;
}

const GITHUB: Limits = { runs: 20, results: 25_000, shown: 5_000, bytes: 10_000_000 };

export const sarif: Format = { is: "SARIF 2.1.0, for code scanning", write: (reports) => sarifReport(reports) };

/** As many results as the limits allow, the gravest of each run; never none of a run that has some. */
export function sarifReport(given: readonly Report[], limits: Limits = GITHUB): Written {
    const graveOnes = [...given].sort((a, b) => gravest(a) - gravest(b)).slice(0, limits.runs);
    const reports = given.filter((report) => graveOnes.includes(report)).map(printableReport);
    const leftOut =
        reports.length < given.length
            ? [`${count(given.length - reports.length, "stack")} of ${given.length}: GitHub takes ${limits.runs} runs`]
            : [];
    const runs = reports.map((report) => ({ report, results: resultsOf(report) }));
    for (let most = limits.results; ; ) {
        const text = written(runs, most, limits, leftOut);
        const size = gzipSync(text).length;
        if (size <= limits.bytes || most === 1)
            return { text, leftOut: [...leftOut, ...runs.flatMap(cut(most, limits))] };
        most = Math.max(1, Math.floor((Math.min(most, longest(runs)) * limits.bytes * 0.9) / size));
    }
}

interface Run {
    readonly report: Report;
    /** The gravest first. */
    readonly results: readonly Result[];
}

function written(runs: readonly Run[], most: number, limits: Limits, leftOut: readonly string[]): string {
    const log = {
        $schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: runs.map((run) => runOf(run, most, [...leftOut, ...cut(most, limits)(run)])),
    };
    return `${printableJson(log, 1)}\n`;
}

function cut(most: number, { results: kept, shown, bytes }: Limits): (run: Run) => readonly string[] {
    return ({ report, results }) => {
        const { length } = results;
        const of = `${report.project}/${report.stack}`;
        const why = most < kept ? `${bytes / 1_000_000} MB compressed` : `${kept} results of a run`;
        if (length > most) return [`${count(length - most, "result")} of ${length} of ${of}: GitHub takes ${why}`];
        return length > shown ? [`GitHub shows ${shown} of the ${length} results of ${of}`] : [];
    };
}

function longest(runs: readonly Run[]): number {
    return Math.max(...runs.map(({ results }) => results.length));
}

function runOf({ report, results }: Run, most: number, leftOut: readonly string[]): object {
    const policies = reportedPolicies(report);
    const indices = new Map(policies.map(({ name }, index) => [name, index]));
    const { name = "policy-pack", displayName = "", version = "" } = report.pack ?? {};
    return {
        tool: {
            driver: {
                name,
                ...(displayName !== "" && { fullName: displayName }),
                ...(version !== "" && { version }),
                rules: policies.map(ruleOf),
                notifications: NOTIFICATIONS,
            },
        },
        automationDetails: {
            id: `${name}/${report.project}/${report.stack}/`,
            description: { text: `The stack ${report.stack} of ${report.project}` },
        },
        originalUriBaseIds: { [SRCROOT]: { description: { text: "The root of the repository" } } },
        columnKind: "utf16CodeUnits",
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: notificationsOf(report, leftOut) }],
        results: results.slice(0, most).map((result) => ({ ...result, ruleIndex: indices.get(result.ruleId) ?? -1 })),
        properties: {
            project: report.project,
            stack: report.stack,
            resources: report.resources,
            checks: report.checks,
            undecided: report.undecided.length,
            exempted: report.exempted.length,
            ...(report.baseline && { gone: report.baseline.gone.length }),
        },
    };
}
