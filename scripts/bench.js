// `npm run bench -- [--runs N]`: what the pack costs beside an empty compiled pack, measured in turn in the same run. Medians;
// exits with 1 where a limit is exceeded.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { live, requestsOf } = require("./bench/pack");
const { functionStack, mixedStack } = require("./bench/stacks");

const root = path.resolve(__dirname, "..");
const FUNCTIONS = 1000;

/** What the pack may cost, in times of what the empty one does: milliseconds are the machine's. */
const LIMITS = { startRatio: 1.3, functionsRatio: 6.3 };

/** An empty pack beside ours: the same SDK, no policy. */
function emptyPack() {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "empty-pack-"));
    fs.writeFileSync(path.join(folder, "PulumiPolicy.yaml"), "runtime: nodejs\nmain: index.js\n");
    fs.writeFileSync(path.join(folder, "package.json"), '{ "name": "empty", "version": "0.0.0", "main": "index.js" }');
    fs.writeFileSync(
        path.join(folder, "index.js"),
        'new (require("@pulumi/policy").PolicyPack)("empty", { policies: [] });',
    );
    fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}

function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Both packs in turn, `runs` times; the medians of each measurement. */
async function compare(empty, runs, requests) {
    const [ours, theirs] = [[], []];
    for (let run = 0; run < runs; run++) {
        theirs.push(await live(empty, requests));
        ours.push(await live(root, requests));
    }
    const of = (lives, key) => median(lives.map((life) => life[key]));
    return (key) => ({ own: of(ours, key), other: of(theirs, key) });
}

function row(label, { own, other }, unit, factor = 1) {
    const number = (value) => (Number.isNaN(value) ? "?" : (value * factor).toFixed(0)).padStart(7);
    console.log(
        `  ${label.padEnd(28)}${number(own)} ${unit.padEnd(3)}  empty ${number(other)}  ratio ${(own / other).toFixed(2)}`,
    );
}

function within(label, value, limit) {
    const fits = value <= limit;
    console.log(`  ${fits ? "✔" : "✖"} ${label} ${value.toFixed(2)}, at most ${limit.toFixed(2)}`);
    if (!fits) process.exitCode = 1;
}

async function benchStack(title, list, empty, runs) {
    console.log(`\n${title}, ${list.length} resources, ${runs} runs`);
    const measured = await compare(empty, runs, requestsOf(list));
    row("Remediate and Analyze, each", measured("analyze"), "µs", 1000 / list.length);
    row("AnalyzeStack", measured("analyzeStack"), "ms");
    row("peak memory", measured("peak"), "MiB");
    return measured;
}

async function main() {
    const { values } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs takes a whole number from 1");
    const empty = emptyPack();
    try {
        await compare(empty, 1); // Warms the file cache.
        const starts = runs * 4 + 1;
        console.log(`Start-up until the port is printed, ${starts} runs`);
        const { own, other } = (await compare(empty, starts))("start");
        row("start-up", { own, other }, "ms");
        within("ratio", own / other, LIMITS.startRatio);
        for (const size of [1000, 10_000]) await benchStack("Mixed stack", mixedStack(size), empty, runs);
        const title = `${FUNCTIONS} functions with roles, policies and attachments`;
        const measured = await benchStack(title, functionStack(FUNCTIONS), empty, runs);
        const stack = measured("analyzeStack");
        within("ratio of AnalyzeStack", stack.own / stack.other, LIMITS.functionsRatio);
    } finally {
        fs.rmSync(empty, { recursive: true, force: true });
    }
}

main().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
