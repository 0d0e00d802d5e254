import { appendFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import type {
    JournalCatalogue,
    JournalCheck,
    JournalDrawing,
    JournalEntry,
    JournalLeastPrivilege,
    JournalReach,
} from "../../pack/journal";
import { CannotCheck, reasonOf } from "../errors";
import type { Diagnostic } from "../host/types";
import { removeFolder, temporaryFolder } from "../temporary";
import { isSummary } from "./summaries";

export type { JournalCheck } from "../../pack/journal";

export interface Journal {
    readonly checks: readonly JournalCheck[];
    /** How many checks ran, over all policies. */
    readonly count: number;
    /** By policy; none where the pack keeps no journal. */
    readonly counts: Readonly<Record<string, number>>;
    /** What the pack was asked besides. */
    readonly reach?: JournalReach;
    readonly leastPrivilege?: JournalLeastPrivilege;
    readonly catalogue?: JournalCatalogue;
    readonly drawing?: JournalDrawing["drawing"];
    /** By which conditions of two drawings are compared. */
    readonly conditions?: JournalDrawing["conditions"];
}

const NO_ROOM = "the pack's journal could not be kept: the temporary folder has no room (TMPDIR names another)";
/** More than a pack writes at once, for most: where that much has no room, what was written before may be incomplete. */
const PROBE_BYTES = 256 * 1024;

/** Where a pack keeps its journal during one check. */
export class JournalFile {
    private constructor(readonly folder: string) {}

    /** One that another thread of this process made. */
    static of(folder: string): JournalFile {
        return new JournalFile(folder);
    }

    /** Throws `CannotCheck` where the machine has no room for one. */
    static create(): JournalFile {
        const journal = new JournalFile(temporaryFolder());
        try {
            journal.probe();
        } catch (error) {
            journal.remove();
            throw error;
        }
        return journal;
    }

    get file(): string {
        return path.join(this.folder, "journal.jsonl");
    }

    /**
     * What the pack wrote; a pack that keeps none gives an empty one. Throws `CannotCheck` where part of it is missing: the
     * report would count nothing as undecided.
     */
    read(diagnostics: readonly Diagnostic[]): Journal {
        this.probe();
        const text = existsSync(this.file) ? readFileSync(this.file, "utf8") : "";
        const entries = text
            .split("\n")
            .filter((line) => line !== "")
            .map(entryOf);
        const checks = entries.filter((entry): entry is JournalCheck => entry.kind === "check");
        const isSummedUp = diagnostics.some((one) => isSummary(one, "undecided-checks"));
        if (isSummedUp && !checks.some(({ verdict }) => verdict === "undecided")) throw new CannotCheck(NO_ROOM);
        const counts: Record<string, number> = {};
        for (const entry of entries)
            if (entry.kind === "count") counts[entry.policy] = (counts[entry.policy] ?? 0) + entry.checks;
        const count = Object.values(counts).reduce((sum, checks) => sum + checks, 0);
        const reach = entries.find((entry): entry is JournalReach => entry.kind === "reach");
        const leastPrivilege = entries.find(
            (entry): entry is JournalLeastPrivilege => entry.kind === "least-privilege",
        );
        const catalogue = entries.find((entry): entry is JournalCatalogue => entry.kind === "catalogue");
        const drawn = entries.find((entry): entry is JournalDrawing => entry.kind === "drawing");
        return {
            checks,
            count,
            counts,
            ...(drawn && { drawing: drawn.drawing, conditions: drawn.conditions }),
            ...(catalogue && { catalogue }),
            ...(reach && { reach }),
            ...(leastPrivilege && { leastPrivilege }),
        };
    }

    /** Makes it as it was, for the next stack of the same pack. */
    clear(): void {
        rmSync(this.file, { force: true });
    }

    remove(): void {
        removeFolder(this.folder);
    }

    private probe(): void {
        const file = path.join(this.folder, "probe");
        try {
            appendFileSync(file, Buffer.alloc(PROBE_BYTES));
        } catch (error) {
            throw new CannotCheck(NO_ROOM, reasonOf(error));
        } finally {
            rmSync(file, { force: true });
        }
    }
}

function entryOf(line: string): JournalEntry {
    try {
        return JSON.parse(line) as JournalEntry;
    } catch {
        throw new CannotCheck(NO_ROOM);
    }
}
