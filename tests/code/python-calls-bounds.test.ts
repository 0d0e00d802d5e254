import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { OPEN } from "../../model/code/calls";
import { Budget } from "../../model/code/code";
import { CodeReader } from "../../model/code/reader";
import { sdkNames } from "../../model/graph/code/sdk-names";
import { callsOf } from "./calls";

const HEAD = 'import boto3\ns3 = boto3.client("s3")\n';
const TAIL = "def handler(event, context):\n    s3.list_buckets()\n";

/** Programs that grow as they are followed. */
const GROWING: Readonly<Record<string, string>> = {
    "a list in itself": "x = []\nfor i in range(9):\n    x = [x, x]\n    x.append(x)\n",
    "a mapping in itself": "d = {}\nd['a'] = {'b': d}\nd.update(d)\nfor k in d: d[k] = {k: d[k]}\n",
    "a node after a node": "import acme\nnode = acme.start()\nwhile node:\n    node = node.next.next()\n",
    "a text that grows": "s = ''\nfor i in range(9):\n    s = s + f'{s}-{i}' + s\n    s += s\n",
    "a recursion with more arguments": "def f(a, *b, **c): return f([a], a, *b, x=b, **c) if a else f\nf(1)\n",
    "partials of partials": "from functools import partial\np = print\nfor i in range(9): p = partial(p, p)\np()\n",
    "functions that make functions": "def f(x):\n    def g(y): return f(g)\n    return g\nf(f)(f)(f)\n",
    "classes that make themselves":
        "class A:\n    def __init__(self, a=None): self.a = A(self); self.b = [self.a.b]\n    def __getattr__(self, n): return A(getattr(self, n))\nA().x.y.z()\n",
    "decorators of decorators": "def d(f): return d(lambda *a: f(d, *a))\n@d\n@d\ndef g(): g()\n",
    "generators of generators": "def g(n):\n    yield from g([n])\n    for x in g(n): yield g(x)\nlist(g(1))\n",
};

describe("calls of Python functions: bounds", () => {
    for (const [title, code] of Object.entries(GROWING))
        it(`${title} comes to an end`, () => {
            const { calls } = callsOf(HEAD + code + TAIL);
            ok(calls.some(({ operation }) => operation === "ListBuckets"));
        });

    it("what is too large says so, and what was found is said", () => {
        const body = Array.from({ length: 400 }, (_, at) => `def f${at}(x): return f${(at + 1) % 400}([x, f${at}])\n`);
        const { open } = callsOf(`${HEAD}${body.join("")}f0(1)\n${TAIL}`, { budget: new Budget(3_000) });
        ok(open.includes(OPEN.budget));
    });

    it("code that is nested as no program is", () => {
        for (const nested of [
            `x = ${"(".repeat(3000)}1${")".repeat(3000)}\n`,
            `x = ${"f(".repeat(400)}${")".repeat(400)}\n`,
            `${Array.from({ length: 90 }, (_, at) => `${" ".repeat(at)}if x:\n`).join("")}${" ".repeat(90)}pass\n`,
            `x = ${Array.from({ length: 600 }, (_, at) => `a${at}`).join(" + ")}\n`,
        ]) {
            const { calls, open } = callsOf(HEAD + nested + TAIL);
            ok(calls.length === 1 || open.length > 0, nested.slice(0, 40));
        }
    });

    it("a program that is cut off anywhere is read or open", () => {
        const whole = `${HEAD}class A(object):\n    @property\n    def p(self): return {"a": [s3, *x], **y}[f"{z!r}"]\n${TAIL}`;
        for (let length = 0; length < whole.length; length++) {
            const { calls, open } = callsOf(whole.slice(0, length));
            ok(open.length > 0 || calls.length <= 1);
        }
    });

    it("is asked of whoever reads code", () => {
        const assets = new Map([["app.py", { kind: "text" as const, text: HEAD + TAIL }]]);
        const entry = { handler: "app.handler", runtime: "python3.13", variables: new Map(), enough: 3 };
        const given = { code: { kind: "assets" as const, assets }, project: "p", folder: undefined };
        const { calls, open } = new CodeReader().calls({ ...given, entry }, sdkNames);
        deepStrictEqual([calls.map(({ operation, line }) => `${operation} ${line}`), open], [["ListBuckets 4"], []]);
        const ruby = new CodeReader().calls({ ...given, entry: { ...entry, runtime: "ruby3.4" } }, sdkNames);
        deepStrictEqual(ruby, { calls: [], open: [OPEN.runtime] });
    });

    it("costs as much as the code is long", () => {
        const program = (count: number) =>
            HEAD +
            Array.from(
                { length: count },
                (_, at) =>
                    `class C${at}:\n    def __init__(self, b): self.b = b\n    def run(self, k): return s3.get_object(Bucket=self.b, Key=k)\ndef f${at}(x): return C${at}("b${at}").run(x)\n`,
            ).join("") +
            `def handler(event, context):\n${Array.from({ length: count }, (_, at) => `    f${at}(event)\n`).join("")}`;
        const cost = (count: number) => {
            const budget = new Budget(Number.MAX_SAFE_INTEGER, 60_000);
            strictEqual(callsOf(program(count), { budget }).calls.length, count);
            return budget.used;
        };
        cost(50);
        const [small, large] = [cost(100), cost(800)];
        ok(large < 8 * Math.max(small, 20) * 3, `${small} and ${large} ms`);
    });
});
