import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { filesOf } from "../../model/code/archive";
import { Budget, CannotTell } from "../../model/code/code";
import { CodeReader } from "../../model/code/reader";
import { zip } from "../support/archives";

const handler = "exports.handler = async () => 1;";
const index = { name: "index.js", text: handler };

describe("code: archives are anybody's", () => {
    let folder = "";
    before(() => {
        folder = mkdtempSync(path.join(os.tmpdir(), "code-"));
    });
    after(() => rmSync(folder, { recursive: true }));

    const outcome = (at: string): string => {
        const entry = { handler: "index.handler", runtime: "nodejs22.x", variables: new Map(), enough: 3 };
        const found = new CodeReader().tasks({
            code: { kind: "path", path: at, isArchive: true },
            entry,
            project: "p",
            folder: undefined,
        });
        return found.is === "known" ? "known" : found.reason;
    };
    const written = (bytes: Buffer): string => {
        const at = path.join(folder, "code.zip");
        writeFileSync(at, bytes);
        return at;
    };

    const zips: Readonly<Record<string, readonly [Buffer, string]>> = {
        "an honest one": [zip(index), "known"],
        "a file that unpacks to more than it says": [
            zip({ ...index, text: " ".repeat(100_000), says: { size: 10 } }),
            "a file in the archive is not what it says",
        ],
        "a file that is packed as no text is": [
            zip({ name: "index.js", text: Buffer.alloc(20_000_000) }),
            "a file is packed more than any text is",
        ],
        "such a file beside": [zip(index, { name: "data.bin", text: Buffer.alloc(20_000_000) }), "known"],
        "two files of one name": [zip(index, index), "the archive holds two files of one name"],
        "two files of one name in two spellings": [
            zip(index, { name: ".//index.js", text: handler }),
            "the archive holds two files of one name",
        ],
        "a file outside": [zip(index, { name: "../index.js", text: "{{{" }), "known"],
        "nothing but a file outside": [zip({ name: "../index.js", text: handler }), "its handler is not in the code"],
        "a link": [
            zip({ name: "index.js", text: "/etc/passwd", says: { mode: 0o120777 } }),
            "a file in the archive is a link",
        ],
        "a pipe": [zip({ name: "index.js", text: "", says: { mode: 0o010644 } }), "what should be a file is none"],
        "an encrypted file": [zip({ ...index, says: { flags: 0x801 } }), "a file in the archive is encrypted"],
        "a file with two names": [
            zip({ ...index, says: { local: "other.js" } }),
            "a file in the archive has two names",
        ],
        "files that share their bytes": [
            zip(index, { name: "a.js", text: handler, says: { offset: 0 } }),
            "files in the archive overlap",
        ],
        "half an archive": [zip(index).subarray(0, 60), "the archive is broken"],
        "no archive": [Buffer.from("exports.handler"), "the archive is broken"],
        "an empty file": [Buffer.alloc(0), "the archive is broken"],
    };
    for (const [name, [bytes, expected]] of Object.entries(zips)) {
        it(name, () => assert.equal(outcome(written(bytes)), expected));
    }

    /** What is shown of it, and why that is not all. */
    const shown = (at: string): readonly [readonly string[], string | undefined] => {
        const paths: string[] = [];
        const code = { kind: "path", path: at, isArchive: true } as const;
        const unread = new CodeReader().texts({ code, project: "p", folder: undefined }, ({ path: one }) => {
            paths.push(one);
        });
        return [paths, unread];
    };
    const texts: Readonly<Record<string, readonly [Buffer, readonly string[], string?]>> = {
        "all texts of an honest one": [zip(index, { name: "a/.env", text: "A=1" }), ["a/.env", "index.js"]],
        "what is no text is passed over, however large": [
            zip(index, { name: "bootstrap", text: Buffer.concat([randomBytes(1_000_000), Buffer.alloc(30_000_000)]) }),
            ["index.js"],
        ],
        "a bomb is told": [
            zip(index, { name: "data", text: Buffer.alloc(40_000_000, " ") }),
            ["index.js"],
            "a file is packed more than any text is",
        ],
        "a file outside is told": [
            zip(index, { name: "../.env", text: "A=1" }),
            ["index.js"],
            "a file of the archive would lie outside of it",
        ],
        "a link is told": [
            zip(index, { name: ".env", text: "/etc/passwd", says: { mode: 0o120777 } }),
            ["index.js"],
            "a file in the archive is a link",
        ],
        "a library's link is none of ours": [
            zip(index, { name: "lib/liba.so.1", text: "liba.so.1.2", says: { mode: 0o120777 } }),
            ["index.js"],
        ],
        "a file that is more than it says is told": [
            zip(index, { name: "a.txt", text: "a".repeat(9_000), says: { size: 10 } }),
            ["index.js"],
            "a file in the archive is not what it says",
        ],
        "two of one name are told": [zip(index, index), [], "the archive holds two files of one name"],
        "a broken archive is told": [zip(index).subarray(0, 60), [], "the archive is broken"],
    };
    for (const [name, [bytes, paths, reason]] of Object.entries(texts))
        it(`shows texts: ${name}`, () => assert.deepEqual(shown(written(bytes)), [paths, reason]));

    it("opens no pipe and follows no link out of a folder", () => {
        const at = path.join(folder, "app");
        mkdirSync(at);
        execFileSync("mkfifo", [path.join(at, "index.js")]);
        assert.equal(outcome(at), "what should be a file is none");
        assert.equal(outcome(path.join(at, "index.js")), "what should be a file is none");
        rmSync(path.join(at, "index.js"));
        symlinkSync("/dev/zero", path.join(at, "index.js"));
        assert.equal(outcome(at), "a link leads out of the code");
        rmSync(path.join(at, "index.js"));
        writeFileSync(path.join(at, "real.js"), handler);
        symlinkSync("real.js", path.join(at, "index.js"));
        symlinkSync(".", path.join(at, "again"));
        assert.equal(outcome(at), "known");
    });

    it("reads what a program puts together, archives in it under their names", () => {
        const inner = { kind: "path", path: written(zip(index)), isArchive: true } as const;
        const text = { kind: "text", text: "1" } as const;
        const files = filesOf(
            {
                kind: "assets",
                assets: new Map<string, typeof inner | typeof text>([
                    ["lib", inner],
                    ["./a.js", text],
                ]),
            },
            undefined,
            new Budget(),
        );
        assert.deepEqual(files.paths, ["a.js", "lib/index.js"]);
        assert.equal(files.read("lib/index.js"), handler);
    });

    it("does not guess where a relative path starts", () => {
        const read = (base: string | undefined) =>
            filesOf({ kind: "path", path: "app", isArchive: true }, base, new Budget());
        assert.throws(() => read(undefined), CannotTell);
        assert.ok(read(folder).has("real.js"));
    });
});

