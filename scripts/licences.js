// The licences of what is installed, read from each package's own package.json. Names those that this project does not accept,
// and gathers the texts of those whose code is in the bundles.
const fs = require("node:fs");
const path = require("node:path");

const root = path.resolve(__dirname, "..");

const ACCEPTED = ["MIT", "ISC", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0"];

/** What @pulumi/pulumi brings along, as into every Pulumi program in Node; each is permissive, and none is ours to choose. */
const BROUGHT_BY_PULUMI = {
    "BlueOak-1.0.0": "npm's own libraries, such as minipass and glob",
    "CC-BY-3.0": "spdx-exceptions, a list of names",
    "CC0-1.0": "spdx-license-ids, a list of names",
    "Python-2.0": "argparse",
    "SEE LICENSE IN LICENSE": "@logdna/tail-file, whose LICENSE is MIT's text",
};

/** Of packages whose own package.json names none: what their readme says. */
const BY_README = { "humanize-number": "MIT" };

function read(file) {
    return JSON.parse(fs.readFileSync(path.join(root, file), "utf8"));
}

/** Every installed package of the lock file: a package of another platform is listed there and not installed. */
function installed() {
    return Object.entries(read("npm-shrinkwrap.json").packages)
        .filter(([folder, { link }]) => folder.startsWith("node_modules/") && !link)
        .filter(([folder]) => fs.existsSync(path.join(root, folder, "package.json")))
        .map(([folder]) => {
            const own = read(`${folder}/package.json`);
            return { folder, name: own.name, version: own.version.replace(/^v/, ""), licence: licenceOf(own) };
        });
}

function licenceOf({ name, license, licenses = [] }) {
    if (typeof license === "string") return license;
    return license?.type ?? BY_README[name] ?? licenses.map(({ type }) => type).join(" OR ");
}

/** `A OR B` is a choice, `A AND B` holds for parts. */
function isAccepted(licence) {
    const parts = licence.replace(/[()]/g, "");
    if (parts.includes(" OR ")) return parts.split(" OR ").some((one) => ACCEPTED.includes(one));
    return parts.split(" AND ").every((one) => ACCEPTED.includes(one));
}

/** What this project itself names: for a client to install, to bundle, and for development alone. */
function direct() {
    const all = installed();
    const of = (names, use) =>
        // A package may be installed under another name than its own.
        Object.keys(names).map((name) => {
            const { folder: _, ...found } = all.find(({ folder }) => folder === `node_modules/${name}`) ?? {};
            return { name, ...found, use };
        });
    const { dependencies, devDependencies } = read("development/package.json");
    return [
        ...of(read("package.json").dependencies, "installed"),
        ...of(dependencies, "bundled"),
        ...of(devDependencies, "development"),
    ];
}

/** The licence texts of the packages that the inputs of a bundle come from. */
function bundledLicences(inputs) {
    const folders = inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []);
    const texts = [...new Set(folders)].sort().map((folder) => {
        const { name, version } = read(`${folder}/package.json`);
        const file = fs.readdirSync(path.join(root, folder)).find((one) => /^licen[sc]e/i.test(one));
        if (file === undefined) throw new Error(`${name} is bundled and has no licence text`);
        return `${name} ${version}\n\n${fs.readFileSync(path.join(root, folder, file), "utf8").trim()}\n`;
    });
    return `The bundles in this folder contain code of these packages, under these licences.\n\n${texts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

/** Packages under a licence that is neither accepted nor, for what others bring, known. */
function unaccepted() {
    const own = direct().filter(({ licence = "none" }) => !isAccepted(licence));
    const brought = installed().filter(
        ({ licence }) => !isAccepted(licence) && !Object.hasOwn(BROUGHT_BY_PULUMI, licence),
    );
    return [...own, ...brought];
}

module.exports = { BROUGHT_BY_PULUMI, bundledLicences, direct, installed, unaccepted };
if (require.main === module) {
    const found = unaccepted();
    for (const { name, version, licence } of found) console.error(`${name} ${version}: ${licence || "no licence"}`);
    console.log(`${installed().length} packages, ${found.length} under a licence that is not accepted`);
    process.exitCode = found.length === 0 ? 0 : 1;
}
