// The licences of what is installed, read from each package's own package.json. Names those that this project does not accept.
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");

const ACCEPTED = ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** What @pulumi/pulumi brings along, as into every Pulumi program in Node; each is permissive, and none is ours to choose. */
const BROUGHT_BY_PULUMI = {
    "BlueOak-1.0.0": "npm's own libraries, such as minipass and glob",
    "CC-BY-3.0": "spdx-exceptions, a list of names",
    "CC0-1.0": "spdx-license-ids, a list of names",
    "Python-2.0": "argparse",
    "SEE LICENSE IN LICENSE": "@logdna/tail-file, whose LICENSE is MIT's text",
};

/** Every installed package of the lock file: a package of another platform is listed there and not installed. */
function installed() {
    const { packages } = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8"));
    return Object.entries(packages)
        .filter(([folder]) => folder !== "" && fs.existsSync(path.join(root, folder, "package.json")))
        .map(([folder, { dev = false }]) => {
            const own = JSON.parse(fs.readFileSync(path.join(root, folder, "package.json"), "utf8"));
            return { name: own.name, version: own.version.replace(/^v/, ""), licence: licenceOf(own), dev };
        });
}

function licenceOf({ license, licenses = [] }) {
    if (typeof license === "string") return license;
    return license?.type ?? licenses.map(({ type }) => type).join(" OR ");
}

/** `A OR B` is a choice, `A AND B` holds for parts. */
function isAccepted(licence) {
    const parts = licence.replace(/[()]/g, "");
    if (parts.includes(" OR ")) return parts.split(" OR ").some((one) => ACCEPTED.includes(one));
    return parts.split(" AND ").every((one) => ACCEPTED.includes(one));
}

/** What this project itself names in its package.json. */
function direct() {
    const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
    const all = installed();
    const of = (names, dev) =>
        Object.keys(names).map((name) => ({ ...all.find((one) => one.name === name), name, dev }));
    return [...of(dependencies, false), ...of(devDependencies, true)];
}

/** Packages under a licence that is neither accepted nor, for what others bring, known. */
function unaccepted() {
    const own = direct().filter(({ licence = "none" }) => !isAccepted(licence));
    const brought = installed().filter(
        ({ licence }) => !isAccepted(licence) && !Object.hasOwn(BROUGHT_BY_PULUMI, licence),
    );
    return [...own, ...brought];
}

module.exports = { BROUGHT_BY_PULUMI, direct, installed, unaccepted };
if (require.main === module) {
    const found = unaccepted();
    for (const { name, version, licence } of found) console.error(`${name} ${version}: ${licence || "no licence"}`);
    console.log(`${installed().length} packages, ${found.length} under a licence that is not accepted`);
    process.exitCode = found.length === 0 ? 0 : 1;
}
