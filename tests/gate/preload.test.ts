import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { projectOf } from "../support/project";

const root = path.resolve(__dirname, "../..");
const SDK = "sdk/@pulumi/pulumi";

/** What a program prints that is run with what the gate loads before it, over an SDK written here. */
function run(
    sdk: Readonly<Record<string, string>>,
    program: string,
    environment: Readonly<Record<string, string>> = {},
): unknown {
    const files = Object.entries(sdk).map(([file, text]) => [`${SDK}/${file}`, text]);
    const folder = projectOf({ ...Object.fromEntries(files), "program.js": program });
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ["--require", path.join(root, "bin/gate/preload.js"), path.join(folder, "program.js")],
        { encoding: "utf8", env: { ...process.env, ...environment } },
    );
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout);
}

const DEBUGGABLE = `
exports.debuggablePromise = function (p, context) {
    Object.assign(p, { context, stack: new Error().stack });
    if (context === "refused") throw new Error("refused");
    return p.then((value) => value);
};`;
const PROMISES = `
const { debuggablePromise: make } = require("./sdk/@pulumi/pulumi/runtime/debuggable");
const limit = Error.stackTraceLimit;
const given = Promise.resolve(1);
let thrown;
try { make(Promise.resolve(), "refused"); } catch (error) { thrown = error.message; }
make(given, "context").then((value) =>
    console.log(JSON.stringify({
        value,
        thrown,
        context: given.context,
        frames: given.stack.split("\\n").length - 1,
        isRestored: Error.stackTraceLimit === limit,
        own: new Error().stack.includes("program.js"),
    })));`;

