import { styleText } from "node:util";
import type { SourceLocation } from "../host/types";
import { byCause } from "./causes";
import { comparisonLines, type Pen } from "./comparison/terminal";
import type { Page } from "./format";
import type { LookupEntry } from "./lookups";
import { type BaselineEntry, type Finding, type OpenCheck, type Report, severityRank } from "./model";
import { withoutCommands } from "./printable";
import { printableReport } from "./printable-report";
import { alsoSentence, count } from "./weight";

export type Style = Parameters<typeof styleText>[0];

export type TerminalOptions = Page;

export const SEVERITY_STYLES: Readonly<Record<string, Style>> = {
    critical: ["red", "bold"],
    high: "red",
    medium: "yellow",
    low: "cyan",
};
const MOST_OPEN = 12;
const MOST_PLACES = 4;

/** The report for a person: findings by resource, each with the fact, the reason and the fix; then what was counted. */
export function terminalReport(given: Report, { colour, width }: TerminalOptions): string {
    const report = printableReport(given);
    const paint = (style: Style, text: string) => (colour ? styleText(style, text, { validateStream: false }) : text);
    const lines: string[] = [];
    let urn: string | undefined;
    for (const { finding, also } of byCause(report.findings.filter(({ accepted }) => !accepted))) {
        if (finding.urn !== urn) {
            urn = finding.urn;
            lines.push(...resourceLines(finding, paint, width));
        }
        const others = also.flatMap((one) => wrapped(alsoSentence(one, finding), width, "    "));
        lines.push(...findingLines(finding, paint, width), ...others, "");
    }
    lines.push(...section("Gone since the baseline", (report.baseline?.gone ?? []).map(gone), paint, width));
    lines.push(...section("Undecided, waiting for", waiting(report.undecided), paint, width));
    lines.push(...section("Exempted", report.exempted.map(exempted), paint, width));
    lines.push(...section("Looked up in a made-up AWS", report.lookups.map(lookedUp), paint, width));
    if (report.lookups.some(({ found, into }) => found && into.length === 0))
        lines.push(...wrapped(CHECK_MISSES, width, ""), "");
    for (const { name, what, location } of report.notSeen) {
        lines.push(...wrapped(`Not seen: ${name}: ${what}.${location ? ` (${place(location)})` : ""}`, width, ""));
    }
    if (report.notSeen.length > 0) lines.push("");
    if (report.comparison) lines.push(...comparisonLines(report.comparison, penOf(paint, width)));
    return withoutCommands(`${[...lines, ...summary(report, paint)].join("\n")}\n`);
}

function penOf(paint: (style: Style, text: string) => string, width: number): Pen {
    return {
        bold: (text) => paint("bold", text),
        dim: (text) => paint("dim", text),
        added: (text) => paint("yellow", text),
        removed: (text) => paint("green", text),
        wrapped: (text, indent) => wrapped(text, width, indent),
    };
}

const CHECK_MISSES =
    "What went into no input may have decided what is made. A program that makes what is absent makes it under --lookups miss: check that too.";

/** Name, type and place in one line, or the place in a line of its own where they do not fit. */
function resourceLines(
    { name, type, location }: Finding,
    paint: (style: Style, text: string) => string,
    width: number,
): readonly string[] {
    const head = `${paint("bold", name)}${type === "" ? "" : `  ${paint("dim", type)}`}`;
    if (!location) return [head];
    const where = place(location);
    const fits = [name, type, where].join("  ").length <= width;
    return fits ? [`${head}  ${paint("dim", where)}`] : [head, `  ${paint("dim", where)}`];
}

function findingLines(
    finding: Finding,
    paint: (style: Style, text: string) => string,
    width: number,
): readonly string[] {
    const severity = paint(SEVERITY_STYLES[finding.severity] ?? "dim", finding.severity || "-");
    const level = finding.level === "mandatory" ? paint("red", "mandatory") : paint("yellow", "advisory");
    const head = `  ${finding.level === "mandatory" ? "✖" : "⚠"} ${level}  ${severity}  ${paint("bold", finding.policy)}${finding.failed ? "  (check failed)" : ""}`;
    const fact = finding.at === "" ? finding.fact : `${finding.at}: ${finding.fact}`;
    const body = [...wrapped(fact, width, "    ")];
    if (finding.why !== "")
        body.push(...wrapped(`Why: ${finding.why}`, width, "    ").map((line) => paint("dim", line)));
    if (finding.fix !== "")
        body.push(...wrapped(`Fix: ${finding.fix}`, width, "    ").map((line) => paint("green", line)));
    if (finding.note !== undefined)
        body.push(...wrapped(`Note: ${finding.note}.`, width, "    ").map((line) => paint("yellow", line)));
    return [head, ...body];
}

