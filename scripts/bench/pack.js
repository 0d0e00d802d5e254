// One life of a pack, as the engine leads it: start, describe, configure; each resource remediated, then analyzed; the stack.
const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const grpc = require("@grpc/grpc-js");
const { AnalyzerClient, AnalyzerService } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");
const pb = require("@pulumi/pulumi/proto/analyzer_pb");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");

/** As many resources as the engine has under way at once by default. */
const PARALLEL = 16;

/** The requests of a stack. */
function requestsOf(resources) {
    const stack = new pb.AnalyzeStackRequest();
    stack.setResourcesList(resources.map(stackResource));
    return { each: resources.map(analyzeRequest), stack };
}

/** The same as they travel: what is timed then is the pack alone, and neither their making nor the reading of its answers. */
function travelling({ each, stack }) {
    return {
        each: each.map((request) => Buffer.from(request.serializeBinary())),
        stack: Buffer.from(stack.serializeBinary()),
    };
}

/**
 * Milliseconds and MiB of one process, from its start to the analysis of the stack. Without requests, of its start alone. The engine asks for
 * no journal; in one the pack says how it was given the stack.
 */
async function live(folder, requests, { journal } = {}) {
    const started = performance.now();
    const child = spawn(
        process.execPath,
        [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:1", folder],
        {
            cwd: folder,
            env: {
                ...process.env,
                AWS_SERVERLESS_SECURITY_JOURNAL: journal ?? "",
                PULUMI_NODEJS_TYPESCRIPT: "false",
                PULUMI_NODEJS_PROJECT: "bench",
                PULUMI_NODEJS_STACK: "bench",
                PULUMI_NODEJS_DRY_RUN: "true",
                PULUMI_CONFIG: "{}",
            },
            stdio: ["ignore", "pipe", "inherit"],
        },
    );
    const ended = new Promise((resolve) => child.once("exit", resolve));
    try {
        const port = await portOf(child, folder);
        const start = performance.now() - started;
        if (!requests) return { start };
        const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
            "grpc.max_receive_message_length": -1,
            "grpc.max_send_message_length": -1,
        });
        try {
            await configure(client);
            const analyze = await timed(() => analyzeAll(client, requests.each));
            const analyzeStack = await timed(() => call(client, "analyzeStack", requests.stack));
            return { start, analyze, analyzeStack, peak: peakOf(child.pid) };
        } finally {
            client.close();
        }
    } finally {
        // The next life starts when this one is over, not beside its end.
        child.kill();
        await ended;
    }
}

/** How a pack says that it was given the stack: of the requests' bytes, or as objects; undefined where it says nothing. */
async function readingOf(folder, requests) {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
    const journal = path.join(directory, "journal.jsonl");
    try {
        await live(folder, requests, { journal });
        return readingIn(journal);
    } finally {
        fs.rmSync(directory, { recursive: true, force: true });
    }
}

function portOf(child, folder) {
    return new Promise((resolve, reject) => {
        let text = "";
        child.stdout.on("data", (data) => {
            text += data;
            const found = /^(\d+)\s/.exec(text);
            if (found) resolve(found[1]);
        });
        child.once("exit", (code) => reject(new Error(`the pack in ${folder} ended with ${code}`)));
    });
}

/** All policies are on, those of the strict profile too. */
async function configure(client) {
    const info = await call(client, "getAnalyzerInfo", new Empty());
    const request = new pb.ConfigureAnalyzerRequest();
    for (const policy of info.getPoliciesList()) {
        const config = new pb.PolicyConfig();
        const level = policy.getEnforcementlevel();
        config.setEnforcementlevel(level === pb.EnforcementLevel.DISABLED ? pb.EnforcementLevel.ADVISORY : level);
        config.setProperties(Struct.fromJavaScript({}));
        request.getPolicyconfigMap().set(policy.getName(), config);
    }
    await call(client, "configure", request);
}

async function analyzeAll(client, requests) {
    let next = 0;
    const worker = async () => {
        while (next < requests.length) {
            const request = requests[next++];
            await call(client, "remediate", request);
            await call(client, "analyze", request);
        }
    };
    await Promise.all(Array.from({ length: PARALLEL }, worker));
}

async function timed(work) {
    const before = performance.now();
    await work();
    return performance.now() - before;
}

/** A request that travels already is answered by what travels. */
function call(client, method, request) {
    const same = (bytes) => bytes;
    return new Promise((resolve, reject) => {
        const done = (error, answer) => (error ? reject(error) : resolve(answer));
        if (Buffer.isBuffer(request)) client.makeUnaryRequest(AnalyzerService[method].path, same, same, request, done);
        else client[method](request, done);
    });
}

function readingIn(journal) {
    if (!fs.existsSync(journal)) return undefined;
    const entries = fs
        .readFileSync(journal, "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    return entries.find(({ kind }) => kind === "reading")?.from;
}

/** The most memory that a process ever held; only Linux tells. */
function peakOf(pid) {
    try {
        return Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    } catch {
        return Number.NaN;
    }
}
function options() {
    const message = new pb.AnalyzerResourceOptions();
    message.setCustomtimeouts(new pb.AnalyzerResourceOptions.CustomTimeouts());
    return message;
}

function analyzeRequest({ type, name, urn, properties }) {
    const request = new pb.AnalyzeRequest();
    request.setType(type);
    request.setName(name);
    request.setUrn(urn);
    request.setProperties(Struct.fromJavaScript(properties));
    request.setOptions(options());
    return request;
}

function stackResource({ type, name, urn, properties, dependencies }) {
    const resource = new pb.AnalyzerResource();
    resource.setType(type);
    resource.setName(name);
    resource.setUrn(urn);
    resource.setProperties(Struct.fromJavaScript(properties));
    resource.setOptions(options());
    for (const [property, urns] of Object.entries(dependencies)) {
        const message = new pb.AnalyzerPropertyDependencies();
        message.setUrnsList(urns);
        resource.getPropertydependenciesMap().set(property, message);
    }
    return resource;
}

module.exports = { live, readingOf, requestsOf, travelling };
