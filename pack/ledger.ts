import {
    flushJournal,
    type JournalCheck,
    type JournalDrawing,
    type JournalEntry,
    type JournalLeastPrivilege,
    type JournalReach,
    type JournalReading,
    writeJournal,
} from "./journal";
import { Speakers } from "./speakers";

/**
 * What one process of the pack remembers between the calls of one analysis: checks that are undecided or exempted, for they are
 * summed up, and which inputs are secret. Kept per policy and resource, so that analyzing a resource again (preview, then update)
 * replaces what was said of it.
 */
export class Ledger {
    constructor(private readonly write: (entries: readonly JournalEntry[]) => void = writeJournal) {}

    private readonly entries = new Map<string, Map<string, readonly JournalCheck[]>>();
    private readonly counts = new Map<string, number>();
    private readonly secrets = new Map<string, ReadonlySet<string>>();
    private readonly reportedFaults = new Set<string>();

    /** Records the outcome of one policy's `judged` checks of one resource (or, with an empty URN, of the stack). */
    record(policy: string, urn: string, judged: number, checks: readonly JournalCheck[]): void {
        this.counts.set(policy, (this.counts.get(policy) ?? 0) + judged);
        if (checks.length > 0) this.write(checks);
        const before = this.entries.get(policy);
        const summedUp = checks.filter(({ verdict }) => verdict === "undecided" || verdict === "exempted");
        if (summedUp.length === 0) before?.delete(urn);
        else if (before) before.set(urn, summedUp);
        else this.entries.set(policy, new Map([[urn, summedUp]]));
    }

    /** Who has spoken of what, of resources alone; the analysis of the stack begins with them. */
    speakers = new Speakers();

    /** All recorded checks of a verdict that is summed up, by policy and URN. */
    recorded(verdict: "undecided" | "exempted"): readonly JournalCheck[] {
        return [...this.entries.values()]
            .flatMap((byUrn) => [...byUrn.values()].flat())
            .filter((check) => check.verdict === verdict)
            .sort((a, b) => compare(a.policy, b.policy) || compare(a.urn, b.urn) || compare(a.at, b.at));
    }

    /** Whether the host shows the pack which inputs are secret: it asked for remediations. */
    seesSecrets = false;

    /** The paths are those of the program's own marks. */
    observeSecrets(urn: string, paths: ReadonlySet<string>): void {
        this.seesSecrets = true;
        if (paths.size > 0) this.secrets.set(urn, paths);
        else this.secrets.delete(urn);
    }

    secretsOf(urn: string): ReadonlySet<string> | undefined {
        return this.secrets.get(urn);
    }

    /** True the first time for a fault that concerns a policy as a whole, such as its configuration. */
    firstTime(fault: string): boolean {
        if (this.reportedFaults.has(fault)) return false;
        this.reportedFaults.add(fault);
        return true;
    }

    /** What is said once a stack. */
    tell(answer: JournalDrawing | JournalLeastPrivilege | JournalReach | JournalReading): void {
        this.write([answer]);
    }

    /** The end of an analysis: writes the counts and forgets all but the secrets, which an update may need again. */
    close(): void {
        writeJournal(
            [...this.counts].sort().map(([policy, checks]): JournalEntry => ({ kind: "count", policy, checks })),
        );
        flushJournal();
        this.entries.clear();
        this.counts.clear();
        this.reportedFaults.clear();
        this.speakers = new Speakers();
    }
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
