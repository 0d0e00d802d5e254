import { existsSync, readFileSync } from "node:fs";
import type { JournalCheck, JournalEntry } from "../../pack/journal";

export type { JournalCheck } from "../../pack/journal";

export interface Journal {
    readonly checks: readonly JournalCheck[];
    /** How many checks ran, over all policies. */
    readonly count: number;
}

/** Reads a journal; a pack that keeps none gives an empty one. */
export function readJournal(file: string): Journal {
    if (!existsSync(file)) return { checks: [], count: 0 };
    const entries = readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as JournalEntry);
    const checks = entries.filter((entry): entry is JournalCheck => entry.kind === "check");
    const count = entries.reduce((sum, entry) => sum + (entry.kind === "count" ? entry.checks : 0), 0);
    return { checks, count };
}
