/**
 * Begins a process that is to run a program: `standby.js LOADED RUNNER [ARGUMENT…]`. It loads what the last run of that program loaded of
 * Pulumi's packages and of the compiler, and waits; the first line on standard input lets the program run. Where the input ends before, nobody
 * waits any more. `LOADED` is a file in which each run tells the next what to load; it need not exist.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { type Transpiled, transpilesOnce } from "./transpiled";

export interface Loaded {
    /** Files, in the order in which they were loaded. */
    readonly modules: readonly string[];
    /** The program's own files among what was loaded. */
    readonly own: readonly string[];
    readonly transpiled: Readonly<Record<string, Transpiled>>;
}

/** Packages that read nothing of the program while they are loaded; of the stack they know what the environment says. */
const KNOWN = /[\\/]node_modules[\\/](?:@pulumi[\\/][^\\/]+|typescript|ts-node)[\\/]/;
/** Of the runner's own files, most lead to the one that runs the program when it is loaded. */
const RUNNER = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/](?!run[\\/](?:instrumentation|tracing)\.js$)/;
const HOOKS = /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/]closure[\\/]v8Hooks\.js$/;

const [, , file = "", ...told] = process.argv;

function before(): Loaded {
    try {
        return JSON.parse(readFileSync(file, "utf8")) as Loaded;
    } catch {
        return { modules: [], own: [], transpiled: {} };
    }
}

function loaded(module: string): unknown {
    try {
        return existsSync(module) ? require(module) : undefined;
    } catch {
        // The program says it better, if it asks for this one.
        return undefined;
    }
}

/** Loads, and gives what has been transpiled by the end of the run. */
async function load({ modules, transpiled }: Loaded): Promise<() => Loaded["transpiled"]> {
    const used = transpilesOnce(transpiled);
    // The inspector tells the SDK of each script: of those that it finds, one after the other while the program waits.
    const hooks = loaded(modules.find((module) => HOOKS.test(module)) ?? "");
    const isInitialized: unknown = Reflect.get(Object(hooks), "isInitializedAsync");
    if (typeof isInitialized === "function") await isInitialized();
    for (const module of modules) loaded(module);
    return used;
}

function go(transpiled: () => Loaded["transpiled"]): void {
    process.once("exit", () => {
        const all = Object.keys(require.cache);
        const modules = all.filter((module) => KNOWN.test(module) && !RUNNER.test(module));
        const own = all.filter((module) => !/[\\/]node_modules[\\/]/.test(module) && !module.startsWith(__dirname));
        try {
            writeFileSync(file, JSON.stringify({ modules, own, transpiled: transpiled() } satisfies Loaded));
        } catch {
            // The next run loads them itself.
        }
    });
    // As if the runner had been started by itself.
    process.argv.splice(1, process.argv.length, ...told);
    require(told[0] ?? "");
}

const isGone = (): never => process.exit();
const ready = load(before());
process.stdin.once("end", isGone);
process.stdin.once("data", () => {
    process.stdin.removeListener("end", isGone).pause();
    ready.then(go);
});
