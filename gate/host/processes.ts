import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

const running = new Set<ChildProcess>();

/** Starts a child that dies with this process, however this process ends. */
export function start(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
    const child = spawn(command, args, options);
    running.add(child);
    child.once("exit", () => running.delete(child));
    return child;
}

export function stopAll(): void {
    for (const child of running) child.kill("SIGKILL");
}

process.once("exit", stopAll);
for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
] as const) {
    // Not once: a second signal must not end this process before it has stopped the others.
    process.on(signal, () => process.exit(128 + number));
}
