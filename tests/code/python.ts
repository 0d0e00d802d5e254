import { Budget, CannotTell, type CodeFiles, type Tasks } from "../../model/code/code";
import { pythonTasks } from "../../model/code/python";

/** Files by path; a program of one file is its text. */
export type Program = string | Readonly<Record<string, string>>;

export function filesOf(program: Program): CodeFiles {
    const files = new Map(Object.entries(typeof program === "string" ? { "app.py": program } : program));
    return {
        paths: [...files.keys()].sort(),
        has: (path) => files.has(path),
        size: (path) => files.get(path)?.length ?? 0,
        read: (path) => files.get(path),
    };
}

export interface Given {
    readonly handler?: string;
    readonly variables?: Readonly<Record<string, string | undefined>>;
    readonly budget?: Budget;
}

export function tasksOf(
    program: Program,
    { handler = "app.handler", variables = {}, budget = new Budget() }: Given = {},
): Tasks {
    try {
        const entry = { handler, runtime: "python3.13", variables: new Map(Object.entries(variables)) };
        return pythonTasks(filesOf(program), entry, budget);
    } catch (error) {
        if (error instanceof CannotTell) return { is: "undecided", reason: error.message };
        throw error;
    }
}
