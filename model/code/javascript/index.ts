import path from "node:path";
import { type Budget, CannotTell, type CodeFiles, type Entry, type Task, type Tasks } from "../code";
import { Kept } from "../kept";
import { Modules } from "./modules";
import { linesOf, Misread, parse, type Tree } from "./parse";
import { type Abstract, Func, Input, Native, Obj, Outside, optionsOf, record, UNKNOWN, Unknown } from "./values";

/** The fewest that make a router: with fewer, what could not be read matters. */
const FEWEST = 3;

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
    const modules = new Modules(files, budget, (text, isModule) => {
        const tree = trees.get(text, `${isModule} ${isWhole} `, () => parse(text, budget, isModule, isWhole));
        tree.budget = budget;
        return tree.program;
    });
    return new Reading(modules, files, entry).tasks();
}

/** One function's code, as it is read. */
class Reading {
    constructor(
        private readonly modules: Modules,
        private readonly files: CodeFiles,
        private readonly entry: Entry,
    ) {}

    tasks(): Tasks {
        const open = this.stopped();
        const { registrations, branches } = this.modules;
        const registered = registrations.found();
        const chosen = branches.tasks();
        // What a framework decides by is its own affair.
        const isChosen = registered.length === 0;
        const tasks = this.placed(isChosen ? chosen : registered);
        if (tasks.length < FEWEST && open !== undefined) return { is: "undecided", reason: open };
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
        const server = this.server();
        if (server !== undefined) return this.serves(server);
        const handler = this.handler(this.entry.handler, 0);
        if (typeof handler === "string") return handler;
        const { interpreter, registrations, unread } = this.modules;
        interpreter.phase = "request";
        const open = this.answer(handler.value, new Set());
        for (const func of registrations.answering)
            interpreter.call(func, undefined, [new Input([""]), new Outside("#response"), UNKNOWN]);
        const [unreadable] = unread.values();
        if (unreadable !== undefined) return `of a module that the handler loads: ${unreadable}`;
        if (open !== undefined && registrations.found().length === 0) return open;
        if (registrations.adapter && registrations.frameworks.size === 0 && registrations.answering.size === 0)
            return "its requests go to an application that is not in the code";
        return undefined;
    }

