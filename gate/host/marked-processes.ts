import { type ChildProcess, execFileSync, type SpawnOptions, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Inherited by whatever a run starts, however far down and in whatever process group: the CLI makes groups for its plugins. */
const MARK = "AWS_SERVERLESS_SECURITY_RUN";
/** A process may start another while its kind is being ended. */
const MOST_ROUNDS = 20;

const KEPT = 64 * 1024;

export interface RunOptions {
    readonly cwd: string;
    readonly env: NodeJS.ProcessEnv;
    /** Seconds. */
    readonly timeout: number;
    readonly take?: (printed: string) => void;
}

/** How a command ended. */
export interface Ran {
    readonly code: number | null;
    readonly timedOut: boolean;
    /** What it printed to standard error, its end at most. */
    readonly errors: string;
}

/** Ended with this process, however it ends; what is removed then must be removed after them. */
const underWay = new Set<MarkedProcesses>();
process.once("exit", () => {
    for (const one of underWay) one.stop();
});

/** The processes of one run with all that those start: the Pulumi CLI with its language hosts and plugins, a plugin behind a script. */
export class MarkedProcesses {
    private readonly mark = `${MARK}=${randomUUID()}`;
    private readonly started = new Set<ChildProcess>();

    start(command: string, args: readonly string[], options: SpawnOptions & { env: NodeJS.ProcessEnv }): ChildProcess {
        underWay.add(this);
        const [, id] = this.mark.split("=");
        const child = spawn(command, args, { ...options, env: { ...options.env, [MARK]: id } });
        this.started.add(child);
        child.once("error", () => undefined);
        return child;
    }

    /** Runs a command to its end, whatever it ends with. */
    run(command: string, args: readonly string[], { cwd, env, timeout, take }: RunOptions): Promise<Ran> {
        const child = this.start(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
        let errors = "";
        child.stdout?.setEncoding("utf8").on("data", (printed: string) => take?.(printed));
        child.stderr?.setEncoding("utf8").on("data", (printed: string) => {
            errors = (errors + printed).slice(-KEPT);
        });
        return new Promise((resolve) => {
            let timedOut = false;
            const timer = setTimeout(() => {
                timedOut = true;
                this.stop();
            }, timeout * 1000);
            child.once("close", (code) => {
                clearTimeout(timer);
                resolve({ code, timedOut, errors });
            });
        });
    }

    /** Ends all of them, at once and for certain; what they would have tidied up, nobody needs. */
    stop(): void {
        underWay.delete(this);
        for (let round = 0; round < MOST_ROUNDS; round++) {
            const alive = existsSync("/proc/self/environ") ? this.marked() : this.descendants();
            for (const pid of alive) kill(pid);
            if (alive.length === 0) break;
        }
        for (const child of this.started) child.kill("SIGKILL");
    }

    /** On Linux an orphan is found too. */
    private marked(): readonly number[] {
        return readdirSync("/proc")
            .map(Number)
            .filter((pid) => pid > 0 && pid !== process.pid && this.isMarked(pid));
    }

    private isMarked(pid: number): boolean {
        try {
            return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(this.mark);
        } catch {
            // It has ended, or is somebody else's.
            return false;
        }
    }

    private descendants(): readonly number[] {
        const parents = [...this.started].flatMap(({ pid, exitCode }) => (pid && exitCode === null ? [pid] : []));
        let table: readonly (readonly number[])[] = [];
        try {
            const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
            table = listed.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
        } catch {
            // Without the tool, those that were started here are ended by themselves.
        }
        const found = new Set(parents);
        for (const parent of found)
            for (const [pid, of] of table) if (of === parent && pid !== undefined) found.add(pid);
        return [...found];
    }
}

function kill(pid: number): void {
    try {
        process.kill(pid, "SIGKILL");
    } catch {
        // It has ended by itself.
    }
}
