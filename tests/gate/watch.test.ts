import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const root = path.resolve(__dirname, "../..");
const gate = path.join(root, "bin/gate/main.js");
/** How long one run may take, on a machine that has much else to do. */
const LONGEST = 90_000;
const AGAIN = "Watching; Ctrl-C ends it.";

/** A copy of a program that may be changed, in a temporary folder with what it has installed. */
function copied(program: string): string {
    const folder = mkdtempSync(path.join(tmpdir(), "watched-"));
    const isWhole = (file: string) => !file.includes("node_modules");
    cpSync(path.join(root, program), path.join(folder, "program"), { recursive: true, filter: isWhole });
    symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    mkdirSync(path.join(folder, "temporary"));
    return folder;
}

/** The command in a process group and with a temporary folder of its own. */
class Watch {
    readonly child: ChildProcess;
    printed = "";
    private read = 0;

    constructor(
        readonly folder: string,
        ...options: readonly string[]
    ) {
        // Both outputs in one, for of two nobody knows what was printed first.
        this.child = spawn(
            "/bin/sh",
            ["-c", 'exec "$0" "$@" 2>&1', process.execPath, gate, "watch", "program", ...options],
            {
                cwd: folder,
                detached: true,
                env: { ...process.env, TMPDIR: path.join(folder, "temporary"), NO_COLOR: "1" },
                stdio: ["ignore", "pipe", "inherit"],
            },
        );
        this.child.stdout?.on("data", (text) => {
            this.printed += String(text);
        });
    }

    /** What it prints until it waits again. */
    async run(): Promise<string> {
        for (const until = Date.now() + LONGEST; ; ) {
            const end = this.printed.indexOf(AGAIN, this.read);
            if (end >= 0) {
                const text = this.printed.slice(this.read, end);
                this.read = end + AGAIN.length;
                return text;
            }
            assert.equal(this.child.exitCode, null, this.printed);
            assert.ok(Date.now() < until, this.printed);
            await pause(20);
        }
    }

    /** Whether it stays silent for a while. */
    async isSilent(milliseconds: number): Promise<boolean> {
        await pause(milliseconds);
        return this.printed.indexOf(AGAIN, this.read) < 0;
    }

    write(file: string, text: string): void {
        writeFileSync(path.join(this.folder, "program", file), text);
    }

    /** Those of its process group that still run. */
    get living(): readonly string[] {
        const { stdout } = spawnSync("ps", ["-A", "-o", "pgid=,stat=,args="], { encoding: "utf8" });
        return stdout.split("\n").filter((line) => new RegExp(`^\\s*${this.child.pid}\\s+[^Z]`).test(line));
    }

    /** Ends it, and asserts that nothing of it is left. */
    async end(signal: NodeJS.Signals = "SIGINT"): Promise<void> {
        if (this.child.exitCode === null && this.child.signalCode === null) {
            const ended = once(this.child, "exit");
            this.child.kill(signal);
            assert.equal((await ended)[0], signal === "SIGINT" ? 130 : 143);
        }
        for (let waited = 0; waited < 3000 && this.living.length > 0; waited += 100) await pause(100);
        assert.deepEqual(this.living, []);
        assert.deepEqual(readdirSync(path.join(this.folder, "temporary")), []);
        rmSync(this.folder, { recursive: true });
    }
}

function withoutTime(json: string): unknown {
    return { ...(JSON.parse(json) as object), milliseconds: 0 };
}