describe("code: hostile modules end", () => {
    const entry = { handler: "index.handler", runtime: "nodejs22.x", variables: new Map(), enough: 3 };
    const seconds = (text: string): number => {
        const begun = performance.now();
        const assets = new Map([["index.js", { kind: "text", text } as const]]);
        new CodeReader().tasks({ code: { kind: "assets", assets }, entry, project: "p", folder: undefined });
        return (performance.now() - begun) / 1000;
    };
    const modules: Readonly<Record<string, string>> = {
        "a sum of thousands": `const x = ${Array(20_000).fill('"a"').join("+")};`,
        "brackets in brackets": `const x = ${"[".repeat(20_000)}${"]".repeat(20_000)};`,
        "calls of calls": `const x = a${".b()".repeat(20_000)};`,
        "a loop without an end": "for (;;) f();",
        "loops in loops":
            "for (let a = 0; a < 1e5; a++) for (let b = 0; b < 1e5; b++) for (let c = 0; c < 1e5; c++) f();",
        "a list that doubles": "let a = [1]; for (let i = 0; i < 1e5; i++) a = a.concat(a);",
        "a text that doubles": "let s = 'a'; for (let i = 0; i < 1e5; i++) s = s.concat(s, s);",
        "functions that call each other": "function a() { b(); b(); b(); } function b() { a(); a(); a(); } a();",
        "an expression that never ends":
            "exports.handler = (e) => /^(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!') && e;",
        "objects that inherit from each other":
            "const a = {}, b = {}; Object.setPrototypeOf(a, b); Object.setPrototypeOf(b, a); a.x;",
        "empty lines": "\n".repeat(1_000_000),
    };
    for (const [name, text] of Object.entries(modules)) {
        // The work is bounded; how long it takes on a busy machine is not held here.
        it(name, () => assert.ok(seconds(`${text}\nexports.handler ??= async () => 1;`) < 15));
    }
});
