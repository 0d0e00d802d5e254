import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "..");
const docs = require("../scripts/docs") as { documents: readonly string[]; written(document: string): string };
const licences = require("../scripts/licences") as {
    BROUGHT_BY_PULUMI: Readonly<Record<string, string>>;
    installed(): readonly { readonly licence: string; readonly dev: boolean }[];
    unaccepted(): readonly unknown[];
};
const readme = readFileSync(path.join(root, "README.md"), "utf8");

/** The fenced blocks of a language, in order. */
function blocks(language: string): readonly string[] {
    return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
        ([, text = ""]) => text,
    );
}

function gate(...args: readonly string[]): { code: number | null; out: string; err: string } {
    const env = { ...process.env, NO_COLOR: "1" };
    const main = path.join(root, "bin/gate/main.js");
    const ran = spawnSync(process.execPath, [main, ...args], { cwd: root, encoding: "utf8", env });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

describe("the documents", function () {
    this.timeout(120_000);
    let scratch = "";
    before(() => {
        scratch = mkdtempSync(path.join(tmpdir(), "documents-"));
        cpSync(path.join(root, "tests/gate/programs/typescript"), scratch, { recursive: true });
        symlinkSync(path.join(root, "node_modules"), path.join(scratch, "node_modules"));
    });
    after(() => rmSync(scratch, { recursive: true }));

    /** Checks a program with one public function URL under a configuration. */
    function checked(configuration: string): ReturnType<typeof gate> {
        const file = path.join(scratch, "policies.json");
        writeFileSync(file, configuration);
        return gate("check", scratch, "--stack", "dev", "--policy-config", file);
    }

    for (const document of docs.documents) {
        it(`${document} says what the code says (npm run docs)`, () => {
            assert.equal(readFileSync(path.join(root, document), "utf8"), docs.written(document));
        });
    }
    it("README.md begins with output that the demo prints", () => {
        const [sample = ""] = blocks("text");
        const { code, out } = gate("check", "examples/orders-api", "--stack", "insecure");
        assert.equal(code, 1);
        // Lines move when the example does.
        const placeless = (text: string) => text.replace(/\.ts:\d+:\d+/g, ".ts");
        assert.ok(sample !== "" && placeless(out).includes(placeless(sample)), out);
    });
    for (const [index, block] of blocks("json").entries()) {
        it(`README.md's policy configuration ${index + 1} fits the pack`, () => {
            const { code, err } = checked(block);
            assert.equal(code, 1, err);
        });
    }
    it("README.md's exemption of a stack is taken, where the pack's settings allow it", () => {
        const [block = ""] = blocks("yaml").filter((text) => text.includes("aws-serverless-security:exemptions"));
        writeFileSync(path.join(scratch, "Pulumi.dev.yaml"), block.replace("payment-*", "url-*"));
        const { code, out } = checked('{ "pack-settings": { "stackExemptions": true } }');
        assert.equal(code, 0, out);
        assert.match(out, /Exempted\n {2}lambda-url-auth-required at url-not a number: The provider signs its calls/);
        const ignored = checked("{}");
        assert.equal(ignored.code, 1);
        assert.match(ignored.out, /1 exemption in the stack's configuration ignored/);
    });
    it("README.md names every option of the command, and no other", () => {
        const options = (text: string) => new Set([...text.matchAll(/--[a-z][a-z-]+/g)].map(([option]) => option));
        const [, table = ""] = /^\| option \| \|$([\s\S]*?)^$/m.exec(readme) ?? [];
        const help = options(gate("check", "--help").out);
        help.delete("--help");
        assert.deepEqual([...options(table)].sort(), [...help].sort());
    });
});

describe("the licences of what is installed", () => {
    it("are all accepted, or brought along by Pulumi and named", () => {
        assert.deepEqual(licences.unaccepted(), []);
    });
    it("have no exception that nothing needs", () => {
        const found = new Set(licences.installed().map(({ licence }) => licence));
        assert.deepEqual(
            Object.keys(licences.BROUGHT_BY_PULUMI).filter((licence) => !found.has(licence)),
            [],
        );
    });
});
