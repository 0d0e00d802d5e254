/** `report`: what other commands wrote down, as a report of this one. */
import type { Command } from "commander";
import { eventsReport } from "../recorded/events";
import { merged } from "../recorded/merge";
import { bytesOf, nameOf } from "../recorded/read";
import type { TerminalOptions } from "../report/terminal";
import { printJudged } from "./judged";

export interface ReportFlags {
    readonly json: boolean;
    readonly color: boolean;
}

const EXIT_CODES = "\nExit codes: 0 no mandatory violation, 1 mandatory violations, 2 it cannot be told.";

/** Adds the command; `ended` takes the exit code. */
export function addReport(
    program: Command,
    terminal: (flags: ReportFlags) => TerminalOptions,
    ended: (code: number) => void,
): void {
    const printing = (command: Command): Command =>
        command.option("--json", "print the report as JSON", false).option("--no-color", "no colours");
    const report = printing(
        program
            .command("report")
            .description(
                "Tells what the policies said in a stream of events: a streaming preview, pulumi policy analyze --json, or the Automation API's onEvent.",
            )
            .argument("<events>", "the file of the events, a line each or a list; - is standard input"),
    );
    report.addHelpText("after", EXIT_CODES).action((file: string, flags: ReportFlags) => {
        const reports = [eventsReport(bytesOf(file), nameOf(file))];
        ended(printJudged({ reports, failures: [] }, flags, terminal(flags)));
    });
    printing(
        report
            .command("merge")
            .description("Joins what check --json printed of several stacks, such as the shards of a backend.")
            .argument("<reports...>", "the files, or the folders that they are in"),
    )
        .addHelpText("after", EXIT_CODES)
        .action((files: readonly string[], _: ReportFlags, command: Command) => {
            // Options that both commands have may be taken by the one above.
            const flags = command.optsWithGlobals<ReportFlags>();
            ended(printJudged(merged(files), flags, terminal(flags)));
        });
}
