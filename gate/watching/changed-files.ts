/** Which files change while a project is watched. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** Written by tools, and by nobody here. */
const NEVER = new Set(["node_modules", ".git", ".hg", ".svn", ".pulumi", ".yarn", ".venv", "venv", "__pycache__"]);
/** Written by builds: what the program reads there counts. */
const BUILT = new Set(["dist", "build", "out", "target", "coverage", "cdk.out", ".next", ".turbo", ".nx", ".cache"]);
/** An editor writes one file in several steps, and a tool many files. */
const QUIET_MILLISECONDS = 60;
/** A larger file is taken for changed without a look at what it holds. */
const COMPARED_BYTES = 16 * 1024 * 1024;
/** A file that changes during so many runs in a row, and that no run requires, is written by the program. */
const RUNS_UNTIL_OWN = 4;

export interface Watched {
    /** Files and folders, absolute; of folders all that is below. */
    readonly roots: readonly string[];
    /** Files that nobody watches, absolute: reports that this command writes. */
    readonly left: readonly string[];
}

/** Collects what changes; who asks for the next change waits until the files are quiet. */
export class ChangedFiles {
    private readonly watcher: FSWatcher;
    private readonly roots: readonly string[];
    private readonly digests = new Map<string, string>();
    /** What was told of since it was last quiet. */
    private readonly touched = new Set<string>();
    private readonly changed = new Set<string>();
    private readonly duringRuns = new Map<string, number>();
    private readonly left: Set<string>;
    private reads: readonly string[] = [];
    private wake: (() => void) | undefined;
    private timer: NodeJS.Timeout | undefined;

    constructor({ roots, left }: Watched) {
        this.roots = roots;
        this.left = new Set(left);
        this.watcher = watch([...roots], {
            ignored: (file) => this.isLeft(file),
            ignoreInitial: true,
            persistent: true,
        });
        this.watcher.on("all", (event, file) => this.note(event, path.resolve(file)));
        // A folder that cannot be read, or too many of them for the system: what can be watched is.
        this.watcher.on("error", () => undefined);
    }

    /** Settles once everything is watched. */
    get ready(): Promise<void> {
        return new Promise((resolve) => this.watcher.once("ready", () => resolve()));
    }

    /** What a run read: it is watched from now on, wherever it is. */
    watchToo(files: readonly string[]): void {
        const before = new Set(this.reads);
        const added = files.filter((file) => !before.has(file) && existsSync(file));
        this.reads = [...this.reads, ...added];
        this.watcher.add(added.filter((file) => !this.isBelowRoot(file) || isBuilt(this.below(file))));
    }

    /** Forgets what has changed until now: a run begins that sees it. */
    begin(): void {
        this.changed.clear();
    }

    /** A run has ended; gives files that, so it seems, the program itself writes, and that are left out from now on. */
    end(): readonly string[] {
        for (const file of this.duringRuns.keys()) if (!this.changed.has(file)) this.duringRuns.delete(file);
        for (const file of this.changed) this.duringRuns.set(file, (this.duringRuns.get(file) ?? 0) + 1);
        const own = [...this.changed].filter(
            (file) => (this.duringRuns.get(file) ?? 0) >= RUNS_UNTIL_OWN && !this.reads.includes(file),
        );
        for (const file of own) {
            this.left.add(file);
            this.changed.delete(file);
        }
        return own;
    }

    /** Waits until something has changed, and then is quiet; gives what. */
    async next(): Promise<readonly string[]> {
        while (this.changed.size === 0 || this.timer)
            await new Promise<void>((resolve) => {
                this.wake = resolve;
            });
        return [...this.changed].sort();
    }

    private note(event: string, file: string): void {
        if (event === "addDir" || this.isLeft(file)) return;
        this.touched.add(file);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.settle(), QUIET_MILLISECONDS);
    }

    /** Looks into files once they are quiet: one that is being written is empty at first, and of quick changes not all are told. */
    private settle(): void {
        this.timer = undefined;
        for (const file of this.touched) {
            const digest = digestOf(file);
            if (digest !== undefined && digest === this.digests.get(file)) continue;
            if (digest === undefined) this.digests.delete(file);
            else this.digests.set(file, digest);
            this.changed.add(file);
        }
        this.touched.clear();
        this.wake?.();
    }

    private isLeft(file: string): boolean {
        const whole = path.resolve(file);
        if (this.left.has(whole)) return true;
        const below = this.below(whole);
        if (below.some((name) => NEVER.has(name))) return true;
        return isBuilt(below) && !this.reads.some((read) => isAtOrBelow(whole, read) || isAtOrBelow(read, whole));
    }

    private isBelowRoot(file: string): boolean {
        return this.roots.some((root) => isAtOrBelow(file, root));
    }

    /** The names from the watched folder down to the file. */
    private below(file: string): readonly string[] {
        const root = this.roots.find((one) => isAtOrBelow(file, one));
        return path.relative(root ?? path.dirname(file), file).split(path.sep);
    }
}

function isBuilt(below: readonly string[]): boolean {
    return below.some((name) => BUILT.has(name));
}

function isAtOrBelow(file: string, folder: string): boolean {
    return file === folder || file.startsWith(folder + path.sep);
}

/** Undefined where the file is gone, a folder or large. */
function digestOf(file: string): string | undefined {
    try {
        const stats = statSync(file);
        if (!stats.isFile() || stats.size > COMPARED_BYTES) return undefined;
        return createHash("sha256").update(readFileSync(file)).digest("base64");
    } catch {
        return undefined;
    }
}
