/**
 * The files of a function's code, where the runtime finds them. Paths are relative, with `/` between the parts, and hold neither `.`
 * nor `..` as a part. A file is read, and unpacked, when it is asked for.
 */
export interface CodeFiles {
    /** Sorted; of a package as of anything else (`node_modules/express/index.js`). */
    readonly paths: readonly string[];
    has(path: string): boolean;
    /** In bytes, as far as is known without reading it. */
    size(path: string): number;
    /**
     * The text, without a byte order mark; undefined where there is no such file, or where it is no text. Throws `CannotTell` where
     * the file is there and cannot be read: it is too large, broken, or twice in the archive.
     */
    read(path: string): string | undefined;
}

/** What Lambda is told to start, as far as it is known. */
export interface Entry {
    /** As the function has it: `src/index.handler`, `package.module.function`. */
    readonly handler: string;
    /** `nodejs22.x`, `python3.13`. */
    readonly runtime: string;
    /** The environment's variables; undefined for a value that nobody knows. Never for messages. */
    readonly variables: ReadonlyMap<string, string | undefined>;
}

/** One thing that the handler does, of those among which it chooses by what it is asked. */
export interface Task {
    /** `GET /orders`, `createOrder`. Hostile text: whoever prints it cuts and cleans it. */
    readonly name: string;
    readonly file: string;
    /** From 1. */
    readonly line: number;
}

/**
 * What the handler chooses among when it is called: none where it does one thing. `by` is how it chooses, as a message says it: a framework's name
 * (`express`), or `a switch`, `a chain of conditions`, `a table`.
 */
export type Tasks =
    | { readonly is: "known"; readonly tasks: readonly Task[]; readonly by?: string }
    | { readonly is: "undecided"; readonly reason: string };

/** Reads what a handler does. Never throws anything but `CannotTell`, which the caller takes for undecided. */
export type TaskReader = (files: CodeFiles, entry: Entry, budget: Budget) => Tasks;

/** Why a function's code does not say what it does; a short phrase without any of its text, such as `the archive is encrypted`. */
export class CannotTell extends Error {
    override readonly name = "CannotTell";
}

/** What one function's code may cost. Whatever walks or reads spends from it, and ends where it is used up. */
export class Budget {
    private readonly ends: number;
    private readonly began = performance.now();
    private left: number;

    constructor(
        /** Steps: nodes of a syntax tree, tokens, entries of an archive. */
        steps: number = 6_000_000,
        /** Of this process's own work: on a busy machine it may take longer, and answers the same. */
        private readonly milliseconds: number = 1_000,
        private readonly now: () => number = workDone,
    ) {
        this.left = steps;
        this.ends = now() + milliseconds;
    }

    /** Of the work, in milliseconds, what was used so far: more than of the time where others run at once. */
    get used(): number {
        return this.now() - this.ends + this.milliseconds;
    }

    /** Throws `CannotTell` where nothing is left of the steps or of the time. The clock is read now and then only. */
    spend(steps = 1): void {
        const before = this.left;
        this.left -= steps;
        if (this.left < 0) throw new CannotTell("the code is larger than what is read");
        if ((before ^ this.left) & ~0xfff) this.checkTime();
    }

    /** As `spend`, before something that takes long by itself. */
    checkTime(): void {
        // To ask for the work that was done takes much longer than to ask for the time.
        const passed = performance.now() - this.began;
        if (passed < this.milliseconds) return;
        if (this.now() > this.ends || passed > this.milliseconds * LONGEST_WAIT)
            throw new CannotTell("the code takes longer to read than what is allowed");
    }
}

/** In times of the work: how long it may take on a machine that others use. */
const LONGEST_WAIT = 8;

function workDone(): number {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
}
