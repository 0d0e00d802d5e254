import { type Budget, CannotTell, type CodeFiles, type Entry, type Task, type Tasks } from "../code";
import { Kept } from "../kept";
import { Modules } from "./modules";
import { linesOf, Misread, parse, type Tree } from "./parse";
import { Start } from "./start";
import { Input, Outside, UNKNOWN } from "./values";

/** Trees of modules' texts; functions of one stack have many in common. */
const trees = new Kept<Tree>();

/** What a function in JavaScript does, of what its handler reaches. */
export function javascriptTasks(files: CodeFiles, entry: Entry, budget: Budget): Tasks {
    try {
        return read(files, entry, budget, false);
    } catch (error) {
        if (!(error instanceof Misread)) throw error;
        return read(files, entry, budget, true);
    }
}

function read(files: CodeFiles, entry: Entry, budget: Budget, isWhole: boolean): Tasks {
    return new Reading(new Modules(files, budget, treesOf(budget, isWhole)), files, entry).tasks();
}

/** Gives trees of texts. `isWhole`: each is read to its end at once. */
export function treesOf(budget: Budget, isWhole: boolean): (text: string, isModule?: boolean) => Tree["program"] {
    return (text, isModule) => {
        const tree = trees.get(text, `${isModule} ${isWhole} `, () => parse(text, budget, isModule, isWhole));
        tree.budget = budget;
        return tree.program;
    };
}

/** One function's code, as it is read. */
class Reading {
    private readonly start: Start;

    constructor(
        private readonly modules: Modules,
        files: CodeFiles,
        private readonly entry: Entry,
    ) {
        this.start = new Start(modules, files, entry);
    }

    tasks(): Tasks {
        const open = this.stopped();
        const { registrations, branches } = this.modules;
        const registered = registrations.found();
        const chosen = branches.tasks();
        // What a framework decides by is its own affair.
        const isChosen = registered.length === 0;
        const tasks = this.placed(isChosen ? chosen : registered);
        if (tasks.length < this.entry.enough && open !== undefined) return { is: "undecided", reason: open };
        if (tasks.length === 0) return { is: "known", tasks };
        const by = isChosen
            ? chosen.some(({ isLookup }) => isLookup)
                ? "a table"
                : "a switch"
            : (registered.find(({ by: one }) => one !== undefined)?.by ??
              [...registrations.frameworks][0] ??
              "a router");
        return { is: "known", tasks, by };
    }

    private placed(
        found: readonly { readonly name: string; readonly file: string; readonly at: number }[],
    ): readonly Task[] {
        const lines = new Map<string, number>();
        for (const file of new Set(found.map((one) => one.file))) {
            const places = found.flatMap((one) => (one.file === file ? [one.at] : [])).sort((a, b) => a - b);
            const numbers = linesOf(this.modules.textOf(file), places);
            for (const [index, place] of places.entries()) lines.set(`${place} ${file}`, numbers[index] ?? 1);
        }
        return found.map(({ name, file, at }) => ({ name, file, line: lines.get(`${at} ${file}`) ?? 1 }));
    }

    private stopped(): string | undefined {
        try {
            return this.reason();
        } catch (error) {
            // What was found until then is there all the same.
            if (error instanceof CannotTell) return error.message;
            if (error instanceof RangeError) return "the code is nested deeper than what is read";
            throw error;
        }
    }

    /** Goes through it; why it does not tell all, where it does not. */
    private reason(): string | undefined {
        const server = this.start.server();
        if (server !== undefined) return this.serves(server);
        const handler = this.start.handler(this.entry.handler, 0);
        if (typeof handler === "string") return handler;
        const { interpreter, registrations, unread } = this.modules;
        interpreter.phase = "request";
        const open = this.start.answer(handler.value, new Set());
        for (const func of registrations.answering)
            interpreter.call(func, undefined, [new Input([""]), new Outside("#response"), UNKNOWN]);
        const [unreadable] = unread.values();
        if (unreadable !== undefined) return `of a module that the handler loads: ${unreadable}`;
        if (open !== undefined && registrations.found().length === 0) return open;
        if (registrations.adapter && registrations.frameworks.size === 0 && registrations.answering.size === 0)
            return "its requests go to an application that is not in the code";
        return undefined;
    }

    private serves(file: string): string | undefined {
        this.modules.load(file);
        const { interpreter, registrations, unread } = this.modules;
        interpreter.phase = "request";
        for (const func of registrations.answering)
            interpreter.call(func, undefined, [new Input([""]), new Outside("#response"), UNKNOWN]);
        const [unreadable] = unread.values();
        if (unreadable !== undefined) return `of a module that the handler loads: ${unreadable}`;
        return registrations.found().length === 0 && registrations.answering.size === 0
            ? "what its server answers cannot be told"
            : undefined;
    }
}
