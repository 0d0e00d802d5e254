import type { Pack } from "../host/pack";
import type { Diagnostic, Registered } from "../host/types";
import type { JournalFile } from "../report/journal";
import { makeReport, type Report } from "../report/model";
import type { Recorded } from "./state";

export interface Judging {
    readonly pack: Pack;
    /** Where the pack's process keeps its journal; emptied for each stack. */
    readonly journal: JournalFile;
    readonly organization: string;
    readonly tags: Readonly<Record<string, string>>;
    /** What was read, as the report names it. */
    readonly at: string;
    readonly progress?: (checked: number) => void;
}

/** How many resources are under way to the pack: it works while this process writes the next. */
const UNDER_WAY = 16;

/**
 * Judges one stack as `pulumi policy analyze` does: each resource by its inputs, the stack by its outputs, and what a policy would remedy
 * stays as it is.
 */
export async function judge(recorded: Recorded, judging: Judging): Promise<Report> {
    const { pack, journal, organization, tags, at, progress } = judging;
    const started = Date.now();
    journal.clear();
    const { project, stack, configuration, resources } = recorded;
    await pack.begin({ organization, project, stack, configuration, secretKeys: [], tags });
    for (const resource of resources) await pack.showMarks(resource);
    const diagnostics = await ofEach(resources, (resource) => pack.analyze(resource), progress);
    diagnostics.push(...(await pack.analyzeStack(resources)));
    return makeReport({
        project: { name: project, folder: process.cwd() },
        stack,
        record: { of: recorded.phase === "audit" ? "state" : "preview", at },
        resources,
        diagnostics,
        journal: journal.read(diagnostics),
        notSeen: recorded.notSeen,
        lookups: [],
        milliseconds: Date.now() - started,
        pack: pack.info,
    });
}

/** What is said of each, in the order of the resources. */
async function ofEach(
    resources: readonly Registered[],
    ask: (resource: Registered) => Promise<readonly Diagnostic[]>,
    progress: (checked: number) => void = () => undefined,
): Promise<Diagnostic[]> {
    const answers: (readonly Diagnostic[])[] = [];
    let [next, done] = [0, 0];
    const drain = async (): Promise<void> => {
        for (let index = next++; index < resources.length; index = next++) {
            answers[index] = await ask(resources[index] as Registered);
            done += 1;
            progress(done);
        }
    };
    await Promise.all(Array.from({ length: UNDER_WAY }, drain));
    return answers.flat();
}
