// Packages of PyPI that tables are made from, installed into a temporary folder, and the tables with their licences.
const { execFileSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const root = path.resolve(__dirname, "../../..");

/** Gives the folder that has the packages, named as `pip` does (`botocore==1.44.8`). */
function withPackages(names, use) {
    const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "python-"));
    try {
        execFileSync(
            "python3",
            ["-m", "pip", "install", "--quiet", "--no-deps", "--no-compile", "--target", temporary, ...names],
            { stdio: ["ignore", "ignore", "inherit"] },
        );
        use(temporary);
    } finally {
        fs.rmSync(temporary, { recursive: true, force: true });
    }
}

/** The licence of an installed package, with the notice that Apache's asks to pass on. */
function licence(folder, name, version) {
    const info = path.join(folder, `${name}-${version}.dist-info`);
    const files = ["licenses/LICENSE", "LICENSE", "LICENSE.txt", "NOTICE"].map((file) => path.join(info, file));
    const texts = files.filter((file) => fs.existsSync(file)).map((file) => fs.readFileSync(file, "utf8"));
    if (texts.length === 0) throw new Error(`${name} ${version} has no licence where this script looks`);
    const text = texts.join("\n");
    return /^Copyright.*\n\s*Permission is hereby granted/.test(text) ? `MIT License\n\n${text}` : text;
}

/** One line an entry. The date is that of the last change: the same packages give the same file. */
function write(name, header, table, licenceText) {
    const file = path.join(root, "data/aws", `${name}.json`);
    const before = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
    const same = before.source === header.source && JSON.stringify(before.table) === JSON.stringify(table);
    const date = same ? before.date : new Date().toISOString().slice(0, 10);
    fs.writeFileSync(file, `${JSON.stringify({ ...header, date, table }, null, 1)}\n`);
    fs.writeFileSync(file.replace(/json$/, "LICENSE"), licenceText);
    console.log(`data/aws/${name}.json: ${Object.keys(table).length} entries`);
}

function grouped(items, keyOf) {
    const groups = new Map();
    for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
    return groups;
}

module.exports = { grouped, licence, root, withPackages, write };
