import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { AwsProvider } from "../../model/aws";
import { typesOf } from "../../pack";
import { rules } from "../../policies";

const root = path.resolve(__dirname, "../..");
const files = readdirSync(path.join(root, "policies"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: family }) =>
        readdirSync(path.join(root, "policies", family)).map((file) => ({ family, id: file.replace(/\.ts$/, "") })),
    );
const tokens = new Set(
    Object.keys(
        (JSON.parse(readFileSync(path.join(root, "data/synthetic/resources.json"), "utf8")) as { table: object }).table,
    ),
);

describe("the registry", () => {
    it("holds every rule of the folder, by its file's name, in order", () => {
        assert.deepEqual(
            rules.map(({ id }) => id),
            files.map(({ id }) => id).sort(),
        );
    });
    for (const { family, id } of files) {
        it(`${id} has a table of cases`, () => {
            assert.ok(existsSync(path.join(root, "tests/policies", family, `${id}.test.ts`)), "no test file");
        });
        it(`${id} is short enough to read at once`, () => {
            const lines = readFileSync(path.join(root, "policies", family, `${id}.ts`), "utf8").split("\n").length;
            assert.ok(lines <= 110, `${lines} lines`);
        });
    }
    for (const rule of rules) {
        it(`${rule.id} says what, why and what to do, with sources`, () => {
            for (const text of [rule.title, rule.why, rule.fix]) assert.match(text, /^[A-Z].*[.)]$/s);
            assert.ok(rule.sources.length > 0 && rule.sources.every((source) => source.startsWith("https://")));
            assert.ok(rule.frameworks.length > 0);
        });
        it(`${rule.id} judges types that @pulumi/aws has`, () => {
            assert.deepEqual(
                typesOf(rule).filter(({ token }) => !tokens.has(token) && token !== AwsProvider.token),
                [],
            );
        });
    }
});