describe("aws-serverless-security watch", function () {
    this.timeout(300_000);

    it("judges again as files change, as check does, and ends without a trace", async () => {
        const watch = new Watch(copied("tests/gate/programs/typescript"), "--report", "json=program/report.json");
        const source = readFileSync(path.join(watch.folder, "program/index.ts"), "utf8");
        const report = path.join(watch.folder, "program/report.json");
        const checked = () =>
            spawnSync(process.execPath, [gate, "check", "program", "--json"], { cwd: watch.folder, encoding: "utf8" })
                .stdout;

        assert.match(await watch.run(), /✖ mandatory {2}critical {2}lambda-url-auth-required[\s\S]*: the first run\n/);
        assert.deepEqual(withoutTime(readFileSync(report, "utf8")), withoutTime(checked()));

        const better = source.replace('"NONE"', '"AWS_IAM"');
        assert.notEqual(better, source);
        watch.write("index.ts", better);
        const second = await watch.run();
        assert.match(second, /no mandatory violation/);
        assert.match(second, /index\.ts changed, in \d+\.\d s: \d+ gone: lambda-url-auth-required at url/);
        assert.deepEqual(withoutTime(readFileSync(report, "utf8")), withoutTime(checked()));

        watch.write("index.ts", `${source}\nnot a program (\n`);
        const broken = await watch.run();
        assert.match(broken, /Cannot check: the program does not compile: index\.ts:\d+: TS\d+: /);
        assert.match(broken, /index\.ts changed: it could not be judged/);

        watch.write("index.ts", `// One line more.\n${source}`);
        const third = await watch.run();
        assert.match(third, /index\.ts:5:1/);
        assert.match(third, /\d+ new: lambda-url-auth-required at url/);
        assert.deepEqual(withoutTime(readFileSync(report, "utf8")), withoutTime(checked()));
        await watch.end();
    });

    it("heeds neither its own reports, nor packages, nor builds, nor files that are written as they were", async () => {
        const watch = new Watch(copied("tests/gate/programs/typescript"), "--report", "sarif=program/report.sarif");
        await watch.run();
        watch.write("index.ts", readFileSync(path.join(watch.folder, "program/index.ts"), "utf8"));
        // What a file held before the first change nobody knows.
        await watch.run();
        watch.write("index.ts", readFileSync(path.join(watch.folder, "program/index.ts"), "utf8"));
        for (const folder of ["node_modules", ".git", "dist"]) {
            mkdirSync(path.join(watch.folder, "program", folder), { recursive: true });
            watch.write(`${folder}/index.js`, "// Nothing that the program reads.\n");
        }
        assert.ok(await watch.isSilent(2000), watch.printed);
        await watch.end("SIGTERM");
    });

    it("goes on with the configuration of the stack and of the policies, and tells several stacks apart", async () => {
        const folder = copied("tests/gate/programs/typescript");
        writeFileSync(path.join(folder, "policies.json"), "{}");
        for (const stack of ["blue", "green"])
            writeFileSync(path.join(folder, `program/Pulumi.${stack}.yaml`), "config: {}\n");
        const watch = new Watch(folder, "--all-stacks", "--policy-config", "policies.json");
        const first = await watch.run();
        assert.match(first, /\/blue: [\s\S]*\/green: /);
        writeFileSync(path.join(folder, "policies.json"), '{ "lambda-url-auth-required": "disabled" }');
        assert.match(await watch.run(), /policies\.json changed[\s\S]*2 gone: lambda-url-auth-required at url/);
        watch.write("Pulumi.blue.yaml", "config:\n  - no: map\n    of: values\n");
        await watch.run();
        writeFileSync(path.join(folder, "policies.json"), "{");
        assert.match(await watch.run(), /Cannot check: the policy configuration policies\.json is not valid JSON/);
        await watch.end();
    });

    it("says at once what cannot be watched", () => {
        const cases: readonly (readonly [readonly string[], RegExp])[] = [
            [["nowhere"], /^Cannot check: there is no folder nowhere/],
            [["tests/gate/programs/several-stacks"], /choose one with --stack \(blue, green\)/],
            [["tests/gate/programs/nothing", "--json"], /--report json=FILE writes it as JSON/],
            [["tests/gate/programs/nothing", "--update-baseline"], /unknown option '--update-baseline'/],
            [["tests/gate/programs/nothing", "--baseline", "none.json"], /there is no baseline none\.json/],
        ];
        for (const [args, message] of cases) {
            const { status, stdout, stderr } = spawnSync(process.execPath, [gate, "watch", ...args], {
                cwd: root,
                encoding: "utf8",
            });
            assert.equal(status, 2, stderr);
            assert.match(stderr, message);
            assert.equal(stdout, "");
        }
    });

    it("judges the example again in a fraction of the first run's time", async () => {
        const watch = new Watch(copied("examples/orders-api"), "--stack", "insecure", "--report", "json=report.json");
        const seconds = (text: string) => Number(/in (\d+\.\d) s: /.exec(text)?.[1]);
        const first = seconds(await watch.run());
        const again: number[] = [];
        for (const [index, folder] of ["handlers/one.js", "note.ts", "handlers/two.js"].entries()) {
            await pause(3000);
            watch.write(folder, `// ${index}\n`);
            again.push(seconds(await watch.run()));
        }
        const checked = spawnSync(process.execPath, [gate, "check", "program", "--stack", "insecure", "--json"], {
            cwd: watch.folder,
            encoding: "utf8",
            maxBuffer: 64 * 1024 * 1024,
        }).stdout;
        assert.deepEqual(
            withoutTime(readFileSync(path.join(watch.folder, "report.json"), "utf8")),
            withoutTime(checked),
        );
        assert.ok(Math.min(...again) < first * 0.7, `${first} s, then ${again.join(", ")} s`);
        await watch.end();
    });
});
