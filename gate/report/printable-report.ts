import type { Finding, Report } from "./model";
import { printableLines, printableTree } from "./printable";

/** A report whose texts keep to their line. Only a message may have lines of its own. */
export function printableReport(report: Report): Report {
    const finding = (one: Finding): Finding => ({
        ...printableTree(one),
        fact: printableLines(one.fact),
        why: printableLines(one.why),
        fix: printableLines(one.fix),
    });
    return { ...printableTree({ ...report, findings: [] }), findings: report.findings.map(finding) };
}
