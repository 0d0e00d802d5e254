import { JOURNAL_VARIABLE, LEAST_PRIVILEGE_VARIABLE, REACH_VARIABLE, type ReachQuestion } from "../../pack/journal";
import { CannotCheck } from "../errors";
import { JournalFile } from "../report/journal";
import { makeReport, type Report } from "../report/model";
import type { Deployment } from "./deployment";
import { Pack, type PolicyConfiguration } from "./pack";
import { stopAll } from "./processes";
import { redactedReport, redactionOf } from "./redaction";
import { type RunOptions, run } from "./run";

export interface CheckOptions extends RunOptions {
    readonly packFolder: string;
    readonly policies: PolicyConfiguration;
    readonly tags: Readonly<Record<string, string>>;
    /** Whether a program of which nothing could be judged passes. */
    readonly allowEmpty?: boolean;
    /** What the pack is asked besides the verdicts. */
    readonly reach?: ReachQuestion;
    /** The functions whose least privilege is asked for. */
    readonly leastPrivilegeOf?: string;
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
        environment: {
            [JOURNAL_VARIABLE]: journal.file,
            PWD: project.folder,
            ...(options.reach && { [REACH_VARIABLE]: JSON.stringify(options.reach) }),
            ...(options.leastPrivilegeOf !== undefined && { [LEAST_PRIVILEGE_VARIABLE]: options.leastPrivilegeOf }),
        },
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
        const report = makeReport({
            project,
            stack: configuration.stack,
            resources,
            diagnostics,
            journal: journal.read(diagnostics),
            notSeen: deployment.notSeen,
            lookups: deployment.lookups,
            milliseconds: Date.now() - started,
            pack: (await pack).info,
        });
        if (report.judged === 0 && report.findings.length === 0 && !options.allowEmpty) throw nothingJudged(deployment);
        return redactedReport(report, redactionOf(configuration));
    } finally {
        pack.then((running) => running.stop()).catch(() => undefined);
        stopAll();
        journal.remove();
    }
}

/** What was not looked into is no pass. */
function nothingJudged({ notSeen }: Deployment): CannotCheck {
    const why =
        notSeen.length === 0
            ? "the program registered no resources"
            : "of all that the program uses, this host sees nothing: check it under the Pulumi CLI (pulumi preview --policy-pack)";
    return new CannotCheck(
        `nothing was judged: ${why} (--allow-empty lets that pass)`,
        notSeen.map(({ urn, what }) => `Not seen: ${urn.split("::").slice(3).join("::")}: ${what}.`).join("\n"),
    );
}