describe("what is loaded before the program", function () {
    this.timeout(20_000);

    it("leaves the SDK's promises as they are, but for their stacks", () => {
        assert.deepEqual(run({ "runtime/debuggable.js": DEBUGGABLE }, PROMISES), {
            value: 1,
            thrown: "refused",
            context: "context",
            frames: 0,
            isRestored: true,
            own: true,
        });
    });

    it("keeps an SDK's promises among those that may be left over, until they are settled", () => {
        const sdk = {
            "runtime/state.js": "const store = { leakCandidates: new Set() }; exports.getStore = () => store;",
            // As the SDK has it.
            "runtime/debuggable.js": `
const state = require("./state");
exports.made = 0;
exports.debuggablePromise = function (p, ctx) {
    const localStore = state.getStore();
    exports.made += 1;
    localStore.leakCandidates.add(p);
    return p.then((val) => {
        localStore.leakCandidates.delete(p);
        return val;
    }).catch((err) => {
        localStore.leakCandidates.delete(p);
        err.promise = p;
        throw err;
    });
};`,
        };
        const program = `
const debuggable = require("./${SDK}/runtime/debuggable");
const kept = require("./${SDK}/runtime/state").getStore().leakCandidates;
const failing = Promise.reject(new Error("no"));
const left = new Promise(() => {});
const all = [Promise.resolve(1), Promise.resolve(2), failing, left].map((one) => debuggable.debuggablePromise(one, "context"));
const before = kept.size;
Promise.allSettled(all.slice(0, 3)).then((settled) =>
    console.log(JSON.stringify({
        made: debuggable.made,
        before,
        after: [...kept].map((one) => one === left),
        values: settled.map(({ value, reason }) => value ?? [reason.message, reason.promise === failing]),
    })));
setTimeout(() => {}, 50);`;
        assert.deepEqual(run(sdk, program), { made: 1, before: 4, after: [true], values: [1, 2, ["no", true]] });
    });

    it("loads the package manager's library when it is first asked something", () => {
        const sdk = {
            "runtime/closure/codePaths.js": `
// As compilers write it.
const star = (mod) => (mod && mod.__esModule ? mod : Object.assign({ default: mod }, mod));
const arborist = star(require("@npmcli/arborist"));
exports.tree = () => new arborist.Arborist().name;`,
            "node_modules/@npmcli/arborist/index.js":
                'globalThis.isLoaded = true; module.exports = class { constructor() { this.name = "tree"; } }; module.exports.Arborist = module.exports;',
        };
        const program = `
const { tree } = require("./sdk/@pulumi/pulumi/runtime/closure/codePaths");
const before = globalThis.isLoaded === true;
console.log(JSON.stringify({ before, tree: tree(), after: globalThis.isLoaded, own: typeof require("./sdk/@pulumi/pulumi/node_modules/@npmcli/arborist") }));`;
        assert.deepEqual(run(sdk, program), { before: false, tree: "tree", after: true, own: "function" });
    });

    it("looks up the near frames of a resource alone, unless the program's own is not among them", () => {
        // As the SDK has it; how many lines were asked for is how far it went.
        const sdk = `
class Resource {
    static callsites() {
        Error.stackTraceLimit = Infinity;
        return new Error().stack.split("\\n").slice(1).map((frame) => {
            const { file, line, column } = Resource.framePositionRegExp.exec(frame)?.groups ?? {};
            return file && !file.startsWith("node:") ? { file, line: Number(line), column: Number(column) } : {};
        });
    }
    static stackTrace() { return Resource.callsites().slice(1); }
}
Resource.framePositionRegExp = /^\\s*at .* \\((?<file>.*):(?<line>[0-9]+):(?<column>[0-9]+)\\)$/;
exports.Resource = Resource;`;
        const program = (depth: number) => `
const { Resource } = require("./sdk/@pulumi/pulumi/resource");
const deep = require("./sdk/@pulumi/pulumi/node_modules/deep");
const near = Resource.stackTrace();
const far = deep(Resource, ${depth});
function own() { return Resource.stackTrace(); }
console.log(JSON.stringify({ near: near.length <= 40, far: far.length > ${depth}, tops: [own()[0].line, own()[1].line, far[0].line] }));`;
        const deep = "module.exports = function below(R, n) { return n === 0 ? R.stackTrace() : below(R, n - 1); };";
        const seen = run({ "resource.js": sdk, "node_modules/deep.js": deep }, program(100));
        // The SDK leaves out a number of its own frames: the same stand above as ever.
        assert.deepEqual(seen, { near: true, far: true, tops: [10, 6, 10] });
    });
    it("leaves those to who debugs them", () => {
        const { frames } = run({ "runtime/debuggable.js": DEBUGGABLE }, PROMISES, {
            PULUMI_DEBUG_PROMISE_LEAKS: "true",
        }) as { frames: number };
        assert.ok(frames > 0);
    });

    it("says nothing to the engine of what the SDK is at, and all that a program says", () => {
        const log = `for (const level of ["debug", "info"]) exports[level] = async (text) => console.log(JSON.stringify(text));`;
        assert.equal(
            run(
                { "log/index.js": log },
                `const log = require("./${SDK}/log");
                log.debug("an aside").then(() => log.info("a word"));`,
            ),
            "a word",
        );
    });

    for (const [what, text] of Object.entries({
        "has no such function": "exports.other = 1;",
        "exports another kind of thing": "module.exports = null;",
        "lets nobody change it": "Object.freeze(Object.assign(exports, { debuggablePromise: 1, debug: () => 1 }));",
        "has it behind a getter": `
            Object.defineProperty(exports, "debuggablePromise", { get: () => (p) => p, enumerable: true });
            Object.defineProperty(exports, "debug", { get: () => () => 1, enumerable: true });`,
    }))
        it(`changes nothing of an SDK that ${what}`, () => {
            const files = ["runtime/debuggable.js", "log/index.js"];
            const kinds = `const kinds = (exported) => Object.entries(exported ?? {}).map(([name, one]) => [name, String(one)]);`;
            const loaded = files.map((file) => `kinds(require("./${SDK}/${file}"))`).join(", ");
            const seen = run(
                Object.fromEntries(files.map((file) => [file, text])),
                `${kinds} console.log(JSON.stringify([${loaded}]));`,
            );
            const module = { exports: {} as unknown };
            new Function("module", "exports", text)(module, module.exports);
            const own = Object.entries(Object(module.exports)).map(([name, one]) => [name, String(one)]);
            assert.deepEqual(seen, [own, own]);
        });
});
