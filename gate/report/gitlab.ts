/** GitLab's code quality report. Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
import { createHash } from "node:crypto";
import { numbered } from "./fingerprint";
import type { Format } from "./format";
import type { Report } from "./model";
import { repositoryPlaces } from "./places";
import { printableJson } from "./printable";
import { printableReport } from "./printable-report";
import { gravestFirst, sentenceOf } from "./weight";

const SEVERITIES: Readonly<Record<string, string>> = {
    critical: "blocker",
    high: "critical",
    medium: "major",
    low: "minor",
};

export const gitlab: Format = {
    is: "GitLab's code quality report",
    write: (reports) => ({
        text: `${printableJson(reports.map(printableReport).flatMap(issuesOf), 1)}\n`,
        leftOut: [],
    }),
};

/** What a baseline accepts is left out: GitLab shows what a merge request adds. */
function issuesOf(report: Report): readonly object[] {
    const placeOf = repositoryPlaces(report);
    const all = numbered(report.findings.filter(({ accepted }) => !accepted));
    const byFinding = new Map(all.map((one) => [one.finding, one]));
    return gravestFirst(all.map(({ finding }) => finding)).map((finding) => {
        const { policy, severity, name, fix } = finding;
        const own = byFinding.get(finding);
        const { path, line } = placeOf(finding);
        const stack = `${report.project}/${report.stack}`;
        return {
            description: `${stack}: ${name}: ${sentenceOf(finding)}${fix === "" ? "" : ` Fix: ${fix}`}`.replace(
                /\n/g,
                " ",
            ),
            check_name: policy,
            // Each has its own in a report.
            fingerprint: createHash("sha256").update(`${own?.fingerprint}:${own?.number}`).digest("hex").slice(0, 32),
            severity: SEVERITIES[severity] ?? "info",
            location: { path, lines: { begin: line } },
        };
    });
}
