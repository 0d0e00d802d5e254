import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const root = path.resolve(__dirname, "../..");
const { packedFiles, problems } = require(path.join(root, "scripts/publishable.js")) as {
    packedFiles: (folder: string) => readonly string[];
    problems: (folder: string, packed?: readonly string[]) => readonly string[];
};

/** All that is published, and all that it is built from. */
const PARTS = [
    ...["package.json", "npm-shrinkwrap.json", "PulumiPolicy.yaml", "README.md", "LICENSE", "bin", "data"],
    ...["scripts", "index.ts", "policies", "model", "pack", "gate"],
];

type Manifest = Record<string, unknown> & { files: string[]; scripts: Record<string, string> };

describe("npm run publishable", function () {
    this.timeout(60_000);
    let copy = "";
    let packed: readonly string[] = [];
    before(() => {
        copy = mkdtempSync(path.join(tmpdir(), "publishable-"));
        for (const part of PARTS) cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
        symlinkSync(path.join(root, "node_modules"), path.join(copy, "node_modules"));
        packed = packedFiles(copy);
    });
    after(() => rmSync(copy, { recursive: true, force: true }));

    /** What is said of the copy with one of its files changed. */
    function said(
        file: string,
        change: (text: string) => string | undefined,
        judged = () => problems(copy, packed),
    ): readonly string[] {
        const place = path.join(copy, file);
        const original = readFileSync(place, "utf8");
        const changed = change(original);
        if (changed === undefined) rmSync(place);
        else writeFileSync(place, changed);
        try {
            return judged();
        } finally {
            writeFileSync(place, original);
        }
    }
    const manifest = (change: (manifest: Manifest) => void, judged?: () => readonly string[]) =>
        said(
            "package.json",
            (text) => {
                const read = JSON.parse(text) as Manifest;
                change(read);
                return JSON.stringify(read);
            },
            judged,
        );
    const withoutFile = (left: string) =>
        manifest(
            (one) => {
                one.files = one.files.filter((file) => file !== left);
            },
            () => problems(copy),
        );

    it("finds nothing in this folder, which was just built", () => {
        assert.deepEqual(problems(root), []);
    });
    it("says that a main in a subfolder makes the CLI look for the pack there", () => {
        const found = said("PulumiPolicy.yaml", (text) => `${text}main: bin/index.js\n`);
        assert.match(found.join("\n"), /^PulumiPolicy\.yaml says main: bin\/index\.js, .*$/);
        assert.deepEqual(
            said("PulumiPolicy.yaml", (text) => `${text}main: index.js\n`),
            [],
        );
    });
    it("says that clients would install what development needs", () => {
        assert.match(said("PulumiPolicy.yaml", () => "runtime: nodejs\n").join("\n"), /^PulumiPolicy\.yaml lacks .*$/);
        const found = manifest((one) => {
            one["devDependencies"] = {};
        });
        assert.match(found.join("\n"), /^package\.json has devDependencies: .*$/);
    });
    for (const hook of ["prepare", "prepack", "postpack"]) {
        it(`says that ${hook} would print`, () => {
            const found = manifest((one) => {
                one.scripts[hook] = "npm run build";
            });
            assert.match(found.join("\n"), new RegExp(`^package\\.json has the script ${hook}: .*$`));
        });
    }
    for (const left of ["PulumiPolicy.yaml", "npm-shrinkwrap.json", "bin/LICENSES.txt"]) {
        it(`says that ${left} is missing from files`, () => {
            assert.deepEqual(withoutFile(left), [
                `${left} would not be published: package.json's files leaves it out, or it does not exist`,
            ]);
        });
    }
    it("says which files of a folder are missing from files", () => {
        const found = withoutFile("data");
        assert.ok(found.some((one) => one.startsWith("data/iam/actions.json would not be published")));
        assert.ok(found.every((one) => one.startsWith("data/")));
    });
    it("says that bin/ is of other sources", () => {
        const found = said("policies/index.ts", (text) => `${text}\n`);
        assert.deepEqual(found, ["bin/ is built from other sources than these (policies/index.ts): run npm run build"]);
        assert.match(said("policies/index.ts", () => undefined).join("\n"), /^bin\/ is built from other sources/);
    });
    it("says that nothing is built", () => {
        const found = said("bin/inputs.json", () => undefined);
        assert.deepEqual(found, ["the pack is not built: run npm run build"]);
    });
    it("says that the lock is another package.json's", () => {
        const found = manifest((one) => {
            one["version"] = "99.0.0";
        });
        assert.deepEqual(found, ["npm-shrinkwrap.json has another version than package.json: run npm install"]);
    });
});
