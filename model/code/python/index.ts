import { type Budget, CannotTell, type CodeFiles, type Entry, type Task, type Tasks } from "../code";
import { handlerBehind, type Served, servedBy } from "./handler";
import { Machine } from "./machine";
import { Modules } from "./modules";
import { type Found, Outside } from "./world";

/** What a Python handler chooses among. The module that it names is run as far as it can be known, without executing anything. */
export function pythonTasks(files: CodeFiles, entry: Entry, budget: Budget): Tasks {
    try {
        return read(files, entry, budget);
    } catch (error) {
        if (error instanceof CannotTell) throw error;
        // The stack is used up by code that is nested or repeated as no program is.
        throw new CannotTell("the code is not followed");
    }
}

function read(files: CodeFiles, entry: Entry, budget: Budget): Tasks {
    const modules = new Modules(files, entry);
    const outside = new Outside(modules, entry);
    const machine: Machine = new Machine(modules, budget, outside, () => outside.found.length);
    outside.use(machine);
    let stopped: CannotTell | undefined;
    try {
        start(files, entry, machine, outside);
        outside.runApplications();
    } catch (error) {
        if (!(error instanceof CannotTell)) throw error;
        stopped = error;
    }
    const tasks = distinct(outside.found);
    if (tasks.length < entry.enough) {
        if (stopped !== undefined) throw stopped;
        if (outside.open !== undefined) return { is: "undecided", reason: outside.open };
        if (machine.isBroken) return { is: "undecided", reason: "a file that is loaded cannot be parsed" };
    }
    const by = commonest(tasks.map(({ by }) => by));
    return { is: "known", tasks: tasks.map(task), ...(by === undefined ? {} : { by }) };
}

/** Loads what the runtime would load, and calls it. */
function start(files: CodeFiles, entry: Entry, machine: Machine, outside: Outside): void {
    const served = servedBy(files, entry);
    if (served !== undefined) {
        serve(served, machine, outside);
        return;
    }
    const handler = handlerBehind(files, entry);
    const dot = handler.lastIndexOf(".");
    const module = dot === -1 ? undefined : machine.load(handler.slice(0, dot).replaceAll("/", "."));
    if (module === undefined) throw new CannotTell("the handler's module is not in the code");
    outside.runHandler(machine.member(module, handler.slice(dot + 1)), { module, at: 0 });
}

function serve({ module: name, app }: Served, machine: Machine, outside: Outside): void {
    const module = machine.load(name, app === undefined ? "__main__" : name);
    if (module === undefined) throw new CannotTell("what the web adapter starts is not in the code");
    const before = outside.started.size;
    for (const value of app === undefined ? module.scope.names.values() : [machine.member(module, app)])
        outside.serve(value);
    if (outside.started.size === before) outside.open ??= "what the web adapter starts is not followed";
}

/** One of each name, and one of each that does the same. */
function distinct(found: readonly Found[]): readonly Found[] {
    const names = new Set<string>();
    const works = new Set<string>();
    return found.filter(({ name, work }) => {
        if (names.has(name) || works.has(work)) return false;
        names.add(name);
        works.add(work);
        return true;
    });
}

function commonest(words: readonly string[]): string | undefined {
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
}

function task({ name, place }: Found): Task {
    return { name, file: place.module.file, line: place.module.line(place.at) };
}
