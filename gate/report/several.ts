import { byCause } from "./causes";
import type { Besides } from "./format";
import type { Report } from "./model";
import { printable, withoutCommands } from "./printable";
import { type TerminalOptions, terminalReport } from "./terminal";

/** The reports of several stacks, one after the other; a clean one takes one line, and the last lines sum all of them up. */
export function severalReports(
    reports: readonly Report[],
    { failures = [], shard }: Besides,
    terminal: TerminalOptions,
): string {
    const texts = reports.map((report) =>
        isClean(report) ? cleanLine(report) : `${terminalReport(report, terminal)}\n`,
    );
    const unread = failures.map(({ at, why }) => `${at}: not judged: ${why}`);
    const told = reports.map(({ findings }) =>
        byCause(findings.filter(({ accepted }) => !accepted)).map(({ finding }) => finding.level),
    );
    const violated = told.filter((levels) => levels.includes("mandatory")).length;
    const total = (level: string) => told.flat().filter((one) => one === level).length;
    const parts = [
        `${count(total("mandatory"), "mandatory violation")} in ${count(violated, "stack")}`,
        `${total("advisory")} advisory`,
        `${reports.reduce((sum, { undecided }) => sum + undecided.length, 0)} undecided`,
        ...(failures.length > 0 ? [`${count(failures.length, "stack")} not judged`] : []),
    ];
    const which = shard ? ` (shard ${shard.index} of ${shard.total})` : "";
    const last = `${count(reports.length, "stack")}${which}: ${parts.join(", ")}`;
    return withoutCommands([...texts, ...unread.map((line) => `${printable(line)}\n`), `${last}\n`].join(""));
}

function isClean({ findings, undecided, notSeen, exempted, comparison }: Report): boolean {
    return !comparison && findings.length + undecided.length + notSeen.length + exempted.length === 0;
}

function cleanLine({ project, stack, resources, record }: Report): string {
    const name = project === "" && stack === "" ? (record?.at ?? "") : `${project}/${stack}`;
    const what = resources === 0 ? "no resources" : `nothing found, ${count(resources, "resource")}`;
    return `${printable(name)}: ${what}\n`;
}

function count(number: number, one: string): string {
    return `${number} ${one}${number === 1 ? "" : "s"}`;
}
