// What bin/ was built from: a digest of each input, written by the build beside the bundles, so that a bundle of other
// sources than those here is told from one of these.
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const RECORD = "bin/inputs.json";
/** They decide what is built from the sources. */
const OF_EVERY_BUILD = ["scripts/build.js", "scripts/node-version.js"];

function digest(file) {
    return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}

function recordInputs(files, root = path.resolve(__dirname, "..")) {
    const record = Object.fromEntries(
        [...OF_EVERY_BUILD, ...files].map((file) => [file, digest(path.join(root, file))]),
    );
    fs.writeFileSync(path.join(root, RECORD), `${JSON.stringify(record, null, 1)}\n`);
}

/** Inputs that are no longer what bin/ was built from; undefined where nothing was built. */
function changedInputs(root) {
    const file = path.join(root, RECORD);
    if (!fs.existsSync(file)) return undefined;
    return Object.entries(JSON.parse(fs.readFileSync(file, "utf8")))
        .filter(([input, built]) => {
            const now = path.join(root, input);
            return !fs.existsSync(now) || digest(now) !== built;
        })
        .map(([input]) => input);
}

module.exports = { changedInputs, recordInputs };