    /** The module of a server that the Lambda Web Adapter starts, by the script that is the handler. */
    private server(): string | undefined {
        const { handler, variables } = this.entry;
        if (variables.get("AWS_LAMBDA_EXEC_WRAPPER") !== "/opt/bootstrap" || !this.files.has(handler)) return undefined;
        const script = this.files.read(handler) ?? "";
        const started = /(?:^|[\s;&/])node\s+(?:-\S+\s+)*["']?([\w./-]+)/.exec(script)?.[1];
        const told =
            started ??
            (/\bnpm\s+(?:run\s+)?start\b/.test(script)
                ? /node\s+(?:-\S+\s+)*([\w./-]+)/.exec(this.files.read("package.json") ?? "")?.[1]
                : undefined);
        return told === undefined ? undefined : this.modules.resolve("", told.replace(/^\/var\/task\//, ""));
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

    /** The value that Lambda would call; a reason where there is none to be found. */
    private handler(name: string, depth: number): { readonly value: Abstract } | string {
        const { folder, module, way } = handlerParts(name);
        const wrapped = this.wrapped(name);
        if (wrapped !== undefined && depth < 3) return this.handler(wrapped, depth + 1);
        const at = path.posix.join(folder, module).replace(/^\.\//, "");
        const file = [".js", "", ".mjs", ".cjs"].map((ending) => at + ending).find((one) => this.files.has(one));
        if (file === undefined || way.length === 0) return "its handler is not in the code";
        const exported = this.modules.load(file).exports();
        const unreadable = this.modules.unread.get(file);
        if (unreadable !== undefined) return unreadable;
        const value = way.reduce<Abstract>((object, key) => this.modules.interpreter.member(object, key), exported);
        return value === undefined ? "the handler's module does not seem to export it" : { value };
    }

    /** The handler that a vendor's own was told to call, by a variable such as DD_LAMBDA_HANDLER. */
    private wrapped(name: string): string | undefined {
        const { folder, module } = handlerParts(name);
        const isOwn =
            [".js", ".mjs", ".cjs"].some((ending) => this.files.has(path.posix.join(folder, module) + ending)) &&
            !folder.includes("node_modules");
        if (isOwn) return undefined;
        for (const [key, value] of this.entry.variables) {
            if (!/HANDLER$/.test(key) || value === undefined || value === name || key === "_HANDLER") continue;
            const parts = handlerParts(value);
            if (
                [".js", ".mjs", ".cjs"].some((ending) =>
                    this.files.has(path.posix.join(parts.folder, parts.module) + ending),
                )
            )
                return value;
        }
        return undefined;
    }

    /** Calls the handler, and of what packages made of functions, those. A reason where there is nothing to call. */
    private answer(handler: Abstract, seen: Set<Abstract>): string | undefined {
        if (seen.has(handler)) return undefined;
        seen.add(handler);
        const { interpreter } = this.modules;
        if (handler instanceof Func || handler instanceof Native) {
            const result = interpreter.call(handler, undefined, [new Input([""]), this.context(), this.callback()]);
            return result instanceof Func ? this.answer(result, seen) : undefined;
        }
        if (handler instanceof Outside) return this.made(handler, seen);
        const options = optionsOf(handler);
        if (options.length > 1) {
            const reasons = options.map((one) => this.answer(one, seen));
            return reasons.every((one) => one !== undefined) ? reasons[0] : undefined;
        }
        return handler instanceof Unknown || handler instanceof Obj ? "what the handler is cannot be told" : undefined;
    }

    /** What a package made: of functions of the code, or an application; else the package's own. */
    private made(handler: Outside, seen: Set<Abstract>): string | undefined {
        let isTold = false;
        for (let at: Outside | undefined = handler; at; at = at.from) {
            for (const arg of at.args) {
                for (const one of optionsOf(arg)) {
                    if (one instanceof Func && !one.isClass) {
                        isTold = true;
                        this.answer(one, seen);
                    } else if (one instanceof Outside && one.args.length > 0)
                        isTold = this.made(one, seen) === undefined || isTold;
                    else if (one instanceof Obj && !one.items)
                        for (const value of one.props.values())
                            if (value instanceof Func && !value.isClass) {
                                isTold = true;
                                this.answer(value, seen);
                            }
                }
            }
        }
        if (isTold) return undefined;
        const own = handler.isMade ? undefined : this.modules.vendor(handler.module);
        if (own !== undefined) {
            const value = handler.path
                .split(".")
                .filter(Boolean)
                .reduce<Abstract>((object, key) => this.modules.interpreter.member(object, key), own);
            if (!(value instanceof Outside)) return this.answer(value, seen);
        }
        return "its handler is a package's own";
    }

    private context(): Obj {
        const { branches } = this.modules;
        const answers = (position: number) =>
            new Native((_self, args) => {
                branches.calledBack(args[position]);
                return undefined;
            });
        const made = record({ succeed: answers(0), done: answers(1), fail: UNKNOWN });
        made.fallback = UNKNOWN;
        return made;
    }

    private callback(): Native {
        return new Native((_self, [error, value]) => {
            this.modules.branches.calledBack(
                error === null || error === undefined ? value : record({ statusCode: 500 }),
            );
            return undefined;
        });
    }
}

/** `src/index.api.handler`: a folder, a module, and the way into what it exports. */
function handlerParts(handler: string): {
    readonly folder: string;
    readonly module: string;
    readonly way: readonly string[];
} {
    const folder = path.posix.dirname(handler);
    const [module = "", ...way] = path.posix.basename(handler).split(".");
    return { folder, module, way };
}
