import type { Report } from "../report/model";
import type { Host } from "./choice";
import { confirmFailures } from "./doubted";
import { openPack, type PackQuestion } from "./open-pack";
import { reportOf } from "./outcome";
import { stopAll } from "./processes";
import { type RunOptions, run } from "./run";

export interface CheckOptions extends RunOptions, PackQuestion {
    /** Where the program runs; where nothing is said, what it is decides. */
    readonly host?: Host;
    /** Whether a program of which nothing could be judged passes. */
    readonly allowEmpty?: boolean;
    /** Takes what the reader should know and no report has a place for. */
    readonly note?: (sentence: string) => void;
}

/** One run of the program under the pack. Throws `ProgramFailure` where the program does not come to its end. */
export async function attempt(options: CheckOptions): Promise<Report> {
    const started = Date.now();
    const { pack, journal, close } = options.prepared?.packs.open(options) ?? openPack(options);
    // The program's first registration waits for the pack; until then its failure must not go unhandled.
    pack.catch(() => undefined);
    let isSound = false;
    try {
        const { deployment, failure } = await run(options, pack);
        const { analyses } = deployment;
        if (!failure) await analyses.settled();
        if (analyses.broken !== undefined) throw analyses.broken;
        if (failure) throw failure;
        await confirmFailures(options, deployment);
        const resources = [...deployment.resources.values()];
        options.prepared?.deploys(options.configuration.stack, resources, options.project.programFolder);
        const diagnostics = [...analyses.diagnostics, ...(await (await pack).analyzeStack(resources))];
        const { notSeen, lookups } = deployment;
        isSound = true;
        return reportOf(options, journal, {
            resources,
            diagnostics,
            notSeen,
            lookups,
            started,
            pack: (await pack).info,
        });
    } finally {
        close(isSound);
        stopAll();
    }
}
