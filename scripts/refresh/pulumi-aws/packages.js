// The two major versions of @pulumi/aws that tables are made from: 7 is this project's devDependency, 6 is installed into a
// temporary folder.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const VERSION_6 = "6.83.4";
const root = path.resolve(__dirname, "../../..");

/** Gives the folders of both versions to `use`, with what a table says of its source. */
function withPackages(what, use) {
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "aws-v6-"));
    try {
        execFileSync(
            "npm",
            ["install", "--no-save", "--no-audit", "--no-fund", "--prefix", temporary, `@pulumi/aws@${VERSION_6}`],
            { stdio: "ignore" },
        );
        const seven = path.join(root, "node_modules/@pulumi/aws");
        const { version } = require(path.join(seven, "package.json"));
        use({
            seven,
            six: path.join(temporary, "node_modules/@pulumi/aws"),
            header: {
                source: `${what} of @pulumi/aws ${version} and ${VERSION_6}`,
                licence: "Apache-2.0",
                date: new Date().toISOString().slice(0, 10),
            },
        });
    } finally {
        fs.rmSync(temporary, { recursive: true, force: true });
    }
}

function* files(folder, suffix) {
    for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
        if (entry.name === "node_modules" || entry.name === "types") continue;
        const full = path.join(folder, entry.name);
        if (entry.isDirectory()) yield* files(full, suffix);
        else if (entry.name.endsWith(suffix)) yield full;
    }
}

/** The date is that of the last change: the same packages give the same file. The packages' licence goes beside it. */
function write(folder, name, header, table) {
    const target = path.join(root, "data", folder);
    fs.mkdirSync(target, { recursive: true });
    fs.copyFileSync(path.join(root, "node_modules/@pulumi/aws/LICENSE"), path.join(target, "LICENSE"));
    const file = path.join(target, name);
    const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
    const same = before.source === header.source && JSON.stringify(before.table) === JSON.stringify(table);
    const date = same ? before.date : header.date;
    fs.writeFileSync(file, `${JSON.stringify({ ...header, date, table }, null, 1)}\n`);
    console.log(`data/${folder}/${name}: ${Object.keys(table).length} entries`);
}

module.exports = { withPackages, files, write };
