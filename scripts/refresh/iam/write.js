const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "../../..");
const target = path.join(root, "data/iam");

/** One line an entry, so that a refresh can be reviewed as a difference. */
function writeTable(name, header, table) {
    write(`${name}.json`, `${JSON.stringify({ ...header, table }, null, 1)}\n`);
    console.log(`data/iam/${name}.json: ${Object.keys(table).length} entries`);
}

function write(name, contents) {
    fs.mkdirSync(target, { recursive: true });
    fs.writeFileSync(path.join(target, name), contents);
}

module.exports = { root, write, writeTable };
