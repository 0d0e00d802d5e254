// Renews the tables under data/: runs every script of scripts/refresh in turn, or with `--only NAME` one of them. Each exports
// the function that writes its own tables; the network is used only to install the packages that a table is made from.
const fs = require("node:fs");
const path = require("node:path");
const { parseArgs } = require("node:util");

const folder = path.join(__dirname, "refresh");

async function main() {
    const { values } = parseArgs({ options: { only: { type: "string" } } });
    const names = fs
        .readdirSync(folder)
        .filter((file) => file.endsWith(".js"))
        .map((file) => path.basename(file, ".js"))
        .sort();
    if (values.only !== undefined && !names.includes(values.only))
        throw new Error(`--only takes one of ${names.join(", ")}`);
    for (const name of values.only === undefined ? names : [values.only]) await require(path.join(folder, name))();
}

main().catch((error) => {
    console.error(error.message);
    process.exit(1);
});
