// The models in botocore and boto3: one folder a service, in it one for each version of its API; the newest is what clients use.
const fs = require("node:fs");
const path = require("node:path");
const zlib = require("node:zlib");

/** Every service that has a file of this name (`service-2`, `waiters-2`, `resources-1`), with what the file holds. */
function models(data, file) {
    const found = [];
    for (const service of fs.readdirSync(data).sort()) {
        const folder = path.join(data, service);
        if (!fs.statSync(folder).isDirectory()) continue;
        const versions = fs.readdirSync(folder).sort().reverse();
        const model = versions.map((version) => read(path.join(folder, version, `${file}.json`))).find(Boolean);
        if (model) found.push([service, model]);
    }
    return found;
}

function read(file) {
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8"));
    if (fs.existsSync(`${file}.gz`)) return JSON.parse(zlib.gunzipSync(fs.readFileSync(`${file}.gz`)).toString("utf8"));
    return undefined;
}

module.exports = { models };
