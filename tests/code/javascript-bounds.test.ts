import assert from "node:assert/strict";
import { Budget, type Tasks } from "../../model/code/code";
import { bracesOf } from "../../model/code/javascript/braces";
import { CodeReader, type FunctionCode } from "../../model/code/reader";

const END = "\nexports.handler = async () => 1;\n";
const ROUTER = 'const app = require("express")();\napp.get("/a", f); app.post("/a", f); app.delete("/a", f);\n';
const SERVES = 'exports.handler = require("serverless-http")(app);\n';

function code(text: string): FunctionCode {
    return {
        code: { kind: "assets", assets: new Map([["index.js", { kind: "text", text }]]) },
        entry: { handler: "index.handler", runtime: "nodejs22.x", variables: new Map(), enough: 3 },
        project: "orders",
        folder: "/",
    };
}

function tasksOf(text: string): Tasks {
    return new CodeReader().tasks(code(text));
}

function nested(depth: number, open: string, inside: string, close: string): string {
    return `${open.repeat(depth)}${inside}${close.repeat(depth)}`;
}

/** Nested as no program is: near the end of the stack, to compile a regular expression ends the process. */
const DEEP: Readonly<Record<string, (depth: number) => string>> = {
    brackets: (depth) => `x = ${nested(depth, "(", "1", ")")}`,
    lists: (depth) => `x = ${nested(depth, "[", "", "]")}`,
    objects: (depth) => `x = ${nested(depth, "{a:", "1", "}")}`,
    calls: (depth) => nested(depth, "f(", "", ")"),
    templates: (depth) => `x = ${nested(depth, "`${", "1", "}`")}`,
    arrows: (depth) => `x = ${"() => ".repeat(depth)}1`,
    choices: (depth) => `x = ${"a ? b : ".repeat(depth)}1`,
    conditions: (depth) => `${"if (a) b; else ".repeat(depth)}c`,
    blocks: (depth) => nested(depth, "{", "", "}"),
    switches: (depth) => nested(depth, "switch (a) { case 1: ", "", "}"),
    "a chain of calls": (depth) => `x = a${".b()".repeat(depth)}`,
    "a chain of members": (depth) => `x = a${".b".repeat(depth)}`,
    "a chain of conditions": (depth) => `x = 1${" && a".repeat(depth)}`,
    patterns: (depth) => `const ${nested(depth, "[", "a", "]")} = x`,
    signs: (depth) => `x = ${"!".repeat(depth)}1`,
    makers: (depth) => `x = ${"new ".repeat(depth)}a`,
};

describe("model/code: JavaScript that nobody wrote", () => {
    for (const [name, program] of Object.entries(DEEP)) {
        it(`is undecided: ${name}, nested deeply`, () => {
            const found = tasksOf(program(20_000) + END);
            assert.deepEqual(found, { is: "undecided", reason: "the code is nested deeper than what is read" });
        });
        it(`is read: ${name}, nested as a bundler does`, () => {
            assert.equal(tasksOf(program(60) + END).is, "known");
        });
    }

    it("reads a sum of thousands", () => {
        assert.equal(tasksOf(`x = 1${" + a".repeat(20_000)}${END}`).is, "known");
    });
});

describe("model/code: bodies that are read when somebody looks into them", () => {
    const long = "/* what makes it long enough to be passed over at first */".repeat(4);

    const found: Readonly<Record<string, string>> = {
        "of a function": `function make() { ${long} ${ROUTER} return app; }\nconst app = make();\n${SERVES}`,
        "of an arrow": `const make = () => { ${long} ${ROUTER} return app; };\nconst app = make();\n${SERVES}`,
        "of a method": `class A { make() { ${long} ${ROUTER} return app; } }\nconst app = new A().make();\n${SERVES}`,
        "of one that waits": `async function make() { ${long} await 1; ${ROUTER} return app; }\nexports.handler = async (e) => require("serverless-http")(await make())(e);`,
        "with braces in texts, templates and patterns": `function make() { ${long} const t = "}" + '}' + \`}\${"}"}\`, p = /[/}"]/.test(x), d = a / 2 / b; if (a) /}"/.exec(b); /* } */ // }\n ${ROUTER} return app; }\nconst app = make();\n${SERVES}`,
        "which divide what a call gives": `function make() { ${long} const d = f(a) / 2, e = "/}"; ${ROUTER} return app; }\nconst app = make();\n${SERVES}`,
        "with an object that is divided": `function make() { ${long} const d = { a: 1 } / 2; const e = "}/"; ${ROUTER} return app; }\nconst app = make();\n${SERVES}`,
    };
    for (const [name, text] of Object.entries(found)) {
        it(`finds the routes ${name}`, () => {
            const tasks = tasksOf(text);
            assert.equal(tasks.is === "known" && tasks.tasks.length, 3, JSON.stringify(tasks));
        });
    }

    it("tells the places in the file", () => {
        const tasks = tasksOf(
            `\n\nfunction make() {\n${long}\n${ROUTER} return app; }\nconst app = make();\n${SERVES}`,
        );
        assert.equal(tasks.is === "known" && tasks.tasks[0]?.line, 6);
    });

    it("knows no braces where they do not match", () => {
        for (const text of ["{", "}", "(}", "{)", "`${", '"', "/* ", "{]"]) assert.equal(bracesOf(text), undefined);
    });
});

describe("model/code: the functions of one stack", () => {
    it("is undecided, with the reason, once they cost more together than is allowed", () => {
        let now = 0;
        const reader = new CodeReader(100, () => new Budget(1_000_000, 1000, () => (now += 30)));
        const found = Array.from({ length: 6 }, () => reader.tasks(code(ROUTER + SERVES)));
        assert.equal(found[0]?.is, "known");
        assert.deepEqual(found.at(-1), {
            is: "undecided",
            reason: "the code of the stack's other functions used up the time for reading",
        });
    });

    it("counts what each costs, and what is left serves the next", () => {
        const reader = new CodeReader();
        for (let at = 0; at < 50; at += 1) {
            const tasks = reader.tasks(code(`${ROUTER}app.put("/${at}", f);\n${SERVES}`));
            assert.equal(tasks.is === "known" && tasks.tasks.length, 4);
        }
    });

    it("tells the same of one text for the next function", () => {
        const reader = new CodeReader();
        const text = `function make() { ${"/* long */".repeat(40)} ${ROUTER} return app; }\nconst app = make();\n${SERVES}`;
        assert.deepEqual(reader.tasks(code(text)), reader.tasks(code(text)));
    });
});
