/** What a stack is held against: the same stack as a record or a commit has it. */
import { statSync } from "node:fs";
import { CannotCheck } from "../errors";
import { type CheckOptions, check } from "../host/check";
import { readConfiguration, type StackConfiguration } from "../project/configuration";
import { holdsProject, type Project, readProject, stacksOf } from "../project/project";
import { checkRead, type ReadFile, readFile } from "../recorded/check";
import type { JudgingOptions } from "../recorded/judging";
import { type Against, compared } from "../report/comparison";
import type { Report } from "../report/model";
import { type Revision, revisionOf } from "./revision";
import { type Snapshot, snapshotOf } from "./snapshot";

export interface OtherOptions extends JudgingOptions {
    readonly note: (sentence: string) => void;
    readonly progress: (checked: number) => void;
    /** How programs are run; what the other one is asked is what this one is. */
    readonly run: Omit<CheckOptions, "configuration" | "drawing" | "note" | "progress" | "project">;
    /** Values of the command line, as `key=value`. */
    readonly values: { readonly plain: readonly string[]; readonly secret: readonly string[] };
}

/** Holds reports against one other state of their stacks. */
export interface Other {
    /** Throws `CannotCheck` where the other one cannot be judged. */
    compare(report: Report): Promise<Report>;
    close(): void;
}

/**
 * `given` is a file of a state or a preview (`-` is standard input), else a commit of the repository that holds `folder`. Throws `CannotCheck`
 * where it is neither, before anything is judged.
 */
export async function openOther(given: string, folder: string, options: OtherOptions): Promise<Other> {
    if (given === "") throw new CannotCheck("--against takes a file, or a branch, tag or commit");
    if (given === "-" || statSync(given, { throwIfNoEntry: false })?.isFile())
        return recordedOther(readFile(given), options);
    return committedOther(await revisionOf(given, folder), options);
}

/** A record is of one stack, and judged once. */
function recordedOther(read: ReadFile, options: OtherOptions): Other {
    const { at, recorded } = read;
    let judged: Promise<Report> | undefined;
    const compare = async (report: Report) => {
        const { project, stack } = recorded ?? report;
        const against: Against = { kind: recorded?.phase === "preview" ? "preview" : "state", at, project, stack };
        if (!recorded) return compared(report, undefined, against, `${at} holds no resources`);
        judged ??= checkRead(read, { ...options, drawing: true, allowEmpty: true });
        return compared(report, await judged, against);
    };
    return { compare, close: () => undefined };
}

function committedOther(revision: Revision, options: OtherOptions): Other {
    const { name, commit } = revision;
    let made: Promise<Snapshot> | undefined;
    const compare = async (report: Report) => {
        const isFirst = made === undefined;
        made ??= snapshotOf(revision);
        const snapshot = await made;
        const { project = report.project, before, why } = await judgeThen(report.stack, snapshot, revision, options);
        if (isFirst && before) for (const note of snapshot.notes) options.note(note);
        const against: Against = { kind: "git", at: name, commit, project, stack: report.stack };
        return compared(report, before, against, why);
    };
    return { compare, close: () => void made?.then(({ remove }) => remove()).catch(() => undefined) };
}

interface Then {
    readonly project?: string;
    /** Undefined where the stack was not there, for the reason that `why` tells. */
    readonly before?: Report;
    readonly why?: string;
}

async function judgeThen(
    stack: string,
    snapshot: Snapshot,
    { name, within }: Revision,
    options: OtherOptions,
): Promise<Then> {
    if (!holdsProject(snapshot.folder))
        return { why: `${name} has no Pulumi project in ${within === "" ? "its root" : within}` };
    try {
        const project = readProject(snapshot.folder);
        const had = stacksOf(project);
        if (had.length > 0 && !had.includes(stack))
            return { project: project.name, why: `${name} has no stack ${stack}` };
        const configuration = readConfiguration(project, { ...options.values, stack });
        const note = (sentence: string) => options.note(`at ${name}, ${snapshot.shown(sentence)}`);
        return { project: project.name, before: await judged(project, configuration, { ...options, note }) };
    } catch (error) {
        if (!(error instanceof CannotCheck)) throw error;
        const { message, detail } = error;
        throw new CannotCheck(`${name} cannot be judged: ${snapshot.shown(message)}`, snapshot.shown(detail));
    }
}

function judged(project: Project, configuration: StackConfiguration, options: OtherOptions): Promise<Report> {
    const { run, progress, note } = options;
    return check({ ...run, project, configuration, drawing: true, allowEmpty: true, progress, note });
}
