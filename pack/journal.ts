/**
 * The pack's journal: what the analyzer protocol has no field for (undecided, exempted and failed checks, counts, the
 * parts of a message), for hosts that ask for it by naming a file in the environment. It never holds an input's value.
 */
import { appendFileSync } from "node:fs";
import type { Severity } from "./severity";

/** The environment variable that names the journal's file. Absent: nothing is written. */
export const JOURNAL_VARIABLE = "AWS_SERVERLESS_SECURITY_JOURNAL";

/** One check that did not simply pass. */
export interface JournalCheck {
    readonly kind: "check";
    readonly verdict: "violation" | "undecided" | "exempted" | "failed";
    readonly policy: string;
    readonly severity: Severity;
    readonly urn: string;
    /** The property path the finding is about, such as `environment.variables.DB_PASSWORD`; empty for the whole resource. */
    readonly at: string;
    readonly fact: string;
    readonly why: string;
    readonly fix: string;
    /** For `undecided`: the inputs it waits for, as property paths. */
    readonly awaits: readonly string[];
    /** For `exempted`: the recorded reason. */
    readonly reason?: string;
    /** A number that findings of this analysis share where they are due to the same statement, or the same attachment. */
    readonly cause?: number;
    /** Of those, the policy whose finding is as grave or graver, and speaks for this one; may be the same. */
    readonly with?: string;
    /** What else is to be said of it, such as that its exemption has expired. */
    readonly note?: string;
    /** Exactly the message that the policy reported, for joining with the engine's diagnostics. */
    readonly message: string;
}

/** How many checks of a policy ran in one phase; written once per AnalyzeStack. */
export interface JournalCount {
    readonly kind: "count";
    readonly policy: string;
    readonly checks: number;
}

export type JournalEntry = JournalCheck | JournalCount;

/** Appends entries, one JSON object a line. A journal that cannot be written never fails a check. */
export function writeJournal(entries: readonly JournalEntry[]): void {
    const file = process.env[JOURNAL_VARIABLE];
    if (!file || entries.length === 0) return;
    try {
        appendFileSync(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(""));
    } catch {
        // The verdicts travel by the protocol; a host that cannot be given more still has those.
    }
}
