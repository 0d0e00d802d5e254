import type { Packaged } from "../values";
import { Files, filesOf } from "./archive";
import { type Calls, OPEN } from "./calls";
import { Budget, CannotTell, type CodeFiles, type Entry, type TaskReader, type Tasks } from "./code";
import { javascriptTasks } from "./javascript";
import { javascriptCalls } from "./javascript/calls";
import { programFolder } from "./program-folder";
import { pythonTasks } from "./python";
import { pythonCalls } from "./python/calls";
import type { SdkNames } from "./sdk-names";
import { type OwnText, ownTexts } from "./texts";

/** Code, and where it is. */
export interface GivenCode {
    readonly code: Packaged;
    /** The project whose program says so; by its name the program's folder is known. */
    readonly project: string;
    /** The program's folder, where somebody said it. */
    readonly folder: string | undefined;
}

/** A function's code, and what starts it. */
export interface FunctionCode extends GivenCode {
    readonly entry: Entry;
}

/** Archives whose files are known for the next function. */
const MOST_KEPT = 6;
/** Of texts that are kept with them, in bytes. */
const MOST_BYTES = 16_000_000;

/**
 * What the functions of one stack may cost together, in milliseconds of work. Who waits for a preview waits for minutes of AWS; a quarter of a
 * minute reads some fifty bundles of a megabyte, and ends a stack that is made to be slow; what is beyond is undecided, and says so.
 */
const STACK_MILLISECONDS = 15_000;

/** Reads code of functions. What is read once serves all functions of one archive, and all that have a module in common. */
export class CodeReader {
    private readonly archives = new Map<string, Files | CannotTell>();
    private readonly folders = new Map<string, string | undefined>();

    constructor(
        private left: number = STACK_MILLISECONDS,
        private readonly budget: () => Budget = () => new Budget(),
    ) {}

    /** What a function's handler chooses among. */
    tasks(code: FunctionCode): Tasks {
        return this.bounded(
            (budget) => this.read(code, budget),
            (reason) => ({ is: "undecided", reason }),
        );
    }

    /** Which operations of AWS it calls. `names`: what AWS's SDKs call them. */
    calls(code: FunctionCode, names: SdkNames): Calls {
        return this.bounded(
            (budget) => this.readCalls(code, names, budget),
            (reason) => ({ calls: [], open: [reason] }),
        );
    }

    /**
     * Shows each text that somebody here wrote, and last what source maps repeat. Gives the reason why this is not all, where it is not.
     */
    texts({ code, project, folder }: GivenCode, look: (text: OwnText) => void): string | undefined {
        return this.bounded<string | undefined>(
            (budget) => {
                const files = this.files(code, folder ?? this.folderOf(project), budget);
                try {
                    return ownTexts(files, budget, look);
                } finally {
                    files.forget();
                }
            },
            (reason) => reason,
        );
    }

    private bounded<T>(run: (budget: Budget) => T, otherwise: (reason: string) => T): T {
        if (this.left <= 0) return otherwise("the code of the stack's other functions used up the time for reading");
        const budget = this.budget();
        try {
            return run(budget);
        } catch (error) {
            if (error instanceof CannotTell) return otherwise(error.message);
            // The stack is used up by code that is nested or repeated as no program is.
            if (error instanceof RangeError) return otherwise("the code is nested deeper than what is read");
            throw error;
        } finally {
            this.left -= budget.used;
        }
    }

    private read({ code, entry, project, folder }: FunctionCode, budget: Budget): Tasks {
        const files = this.files(code, folder ?? this.folderOf(project), budget);
        const tasks = readerOf(entry.runtime)(files, entry, budget);
        this.forget();
        const isRouter = tasks.is === "known" && tasks.tasks.length >= entry.enough;
        return files.doubt === undefined || isRouter ? tasks : { is: "undecided", reason: files.doubt };
    }

    private readCalls({ code, entry, project, folder }: FunctionCode, names: SdkNames, budget: Budget): Calls {
        const read = callReaderOf(entry.runtime);
        if (read === undefined) return { calls: [], open: [OPEN.runtime] };
        const files = this.files(code, folder ?? this.folderOf(project), budget);
        const { calls, open } = read(files, entry, budget, names);
        this.forget();
        return { calls, open: files.doubt === undefined ? open : [...open, files.doubt] };
    }

    /** Texts are read again where they are too many to be kept. */
    private forget(): void {
        const kept = [...this.archives.values()].filter((one): one is Files => one instanceof Files);
        let bytes = kept.reduce((sum, one) => sum + one.bytesRead, 0);
        for (const files of kept) {
            if (bytes <= MOST_BYTES) return;
            bytes -= files.bytesRead;
            files.forget();
        }
    }

    private folderOf(project: string): string | undefined {
        if (!this.folders.has(project)) this.folders.set(project, programFolder(project));
        return this.folders.get(project);
    }

    private files(code: Packaged, folder: string | undefined, budget: Budget): Files {
        if (code.kind !== "path") return filesOf(code, folder, budget);
        const key = `${folder ?? ""}\n${code.path}`;
        const known = this.archives.get(key);
        if (known instanceof CannotTell) throw known;
        if (known) return known;
        try {
            const files = filesOf(code, folder, budget);
            this.keep(key, files);
            return files;
        } catch (error) {
            if (error instanceof CannotTell) this.keep(key, error);
            throw error;
        }
    }

    private keep(key: string, files: Files | CannotTell): void {
        this.archives.set(key, files);
        const [oldest] = this.archives.keys();
        if (this.archives.size > MOST_KEPT && oldest !== undefined) this.archives.delete(oldest);
    }
}

function readerOf(runtime: string): TaskReader {
    return runtime.startsWith("python") ? pythonTasks : javascriptTasks;
}

type CallReader = (files: CodeFiles, entry: Entry, budget: Budget, names: SdkNames) => Calls;

function callReaderOf(runtime: string): CallReader | undefined {
    if (runtime.startsWith("python")) return pythonCalls;
    return runtime.startsWith("nodejs") ? javascriptCalls : undefined;
}
