import { CannotCheck, reasonOf } from "../../errors";
import { MarkedProcesses } from "../marked-processes";
import type { PluginCommand } from "./find";

/** What a plugin printed, its end at most. */
const KEPT = 4096;

interface Launching {
    /** Where monitor and engine are served. */
    readonly address: string;
    /** How long it may take. */
    readonly seconds: number;
}

/** Starts a plugin, which names its port when it is ready. Throws `CannotCheck` with the cause where it does not come to that. */
export function launch(
    { command, args, folder }: PluginCommand,
    { address, seconds }: Launching,
): Promise<{ readonly port: number; readonly kill: () => void }> {
    // What npm and Pulumi install may be a script, and the plugin a process of its own behind it.
    const processes = new MarkedProcesses();
    const child = processes.start(command, [...args, address], {
        cwd: folder,
        env: process.env,
        stdio: ["ignore", "pipe", "pipe"],
    });
    const kill = () => processes.stop();
    return new Promise((resolve, reject) => {
        let [printed, errors] = ["", ""];
        const fail = (why: string) => {
            clearTimeout(timer);
            kill();
            reject(new CannotCheck(`it did not start: ${why}`));
        };
        const timer = setTimeout(() => fail(`it named no port within ${seconds} seconds`), seconds * 1000);
        child.stderr?.on("data", (data) => {
            errors = (errors + String(data)).slice(-KEPT);
        });
        child.stdout?.on("data", (data) => {
            printed = (printed + String(data)).slice(-KEPT);
            const port = /^(\d+)\s/m.exec(printed)?.[1];
            if (port === undefined) return;
            clearTimeout(timer);
            resolve({ port: Number(port), kill });
        });
        child.once("error", (error: NodeJS.ErrnoException) =>
            fail(error.code === "ENOENT" ? `there is no ${command}` : reasonOf(error)),
        );
        child.once("exit", (code) => {
            const error = errors.split("\n").findLast((line) => /error/i.test(line));
            fail(`its process ended with ${code ?? "a signal"}${error === undefined ? "" : ` (${error.trim()})`}`);
        });
    });
}
