/** `report`: what other commands wrote down, as a report of this one. */
import type { Command } from "commander";
import type { Judged } from "../recorded/backend-check";
import { eventsReport } from "../recorded/events";
import { merged } from "../recorded/merge";
import { bytesOf, nameOf } from "../recorded/read";
import type { Page } from "../report/format";
import { checkedDelivery, type DeliveryFlags, deliverJudged, withDelivery } from "./deliver";

export interface ReportFlags extends DeliveryFlags {
    readonly color: boolean;
}

export interface Telling {
    readonly page: (flags: ReportFlags) => Page;
    readonly note: (sentence: string) => void;
}

const EXIT_CODES = "\nExit codes: 0 no mandatory violation, 1 mandatory violations, 2 it cannot be told.";

/** Adds the command; `ended` takes the exit code. */
export function addReport(program: Command, { page, note }: Telling, ended: (code: number) => void): void {
    const printing = (command: Command): Command =>
        withDelivery(command).option("--json", "print the report as JSON", false).option("--no-color", "no colours");
    const told = (flags: ReportFlags, judge: () => Judged) => {
        checkedDelivery(flags);
        ended(deliverJudged(judge(), flags, { page: page(flags), note }));
    };
    const report = printing(
        program
            .command("report")
            .description(
                "Tells what the policies said in a stream of events: a streaming preview, pulumi policy analyze --json, or the Automation API's onEvent.",
            )
            .argument("<events>", "the file of the events, a line each or a list; - is standard input"),
    );
    report.addHelpText("after", EXIT_CODES).action((file: string, flags: ReportFlags) => {
        told(flags, () => ({ reports: [eventsReport(bytesOf(file), nameOf(file))], failures: [] }));
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
            told(flags, () => merged(files));
        });
}
