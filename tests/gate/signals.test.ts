import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = path.resolve(__dirname, "../..");
const MOMENTS = 12;
/** How long what was killed may take to be gone. */
const GONE_WITHIN = 3000;

/** The command in a process group and with a temporary folder of its own: it starts the program, the pack and a plugin. */
function start(temporary: string): ChildProcess {
    const program = path.join(root, "tests/gate/programs/components");
    return spawn(
        process.execPath,
        [path.join(root, "bin/gate/main.js"), "check", program, "--stack", "dev", "--json"],
        {
            detached: true,
            env: { ...process.env, TMPDIR: temporary },
            stdio: "ignore",
        },
    );
}

/** Those of a process group that still run; what only waits to be counted as ended does not. */
function living(group: number): readonly string[] {
    const { stdout } = spawnSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" });
    return stdout.split("\n").filter((line) => new RegExp(`^\\s*${group}\\s+[^Z]`).test(line));
}

describe("a check that is ended by a signal", function () {
    this.timeout(300_000);
    const temporary = mkdtempSync(path.join(tmpdir(), "signals-"));
    let whole = 0;
    before(async () => {
        const started = Date.now();
        await once(start(temporary), "exit");
        whole = Date.now() - started;
    });
    after(() => rmSync(temporary, { recursive: true, force: true }));

    for (let moment = 0; moment < MOMENTS; moment++) {
        const signal = moment % 2 === 0 ? "SIGTERM" : "SIGINT";
        // A terminal tells all processes of the group, a runner of jobs the first alone.
        const toAll = moment % 4 === 1;
        it(`leaves no process and no file: ${signal}${toAll ? " to all" : ""}, at ${moment} of ${MOMENTS}`, async () => {
            const child = start(temporary);
            const group = child.pid ?? 0;
            const ended = once(child, "exit");
            await pause((whole * moment) / MOMENTS);
            try {
                process.kill(toAll ? -group : group, signal);
            } catch {
                // It had ended by itself.
            }
            await ended;
            for (let waited = 0; waited < GONE_WITHIN && living(group).length > 0; waited += 100) await pause(100);
            assert.deepEqual(living(group), []);
            assert.deepEqual(readdirSync(temporary), []);
        });
    }
});
