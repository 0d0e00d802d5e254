import { JournalFile } from "../../report/journal";
import type { Report } from "../../report/model";
import type { CheckOptions } from "../attempt";
import { MarkedProcesses } from "../marked-processes";
import { NeedsPlugin } from "./attached";
import { CliRun } from "./cli-run";
import { type Installed, installedPulumi } from "./installed";
import { Scratch } from "./scratch";

/**
 * One run of a program in any language: `pulumi preview --policy-pack` with the real engine, and the synthetic cloud in the
 * providers' place. All that the CLI writes goes to a temporary folder. It is run as a process, and not through the Automation
 * API, which writes a stack's file into the project and does not tell of the processes that it starts. Throws `ProgramFailure`
 * where the program does not come to its end.
 */
export async function previewWithPulumi(options: CheckOptions): Promise<Report> {
    const { runtime } = options.project;
    const installed = await installedPulumi(
        runtime === "nodejs" ? "--host pulumi" : `a program whose runtime is ${runtime}`,
    );
    if (options.organization !== OWN_ORGANIZATION) options.note?.(NO_ORGANIZATION);
    const own = new Set<string>();
    for (;;) {
        try {
            return await preview(options, installed, own);
        } catch (error) {
            if (!(error instanceof NeedsPlugin) || own.has(error.packageName)) throw error;
            own.add(error.packageName);
        }
    }
}

/** What a backend in a folder calls it. */
const OWN_ORGANIZATION = "organization";
const NO_ORGANIZATION = `under the Pulumi CLI the program is told that its organization is "${OWN_ORGANIZATION}", whatever --organization says`;

/** What is removed when this process ends, however it ends; its processes are ended before. */
const underWay = new Set<() => void>();
process.once("exit", () => {
    for (const end of underWay) end();
});

/** `own` are packages whose plugins answer for them, and nothing made up. */
async function preview(options: CheckOptions, installed: Installed, own: ReadonlySet<string>): Promise<Report> {
    const journal = JournalFile.create();
    const scratch = Scratch.create();
    const processes = new MarkedProcesses();
    const end = () => {
        processes.stop();
        scratch.remove();
        journal.remove();
    };
    underWay.add(end);
    try {
        return await new CliRun(options, installed, { journal, scratch, processes }).run(own);
    } finally {
        end();
        underWay.delete(end);
    }
}
