import path from "node:path";
import type { CodeFiles, Entry } from "../code";
import type { Modules } from "./modules";
import { type Abstract, Func, Input, Native, Obj, Outside, optionsOf, record, UNKNOWN, Unknown } from "./values";

/** Starts a function as Lambda would: loads its handler's module, and calls it. */
export class Start {
    constructor(
        private readonly modules: Modules,
        private readonly files: CodeFiles,
        private readonly entry: Entry,
    ) {}

    /** The module of a server that the Lambda Web Adapter starts, by the script that is the handler. */
    server(): string | undefined {
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

    /** The value that Lambda would call; a reason where there is none to be found. */
    handler(name: string, depth: number): { readonly value: Abstract } | string {
        const { folder, module, way } = handlerParts(name);
        const wrapped = this.wrapped(name);
        if (wrapped !== undefined && depth < 3) return this.handler(wrapped, depth + 1);
        const at = path.posix.join(folder, module).replace(/^\.\//, "");
        const file = this.file(at);
        if (file === undefined && way.length > 1) {
            // A file's name may have dots of its own.
            const dotted = this.file(`${at}.${way[0] ?? ""}`);
            if (dotted !== undefined) return this.exported(dotted, way.slice(1));
        }
        if (file === undefined || way.length === 0) return "its handler is not in the code";
        return this.exported(file, way);
    }

    private file(at: string): string | undefined {
        return [".js", "", ".mjs", ".cjs"].map((ending) => at + ending).find((one) => this.files.has(one));
    }

    private exported(file: string, way: readonly string[]): { readonly value: Abstract } | string {
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
    answer(handler: Abstract, seen: Set<Abstract>): string | undefined {
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
