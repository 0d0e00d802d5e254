import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();
/** Those that wait for a later run. */
const waiting = new Set<ChildProcess>();

/** Starts a child that dies with this process, however this process ends. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, options);
    running.add(child);
    child.once("exit", () => {
        running.delete(child);
        waiting.delete(child);
    });
    return child;
}

/** Keeps a child when a run ends, until it is released. */
export function keep(child: ChildProcess): void {
    if (running.has(child)) waiting.add(child);
}

export function release(child: ChildProcess): void {
    waiting.delete(child);
}

/** Ends what a run started; what is kept for the next waits on. */
export function stopAll(): void {
    for (const child of running) if (!waiting.has(child)) child.kill("SIGKILL");
}

process.once("exit", () => {
    for (const child of running) child.kill("SIGKILL");
});
for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
] as const) {
    // Not once: a second signal must not end this process before it has stopped the others.
    process.on(signal, () => process.exit(128 + number));
}
