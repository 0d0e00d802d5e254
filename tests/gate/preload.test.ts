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
