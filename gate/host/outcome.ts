import { randomBytes } from "node:crypto";
import {
    DRAWING_VARIABLE,
    JOURNAL_VARIABLE,
    LEAST_PRIVILEGE_VARIABLE,
    REACH_VARIABLE,
    type ReachQuestion,
} from "../../pack/journal";
import { CannotCheck } from "../errors";
import type { StackConfiguration } from "../project/configuration";
import type { Project } from "../project/project";
import type { JournalFile } from "../report/journal";
import { makeReport, type Report, type ReportSource } from "../report/model";
import { redactedReport, redactionOf } from "./redaction";

/** One for all drawings of this run, which may be compared; nobody else has it. */
const DRAWING_KEY = randomBytes(16).toString("hex");

/** What a pack may be asked besides the verdicts. */
export interface Questions {
    readonly reach?: ReachQuestion;
    /** The functions whose least privilege is asked for. */
    readonly leastPrivilegeOf?: string;
    /** Is a drawing of the stack asked for? */
    readonly drawing?: boolean;
}

/** What a pack's process is told of the questions that it is asked besides the verdicts, and where its answers go. */
export function questions(
    { reach, leastPrivilegeOf, drawing }: Questions,
    journal: JournalFile,
): Readonly<Record<string, string>> {
    return {
        [JOURNAL_VARIABLE]: journal.file,
        ...(reach && { [REACH_VARIABLE]: JSON.stringify(reach) }),
        ...(leastPrivilegeOf !== undefined && { [LEAST_PRIVILEGE_VARIABLE]: leastPrivilegeOf }),
        ...(drawing && { [DRAWING_VARIABLE]: DRAWING_KEY }),
    };
}

interface Judged {
    readonly project: Project;
    readonly configuration: StackConfiguration;
    /** Whether a program of which nothing could be judged passes. */
    readonly allowEmpty?: boolean;
}

/** The report of a run, in whichever host. Throws `CannotCheck` where nothing was judged: what was not looked into is no pass. */
export function reportOf(
    { project, configuration, allowEmpty }: Judged,
    journal: JournalFile,
    found: Pick<ReportSource, "resources" | "diagnostics" | "notSeen" | "lookups" | "pack"> & {
        readonly started: number;
    },
): Report {
    const report = makeReport({
        ...found,
        project,
        stack: configuration.stack,
        journal: journal.read(found.diagnostics),
        milliseconds: Date.now() - found.started,
    });
    if (report.judged === 0 && report.findings.length === 0 && !allowEmpty) throw nothingJudged(found);
    return redactedReport(report, redactionOf(configuration));
}

function nothingJudged({ notSeen }: Pick<ReportSource, "notSeen">): CannotCheck {
    const why =
        notSeen.length === 0
            ? "the program registered no resources"
            : "of all that the program uses, this host sees nothing: check it with --host pulumi, which needs the Pulumi CLI";
    return new CannotCheck(
        `nothing was judged: ${why} (--allow-empty lets that pass)`,
        notSeen.map(({ urn, what }) => `Not seen: ${urn.split("::").slice(3).join("::")}: ${what}.`).join("\n"),
    );
}
