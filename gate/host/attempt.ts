import { JournalFile } from "../report/journal";
import type { Report } from "../report/model";
import type { Host } from "./choice";
import { type Questions, questions, reportOf } from "./outcome";
import { Pack, type PolicyConfiguration } from "./pack";
import { stopAll } from "./processes";
import { type RunOptions, run } from "./run";

export interface CheckOptions extends RunOptions, Questions {
    /** Where the program runs; where nothing is said, what it is decides. */
    readonly host?: Host;
    readonly packFolder: string;
    readonly policies: PolicyConfiguration;
    readonly tags: Readonly<Record<string, string>>;
    /** Whether a program of which nothing could be judged passes. */
    readonly allowEmpty?: boolean;
    /** Takes what the reader should know and no report has a place for. */
    readonly note?: (sentence: string) => void;
}

/** One run of the program under the pack. Throws `ProgramFailure` where the program does not come to its end. */
export async function attempt(options: CheckOptions): Promise<Report> {
    const { project, configuration } = options;
    const started = Date.now();
    const journal = JournalFile.create();
    const pack = Pack.start({
        folder: options.packFolder,
        environment: { ...questions(options, journal), PWD: project.folder },
        organization: options.organization,
        project: project.name,
        programFolder: project.programFolder,
        stack: configuration.stack,
        configuration: configuration.values,
        secretKeys: configuration.secretKeys,
        tags: options.tags,
        policies: options.policies,
    });
    // The program's first registration waits for the pack; until then its failure must not go unhandled.
    pack.catch(() => undefined);
    try {
        const { deployment, failure } = await run(options, pack);
        if (failure) throw failure;
        const resources = [...deployment.resources.values()];
        const diagnostics = [...deployment.diagnostics, ...(await (await pack).analyzeStack(resources))];
        const { notSeen, lookups } = deployment;
        return reportOf(options, journal, {
            resources,
            diagnostics,
            notSeen,
            lookups,
            started,
            pack: (await pack).info,
        });
    } finally {
        pack.then((running) => running.stop()).catch(() => undefined);
        stopAll();
        journal.remove();
    }
}
