import type { Packaged } from "../values";
import { type Files, filesOf } from "./archive";
import { Budget, CannotTell, type Entry, type TaskReader, type Tasks } from "./code";
import { javascriptTasks } from "./javascript";
import { programFolder } from "./program-folder";
import { pythonTasks } from "./python";

/** A function's code, and what starts it. */
export interface FunctionCode {
    readonly code: Packaged;
    readonly entry: Entry;
    /** The project whose program says so; by its name the program's folder is known. */
    readonly project: string;
    /** The program's folder, where somebody said it. */
    readonly folder: string | undefined;
}

/** Archives, with their texts and trees, that are kept for the next function. */
const MOST_KEPT = 6;

/** Reads code of functions. What is read once serves all functions of one archive. */
export class CodeReader {
    private readonly archives = new Map<string, Files | CannotTell>();
    private readonly folders = new Map<string, string | undefined>();

    /** What a function's handler chooses among. */
    tasks({ code, entry, project, folder }: FunctionCode): Tasks {
        try {
            const budget = new Budget();
            const files = this.files(code, folder ?? this.folderOf(project), budget);
            const tasks = readerOf(entry.runtime)(files, entry, budget);
            const isRouter = tasks.is === "known" && tasks.tasks.length >= 3;
            return files.doubt === undefined || isRouter ? tasks : { is: "undecided", reason: files.doubt };
        } catch (error) {
            if (error instanceof CannotTell) return { is: "undecided", reason: error.message };
            // The stack is used up by code that is nested or repeated as no program is.
            if (error instanceof RangeError)
                return { is: "undecided", reason: "the code is nested deeper than what is read" };
            throw error;
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
