// `npm run bench:programs -- [--runs N]`: how the gate's time grows with a program: plain queues, measured in turn in the same
// run. Medians, in times of what one resource takes; exits with 1 where a limit is exceeded.
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");

const root = path.resolve(__dirname, "..");
/** How many resources, and how many times as long as one they may take. */
const LIMITS = new Map([
    [1000, 3],
    [5000, 10],
]);
const PROGRAM = `
import * as aws from "@pulumi/aws";
for (let i = 0; i < Number(process.env.COUNT); i++) new aws.sqs.Queue(\`queue-\${i}\`, { name: \`queue-\${i}\` });
`;

function project() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "large-program-"));
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: large\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "index.ts"), PROGRAM);
    fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}

function secondsOf(folder, count) {
    const started = process.hrtime.bigint();
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [path.join(root, "bin/gate/main.js"), "check", folder, "--stack", "dev", "--json"],
        { encoding: "utf8", env: { ...process.env, COUNT: String(count) }, maxBuffer: 1 << 30 },
    );
    if (status !== 0 || JSON.parse(stdout).judged !== count) throw new Error(`${count} were not judged: ${stderr}`);
    return Number(process.hrtime.bigint() - started) / 1e9;
}

function median(numbers) {
    return [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const folder = project();
try {
    const counts = [1, ...LIMITS.keys()];
    const seconds = new Map(counts.map((count) => [count, []]));
    for (let run = 0; run < Number(values.runs); run++)
        for (const count of counts) seconds.get(count).push(secondsOf(folder, count));
    const one = median(seconds.get(1));
    console.log(`one resource ${one.toFixed(1)} s`);
    for (const [count, limit] of LIMITS) {
        const ratio = median(seconds.get(count)) / one;
        const fits = ratio <= limit;
        console.log(`${fits ? "✔" : "✖"} ${count} resources ${ratio.toFixed(1)} times that, at most ${limit}`);
        if (!fits) process.exitCode = 1;
    }
} finally {
    fs.rmSync(folder, { recursive: true });
}
