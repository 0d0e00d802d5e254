/** What becomes of the reports of several stacks: how they are printed, and what the command exits with. */
import { EXIT } from "../errors";
import type { Judged } from "../recorded/backend-check";
import type { Report } from "../report/model";
import { printable, printableJson, withoutCommands } from "../report/printable";
import { severalReports } from "../report/several";
import { type TerminalOptions, terminalReport } from "../report/terminal";

/** Prints what was judged; gives the exit code. What could not be judged outweighs what was found. */
export function printJudged(judged: Judged, flags: { readonly json: boolean }, terminal: TerminalOptions): number {
    const { reports, failures, shard } = judged;
    const [only, ...others] = reports;
    const isOne = only !== undefined && others.length === 0 && failures.length === 0 && !shard;
    if (flags.json) process.stdout.write(`${printableJson(isOne ? only : judged)}\n`);
    else process.stdout.write(isOne ? terminalReport(only, terminal) : severalReports(judged, terminal));
    for (const { at, why } of failures)
        process.stderr.write(withoutCommands(`Cannot check: ${printable(why.includes(at) ? why : `${at}: ${why}`)}\n`));
    if (failures.length > 0) return EXIT.cannotCheck;
    return reports.some(isViolated) ? EXIT.violations : EXIT.clean;
}

function isViolated({ findings }: Report): boolean {
    return findings.some(({ level }) => level === "mandatory");
}
