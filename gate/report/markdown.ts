/** Markdown for a comment on a pull request. Source: https://github.github.com/gfm/ */
import type { Told } from "./causes";
import type { Format, Written } from "./format";
import { markdownText } from "./markdown-text";
import type { Report } from "./model";
import { type PlaceOf, repositoryPlaces } from "./places";
import { printableReport } from "./printable-report";
import { alsoSentence, count, sentenceOf, shortened, toldByGravity } from "./weight";

/** The longest comment that GitHub takes; GitLab's may be longer. */
const LONGEST = 65_536;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_200;
const MOST_LISTED = 20;

export const markdown: Format = {
    is: "Markdown, for a comment on a pull request",
    write: (reports) => markdownReport(reports),
};

/** The gravest findings of all stacks first in what there is room for; each stack has its headline whatever room is left. */
export function markdownReport(given: readonly Report[], longest = LONGEST): Written {
    const reports = given.map(printableReport);
    const sections = reports.map((report) => ({ report, head: headline(report), tail: tail(report) }));
    const fixed = sections.reduce((sum, { head, tail: end }) => sum + head.length + end.length + ROOM, MARK.length);
    let room = longest - fixed;
    const told = sections.map(({ report }) => {
        const placeOf = repositoryPlaces(report);
        const entries = toldByGravity(report).map((one) => entry(one, placeOf));
        const fits = entries.filter((text) => {
            room -= text.length + 1;
            return room >= 0;
        });
        return { fits, left: entries.length - fits.length };
    });
    const leftOut = told.flatMap(({ left }, index) =>
        left === 0
            ? []
            : [`${count(left, "finding")} of ${nameOf(reports[index])}: a comment holds ${longest} characters`],
    );
    const text = sections.flatMap(({ head, tail: end }, index) => {
        const { fits = [], left = 0 } = told[index] ?? {};
        const more =
            left === 0
                ? []
                : [`\n${count(left, "more finding")}: there is no room for ${left === 1 ? "it" : "them"} here.\n`];
        return [head, ...fits, ...more, end];
    });
    return { text: [MARK, ...text].join("\n"), leftOut };
}

/** By which a workflow finds its comment again. */
const MARK = "<!-- aws-serverless-security -->";
/** What a section may need to say of what it leaves out. */
const ROOM = 120;

function nameOf(report: Report | undefined): string {
    return report ? `${report.project}/${report.stack}` : "";
}

function headline(report: Report): string {
    const told = toldByGravity(report);
    const mandatory = told.filter(({ finding }) => finding.level === "mandatory").length;
    const verdict = mandatory > 0 ? `❌ ${count(mandatory, "mandatory violation")}` : "✅ no mandatory violation";
    const { baseline, exempted, undecided, notSeen } = report;
    const parts = [
        `${told.length - mandatory} advisory`,
        ...(baseline ? [`${baseline.accepted} accepted by the baseline`, `${baseline.gone.length} gone`] : []),
        `${undecided.length} undecided`,
        `${exempted.length} exempted`,
        ...(notSeen.length > 0 ? [`${notSeen.length} not seen`] : []),
    ];
    return [
        `### ${code(nameOf(report))}: ${verdict}`,
        "",
        `${parts.join(", ")}; ${count(report.resources, "resource")}, ${count(report.checks, "check")}.`,
        "",
    ].join("\n");
}

function entry({ finding, also }: Told, placeOf: PlaceOf): string {
    const { policy, level, severity, name, why, fix, note } = finding;
    const { path, line } = placeOf(finding);
    const symbol = level === "mandatory" ? "❌" : "⚠️";
    const lines = [
        sentenceOf(finding),
        ...(why === "" ? [] : [`Why: ${why}`]),
        ...(fix === "" ? [] : [`Fix: ${fix}`]),
        ...(note === undefined ? [] : [`Note: ${note}.`]),
        ...also.slice(0, MOST_LISTED).map((one) => alsoSentence(one, finding)),
    ];
    return [
        `<details><summary>${symbol} ${markdownText(severity)} ${code(policy)} at ${code(name)} (${code(`${path}:${line}`)})</summary>`,
        "",
        ...lines.map((one) => `${labelled(shortened(one, LONGEST_TEXT))}\n`),
        "</details>",
    ].join("\n");
}

function tail({ undecided, exempted, notSeen, baseline }: Report): string {
    return [
        ...folded("not seen", notSeen, ({ name, what }) => `${code(name)}: ${markdownText(what)}`),
        ...folded(
            "exempted",
            exempted,
            ({ policy, name, reason = "" }) =>
                `${code(policy)} at ${code(name)}: ${markdownText(shortened(reason, LONGEST_TEXT))}`,
        ),
        ...folded(
            "undecided",
            undecided,
            ({ policy, name, awaits }) =>
                `${code(policy)} at ${code(name)} waits for ${awaits.slice(0, 3).map(code).join(", ")}`,
        ),
        ...folded(
            "gone since the baseline",
            baseline?.gone ?? [],
            ({ policy, resource }) => `${code(policy)} at ${code(resource)}`,
        ),
        "",
    ].join("\n");
}

function folded<T>(title: string, entries: readonly T[], line: (one: T) => string): readonly string[] {
    if (entries.length === 0) return [];
    const more = entries.length > MOST_LISTED ? [`- … and ${entries.length - MOST_LISTED} more`] : [];
    return [
        `<details><summary>${entries.length} ${title}</summary>`,
        "",
        ...entries.slice(0, MOST_LISTED).map((one) => `- ${line(one)}`),
        ...more,
        "",
        "</details>",
    ];
}

function labelled(text: string): string {
    return markdownText(text).replace(/^(?:Why|Fix|Note|Also)\b/, "**$&**");
}

function code(text: string): string {
    return `<code>${markdownText(shortened(text, LONGEST_NAME))}</code>`;
}
