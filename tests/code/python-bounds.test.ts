import assert from "node:assert/strict";
import { Budget } from "../../model/code/code";
import { tasksOf } from "./python";

const END = "def handler(event, context): return 1\n";

function times(count: number, line: string): string {
    return line.repeat(count);
}

/** Programs that nobody wrote: each must end, and none may throw. */
const HOSTILE: Readonly<Record<string, () => string>> = {
    "a deep sum": () => `x = 1${times(100_000, "+1")}\n${END}`,
    "deep brackets": () => `x = ${times(50_000, "(")}${times(50_000, ")")}\n${END}`,
    "brackets that nothing closes": () => `x = ${times(60_000, "[")}`,
    "blocks within blocks": () => Array.from({ length: 1500 }, (_, depth) => `${" ".repeat(depth)}if a:\n`).join(""),
    "a long chain of calls": () => `x = a${times(20_000, ".b()")}\n${END}`,
    "a long condition": () => `x = a${times(50_000, " and a")}\n${END}`,
    "a run of operators": () => `x = ${times(200_000, "not ")}y\n${END}`,
    "a run of signs": () => `x = ${times(200_000, "- ")}y\n${END}`,
    "texts that nothing closes": () => `x = ${times(20_000, "f'{")}`,
    "no Python at all": () => times(20_000, "$%&/!?`"),
    "more marks than are read": () => `x = [${times(400_000, "1,")}]\n${END}`,
    "a text that doubles": () => `x = 'a'\n${times(80, "x = x + x\n")}${END}`,
    "a list that doubles": () => `x = [1]\n${times(60, "x = x + x\n")}${times(60, "x = [*x, *x]\n")}${END}`,
    "lists of themselves": () =>
        `x = [1]\ny = [1]\n${times(200, "x = [x, x]\ny = [y, y]\n")}z = x == y\nw = {x: 1}[y]\n${END}`,
    "a list and a class that hold themselves": () =>
        `x = []\nx.append(x)\nclass A: pass\nclass B(A): pass\nA = B\nclass B(A): pass\ndef handler(event, context): return B().run(x, event)\n`,
    "a loop over what it makes longer": () => `x = [1]\nfor i in x:\n    x.append(i)\n    x.extend(x)\n${END}`,
    "loops within loops": () =>
        `r = [${times(400, "1,")}]\ny = [i for a in r for b in r for c in r for i in r]\n${END}`,
    "functions that call each other": () =>
        `def handler(event, context): return f0(event)\n${Array.from({ length: 100 }, (_, at) => `def f${at}(e):\n    f${at + 1}(e); f${at + 1}(e); f${at + 1}(e)\n`).join("")}`,
    "a function that calls itself": () =>
        "def handler(event, context): return handler(handler(event, context), handler)\n",
    "routers within routers": () =>
        `from fastapi import FastAPI, APIRouter\nfrom mangum import Mangum\napp = FastAPI()\nr0 = APIRouter()\napp.include_router(r0)\n${Array.from({ length: 40 }, (_, at) => `r${at + 1} = APIRouter()\nr${at}.include_router(r${at + 1})\nr${at}.include_router(r${at + 1})\n`).join("")}handler = Mangum(app)\n`,
    "modules that import each other": () =>
        `import app\nfrom app import handler as other\nfrom . import app as third\n${END}`,
};

describe("model/code: Python that nobody wrote", () => {
    for (const [name, program] of Object.entries(HOSTILE)) {
        it(`ends: ${name}`, () => {
            const found = tasksOf(program());
            if (found.is === "known")
                assert.ok(found.tasks.length < 3, found.tasks.map((task) => task.name).join(", "));
        });
    }

    it("ends where its time is used up", () => {
        let now = 0;
        const budget = new Budget(4_000_000, 10, () => now++);
        assert.equal(tasksOf(times(20_000, "a(b)\n"), { budget }).is, "undecided");
    });

    it("ends where its steps are used up", () => {
        assert.equal(tasksOf(times(20_000, "a(b)\n"), { budget: new Budget(1000) }).is, "undecided");
    });

    it("knows what it found before its steps were used up", () => {
        const routes = ["a", "b", "c"].map((path) => `app.get("/${path}")(lambda: "${path}")\n`).join("");
        const busy = "for a in r:\n    for b in r:\n        for c in r: x = a\n";
        const program = `from fastapi import FastAPI\nfrom mangum import Mangum\napp = FastAPI()\n${routes}handler = Mangum(app)\nr = [${times(90, "1,")}]\n${busy}`;
        assert.notEqual(tasksOf(program).is, "undecided");
    });
});
