/** Markdown for a comment on a pull request. Source: https://github.github.com/gfm/ */
import type { Told } from "./causes";
import { comparisonMarkdown } from "./comparison/markdown";
import type { Format, Written } from "./format";
import { markdownText } from "./markdown-text";
import { gravity, type Report } from "./model";
import { type PlaceOf, repositoryPlaces } from "./places";
import { printableReport } from "./printable-report";
import { alsoSentence, count, gravest, sentenceOf, shortened, toldByGravity } from "./weight";

/** The longest comment that GitHub takes; GitLab's may be longer. */
const LONGEST = 65_536;
const LONGEST_NAME = 120;
const LONGEST_TEXT = 1_200;
const MOST_LISTED = 20;

export const markdown: Format = {
    is: "Markdown, for a comment on a pull request",
    write: (reports) => markdownReport(reports),
};

/** Each stack's headline as far as there is room, then the gravest findings of all of them, then the rest of what there is to say. */
export function markdownReport(given: readonly Report[], longest = LONGEST): Written {
    const reports = given.map(printableReport);
    let room = longest - MARK.length - ROOM;
    const fits = (text: string): boolean => {
        if (text.length + 1 > room) return false;
        room -= text.length + 1;
        return true;
    };
    const sections = reports.map((report) => ({
        report,
        head: [headline(report), ...compared(report, longest / 3 / reports.length)].join("\n"),
        tail: tail(report),
        fits: [] as string[],
        left: 0,
    }));
    const shown = bySeverity(sections).filter(({ head }) => fits(`${head}${" ".repeat(ROOM)}`));
    const entries = shown.flatMap((section) => {
        const placeOf = repositoryPlaces(section.report);
        return toldByGravity(section.report).map((told) => ({ section, told, text: entry(told, placeOf) }));
    });
    for (const { section, text } of entries.sort((a, b) => gravity(a.told.finding) - gravity(b.told.finding))) {
        if (fits(text)) section.fits.push(text);
        else section.left += 1;
    }
    const text = sections
        .filter((section) => shown.includes(section))
        .flatMap(({ head, fits: own, left, tail: end }) => [
            head,
            ...own,
            ...(left > 0 ? [moreOf(left)] : []),
            ...(fits(end) ? [end] : []),
        ]);
    const dropped = sections.length - shown.length;
    const stacks = dropped === 0 ? [] : [`${count(dropped, "stack")} of ${sections.length}`];
    const findings = shown
        .filter(({ left }) => left > 0)
        .map(({ report, left }) => `${count(left, "finding")} of ${nameOf(report)}`);
    const leftOut = [...stacks, ...findings].map((what) => `${what}: a comment holds ${longest} characters`);
    const rest = dropped === 0 ? [] : [`${count(dropped, "more stack")}: there is no room for more here.\n`];
    return { text: [MARK, ...text, ...rest].join("\n"), leftOut };
}

/** What a reviewer asks first, and what is left of a comment's room is for the findings. */
function compared({ comparison }: Report, longest: number): readonly string[] {
    return comparison ? [comparisonMarkdown(comparison, longest)] : [];
}

function moreOf(left: number): string {
    return `\n${count(left, "more finding")}: there is no room for more here.\n`;
}

function bySeverity<T extends { readonly report: Report }>(sections: readonly T[]): readonly T[] {
    return [...sections].sort((a, b) => gravest(a.report) - gravest(b.report));
}

/** By which a workflow finds its comment again. */
const MARK = "<!-- aws-serverless-security -->";
/** What it may take to say what is left out. */
const ROOM = 100;

function nameOf({ project, stack }: Report): string {
    return `${project}/${stack}`;
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
