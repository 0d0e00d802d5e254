import { CannotCheck } from "../errors";
import type { Report } from "../report/model";
import { judge } from "./judge";
import { type JudgingOptions, withPack } from "./judging";
import { bytesOf, nameOf, readRecorded } from "./read";
import type { Recorded } from "./state";

export interface CheckFileOptions extends JudgingOptions {
    /** Whether a record of which nothing could be judged passes. */
    readonly allowEmpty: boolean;
    readonly progress: (checked: number) => void;
}

/** A state or a preview, read and not judged. */
export interface ReadFile {
    readonly at: string;
    /** Undefined where the stack was never deployed. */
    readonly recorded: Recorded | undefined;
}

/** Reads a state or a preview in a file; `-` is standard input. Throws `CannotCheck` where it cannot be read. */
export function readFile(file: string): ReadFile {
    const at = nameOf(file);
    return { at, recorded: readRecorded(bytesOf(file), at) };
}

/** Judges a state or a preview in a file (`-` is standard input). Throws `CannotCheck` where it cannot be read, or holds nothing. */
export async function checkFile(file: string, options: CheckFileOptions): Promise<Report> {
    return checkRead(readFile(file), options);
}

/** Judges what was read. Throws `CannotCheck` where it holds nothing. */
export async function checkRead({ at, recorded }: ReadFile, options: CheckFileOptions): Promise<Report> {
    if (!recorded && !options.allowEmpty)
        throw new CannotCheck(`nothing was judged: ${at} holds no resources (--allow-empty lets that pass)`);
    if (!recorded) return nothing(at);
    const { organization, tags, progress } = options;
    const previewed = recorded.phase === "preview" ? recorded : undefined;
    return withPack(options, previewed, (pack, journal) =>
        judge(recorded, { pack, journal, organization, tags, at, progress }),
    );
}

/** The report on a stack that was never deployed. */
export function nothing(at: string, project = "", stack = ""): Report {
    return {
        project,
        stack,
        record: { of: "state", at },
        resources: 0,
        judged: 0,
        checks: 0,
        findings: [],
        undecided: [],
        exempted: [],
        notSeen: [],
        lookups: [],
        milliseconds: 0,
    };
}