/** A line for each value that is waited for, with the checks that wait for it; those of the gravest first, in both. */
function waiting(checks: readonly OpenCheck[]): readonly string[] {
    const byPlace = new Map<string, Set<string>>();
    for (const { policy, severity, awaits } of [...checks].sort((a, b) => severityRank(a) - severityRank(b))) {
        for (const place of awaits) {
            const own = byPlace.get(place) ?? new Set();
            byPlace.set(place, own.add(severity === "" ? policy : `${policy} (${severity})`));
        }
    }
    return [...byPlace].map(([place, of]) => {
        const more = of.size > MOST_PLACES ? ` and ${of.size - MOST_PLACES} more` : "";
        return `${place}: ${[...of].slice(0, MOST_PLACES).join(", ")}${more}`;
    });
}

function gone({ policy, resource, at, count: many }: BaselineEntry): string {
    return `${policy} at ${resource}${at === "" ? "" : `: ${at}`}${many > 1 ? ` (${many} times)` : ""}`;
}

function exempted({ policy, name, reason = "" }: OpenCheck): string {
    return `${policy} at ${name}: ${reason}`;
}

function lookedUp({ what, found, into, location }: LookupEntry): string {
    const where = location ? ` (${place(location)})` : "";
    if (!found) return `${what}${where}: nothing is there`;
    const more = into.length > MOST_PLACES ? ` and ${into.length - MOST_PLACES} more` : "";
    return `${what}${where}: ${into.length === 0 ? "went into no input" : `went into ${into.slice(0, MOST_PLACES).join(", ")}${more}`}`;
}

function section(
    title: string,
    entries: readonly string[],
    paint: (style: Style, text: string) => string,
    width: number,
): readonly string[] {
    if (entries.length === 0) return [];
    const shown = entries.slice(0, MOST_OPEN).flatMap((entry) => wrapped(entry, width, "  "));
    const more = entries.length > MOST_OPEN ? [`  … and ${entries.length - MOST_OPEN} more`] : [];
    return [paint("bold", title), ...shown, ...more, ""];
}

function summary(report: Report, paint: (style: Style, text: string) => string): readonly string[] {
    const told = byCause(report.findings.filter(({ accepted }) => !accepted));
    const mandatory = told.filter(({ finding }) => finding.level === "mandatory").length;
    const advisory = told.length - mandatory;
    const seconds = (report.milliseconds / 1000).toFixed(1);
    const verdict =
        mandatory > 0
            ? paint(["red", "bold"], count(mandatory, "mandatory violation"))
            : paint(["green", "bold"], "no mandatory violation");
    const parts = [
        verdict,
        `${advisory} advisory`,
        ...(report.baseline
            ? [`${report.baseline.accepted} accepted by the baseline`, `${report.baseline.gone.length} gone`]
            : []),
        `${report.undecided.length} undecided`,
        ...(report.notSeen.length > 0 ? [`${report.notSeen.length} not seen`] : []),
    ];
    const counts = [
        count(report.resources, "resource"),
        count(report.checks, "check"),
        `${report.exempted.length} exempted`,
    ];
    const empty = report.resources === 0 && !report.record ? ["The program registered no resources."] : [];
    return [
        ...empty,
        `${report.project}/${report.stack}: ${parts.join(", ")}`,
        paint("dim", `${counts.join(", ")}, ${seconds} s`),
    ];
}

function place({ file, line, column, declaredBy }: SourceLocation): string {
    return `${file}:${line}:${column}${declaredBy === undefined ? "" : ` (declared by ${declaredBy})`}`;
}

/** Breaks text at words; every line is indented. Lines of the text itself are kept. */
export function wrapped(text: string, width: number, indent: string): readonly string[] {
    const limit = Math.max(40, width - indent.length);
    return text.split("\n").flatMap((paragraph) => {
        const lines: string[] = [];
        let line = "";
        for (const word of paragraph.split(" ")) {
            if (line !== "" && line.length + 1 + word.length > limit) {
                lines.push(indent + line);
                line = `  ${word}`;
            } else line = line === "" ? word : `${line} ${word}`;
        }
        return [...lines, indent + line];
    });
}
