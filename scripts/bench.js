// `npm run bench -- [--runs N] [--large]`: what the pack costs beside an empty compiled pack, measured in turn in the same run. Medians;
// exits with 1 where a limit is exceeded, or where the pack is not given stacks in the way that it is made for.
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { parseArgs } = require("node:util");
const { live, readingOf, requestsOf, travelling } = require("./bench/pack");
const { functionStack, mixedStack } = require("./bench/stacks");

const root = path.resolve(__dirname, "..");
const FUNCTIONS = 1000;

/** What the pack may cost, in times of what the empty one does: milliseconds are the machine's. */
const LIMITS = { start: 1.1, analyze: 1.45, analyzeStack: 2.6, peak: 1.25 };

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
        `  ${label.padEnd(44)}${number(own)} ${unit.padEnd(3)}  empty ${number(other)}  ratio ${(own / other).toFixed(2)}`,
    );
}

function within(label, value, limit) {
    const fits = value <= limit;
    console.log(`  ${fits ? "✔" : "✖"} ${label}: ratio ${value.toFixed(2)}, at most ${limit.toFixed(2)}`);
    if (!fits) process.exitCode = 1;
}

const ROWS = [
    ["analyze", "Remediate and Analyze, each", "µs", (size) => 1000 / size],
    ["analyzeStack", "AnalyzeStack", "ms", () => 1],
    ["peak", "peak memory", "MiB", () => 1],
];

/** What a client of the pack waits for, as the engine does; then the pack alone, without the client's own work. */
async function benchStack(title, list, empty, runs, isLimited) {
    console.log(`\n${title}, ${list.length} resources, ${runs} runs`);
    const requests = requestsOf(list);
    for (const [how, given] of [
        ["on the wire", requests],
        ["the pack alone", travelling(requests)],
    ]) {
        const reading = await readingOf(root, given);
        if (reading !== "bytes") {
            console.log(`  ✖ the pack was given the stack as ${reading}: pack/sdk no longer fits the SDK`);
            process.exitCode = 1;
        }
        const measured = await compare(empty, runs, given);
        for (const [key, label, unit, factor] of ROWS)
            row(`${label}, ${how}`, measured(key), unit, factor(list.length));
        if (!isLimited || given !== requests) continue;
        for (const [key, label] of ROWS) {
            const { own, other } = measured(key);
            within(label, own / other, LIMITS[key]);
        }
    }
}

async function main() {
    const { values } = parseArgs({
        options: { runs: { type: "string", default: "5" }, large: { type: "boolean", default: false } },
    });
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) throw new Error("--runs takes a whole number from 1");
    const empty = emptyPack();
    try {
        await compare(empty, 1); // Warms the file cache.
        const starts = runs * 4 + 1;
        console.log(`Start-up until the port is printed, ${starts} runs`);
        const start = (await compare(empty, starts))("start");
        row("start-up", start, "ms");
        within("start-up", start.own / start.other, LIMITS.start);
        for (const size of [1000, 10_000, ...(values.large ? [50_000] : [])])
            await benchStack("Mixed stack", mixedStack(size), empty, runs, size === 10_000);
        const title = `${FUNCTIONS} functions with roles, policies and attachments`;
        await benchStack(title, functionStack(FUNCTIONS), empty, runs, true);
    } finally {
        fs.rmSync(empty, { recursive: true, force: true });
    }
}

main().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
